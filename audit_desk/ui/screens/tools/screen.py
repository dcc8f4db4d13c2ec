"""What the tools page does: choose a tool, find a question, read, and lead to the editor."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidgetItem, QStackedLayout, QTreeWidgetItem, QWidget

from audit_desk.domain.audit_tool import AuditTool, Question, ToolStatus
from audit_desk.domain.audit_tool import Theme as ToolTheme
from audit_desk.ui.icons import Icons, Ink
from audit_desk.ui.screens.tools.actions import ToolActions
from audit_desk.ui.screens.tools.changes_text import changes_html
from audit_desk.ui.screens.tools.ports import ToolsDesk
from audit_desk.ui.screens.tools.text import STAR, about_html, searchable, theme_html
from audit_desk.ui.screens.tools.view import ToolsView
from audit_desk.ui.shortcuts import FIND, bind
from audit_desk.ui.theme import Theme
from audit_desk.ui.widgets.empty_state import EmptyState
from audit_desk.ui.widgets.focus import lead_focus

_PLACE = Qt.ItemDataRole.UserRole
_ABOUT = ("", "")
_CHANGES = ("*", "")


class ToolsScreen(QWidget):
    """Reads audit tools, and leads to changing them.

    Args:
        desk: What the page works with.
        theme: Type and colours.
        icons: The icons.
        open_editor: Opens the editor on a draft.
    """

    def __init__(
        self,
        desk: ToolsDesk,
        theme: Theme,
        icons: Icons,
        open_editor: Callable[[AuditTool], object],
    ) -> None:
        super().__init__()
        self._desk = desk
        self._theme = theme
        self._tools: list[AuditTool] = []
        self._shown: tuple[AuditTool, str] | None = None
        self.view = ToolsView(theme, icons)
        """The layout, for tests and pictures."""
        self.acts = ToolActions(self.view, desk, theme, self.refresh, open_editor)
        """What the buttons do, for tests and pictures."""
        self._empty = EmptyState(
            icons.icon("clipboard-text-outline", Ink.MUTED),
            "No audit tool",
            "Install Audit Desk again, or import the file of a tool.",
            "Import …",
            self.acts.take_in,
        )
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        self.view.tools.currentRowChanged.connect(self._choose)
        self.view.find_box.textChanged.connect(self._find)
        self.view.contents.currentItemChanged.connect(self._go)
        self.view.text.anchorClicked.connect(lambda url: self.show_place(url.toString()))
        lead_focus(self, self.view.contents)
        bind(self, FIND, self.view.find_box.setFocus)
        if desk.memory is not None:
            desk.memory.remember_splitter("tools", self.view.splitter)

    def refresh(self, wanted: AuditTool | None = None) -> None:
        """Read the tools anew; what is being read stays, unless another is wanted."""
        tools = list(self._desk.available())
        self._show_unread()
        if tools == self._tools and tools and wanted is None:
            return
        held = wanted or (self._tool() if self._tools else None)
        self._tools = tools
        self._stack.setCurrentIndex(0 if tools or self._desk.faults() else 1)
        self.view.tools.blockSignals(True)
        self.view.tools.clear()
        for tool in tools:
            self.view.tools.addItem(_line(tool))
        keys = [(tool.id, tool.version) for tool in tools]
        key = (held.id, held.version) if held else None
        number = keys.index(key) if key in keys else _newest(tools, held.id if held else "")
        self.view.tools.setCurrentRow(number)
        self.view.fit_tools()
        self.view.tools.blockSignals(False)
        self._choose(number)

    def _show_unread(self) -> None:
        faults = self._desk.faults()
        text = "\n".join(str(fault) for fault in faults)
        self.view.unread.set_message(text, heading="Not every audit tool could be read")
        self.view.unread.setVisible(bool(faults))

    def _choose(self, number: int) -> None:
        if 0 <= number < len(self._tools):
            self._shown = None
            self._fill(self._tools[number])
            self.acts.show_for(self._tools[number])
        elif not self._tools:
            self.view.contents.clear()
            self.acts.show_for(None)

    def _tool(self) -> AuditTool:
        return self._tools[max(0, self.view.tools.currentRow())]

    def _fill(self, tool: AuditTool) -> None:
        contents = self.view.contents
        contents.clear()
        about = _item("About this tool", _ABOUT)
        contents.addTopLevelItem(about)
        before = self._desk.editing.earlier(tool)
        if before is not None:
            contents.addTopLevelItem(
                _item(f"What changed since version {before.version}", _CHANGES)
            )
        for theme in tool.themes:
            top = _item(theme.title, (theme.id, ""))
            contents.addTopLevelItem(top)
            for question in theme.questions:
                top.addChild(_item(_short(question), (theme.id, question.id)))
            top.setExpanded(True)
        self._find(self.view.find_box.text())
        contents.setCurrentItem(about)

    def _go(self, item: QTreeWidgetItem | None) -> None:
        if item is None:
            return
        theme_id, question_id = item.data(0, _PLACE)
        tool = self._tool()
        if self._shown != (tool, theme_id):
            self._shown = (tool, theme_id)
            self.view.text.show_html(partial(self._html, tool, theme_id))
        self.view.text.go_to(question_id)

    def _html(self, tool: AuditTool, theme_id: str) -> str:
        if not theme_id:
            return about_html(tool)
        if theme_id == _CHANGES[0]:
            before = self._desk.editing.earlier(tool)
            changes = self._desk.editing.changes(before, tool) if before else ()
            return changes_html(changes, before)
        return theme_html(tool, tool.theme(theme_id), self._theme.colours)

    def show_place(self, place: str) -> None:
        """Show a theme or a question by its id; an unknown one changes nothing."""
        for item in self._items():
            if place and place in item.data(0, _PLACE) and not item.isHidden():
                self.view.contents.setCurrentItem(item)
                return

    def _items(self) -> list[QTreeWidgetItem]:
        contents = self.view.contents
        tops = [contents.topLevelItem(n) for n in range(contents.topLevelItemCount())]
        found: list[QTreeWidgetItem] = []
        for top in filter(None, tops):
            children = [top.child(n) for n in range(top.childCount())]
            found += [top, *filter(None, children)]
        return found

    def _find(self, text: str) -> None:
        if not self._tools:
            return
        words = text.casefold().split()
        tool = self._tool()
        fitting = {
            question.id
            for question in tool.questions()
            if all(word in searchable(tool, question) for word in words)
        }
        homes = {theme.id for theme in tool.themes if _has_any(theme, fitting)}
        for item in self._items():
            theme_id, question_id = item.data(0, _PLACE)
            fits = question_id in fitting if question_id else theme_id in homes
            item.setHidden(bool(words) and not fits)
        self.view.nothing.setVisible(not fitting)
        self._show_first(fitting if words else set())

    def _show_first(self, fitting: set[str]) -> None:
        for item in self._items():
            if item.data(0, _PLACE)[1] in fitting:
                self.view.contents.setCurrentItem(item)
                self.view.contents.scrollToItem(item)
                return


def _line(tool: AuditTool) -> QListWidgetItem:
    state = "published" if tool.status is ToolStatus.PUBLISHED else "draft"
    made = QListWidgetItem(f"{tool.title}\nVersion {tool.version} · {state}")
    made.setToolTip(f"{tool.title}, version {tool.version}, {state} ({tool.id})")
    return made


def _newest(tools: list[AuditTool], tool_id: str) -> int:
    """Return where the newest published version of a tool stands, else of the first there is."""
    published = [number for number, tool in enumerate(tools) if tool.status is ToolStatus.PUBLISHED]
    wanted = [number for number in published if tools[number].id == tool_id]
    first = [number for number in published if tools[number].id == tools[published[0]].id]
    return (wanted or first or [0])[-1]


def _item(text: str, place: tuple[str, str]) -> QTreeWidgetItem:
    made = QTreeWidgetItem([text])
    made.setData(0, _PLACE, place)
    made.setToolTip(0, text)
    return made


def _short(question: Question) -> str:
    star = f" {STAR}" if question.critical else ""
    return f"{question.id}{star}  {question.wording}"


def _has_any(theme: ToolTheme, fitting: set[str]) -> bool:
    return any(question.id in fitting for question in theme.questions)
