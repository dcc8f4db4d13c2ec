"""How the help is laid out: contents at the left, the page at the right."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QListWidget, QWidget

from audit_desk.ui.icons import Icons, Ink
from audit_desk.ui.theme import Theme
from audit_desk.ui.widgets.boxes import column, frame, holder
from audit_desk.ui.widgets.reading import ReadingPane
from audit_desk.ui.widgets.text import label

_CONTENTS_CHARS = 34


class HelpView(QWidget):
    """The page."""

    def __init__(self, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self.find_box = QLineEdit()
        self.find_box.setPlaceholderText("Find in the help")
        self.find_box.setAccessibleName("Find in the help")
        self.find_box.setClearButtonEnabled(True)
        self.find_box.addAction(
            icons.icon("magnify", Ink.MUTED), QLineEdit.ActionPosition.LeadingPosition
        )
        self.contents = QListWidget()
        self.contents.setAccessibleName("Help pages")
        self.nothing = label("No page has these words.", "muted")
        self.nothing.hide()
        self.text = ReadingPane(theme, "Help")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._left())
        layout.addWidget(self.text, 1)

    def _left(self) -> QFrame:
        inner = column(label("Help", "title"), self.find_box, self.nothing, self.contents)
        inner.setContentsMargins(24, 16, 12, 16)
        side = frame(holder(inner), role="side", margin=0)
        side.setFixedWidth(side.fontMetrics().averageCharWidth() * _CONTENTS_CHARS + 36)
        return side
