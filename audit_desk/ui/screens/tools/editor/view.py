"""How the editor is laid out: outline, form, and what comes of it, side by side."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QSplitter,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from audit_desk.ui.icons import Icons, Ink
from audit_desk.ui.screens.audit.look import Look
from audit_desk.ui.screens.audit.ports import Desk
from audit_desk.ui.screens.tools.editor.faults_panel import FaultsPanel
from audit_desk.ui.screens.tools.editor.forms import Forms
from audit_desk.ui.screens.tools.editor.preview import Preview
from audit_desk.ui.screens.tools.editor.tree import OutlineTree
from audit_desk.ui.widgets.banner import Banner
from audit_desk.ui.widgets.boxes import line, row
from audit_desk.ui.widgets.buttons import button, primary_button
from audit_desk.ui.widgets.reading import ReadingPane
from audit_desk.ui.widgets.text import label

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

ADDED = ("Theme", "Question", "Fact", "Column", "Clock", "Document")
"""What can be added, in the menu's order."""
_LEFT, _MIDDLE, _RIGHT = 300, 520, 460
_LEAST_RIGHT = 320
_FORM_CHARS, _PREVIEW_CHARS = 54, 44


class EditorView(QWidget):
    """The page."""

    def __init__(self, look: Look, reader: Desk) -> None:
        super().__init__()
        icons = look.icons
        self.title = label("Draft", "strong", wrap=False)
        self.saved = label("", "muted", wrap=False)
        self.undo = button("Undo", icon=icons.icon("undo"), tip="Take the last step back (Ctrl+Z)")
        self.redo = button("Redo", icon=icons.icon("redo"), tip="Take it again (Ctrl+Shift+Z)")
        self.export = button("Export …")
        self.publish = primary_button("Publish …")
        self.trouble = Banner(icons, "", tone="danger")
        self.trouble.hide()
        self.tree = OutlineTree(icons)
        self.adds: dict[str, QAction] = {}
        self.forms = Forms(icons)
        self.preview = Preview(look, reader)
        self.changes = ReadingPane(look.theme, "What changes for the auditor")
        self.faults = FaultsPanel(icons)
        self.tabs = QTabWidget()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.pair = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out(icons)

    def _lay_out(self, icons: Icons) -> None:
        self._side = self._left(icons)
        self.splitter.addWidget(self._side)
        self.splitter.addWidget(self.pair)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([_LEFT, _MIDDLE + _RIGHT])
        self.pair.addWidget(self.forms)
        self.pair.addWidget(self._right_side())
        for number, share in enumerate((3, 2)):
            self.pair.setStretchFactor(number, share)
        self.pair.setSizes([_MIDDLE, _RIGHT])
        for splitter in (self.splitter, self.pair):
            splitter.setChildrenCollapsible(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._bar())
        outer.addWidget(self.trouble)
        outer.addWidget(self.splitter, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the preview below the form where large text leaves no room beside it."""
        super().resizeEvent(event)
        wanted = self.fontMetrics().averageCharWidth() * (_FORM_CHARS + _PREVIEW_CHARS)
        fits = wanted <= self.width() - _LEFT
        wanted_way = Qt.Orientation.Horizontal if fits else Qt.Orientation.Vertical
        if self.pair.orientation() is not wanted_way:
            self.pair.setOrientation(wanted_way)
            self.pair.setSizes([_MIDDLE, _RIGHT] if fits else [self.height(), 0])

    def _bar(self) -> QFrame:
        bar = QFrame()
        bar.setProperty("role", "bar")
        box = QHBoxLayout(bar)
        box.setContentsMargins(16, 6, 16, 6)
        box.setSpacing(8)
        box.addWidget(self.title)
        box.addWidget(self.saved)
        box.addStretch(1)
        for each in (self.undo, self.redo, self.export, self.publish):
            box.addWidget(each)
        return bar

    def _left(self, icons: Icons) -> QFrame:
        side = QFrame()
        side.setProperty("role", "side")
        box = QVBoxLayout(side)
        box.setContentsMargins(12, 8, 8, 8)
        box.setSpacing(6)
        box.addWidget(self.tree, 1)
        self.add_button = QToolButton()
        self.add_button.setText("Add …")
        self.add_button.setAccessibleName("Add to the draft")
        self.add_button.setIcon(icons.icon("plus"))
        self.add_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.add_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.add_button.setToolTip("Add below what is chosen (Ctrl+N adds another of its kind)")
        # The dots say that more follows; Qt's own arrow would stand half outside the button.
        self.add_button.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        menu = QMenu(self.add_button)
        for noun in ADDED:
            self.adds[noun] = menu.addAction(noun)
        self.add_button.setMenu(menu)
        self.duplicate = self._tool(icons, "content-copy", "Duplicate (Ctrl+D)")
        self.remove = self._tool(icons, "delete-outline", "Remove (Del)")
        self.up = self._tool(icons, "arrow-up", "Move up (Alt+Up)")
        self.down = self._tool(icons, "arrow-down", "Move down (Alt+Down)")
        buttons = (self.add_button, None, self.up, self.down, self.duplicate, self.remove)
        box.addLayout(row(*buttons, spacing=4))
        return side

    def _tool(self, icons: Icons, icon: str, words: str) -> QToolButton:
        made = QToolButton()
        made.setProperty("kind", "quiet")
        made.setIcon(icons.icon(icon, Ink.TEXT))
        made.setToolTip(words)
        made.setAccessibleName(words)
        return made

    def _right_side(self) -> QWidget:
        self.tabs.addTab(self.preview, "As the auditor sees it")
        self.tabs.addTab(self.changes, "What changed")
        self.tabs.setAccessibleName("Preview and changes")
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        right = QWidget()
        box = QVBoxLayout(right)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.tabs, 1)
        box.addWidget(line())
        box.addWidget(self.faults)
        right.setMinimumWidth(_LEAST_RIGHT)
        return right
