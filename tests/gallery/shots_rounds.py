"""Pictures of the rounds: the list, and every tab of one, empty and full."""

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QLineEdit, QScrollArea, QWidget

from audit_desk.domain.verify_draw import Verification
from audit_desk.reports.pdf import write_pdf
from audit_desk.services.sampling import DrawRequest
from audit_desk.ui.main_window import MainWindow
from audit_desk.ui.models.audit_model import audit_rows
from audit_desk.ui.navigation import PageSpec
from audit_desk.ui.prompts import DialogPrompts
from audit_desk.ui.screens.round.sample.purposive_dialog import PurposiveDialog
from audit_desk.ui.screens.round.sample.swap_dialog import SwapDialog, swappable
from audit_desk.ui.screens.round.screen import RoundScreen, TabName
from audit_desk.ui.screens.rounds.new_round_dialog import NewRoundDialog
from audit_desk.ui.screens.rounds.page import RoundsPage
from audit_desk.ui.screens.rounds.ports import RoundsDesk
from audit_desk.ui.screens.rounds.receipt_check import ReceiptCheckDialog
from audit_desk.ui.screens.rounds.screen import RoundsScreen
from audit_desk.ui.task_runner import TaskRunner
from audit_desk.ui.window_state import WindowState
from tests.gallery.registry import Shot, Studio
from tests.ui.fake_round_desk import make_desk
from tests.ui.fake_rounds import PERSON, FakeRegister, make_cases, the_tool

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
    register.pdf = write_pdf(register.found(read))
    return register


def _list(studio: Studio, register: FakeRegister) -> RoundsScreen:
    desk = RoundsDesk(
        icons=studio.icons,
        errors=_Loud(),
        prompts=DialogPrompts(),
        tasks=TaskRunner(_Loud()),
        person=lambda: PERSON,
        open_round=lambda _round_id: None,
        verify_files=lambda _receipt, _cases: Verification(agrees=True, differences=()),
        documents=lambda: Path("documents"),
    )
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
        PageSpec("actions", "Actions", icon("check-circle-outline"), home),
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
    runners: list[TaskRunner] = []

    def make(runner: TaskRunner) -> RoundsPage:
        held = register()
        runners.append(runner)
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
    _rest(runners[0])
    screen = pages[0].round
    if act is not None and screen is not None:
        act(screen)
        _rest(runners[0])
    return window


def _rest(runner: TaskRunner) -> None:
    loop = QEventLoop()
    QTimer.singleShot(_REST_MS, loop.quit)
    loop.exec()
    runner.drain()


def _stratify(screen: RoundScreen) -> None:
    form = screen.sample.form_page.form
    form.tick("team", "status")
    form.minimum_box.setValue(1)


def _narrow(screen: RoundScreen) -> None:
    """Ask for everything that a form can ask."""
    form = screen.sample.form_page.form
    for key, values in (("team", ("East CST", "West CST")), ("age", ("13..17",))):
        form.conditions.add()
        form.conditions.rows[-1].choose(key, *values)
    form.exclusions.lately.setChecked(True)
    form.exclusions.people.add("A. Farouk")
    form.exclusions.cases.add("CST-0101", "Moved to another council last week")


def _leave_out(screen: RoundScreen) -> None:
    _narrow(screen)
    out = screen.sample.form_page.form.exclusions
    out.person.setFocus()
    QTimer.singleShot(_REST_MS // 2, partial(_scroll_to, out))  # once it has its height


def _fault(screen: RoundScreen) -> None:
    form = screen.sample.form_page.form
    form.conditions.add()
    form.conditions.rows[0].choose("missing_episodes")
    form.conditions.rows[0].editor.stops[0].setFocus()
    for end, typed in zip(form.findChildren(QLineEdit, "end"), ("9", "2"), strict=True):
        end.setText(typed)
    _scroll_to(form.conditions)


def _scroll_to(widget: QWidget) -> None:
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if above is not None:
        above.ensureWidgetVisible(widget)


def _part(number: int) -> Act:
    return lambda screen: screen.sample.receipt_page.contents.setCurrentRow(number)


def _swap(_studio: Studio) -> SwapDialog:
    register = _full()
    receipt = register.receipts("round-2")[-1]
    rows = audit_rows(the_tool(), register.full["round-2"])
    dialog = SwapDialog(swappable(receipt, rows), receipt.drawn[1], lambda *_typed: None)
    dialog.reason.setPlainText("The child's case went to another council on 3 March.")
    return dialog


def _no_swap(_studio: Studio) -> SwapDialog:
    register = _full()
    receipt = register.receipts("round-1")[-1]
    rows = audit_rows(the_tool(), register.full["round-1"])
    return SwapDialog(swappable(receipt, rows), receipt.drawn[0], lambda *_typed: None)


def _new_round(_studio: Studio) -> NewRoundDialog:
    return NewRoundDialog(_full().available(), lambda *_typed: None)


def _on_purpose(_studio: Studio) -> PurposiveDialog:
    return PurposiveDialog({"CST-0101": ""}, lambda *_typed: None)


_DIFFERS = Verification(
    agrees=False,
    differences=(
        "2 cases of the frame are missing from the list: CST-0101, CST-0185.",
        "“East CST”: the sample differs from position 3: CST-0451 here, CST-0780 from the list.",
    ),
    notes=("The list does not have team, so the receipt's own strata were taken.",),
)


def _checked(studio: Studio, result: Verification) -> ReceiptCheckDialog:
    dialog = ReceiptCheckDialog(_list(studio, _full()).desk)
    dialog.receipt_path.setText("Spring 2026 - draw receipt.json")
    dialog.cases_path.setText("Spring 2026 - case list.csv")
    dialog.show_result(result)
    return dialog


def _findings(title: str) -> Act:
    return lambda screen: screen.findings.go(title)


SHOTS = [
    Shot("rounds-empty", partial(_rounds, register=FakeRegister)),
    Shot("rounds-full", partial(_rounds, register=_full)),
    Shot("rounds-new", _new_round, None),
    Shot("rounds-check", partial(_checked, result=Verification(agrees=True, differences=())), None),
    Shot("rounds-check-differs", partial(_checked, result=_DIFFERS), None),
    Shot("round-sample-no-cases", partial(_round, tab="sample", register=_empty)),
    Shot("round-sample-form", partial(_round, tab="sample", number=3)),
    Shot("round-sample-strata", partial(_round, tab="sample", number=3, act=_stratify)),
    Shot("round-sample-narrowed", partial(_round, tab="sample", number=3, act=_narrow)),
    Shot("round-sample-left-out", partial(_round, tab="sample", number=3, act=_leave_out)),
    Shot("round-sample-fault", partial(_round, tab="sample", number=3, act=_fault)),
    Shot("round-sample-drawn", partial(_round, tab="sample")),
    Shot("round-sample-spares", partial(_round, tab="sample", act=_part(1))),
    Shot("round-sample-drawn-strata", partial(_round, tab="sample", act=_part(2))),
    Shot("round-sample-drawn-on-purpose", partial(_round, tab="sample", act=_part(3))),
    Shot("round-sample-likeness", partial(_round, tab="sample", act=_part(4))),
    Shot("round-sample-receipt", partial(_round, tab="sample", act=_part(5))),
    Shot("round-sample-swap", _swap, None),
    Shot("round-sample-no-swap", _no_swap, None),
    Shot("round-sample-large-text", partial(_round, tab="sample", number=3), scale=200),
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
    Shot("round-report-large", partial(_round, tab="report"), scale=200),
    Shot("round-findings-large-text", partial(_round, tab="findings"), scale=200),
]
"""Every picture of this part."""
