"""A dialog that is as high as its texts, whatever their size, and never larger than the screen."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from audit_desk.ui.widgets.boxes import GRID, holder
from audit_desk.ui.widgets.roomy import least_height, roomy

_MARGIN = 3 * GRID
_TITLE_BAR = 36  # pixels that a window manager puts above a dialog, before it has said so


class RoomyDialog(QDialog):
    """Grows with its texts; where the screen ends its body scrolls, and its buttons stay.

    Qt by itself sizes a dialog as if lines that wrap had all the room they want.

    Args:
        parent: The window it stands over.
        chars: The width of its texts, in characters.
    """

    def __init__(self, parent: QWidget | None, chars: int) -> None:
        super().__init__(parent)
        self.body = QVBoxLayout()
        """Where the dialog's parts go."""
        self.body.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, GRID)
        self.body.setSpacing(2 * GRID)
        self._body = holder(self.body)
        self._body.installEventFilter(self)  # the area keeps from a dialog what its body asks for
        self._area = roomy(self._body)
        self._foot = QVBoxLayout()
        self._foot.setSpacing(GRID)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._area, 1)
        outer.addLayout(self._foot)
        wide = self.fontMetrics().averageCharWidth() * chars + 2 * _MARGIN
        QApplication.instance().focusChanged.connect(self._follow_focus)  # type: ignore[union-attr]
        self.setMinimumWidth(min(wide, self.screen().availableGeometry().width() - 2 * _MARGIN))

    def end_with(self, buttons: QHBoxLayout, fault: QWidget | None = None) -> None:
        """Put what always stays in sight below the body.

        Args:
            buttons: The dialog's buttons.
            fault: What stands in the way of them, where something does.
        """
        self._foot.setContentsMargins(_MARGIN, GRID, _MARGIN, 2 * GRID)
        if fault is not None:
            fault.hide()
            self._foot.addWidget(fault)
        self._foot.addLayout(buttons)

    def sizeHint(self) -> QSize:
        """Return the size that the body and the buttons wish for, no higher than the screen."""
        wide = max(self.minimumWidth(), self.body.totalMinimumSize().width())
        high = self.body.totalHeightForWidth(wide)
        return QSize(wide, min(high + self._foot_height(wide), self._room()))

    def event(self, event: QEvent) -> bool:
        """Grow where something in it has become higher."""
        done = super().event(event)
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Show}:
            self._grow()
        return done

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow where something was put into the body."""
        if watched is self._body and event.type() is QEvent.Type.LayoutRequest:
            self._grow()
        return super().eventFilter(watched, event)

    def _grow(self) -> None:
        wanted = least_height(self._body) + self._foot_height(self.width())
        high = min(max(wanted, self.height()), self._room())
        if high != self.height():
            self.resize(self.width(), high)
        self._stay_on_screen()

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Bring into sight what the focus is put on, as where something is wrong."""
        clicked = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if now is not None and self._body.isAncestorOf(now) and not clicked:
            self._area.ensureWidgetVisible(now)

    def _foot_height(self, width: int) -> int:
        wraps = self._foot.hasHeightForWidth()
        return self._foot.heightForWidth(width) if wraps else self._foot.sizeHint().height()

    def _room(self) -> int:
        around = self.frameGeometry().height() - self.height() if self.isVisible() else 0
        return self.screen().availableGeometry().height() - max(around, _TITLE_BAR)

    def _stay_on_screen(self) -> None:
        room, at = self.screen().availableGeometry(), self.frameGeometry()
        if self.isVisible() and at.bottom() > room.bottom():
            self.move(at.left(), max(room.top(), room.bottom() - at.height()))
