"""A button in a list whose words go on in a second line where there is no room for them."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QIcon, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter

_ACROSS, _DOWN = 10, 7  # the padding and border that the style sheet gives a row
_GAP = 6
_LEAST_CHARS = 16
_FLAGS = (
    Qt.TextFlag.TextWordWrap.value
    | Qt.TextFlag.TextShowMnemonic.value
    | Qt.AlignmentFlag.AlignLeft.value
    | Qt.AlignmentFlag.AlignVCenter.value
)


class WrappingButton(QPushButton):
    """Its words at the left, in as many lines as they need; an icon before them."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Tell that a narrow button is a higher one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the words at a width."""
        return self._words(QRect(0, 0, width, 0)).height() + 2 * _DOWN

    def sizeHint(self) -> QSize:
        """Return the size of one line."""
        metrics = self.fontMetrics()
        shown = metrics.size(Qt.TextFlag.TextShowMnemonic.value, self.text())
        return QSize(shown.width() + self._before() + _ACROSS + 1, shown.height() + 2 * _DOWN)

    def minimumSizeHint(self) -> QSize:
        """Return the least size: a few words wide, and as high as it is now wide."""
        wide = self.fontMetrics().averageCharWidth() * _LEAST_CHARS + self._before() + _ACROSS
        return QSize(min(wide, self.sizeHint().width()), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground and line as of any button, then icon and words."""
        del event
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text, option.icon = "", QIcon()
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        place = self.rect().adjusted(self._before(), 0, -_ACROSS, 0)
        size = self.iconSize()
        top = (self.height() - size.height()) // 2
        self.icon().paint(painter, _ACROSS, top, size.width(), size.height())
        group = option.palette.currentColorGroup()
        painter.setPen(option.palette.color(group, option.palette.ColorRole.ButtonText))
        painter.drawText(place, _FLAGS, self.text())
        painter.end()

    def _before(self) -> int:
        """Return where the words begin."""
        return _ACROSS + (0 if self.icon().isNull() else self.iconSize().width() + _GAP)

    def _words(self, rect: QRect) -> QRect:
        room = QRect(0, 0, rect.width() - self._before() - _ACROSS, 0)
        return self.fontMetrics().boundingRect(room, _FLAGS, self.text())
