"""Pictures of the rounds: the list, and every tab of one, empty and full."""

from collections.abc import Callable
from functools import cache, partial
from io import BytesIO

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from audit_desk.reports.pdf import write_pdf
from audit_desk.services.sampling import DrawRequest
from audit_desk.ui.main_window import MainWindow
from audit_desk.ui.navigation import PageSpec
from audit_desk.ui.screens.round.sample.purposive_dialog import PurposiveDialog
from audit_desk.ui.screens.round.screen import RoundScreen, TabName
from audit_desk.ui.screens.rounds.new_round_dialog import NewRoundDialog
from audit_desk.ui.screens.rounds.page import RoundsPage
from audit_desk.ui.screens.rounds.ports import RoundsDesk
from audit_desk.ui.screens.rounds.screen import RoundsScreen
from audit_desk.ui.task_runner import TaskRunner
from audit_desk.ui.window_state import WindowState
from tests.gallery.registry import Shot, Studio
from tests.ui.fake_rounds import PERSON, FakeRegister, make_cases, make_desk

_REST_MS = 200
Act = Callable[[RoundScreen], object]


class _Loud:
    def show(self, error: BaseException) -> None:
        raise error


@cache
def _empty() -> FakeRegister:
    register = FakeRegister()
    register.create("Spring 2026", by=PERSON)
    return register


@cache
def _full() -> FakeRegister:
    """One round read for the greater part, one drawn, one not drawn yet."""
    register = FakeRegister(make_cases(133))
    read = register.create("Spring 2026", by=PERSON, purpose="The quarterly sample")
    drawn = register.create("Summer 2026", by=PERSON)
    register.create("Return interviews after missing episodes", by=PERSON)
    register.draw(read, DrawRequest(20, 4711, ("team", "status"), (), 1), PERSON)
    register.draw(drawn, DrawRequest(12, 99), PERSON)
    register.draw(drawn, DrawRequest(12, 100), PERSON)
    taken = register.receipts(read.id)[-1].drawn
    chosen = next(case.reference for case in register.cases if case.reference not in taken)
    register.add_on_purpose(read, chosen, "A complaint was upheld.", PERSON)
    register.read(read, submitted=14, begun=2)
    register.worry(read)
    pdf = BytesIO()
    write_pdf(register.found(read), pdf)
    register.pdf = pdf.getvalue()
    return register


def _list(studio: Studio, register: FakeRegister) -> RoundsScreen:
    desk = RoundsDesk(studio.icons, _Loud(), lambda: PERSON, lambda _round_id: None)
    return RoundsScreen(register, register, desk)


def _window(studio: Studio, make: Callable[[TaskRunner], QWidget]) -> MainWindow:
    """Return the window as it looks around a page of rounds."""
    runner = TaskRunner(_Loud())
    icon = studio.icons.icon

    def home() -> QWidget:
        return QWidget()

    pages = [
        PageSpec("home", "Home", icon("home-outline"), home),
        PageSpec("cases", "Cases", icon("folder-account-outline"), home),
        PageSpec("rounds", "Rounds", icon("target"), lambda: make(runner)),
        PageSpec("tools", "Tools", icon("clipboard-text-outline"), home),
        PageSpec("help", "Help", icon("help-circle-outline"), home, at_bottom=True),
        PageSpec("settings", "Settings", icon("cog-outline"), home, at_bottom=True),
    ]
    name = "Northmere complex safeguarding"
    window = MainWindow(pages, name, studio.icons, WindowState(studio.folder), runner)
    window.show_page("rounds")
    return window


def _rounds(studio: Studio, register: Callable[[], FakeRegister]) -> MainWindow:
    return _window(studio, lambda _runner: _list(studio, register()))


def _round(
    studio: Studio,
    tab: TabName,
    number: int = 1,
    *,
    register: Callable[[], FakeRegister] = _full,
    act: Act | None = None,
) -> MainWindow:
    """Return the window with a tab of a round, come to rest."""
    pages: list[RoundsPage] = []

    def make(runner: TaskRunner) -> RoundsPage:
        held = register()
        desk = make_desk(held, studio.theme, runner, _Loud())
        pages.append(
            RoundsPage(
                lambda _open: _list(studio, held),
                lambda _back: RoundScreen(held, held, held.jobs(), desk),
            )
        )
        return pages[0]

    window = _window(studio, make)
    window.show()
    pages[0].show_round(f"round-{number}", tab)
    _rest()
    screen = pages[0].round
    if act is not None and screen is not None:
        act(screen)
        _rest()
    return window


def _rest() -> None:
    loop = QEventLoop()
    QTimer.singleShot(_REST_MS, loop.quit)
    loop.exec()


def _stratify(screen: RoundScreen) -> None:
    form = screen.sample.form_page.form
    form.tick("team", "status")
    form.minimum_box.setValue(1)
    form.conditions.add()


def _new_round(_studio: Studio) -> NewRoundDialog:
    return NewRoundDialog(_full().available(), lambda *_typed: None)


def _on_purpose(_studio: Studio) -> PurposiveDialog:
    return PurposiveDialog(["CST-0101"], lambda *_typed: None)


def _findings(title: str) -> Act:
    return lambda screen: screen.findings.go(title)


SHOTS = [
    Shot("rounds-empty", partial(_rounds, register=FakeRegister)),
    Shot("rounds-full", partial(_rounds, register=_full)),
    Shot("rounds-new", _new_round, None),
    Shot("round-sample-no-cases", partial(_round, tab="sample", register=_empty)),
    Shot("round-sample-form", partial(_round, tab="sample", number=3)),
    Shot("round-sample-strata", partial(_round, tab="sample", number=3, act=_stratify)),
    Shot("round-sample-receipt", partial(_round, tab="sample")),
    Shot(
        "round-sample-verified",
        partial(
            _round, tab="sample", number=2, act=lambda screen: screen.sample.verify_button.click()
        ),
    ),
    Shot(
        "round-sample-again",
        partial(
            _round, tab="sample", number=2, act=lambda screen: screen.sample.again_button.click()
        ),
    ),
    Shot("round-sample-on-purpose", _on_purpose, None),
    Shot("round-audits-empty", partial(_round, tab="audits", register=_empty)),
    Shot("round-audits", partial(_round, tab="audits")),
    Shot("round-findings-empty", partial(_round, tab="findings", register=_empty)),
    Shot("round-findings-unread", partial(_round, tab="findings", number=2)),
    Shot("round-findings", partial(_round, tab="findings")),
    Shot(
        "round-findings-theme",
        partial(_round, tab="findings", act=_findings("Strategy meetings")),
    ),
    Shot("round-findings-timeliness", partial(_round, tab="findings", act=_findings("Timeliness"))),
    Shot("round-findings-concerns", partial(_round, tab="findings", act=_findings("Concerns"))),
    Shot(
        "round-findings-overrides",
        partial(_round, tab="findings", act=_findings("Judgements that differ")),
    ),
    Shot(
        "round-findings-profile",
        partial(_round, tab="findings", act=_findings("Sample and frame")),
    ),
    Shot("round-report-empty", partial(_round, tab="report", register=_empty)),
    Shot("round-report", partial(_round, tab="report")),
    Shot("round-findings-large-text", partial(_round, tab="findings"), scale=200),
]
"""Every picture of this part."""
