"""Pictures of the window's shell: unlock, tools, settings, help, go to anything, errors."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from audit_desk import paths
from audit_desk.domain.audit import Absence, Grade
from audit_desk.domain.settings import DeskSettings, EscalationContact
from audit_desk.errors import UserError
from audit_desk.ui.error_presenter import ErrorDialog, error_text
from audit_desk.ui.go_to import Destination, GoToDialog
from audit_desk.ui.main_window import MainWindow
from audit_desk.ui.navigation import PageSpec
from audit_desk.ui.prompts import DialogPrompts, Question, QuestionDialog
from audit_desk.ui.screens.help.screen import HelpScreen
from audit_desk.ui.screens.help.topics import read_topics
from audit_desk.ui.screens.settings.profiles import ProfilesPanel
from audit_desk.ui.screens.settings.screen import SettingsScreen
from audit_desk.ui.screens.unlock.actions import UnlockActions
from audit_desk.ui.screens.unlock.screen import UnlockScreen
from audit_desk.ui.task_runner import TaskRunner
from audit_desk.ui.widgets.banner import Banner, Tone
from audit_desk.ui.widgets.buttons import button, danger_button, primary_button, quiet_button
from audit_desk.ui.widgets.empty_state import EmptyState
from audit_desk.ui.widgets.flow import flow_row
from audit_desk.ui.widgets.grade_chip import GradeChip
from audit_desk.ui.widgets.page import Page
from audit_desk.ui.widgets.progress import ProgressDialog
from audit_desk.ui.widgets.row_model import Column, RowModel
from audit_desk.ui.widgets.table import Table
from audit_desk.ui.window_state import WindowState
from tests.gallery.registry import LAPTOP, Shot, Studio
from tests.ui.fake_profiles import PROFILES, FakeProfileStore


class _Loud:
    def show(self, error: BaseException) -> None:
        raise error


class _Store:
    """Settings in memory."""

    def __init__(self, settings: DeskSettings) -> None:
        self._settings = settings

    def get(self) -> DeskSettings:
        return self._settings

    def save(self, settings: DeskSettings) -> None:
        self._settings = settings


_FULL = DeskSettings(
    organisation="Northshire Council",
    person_name="Alex Morgan",
    escalation_contacts=(
        EscalationContact("Team manager", "Sam Okafor", "01632 960 101"),
        EscalationContact("Service manager", "Jo Whitfield", "01632 960 102"),
        EscalationContact("Head of service", "Priya Nair", "01632 960 103"),
        EscalationContact("Emergency duty team, after hours", "", "01632 960 199"),
    ),
)


def _unlock(studio: Studio, *, recent: bool) -> UnlockScreen[str]:
    state = WindowState(studio.folder)
    if recent:
        for name in ("Peer review 2026", "Northshire complex safeguarding"):
            file = studio.folder / f"{name}.auditdesk"
            file.touch()
            state.add_recent_register(file)

    def never(*_arguments: object) -> str:
        raise UserError("This picture opens nothing.")

    return UnlockScreen(
        UnlockActions(never, never, never, never),
        state,
        TaskRunner(_Loud()),
        DialogPrompts(),
        studio.icons,
        Path("/home/alex/Documents"),
    )


def _refused(studio: Studio) -> QWidget:
    screen = _unlock(studio, recent=True)
    screen.show_refusal(
        UserError("The passphrase does not fit this register.", "Check capitals and try again.")
    )
    return screen


def _creating(studio: Studio) -> QWidget:
    screen = _unlock(studio, recent=True)
    screen.start_creating()
    screen.view.create_form.organisation.setText("Northshire Council")
    screen.view.create_form.first.setText("marble kettle fern orbit harbour")
    return screen


def window(studio: Studio, key: str, page: Callable[[], QWidget]) -> MainWindow:
    """Return the main window on one page, with every page in its navigation.

    Other modules of the gallery show theirs in it too.
    """

    def spec(name: str, title: str, icon: str, *, bottom: bool = False) -> PageSpec:
        build = page if name == key else QWidget
        return PageSpec(name, title, studio.icons.icon(icon), build, at_bottom=bottom)

    pages = [
        spec("home", "Home", "home-outline"),
        spec("cases", "Cases", "folder-account-outline"),
        spec("rounds", "Rounds", "target"),
        spec("actions", "Actions", "check-circle-outline"),
        spec("tools", "Tools", "clipboard-text-outline"),
        spec("help", "Help", "help-circle-outline", bottom=True),
        spec("settings", "Settings", "cog-outline", bottom=True),
    ]
    made = MainWindow(
        pages,
        "Northshire complex safeguarding",
        studio.icons,
        WindowState(studio.folder),
        TaskRunner(_Loud()),
    )
    made.show_page(key)
    return made


def _settings(studio: Studio, settings: DeskSettings) -> QWidget:
    # The gallery chooses light or dark: what these settings hold stays out of it.
    settings = replace(settings, text_scale=studio.theme.scale)
    return window(
        studio,
        "settings",
        lambda: SettingsScreen(
            _Store(settings),
            studio.theme,
            studio.icons,
            profiles=ProfilesPanel(FakeProfileStore(list(PROFILES)), DialogPrompts()),
        ),
    )


def _help(studio: Studio, topic: str) -> QWidget:
    def page() -> HelpScreen:
        topics = read_topics(paths.resource("help"))
        made = HelpScreen(lambda: topics, studio.theme, studio.icons)
        made.show_topic(topic)
        return made

    return window(studio, "help", page)


def _widgets(studio: Studio) -> QWidget:
    def page() -> Page:
        made = Page("Every small part", "How buttons, banners, chips and tables look together")
        made.add_action(button("Plain"))
        made.add_action(primary_button("Primary"))
        tones: tuple[Tone, ...] = ("info", "success", "warning", "danger")
        for tone in tones:
            made.body.addWidget(
                Banner(
                    studio.icons,
                    "The message says what is so and what to do about it.",
                    heading=f"A banner that is {tone}",
                    tone=tone,
                )
            )
        off = button("Disabled")
        off.setEnabled(False)
        chips = [GradeChip(studio.theme, mark) for mark in (*Grade, *Absence)]
        made.body.addWidget(flow_row(off, danger_button("Danger"), quiet_button("Quiet"), *chips))
        made.body.addWidget(_table(), 1)
        return made

    return window(studio, "home", page)


def _table() -> Table:
    rows = [(f"CST-{number:04}", "North", number % 7) for number in range(1, 40)]
    model = RowModel[tuple[str, str, int]](
        [
            Column("Reference", lambda line: line[0]),
            Column("Team", lambda line: line[1]),
            Column("Missing episodes", lambda line: str(line[2]), numeric=True),
            Column("", lambda _line: ""),
        ]
    )
    model.set_rows(rows)
    table = Table(model, "Cases", widths=(14, 20, 18))
    model.setParent(table)
    table.selectRow(2)
    return table


def _empty(studio: Studio) -> QWidget:
    def page() -> Page:
        made = Page("Cases")
        made.body.addWidget(
            EmptyState(
                studio.icons.icon("folder-account-outline"),
                "No cases yet",
                "Import the list that your case system exports. Names and other identifiers are"
                " dropped before anything is saved.",
                "Import a list",
            )
        )
        return made

    return window(studio, "cases", page)


def _go_to(studio: Studio) -> QWidget:
    del studio
    places = [
        ("Home", "Page"),
        ("Cases", "Page"),
        ("March 2026 dip sample", "Round"),
        ("CST-0142", "Child's file in March 2026 dip sample"),
        ("CST-0087", "Child's file in March 2026 dip sample"),
    ]
    return GoToDialog([Destination(title, kind, lambda: None) for title, kind in places])


def _user_error(studio: Studio) -> QWidget:
    del studio
    return ErrorDialog(
        error_text(
            UserError(
                "The workbook has no sheet with a column for the child's ID.",
                "Nothing was changed. Choose another sheet, or match the column by hand.",
            )
        )
    )


def _fault(studio: Studio) -> QWidget:
    del studio
    try:
        _FULL.escalation_contacts[9]
    except IndexError as error:
        return ErrorDialog(error_text(error))
    raise AssertionError


def _progress(studio: Studio) -> QWidget:
    del studio
    made = ProgressDialog("Importing the case list", lambda: None)
    made.set_progress(41_000, 100_000, "Reading rows")
    return made


def _question(studio: Studio) -> QWidget:
    del studio
    return QuestionDialog(
        Question(
            "Take CST-0142 out of the sample?",
            "The next spare takes its place. The swap and your reason stand in the receipt.",
            "Take it out",
            harmful=True,
        )
    )


SHOTS = [
    Shot("unlock-empty", partial(_unlock, recent=False)),
    Shot("unlock", partial(_unlock, recent=True)),
    Shot("unlock-refused", _refused),
    Shot("unlock-create", _creating),
    Shot("widgets", _widgets),
    Shot("widgets-laptop", _widgets, LAPTOP),
    Shot("empty-state", _empty),
    Shot("settings-empty", partial(_settings, settings=DeskSettings())),
    Shot("settings", partial(_settings, settings=_FULL)),
    Shot("settings-150", partial(_settings, settings=_FULL), scale=150),
    Shot("settings-200", partial(_settings, settings=_FULL), scale=200),
    Shot("help", partial(_help, topic="index")),
    Shot("help-keyboard", partial(_help, topic="keyboard")),
    Shot("go-to", _go_to, None),
    Shot("error", _user_error, None),
    Shot("error-fault", _fault, None),
    Shot("progress", _progress, None),
    Shot("question", _question, None),
]
