"""Pictures of the audit page while a file is read: each state from a fresh file on."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from audit_desk.domain.event_suggestions import from_lists
from audit_desk.domain.last_place import LastPlace
from audit_desk.errors import UserError
from audit_desk.services.tool_files import bundled_tools
from audit_desk.ui.screens.audit.answers.part_editors import TypedEditor
from audit_desk.ui.screens.audit.screen import AuditScreen
from tests.gallery.audit_page import EVENTS, FACTS, HALF, audit_page, go
from tests.gallery.registry import Shot, Studio
from tests.ui.fake_independence import FakeIndependence
from tests.ui.fake_records import YESTERDAY, FakeRecords


class _Quiet:
    def show(self, error: BaseException) -> None:
        del error


def _why(screen: AuditScreen) -> None:
    go("strategy-meetings", "ST4", screen)
    screen.toggle_why()


def _not_understood(screen: AuditScreen) -> None:
    go("return-home-interviews", "RH1", screen)
    editor = screen.view.question.parts.editors["interviewed"]
    assert isinstance(editor, TypedEditor)
    editor.field.setText("1/3 9.30")
    editor.field.textEdited.emit("1/3 9.30")
    editor.field.left.emit()


def _from_lists(screen: AuditScreen) -> None:
    go("return-home-interviews", "RH1", screen)
    screen.view.question.parts.take_from_list()
    returned = screen.view.question.parts.editors["returned"]
    assert isinstance(returned, TypedEditor)
    returned.field.setText("02/03/2026 19:05")
    returned.field.textEdited.emit("02/03/2026 19:05")
    returned.field.left.emit()


def _search(screen: AuditScreen) -> None:
    screen.view.navigator.search.setText("safety plan")


def _folded(screen: AuditScreen) -> None:
    go("supervision", "SU8", screen)


def _unsaved(screen: AuditScreen) -> None:
    go("strategy-meetings", "ST3", screen)
    screen.sheet._auditing.fails = UserError(  # type: ignore[attr-defined]
        "The register's disk is full.", "Make room on it."
    )
    screen._errors = _Quiet()
    screen.choose("3")


_ask = partial(audit_page, then=lambda screen: screen.view.focus_start())
_BUILDS: dict[str, Callable[[Studio], QWidget]] = {
    "audit-resumed": partial(
        audit_page,
        answers=HALF,
        records=FakeRecords(
            place=LastPlace("wise-assessments", "WI2", YESTERDAY), fails=UserError("")
        ),
    ),
    "audit-fresh": audit_page,
    "audit-declaration": partial(_ask, independence=FakeIndependence()),
    "audit-declaration-conflict": partial(
        _ask, independence=FakeIndependence(worker="Morgan, Alex")
    ),
    "audit-check-undeclared": partial(
        audit_page, answers=HALF, independence=FakeIndependence(), then=AuditScreen.check
    ),
    "audit-graded": partial(audit_page, answers=HALF, then=partial(go, "strategy-meetings", "ST4")),
    "audit-why": partial(audit_page, answers=HALF, then=_why),
    "audit-yes-no": partial(audit_page, answers=HALF, then=partial(go, "strategy-meetings", "ST2")),
    "audit-dates": partial(
        audit_page, answers=HALF, then=partial(go, "return-home-interviews", "RH1")
    ),
    "audit-date-refused": partial(audit_page, answers=HALF, then=_not_understood),
    "audit-from-lists": partial(
        audit_page,
        answers={key: answer for key, answer in HALF.items() if key != "RH1"},
        lists=from_lists(bundled_tools()[0], FACTS, EVENTS, date(2026, 5, 4)),
        then=_from_lists,
    ),
    "audit-folded": partial(audit_page, answers=HALF, then=_folded),
    "audit-search": partial(audit_page, answers=HALF, then=_search),
    "audit-unsaved": partial(audit_page, answers=HALF, then=_unsaved),
}
SHOTS = [Shot(name, build) for name, build in _BUILDS.items()]
SHOTS.append(Shot("audit-large-text", _BUILDS["audit-graded"], scale=200))
