"""Pictures of the cases page."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from audit_desk.domain.conditions import NOT_RECORDED
from audit_desk.ui.prompts import DialogPrompts
from audit_desk.ui.screens.cases.screen import CasesScreen
from audit_desk.ui.task_runner import TaskRunner
from tests.gallery.registry import LAPTOP, Shot, Studio
from tests.gallery.shots_shell import window
from tests.ui.fake_cases import FakeCases, invented_cases, invented_events

CLOSED = 3
"""The row of the first closed case; every nineteenth after it is closed too."""


class _Loud:
    def show(self, error: BaseException) -> None:
        raise error


def _page(studio: Studio, count: int, then: Callable[[CasesScreen], object]) -> QWidget:
    runner = TaskRunner(_Loud())

    def page() -> CasesScreen:
        cases = [
            replace(each, closed_on="2025-10-06") if place % 19 == CLOSED else each
            for place, each in enumerate(invented_cases(count))
        ]
        port = FakeCases(cases, events_of={each.id: invented_events(each.id) for each in cases})
        port.lists_of = {each.id: ("Complex safeguarding", "Children in care") for each in cases}
        made = CasesScreen(port, runner, studio.icons, DialogPrompts(), lambda: None)
        made.refresh()
        runner.drain()
        runner.setParent(made)
        then(made)
        return made

    return window(studio, "cases", page)


def _nothing(_screen: CasesScreen) -> None:
    """Leave the page as it opens."""


def _filter(screen: CasesScreen) -> None:
    screen.view.search.setText("worker 1")
    screen.filtering.choose("status", ("Child in care",))
    screen.filtering.choose("cst_start", ("2024-09-01..2025-12-31", NOT_RECORDED))
    screen.filtering.choose("team", ("East locality", "West locality"))


def _by_values(screen: CasesScreen) -> None:
    screen.filtering.choose("worker", ("Worker 12",))
    screen.view.chips.chip("worker").text.click()


def _by_range(screen: CasesScreen) -> None:
    screen.filtering.choose("age", ("12..14",))
    screen.view.chips.chip("age").text.click()


def _closed(screen: CasesScreen) -> None:
    screen.view.closed.click()
    screen.view.table.setCurrentIndex(screen.model.index(CLOSED, 0))
    QTimer.singleShot(0, screen.view.facts.body, screen.view.facts.body.setFocus)


def _find_none(screen: CasesScreen) -> None:
    screen.view.search.setText("nobody is called this")


SHOTS = [
    Shot("cases", partial(_page, count=133, then=_nothing)),
    Shot("cases-laptop", partial(_page, count=1_203, then=_nothing), LAPTOP),
    Shot("cases-empty", partial(_page, count=0, then=_nothing)),
    Shot("cases-filtered", partial(_page, count=133, then=_filter)),
    Shot("cases-filter-values", partial(_page, count=133, then=_by_values), LAPTOP),
    Shot("cases-filter-range", partial(_page, count=133, then=_by_range), LAPTOP),
    Shot("cases-closed", partial(_page, count=133, then=_closed), LAPTOP),
    Shot("cases-none", partial(_page, count=133, then=_find_none)),
    Shot("cases-150", partial(_page, count=133, then=_nothing), scale=150),
]
