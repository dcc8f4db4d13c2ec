"""Pictures of moderation: pairs of readings, who is read twice, agreement, and its dialogs."""

from collections.abc import Callable
from copy import copy
from functools import cache, partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from audit_desk.domain.moderation import RoundModeration
from audit_desk.domain.second_reading import Choice
from audit_desk.ui.main_window import MainWindow
from audit_desk.ui.screens.round.screen import RoundScreen
from audit_desk.ui.widgets.roomy_dialog import RoomyDialog
from tests.gallery.registry import Shot, Studio
from tests.gallery.shots_rounds import _empty, _full, _round
from tests.reports.example_moderation import make_moderation
from tests.ui.fake_moderation import FakeModeration
from tests.ui.fake_report import document
from tests.ui.fake_rounds import FakeRegister, the_tool

Act = Callable[[RoundScreen], object]


def _moderated(number: int) -> FakeRegister:
    register = copy(_full())
    register.moderation = FakeModeration()
    register.moderation.found = make_moderation(number, the_tool())
    register.report = copy(register.report)
    register.report.documents = (document("Moderation report", "Names auditors.", lambda _: None),)
    register.moderation.would_add = [
        Choice(f"audit-{at}", f"CST-{at:04}", "Judged Outstanding overall.")
        for at in (101, 142, 163)
    ]
    return register


@cache
def _many() -> FakeRegister:
    return _moderated(14)


def _few() -> FakeRegister:
    return _moderated(5)


def _none() -> FakeRegister:
    register = _moderated(2)
    register.moderation.found = RoundModeration()
    return register


def _page(name: str) -> Act:
    return lambda screen: screen.moderation.pages.setCurrentWidget(getattr(screen.moderation, name))


def _row(place: int, *, everything: bool = False) -> Act:
    def act(screen: RoundScreen) -> None:
        page = screen.moderation.pairs
        page.table.setCurrentIndex(page.table.model().index(place, 0))
        page.comparison.everything.setChecked(everything)
        page.comparison.table.setFocus()

    return act


def _readers(screen: RoundScreen) -> None:
    """Show the foot of the agreement: reader by reader, and drift."""
    _page("agreement")(screen)
    area = screen.moderation.agreement.currentWidget()
    if isinstance(area, QScrollArea):
        bar = area.verticalScrollBar()
        QTimer.singleShot(100, lambda: bar.setValue(bar.maximum()))


def _shot(
    studio: Studio, *, register: Callable[[], FakeRegister] = _many, act: Act | None = None
) -> MainWindow:
    return _round(studio, "moderation", register=register, act=act)


def _dialog(studio: Studio, ask: Callable[[RoundScreen], RoomyDialog | None]) -> QWidget:
    opened: list[RoomyDialog] = []

    def act(screen: RoundScreen) -> None:
        dialog = ask(screen)
        if dialog is not None:
            opened.append(dialog)

    window = _shot(studio, act=act)
    opened[0].setParent(None, opened[0].windowFlags())
    opened[0].destroyed.connect(window.deleteLater)
    return opened[0]


SHOTS = [
    Shot("round-moderation-not-drawn", partial(_shot, register=_empty)),
    Shot("round-moderation-none", partial(_shot, register=_none)),
    Shot("round-moderation", _shot),
    Shot("round-moderation-everything", partial(_shot, act=_row(1, everything=True))),
    Shot("round-moderation-alike", partial(_shot, act=_row(0, everything=True))),
    Shot("round-moderation-waiting", partial(_shot, act=_row(16))),
    Shot("round-moderation-second", partial(_shot, act=_page("second"))),
    Shot("round-moderation-agreement", partial(_shot, act=_page("agreement"))),
    Shot("round-moderation-readers", partial(_shot, act=_readers)),
    Shot("round-moderation-agreement-few", partial(_shot, register=_few, act=_page("agreement"))),
    Shot("round-moderation-agreement-none", partial(_shot, register=_none, act=_page("agreement"))),
    Shot("round-moderation-large-text", _shot, scale=200),
    Shot("round-moderation-second-large", partial(_shot, act=_page("second")), scale=200),
    Shot("round-moderation-readers-large", partial(_shot, act=_readers), scale=200),
    Shot("moderation-rest", partial(_dialog, ask=lambda s: s.moderation.pairs.settle_rest()), None),
    Shot(
        "moderation-feedback", partial(_dialog, ask=lambda s: s.moderation.pairs.feedback()), None
    ),
    Shot("moderation-by-hand", partial(_dialog, ask=lambda s: s.moderation.second.by_hand()), None),
    Shot(
        "moderation-calibration",
        partial(_dialog, ask=lambda s: s.moderation.second.calibrate()),
        None,
    ),
]
"""Every picture of this part."""
