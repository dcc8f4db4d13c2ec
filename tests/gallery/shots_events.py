"""Pictures of lists of events on the audit page: empty, from a list, full, and with faults."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from audit_desk.domain.audit import Answer
from audit_desk.domain.event_rows import Row, write_rows
from audit_desk.domain.event_suggestions import from_lists
from audit_desk.services.tool_files import bundled_tools
from audit_desk.ui.screens.audit.events.events_editor import EventsEditor
from audit_desk.ui.screens.audit.screen import AuditScreen
from tests.gallery.audit_page import EVENTS, FACTS, audit_page, go
from tests.gallery.registry import Shot, Studio

_TOOL = bundled_tools()[0]
_EPISODES: tuple[Row, ...] = (
    {
        "missing_from": "2026-01-17T23:00",
        "returned": "2026-01-18T04:10",
        "offered": "2026-01-18T11:00",
        "outcome": "declined",
    },
    {
        "missing_from": "2026-02-06T19:30",
        "returned": "2026-02-07T01:15",
        "offered": "2026-02-07T10:30",
        "interviewed": "2026-02-09T16:00",
        "outcome": "held",
    },
    {
        "missing_from": "2026-02-14T18:00",
        "returned": "2026-02-15T02:40",
        "interviewed": "2026-02-17",
        "outcome": "held",
    },
    {
        "missing_from": "2026-02-28T21:15",
        "returned": "2026-03-02T18:40",
        "offered": "2026-03-03T09:10",
        "interviewed": "2026-03-06T10:00",
        "outcome": "held",
    },
    {"missing_from": "2026-04-11T20:00", "returned": "2026-04-12T00:20", "outcome": "not_offered"},
)
_SUPERVISIONS: tuple[Row, ...] = (
    {"held": "2025-12-02", "by": "CST team manager"},
    {"held": "2025-12-29", "by": "CST team manager"},
    {"held": "2026-02-08", "by": "Service manager, covering"},
    {"held": "2026-03-06", "by": "CST team manager"},
)


def _answers(question_id: str, part_id: str, rows: tuple[Row, ...], **more: str) -> Answer:
    part = _TOOL.question(question_id).part(part_id)
    return Answer(question_id, parts={part_id: write_rows(part, rows), **more})


_FULL: Mapping[str, Answer] = {
    "RH1": _answers("RH1", "episodes", _EPISODES, episode="yes"),
    "SU1": _answers("SU1", "supervisions", _SUPERVISIONS, supervisions_to="2026-05-04"),
}


def _shown(
    theme_id: str, question_id: str, part_id: str, then: Callable[[EventsEditor], object]
) -> Callable[[AuditScreen], None]:
    def show(screen: AuditScreen) -> None:
        go(theme_id, question_id, screen)
        editor = screen.view.question.parts.editors[part_id]
        assert isinstance(editor, EventsEditor)
        then(editor)
        screen.resize(1280, 720)
        screen.show()
        QApplication.processEvents()
        _scroll_to(editor)

    return show


def _scroll_to(editor: QWidget) -> None:
    above = editor.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if isinstance(above, QScrollArea):
        above.verticalScrollBar().setValue(above.verticalScrollBar().maximum())
        above.ensureWidgetVisible(editor, 0, 60)


def _faults(editor: EventsEditor) -> None:
    first, second, *_ = editor.lines
    first.cells[1].load_typed("17/1 22:00")
    second.cells[3].load_typed("9/13 16:00")
    for line in (first, second):
        line._say()
    editor._tell(typed=True)
    editor._delete(editor.lines[2])


_RH1 = partial(_shown, "return-home-interviews", "RH1", "episodes")
_SU1 = partial(_shown, "supervision", "SU1", "supervisions")


def _nothing(_editor: EventsEditor) -> None:
    """Leave the list as it is."""


def _build(
    studio: Studio, answers: Mapping[str, Answer], then: Callable[[AuditScreen], None]
) -> QWidget:
    lists = from_lists(_TOOL, FACTS, EVENTS, date(2026, 5, 4))
    return audit_page(studio, answers=answers, lists=lists, then=then)


_BUILDS: dict[str, Callable[[Studio], QWidget]] = {
    "events-empty": partial(_build, answers={}, then=_RH1(_nothing)),
    "events-full": partial(_build, answers=_FULL, then=_RH1(_nothing)),
    "events-gaps": partial(_build, answers=_FULL, then=_SU1(_nothing)),
    "events-from-list": partial(_build, answers={}, then=_RH1(EventsEditor.take_from_list)),
    "events-faults": partial(_build, answers=_FULL, then=_RH1(_faults)),
}
SHOTS = [Shot(name, build) for name, build in _BUILDS.items()]
SHOTS.append(Shot("events-large-text", _BUILDS["events-full"], scale=200))
