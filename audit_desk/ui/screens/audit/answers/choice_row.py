"""One main answer as a wide row: its key, its words and what it looks like on file."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from audit_desk.ui.theme import Theme
from audit_desk.ui.widgets.text import label

_RADIUS = 4
_BESIDE_CHARS = 110  # so wide a window has room for descriptors beside their words
_BAR = 5


class ChoiceRow(QAbstractButton):
    """A choice that can be read in full before it is made.

    What is chosen has a bar at its side and a thick line, so that nothing rests on colour.

    Args:
        theme: Its colours.
        key: The key that chooses it.
        words: What the answer is called.
        mark: Shown instead of the plain words, where the answer has a sign of its own.
    """

    def __init__(self, theme: Theme, key: str, words: str, mark: QWidget | None = None) -> None:
        super().__init__()
        self._theme = theme
        self.setText(words)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._descriptor = label()
        self._descriptor.hide()
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(10, 6, 12, 6)
        self._layout.setSpacing(10)
        self._cap = label(key, "key", wrap=False)
        self._cap.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._layout.addWidget(self._cap, 0, Qt.AlignmentFlag.AlignVCenter)
        self._words = mark or label(words, wrap=False)
        self._said = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._said.setSpacing(10)
        self._said.addWidget(self._words, 0, Qt.AlignmentFlag.AlignVCenter)
        self._said.addWidget(self._descriptor, 1, Qt.AlignmentFlag.AlignVCenter)
        self._said.addStretch(0)
        self._layout.addLayout(self._said, 1)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.describe("")

    def describe(self, descriptor: str) -> None:
        """Show what the answer looks like on file."""
        self._descriptor.setText(descriptor)
        self._descriptor.setVisible(bool(descriptor))
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(descriptor)
        self.updateGeometry()

    def keep_columns(self, key: int, words: int) -> None:
        """Give the key and the words a column each, so that several rows line up."""
        self._cap.setMinimumWidth(key)
        self._words.setMinimumWidth(words)

    def columns(self) -> tuple[int, int]:
        """Return the widths that the key and the words need: a 4 is wider than a 1."""
        return self._cap.sizeHint().width(), self._words.sizeHint().width()

    def sizeHint(self) -> QSize:
        """Return what the contents ask for."""
        return self._layout.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the least that the contents can do with."""
        return self._layout.totalMinimumSize()

    def hasHeightForWidth(self) -> bool:
        """Tell whether a narrow row is a higher one."""
        return self._layout.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        """Return the height that the descriptor needs at a width."""
        return max(self._layout.totalHeightForWidth(width), self._layout.totalSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the descriptor below the words where large text leaves it a narrow column."""
        super().resizeEvent(event)
        # By the window, not by the row: a scroll bar that comes and goes would turn it for ever.
        narrow = self.window().width() < self.fontMetrics().averageCharWidth() * _BESIDE_CHARS
        way = QBoxLayout.Direction
        below = narrow and not self._descriptor.isHidden()
        self._said.setDirection(way.TopToBottom if below else way.LeftToRight)

    def event(self, event: QEvent) -> bool:
        """Paint anew when the focus comes or goes."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground and line; the words are labels of their own."""
        del event
        colours = self._theme.colours
        strong = self.isChecked() or self.hasFocus()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        thickness = 2.0 if strong else 1.0
        line = QColor(colours.accent if strong else colours.control_line)
        painter.setPen(QPen(line, thickness))
        painter.setBrush(QColor(self._ground()))
        half = thickness / 2
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        if self.isChecked():
            painter.fillRect(QRectF(box.left(), box.top() + 2, _BAR, box.height() - 4), line)
        if self.hasFocus():
            painter.setPen(QPen(line, 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inset = 4 if not self.isChecked() else _BAR + 2
            painter.drawRoundedRect(box.adjusted(inset, 3, -4, -3), _RADIUS, _RADIUS)
        painter.end()

    def _ground(self) -> str:
        colours = self._theme.colours
        if self.isChecked():
            return colours.selected
        return colours.hover if self.underMouse() else colours.surface
