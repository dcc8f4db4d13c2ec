"""The main window on one register: which pages there are and where each leads."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from audit_desk.desktop.destinations import destinations
from audit_desk.desktop.identifiers import DeskIdentifiers
from audit_desk.desktop.packs_back import open_conflicts, open_take_in
from audit_desk.desktop.signing_in import pages_here, show_person, window_name
from audit_desk.desktop.surroundings import Surroundings
from audit_desk.errors import BugError
from audit_desk.services.desk import Desk
from audit_desk.ui.go_to import Destination
from audit_desk.ui.main_window import MainWindow
from audit_desk.ui.many_objects import keep_what_is_loaded
from audit_desk.ui.navigation import PageSpec
from audit_desk.ui.screens.home.from_desk import DeskHome
from audit_desk.ui.screens.home.ports import Ways
from audit_desk.ui.screens.home.screen import HomeScreen
from audit_desk.ui.widgets.identifier_guard import IdentifierGuard

if TYPE_CHECKING:
    from audit_desk.desktop.audit_page import AuditPages
    from audit_desk.desktop.left_at import LeftAt
    from audit_desk.ui.screens.actions.screen import ActionsScreen
    from audit_desk.ui.screens.cases.screen import CasesScreen
    from audit_desk.ui.screens.help.screen import HelpScreen
    from audit_desk.ui.screens.round.screen import RoundScreen, TabName
    from audit_desk.ui.screens.rounds.page import RoundsPage
    from audit_desk.ui.screens.rounds.screen import RoundsScreen
    from audit_desk.ui.screens.settings.screen import SettingsScreen
    from audit_desk.ui.screens.tools.screen import ToolsScreen

_IDLE_MS = 1_000
"""How long the window rests before it makes the next audit's page ready, in milliseconds."""


def build_main_window(desk: Desk, around: Surroundings, left: "LeftAt | None" = None) -> MainWindow:
    """Return the main window on an open register.

    Args:
        desk: The open register.
        around: What every screen is given.
        left: Where somebody was before they locked it; ``None`` begins at Home.
    """
    pages = _Pages(desk, around)
    if left is not None and left.is_for(desk):
        pages.go_back(left)
    return pages.window


class _Pages:
    """Builds each page when it is first shown, and knows where each leads.

    A page is imported then, too: all of them together take longer than starting Qt.
    """

    def __init__(self, desk: Desk, around: Surroundings) -> None:
        self._desk = desk
        self._around = around
        icon = around.icons.icon
        every = [
            PageSpec(
                "home",
                "Home",
                icon("home-outline"),
                self._home,
                help_topic="reading-a-pack" if desk.slip else "",
            ),
            PageSpec("cases", "Cases", icon("table-account"), self._cases),
            PageSpec("rounds", "Rounds", icon("target"), self._rounds),
            PageSpec("actions", "Actions", icon("check-circle-outline"), self._actions),
            PageSpec("tools", "Tools", icon("clipboard-text-outline"), self._tools),
            PageSpec("help", "Help", icon("help-circle-outline"), self._help, at_bottom=True),
            PageSpec("settings", "Settings", icon("cog-outline"), self._settings, at_bottom=True),
        ]
        wanted = pages_here(desk)
        self.window = MainWindow(
            [page for page in every if wanted is None or page.key in wanted],
            window_name(desk),
            around.icons,
            around.state,
            around.runner,
            self._destinations,
        )
        self._show_person()
        IdentifierGuard(DeskIdentifiers(desk).names, around.theme, self.window)
        self._audits: AuditPages | None = None
        self._idle = QTimer(self.window, singleShot=True, interval=_IDLE_MS)
        self._idle.timeout.connect(self._make_ready)
        self.window.full_page_left.connect(self._idle.start)
        self._idle.start()

    def _show_person(self) -> None:
        show_person(self._desk, self.window, self._around.icons)

    def _home(self) -> QWidget:
        slip = self._desk.slip
        if slip is not None:
            from audit_desk.desktop.pack_pages import build_pack_home

            return build_pack_home(
                self._desk, slip, self._around, lambda: self.window, self.open_audit
            )
        ways = Ways(
            self.open_audit,
            self.open_round,
            self.go,
            self.bring_in,
            self.open_action,
            partial(open_conflicts, self._desk, self._around, partial(self.go, "home")),
            partial(self.open_round, tab="moderation"),
        )
        home, around, pages = DeskHome(self._desk), self._around, pages_here(self._desk)
        moderates = pages is None or "rounds" in pages
        return HomeScreen(
            home,
            ways,
            around.icons,
            around.runner,
            runs_rounds=pages is None,
            moderates=moderates,
        )

    def _cases(self) -> "CasesScreen":
        from audit_desk.ui.screens.cases.from_desk import DeskCases
        from audit_desk.ui.screens.cases.screen import CasesScreen

        around = self._around
        return CasesScreen(
            DeskCases(self._desk),
            around.runner,
            around.icons,
            around.prompts,
            self.bring_in,
            memory=around.state,
            folder=around.documents,
        )

    def _rounds(self) -> "RoundsPage":
        from audit_desk.ui.screens.rounds.page import RoundsPage

        return RoundsPage(self._rounds_list, self._round)

    def _rounds_list(self, open_round: Callable[[str], object]) -> "RoundsScreen":
        from audit_desk.services.receipt_files import verify_files
        from audit_desk.ui.screens.rounds.ports import RoundsDesk
        from audit_desk.ui.screens.rounds.screen import RoundsScreen

        around = self._around
        beside = RoundsDesk(
            icons=around.icons,
            errors=around.errors,
            prompts=around.prompts,
            tasks=around.runner,
            person=self._desk.settings.person,
            open_round=open_round,
            verify_files=verify_files,
            documents=lambda: around.documents,
            memory=around.state,
            take_in=partial(open_take_in, self._desk, self._around),
        )
        return RoundsScreen(self._desk.rounds, self._desk.tools, beside)

    def _round(self, open_rounds: Callable[[], object]) -> "RoundScreen":
        from audit_desk.desktop.round_page import RoundLeads, build_round

        leads = RoundLeads(self.open_audit, partial(self.go, "cases"), open_rounds)
        return build_round(self._desk, self._around, leads)

    def _actions(self) -> "ActionsScreen":
        from audit_desk.ui.screens.actions.from_desk import DeskActions
        from audit_desk.ui.screens.actions.ports import ActionsDesk
        from audit_desk.ui.screens.actions.screen import ActionsScreen

        around = self._around
        beside = ActionsDesk(
            theme=around.theme,
            icons=around.icons,
            errors=around.errors,
            prompts=around.prompts,
            open_audit=self.open_audit,
            go_rounds=partial(self.go, "rounds"),
            documents=lambda: around.documents,
            memory=around.state,
        )
        return ActionsScreen(DeskActions(self._desk), beside)

    def _tools(self) -> "ToolsScreen":
        from audit_desk.desktop.tool_pages import build_tools

        return build_tools(self._desk, self._around, self.window)

    def _help(self) -> "HelpScreen":
        from audit_desk.paths import resource
        from audit_desk.ui.screens.help.screen import HelpScreen
        from audit_desk.ui.screens.help.topics import read_topics

        return HelpScreen(
            lambda: read_topics(resource("help")), self._around.theme, self._around.icons
        )

    def _settings(self) -> "SettingsScreen":
        from audit_desk.desktop.settings_page import build_settings

        return build_settings(self._desk, self._around, self._show_person)

    def go(self, key: str) -> None:
        """Show a page of the navigation."""
        self.window.show_page(key)

    def go_back(self, left: "LeftAt") -> None:
        """Show what somebody left when they locked the register."""
        if left.page in self.window.keys:
            self.go(left.page)
        if left.round_id and self.window.current_page == "rounds":
            self._rounds_page().show_round(left.round_id)
        if left.audit_id:
            self._audit_pages().open(left.audit_id, left.place)

    def bring_in(self) -> None:
        """Open the import of a case list."""
        from audit_desk.ui.dialogs.import_cases.dialog import ImportDialog
        from audit_desk.ui.dialogs.import_cases.from_desk import DeskImport

        around = self._around
        dialog = ImportDialog(
            DeskImport(self._desk, self._desk.settings.person()),
            around.runner,
            around.icons,
            around.prompts,
            folder=around.documents,
            memory=around.state,
            parent=self.window,
        )
        dialog.imported.connect(self._imported)
        dialog.open()

    def _imported(self, _result: object) -> None:
        from audit_desk.ui.screens.cases.screen import CasesScreen

        page = self.window.page("cases")
        if isinstance(page, CasesScreen):
            page.reload()  # known children may have new facts though their number is the same
        self.go("cases")

    def open_round(self, round_id: str, tab: "TabName | None" = None) -> None:
        """Show a round, or one of its tabs, in the place of the list of rounds."""
        self.window.show_page("rounds")
        self._rounds_page().show_round(round_id, tab)

    def open_action(self, action_id: str) -> None:
        """Show an action on the page of all of them."""
        from audit_desk.ui.screens.actions.screen import ActionsScreen

        self.window.show_page("actions")
        page = self.window.page("actions")
        if isinstance(page, ActionsScreen):
            page.show_action(action_id)

    def _rounds_page(self) -> "RoundsPage":
        from audit_desk.ui.screens.rounds.page import RoundsPage

        page = self.window.page("rounds")
        if not isinstance(page, RoundsPage):
            raise BugError("The page of the rounds is not the page of the rounds.")
        return page

    def open_audit(self, audit_id: str) -> None:
        """Show an audit over the whole window."""
        self._audit_pages().open(audit_id)

    def _make_ready(self) -> None:
        """Load what an audit's page needs, then build one: two short steps, not a long one."""
        if not self.window.isVisible():
            return
        if self._audits is None:
            self._audit_pages()
            self._desk.holidays.is_holiday(self._desk.today())  # reads the years once, slowly
            keep_what_is_loaded()
            self._idle.start()
        else:
            self._audits.prepare()

    def _audit_pages(self) -> "AuditPages":
        from audit_desk.desktop.audit_page import AuditPages

        if self._audits is None:
            self._audits = AuditPages(self._desk, self._around, self.window)
        return self._audits

    def _destinations(self) -> list[Destination]:
        return destinations(self._desk, self.window.keys, self.open_round, self.open_audit)
