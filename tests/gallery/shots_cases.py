"""Pictures of the cases page."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from audit_desk.ui.prompts import DialogPrompts
from audit_desk.ui.screens.cases.screen import CasesScreen
from audit_desk.ui.task_runner import TaskRunner
from tests.gallery.registry import LAPTOP, Shot, Studio
from tests.gallery.shots_shell import window
from tests.ui.fake_cases import FakeCases, invented_cases, invented_events


class _Loud:
    def show(self, error: BaseException) -> None:
        raise error


def _page(studio: Studio, count: int, then: Callable[[CasesScreen], object]) -> QWidget:
    runner = TaskRunner(_Loud())

    def page() -> CasesScreen:
        cases = invented_cases(count)
        port = FakeCases(cases, events_of={each.id: invented_events(each.id) for each in cases})
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
    screen.view.facets.chosen.emit("status", frozenset({"Child in care"}))
    screen.view.facets.chosen.emit("gender", frozenset({"Male"}))


def _find_none(screen: CasesScreen) -> None:
    screen.view.search.setText("nobody is called this")


SHOTS = [
    Shot("cases", partial(_page, count=133, then=_nothing)),
    Shot("cases-laptop", partial(_page, count=1_203, then=_nothing), LAPTOP),
    Shot("cases-empty", partial(_page, count=0, then=_nothing)),
    Shot("cases-filtered", partial(_page, count=133, then=_filter)),
    Shot("cases-none", partial(_page, count=133, then=_find_none)),
    Shot("cases-150", partial(_page, count=133, then=_nothing), scale=150),
]
