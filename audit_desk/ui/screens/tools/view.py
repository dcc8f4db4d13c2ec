"""How the tools page is laid out: tools and contents at the left, the text at the right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QSplitter,
    QTreeWidget,
    QVBoxLayout,
    QWidget,
)

from audit_desk.ui.icons import Icons, Ink
from audit_desk.ui.theme import Theme
from audit_desk.ui.widgets.banner import Banner
from audit_desk.ui.widgets.boxes import row
from audit_desk.ui.widgets.buttons import button, danger_button, primary_button
from audit_desk.ui.widgets.flow import flow_row
from audit_desk.ui.widgets.reading import ReadingPane
from audit_desk.ui.widgets.text import label

_CONTENTS_CHARS, _LEAST_CHARS = 44, 36
_MOST_TOOLS = 4


class ToolsView(QWidget):
    """The page."""

    def __init__(self, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self.tools = QListWidget()
        self.tools.setAccessibleName("Audit tools, their versions and drafts")
        self.tools.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tools.setTextElideMode(Qt.TextElideMode.ElideRight)
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
        self.copy = primary_button("Copy and change …")
        self.edit = primary_button("Edit draft")
        self.discard = danger_button("Discard draft …")
        self.take_in = button("Import …")
        self.export = button("Export …")
        self.form = button("Blank form …")
        self.notice = Banner(icons, "", tone="info")
        self.undo = button("Bring it back")
        self.unread = Banner(icons, "", tone="warning")
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()

    def _lay_out(self) -> None:
        self.splitter.addWidget(self._left())
        self.splitter.addWidget(self._right())
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(1, 1)
        line = self.fontMetrics().averageCharWidth()
        self.splitter.setSizes([line * _CONTENTS_CHARS + 36, 900])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)
        for hidden in (self.notice, self.undo, self.unread):
            hidden.hide()

    def _left(self) -> QFrame:
        side = QFrame()
        side.setProperty("role", "side")
        inner = QVBoxLayout(side)
        inner.setContentsMargins(24, 16, 12, 16)
        inner.setSpacing(8)
        inner.addWidget(label("Tools", "title"))
        inner.addWidget(self.tools)
        inner.addWidget(self.find_box)
        inner.addWidget(self.nothing)
        inner.addWidget(self.contents, 1)
        return side

    def _right(self) -> QWidget:
        right = QWidget()
        right.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LEAST_CHARS)
        box = QVBoxLayout(right)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        bar = flow_row(
            self.edit, self.copy, self.discard, None, self.form, self.take_in, self.export
        )
        bar.setContentsMargins(24, 12, 24, 8)
        box.addWidget(bar)
        notice = row(self.notice, self.undo)
        notice.setStretch(0, 1)
        notice.setContentsMargins(24, 0, 24, 0)
        box.addLayout(notice)
        unread = row(self.unread)
        unread.setContentsMargins(24, 0, 24, 0)
        box.addLayout(unread)
        box.addWidget(self.text, 1)
        return right

    def fit_tools(self) -> None:
        """Make the list of tools as high as its lines, up to a few."""
        rows = min(self.tools.count(), _MOST_TOOLS)
        height = sum(self.tools.sizeHintForRow(number) for number in range(rows))
        self.tools.setFixedHeight(height + 2 * self.tools.frameWidth() + 4)
