"""The outline as a tree: keys and the mouse choose an item, the keys also move it."""

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from audit_desk.domain.tool_edit import ToolPath
from audit_desk.ui.icons import Icons, Ink
from audit_desk.ui.screens.tools.editor.outline import Line, parent_of

_PATH = Qt.ItemDataRole.UserRole
_KEY = Qt.ItemDataRole.UserRole + 1


class OutlineTree(QTreeWidget):
    """The outline of a draft.

    Signals:
        chosen: The path of the item that was chosen by a person.
    """

    chosen = Signal(object)

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._items: dict[ToolPath, QTreeWidgetItem] = {}
        self._lines: tuple[Line, ...] = ()
        self._faulty: frozenset[ToolPath] = frozenset()
        self._loading = False
        self.setAccessibleName("Themes, questions, clocks and documents of the draft")
        self.setHeaderHidden(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setIndentation(14)
        self.currentItemChanged.connect(self._on_current)

    @property
    def path(self) -> ToolPath:
        """The item that is chosen."""
        item = self.currentItem()
        return () if item is None else tuple(item.data(0, _PATH))

    def show_lines(self, lines: tuple[Line, ...], current: ToolPath) -> None:
        """Show the outline anew, with one item chosen; what was open stays open."""
        self._loading = True
        if [line.path for line in lines] == [line.path for line in self._lines]:
            for line, before in zip(lines, self._lines, strict=True):
                if line != before:
                    self._dress(self._items[line.path], line)
        else:
            self._rebuild(lines)
        self._lines = lines
        self.choose(current)
        self._loading = False

    def choose(self, path: ToolPath) -> None:
        """Choose an item; one that is not there leads to the nearest above it."""
        while path not in self._items:
            path = parent_of(path) or ()
        item = self._items[path]
        loading, self._loading = self._loading, True
        self.setCurrentItem(item)
        self._loading = loading
        self.scrollToItem(item)

    def show_faulty(self, paths: Collection[ToolPath]) -> None:
        """Mark the items that have faults."""
        faulty = frozenset(paths)
        if faulty == self._faulty:
            return
        self._faulty = faulty
        for line in self._lines:
            self._dress(self._items[line.path], line)

    def _rebuild(self, lines: tuple[Line, ...]) -> None:
        opened = {item.data(0, _KEY) for item in self._items.values() if item.isExpanded()}
        known = {line.key for line in self._lines}
        self.clear()
        self._items = {}
        for line in lines:
            above = parent_of(line.path)
            item = QTreeWidgetItem()
            if above is None:
                self.addTopLevelItem(item)
            else:
                self._items[above].addChild(item)
            self._items[line.path] = item
            item.setData(0, _PATH, line.path)
            item.setData(0, _KEY, line.key)
            self._dress(item, line)
        for line in lines:
            fresh = line.key not in known and line.path[:-1] == ("themes",)
            self._items[line.path].setExpanded(line.key in opened or fresh)

    def _dress(self, item: QTreeWidgetItem, line: Line) -> None:
        faulty = line.path in self._faulty
        name, ink = ("alert-circle-outline", Ink.DANGER) if faulty else (line.icon, Ink.MUTED)
        item.setText(0, line.text)
        item.setData(0, _KEY, line.key)
        item.setIcon(0, self._icons.icon(name, ink))
        item.setToolTip(0, f"{line.text}\nHas faults" if faulty else line.text)
        accessible = f"{line.text}, has faults" if faulty else line.text
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, accessible)

    def _on_current(self, item: QTreeWidgetItem | None) -> None:
        if item is not None and not self._loading:
            self.chosen.emit(tuple(item.data(0, _PATH)))
