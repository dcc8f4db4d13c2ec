"""How the tools page is laid out: contents at the left, the text at the right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QTreeWidget, QWidget

from audit_desk.ui.icons import Icons, Ink
from audit_desk.ui.theme import Theme
from audit_desk.ui.widgets.boxes import column, frame
from audit_desk.ui.widgets.reading import ReadingPane
from audit_desk.ui.widgets.text import label

_CONTENTS_CHARS = 44


class ToolsView(QWidget):
    """The page."""

    def __init__(self, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self.tools = QComboBox()
        self.tools.setAccessibleName("Audit tool")
        self.find_box = QLineEdit()
        self.find_box.setPlaceholderText("Find in all questions")
        self.find_box.setAccessibleName("Find in all questions")
        self.find_box.setClearButtonEnabled(True)
        self.find_box.addAction(
            icons.icon("magnify", Ink.MUTED), QLineEdit.ActionPosition.LeadingPosition
        )
        self.contents = QTreeWidget()
        self.contents.setAccessibleName("Themes and questions")
        self.contents.setHeaderHidden(True)
        self.contents.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.contents.setIndentation(14)
        self.nothing = label("No question has these words.", "muted")
        self.text = ReadingPane(theme, "The tool's text")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._left())
        layout.addWidget(self.text, 1)

    def _left(self) -> QFrame:
        side = frame(role="side", margin=0)
        inner = column(
            label("Tools", "title"),
            self.tools,
            self.find_box,
            self.nothing,
            self.contents,
        )
        inner.setContentsMargins(24, 16, 12, 16)
        holder = QWidget()
        holder.setLayout(inner)
        side.layout().addWidget(holder)  # type: ignore[union-attr]
        side.setFixedWidth(side.fontMetrics().averageCharWidth() * _CONTENTS_CHARS + 36)
        return side
