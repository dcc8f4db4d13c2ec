"""What kinds, units and places are called in the forms, and what can be chosen there."""

from collections.abc import Iterator

from audit_desk.domain.answer_check import POSSIBLE_VALUES
from audit_desk.domain.audit import Grade
from audit_desk.domain.audit_tool import AnswerKind, AuditTool, ClockUnit, PartKind, Question
from audit_desk.domain.case_event import ListKind
from audit_desk.domain.case_field import FieldKind
from audit_desk.domain.case_fields import CASES
from audit_desk.domain.event_fields import CATALOGUES
from audit_desk.domain.tool_words import part_kind
from audit_desk.ui.screens.tools.editor.fields import Choices

QUESTION_KINDS: Choices = (
    (AnswerKind.GRADE, "A grade, from Outstanding to Inadequate"),
    (AnswerKind.YES_PARTLY_NO, "Yes, partly or no"),
    (AnswerKind.SAFETY, "Safe, unsure or unsafe"),
    (AnswerKind.FACTS, "Facts alone: dates, numbers, choices, words"),
)
UNITS: Choices = (
    (ClockUnit.HOURS, "hours"),
    (ClockUnit.CALENDAR_DAYS, "calendar days"),
    (ClockUnit.WORKING_DAYS, "working days"),
    (ClockUnit.WEEKS, "weeks"),
    (ClockUnit.MONTHS, "months"),
)
DAY_RULES: Choices = (
    (False, "The day of the trigger is day 0: counting begins the day after"),
    (True, "The day of the trigger is day 1"),
)
DATES = (PartKind.MOMENT, PartKind.DATE)
CHOICE_KINDS = (PartKind.CHOICE, PartKind.CHOICES)
_COMPARED = (*CHOICE_KINDS, PartKind.COUNT)
_SHORT = 44
_DAYS = (FieldKind.DATE, FieldKind.MOMENT)
_LISTS = {
    ListKind.CASES: "Case list",
    ListKind.MISSING: "Missing episodes",
    ListKind.STRATEGY: "Strategy discussions",
    ListKind.SUPERVISION: "Supervisions",
}


def part_kinds(*, column: bool) -> Choices:
    """Return the kinds that a part, or a column of a list of events, can have."""
    kinds = [
        kind for kind in PartKind if not (column and kind in {PartKind.CHOICES, PartKind.EVENTS})
    ]
    return tuple((kind, part_kind(kind).capitalize()) for kind in kinds)


def short(text: str, chars: int = _SHORT) -> str:
    """Return a text cut so that it stands in a list of choices."""
    text = " ".join(text.split())
    return f"{text[:chars].rstrip()} …" if len(text) > chars else text


def value_words(value: str, kind: AnswerKind) -> str:
    """Return the words of a main answer's stored form."""
    if kind is AnswerKind.GRADE:
        return Grade(int(value)).label
    return value.capitalize()


def dates_of(tool: AuditTool, *, columns: bool = True) -> Choices:
    """Return every date that a clock can start from or stop at."""
    return tuple(_dates(tool, columns=columns))


def _dates(tool: AuditTool, *, columns: bool) -> Iterator[tuple[object, str]]:
    for question in tool.questions():
        for part in question.parts:
            name = f"{question.id}.{part.id}"
            if part.kind in DATES:
                yield name, f"{question.id}: {short(part.label)}"
            for column in part.columns if columns else ():
                if column.kind in DATES:
                    yield f"{name}.{column.id}", f"{question.id}, each row: {short(column.label)}"


def condition_subjects(tool: AuditTool, but: Question | None) -> Choices:
    """Return what a condition can look at: answers of other questions, facts of the case.

    Args:
        tool: The tool.
        but: The question whose condition it is; ``None`` for a clock's, which may also look at
            the columns of the row that it times.
    """
    return (*_answers(tool, but), *_facts())


def _answers(tool: AuditTool, but: Question | None) -> Iterator[tuple[object, str]]:
    for question in tool.questions():
        if but is not None and question.id == but.id:
            continue
        if POSSIBLE_VALUES[question.kind]:
            yield f"answer:{question.id}", f"{question.id}: {short(question.wording)}"
        for part in question.parts:
            name = f"answer:{question.id}.{part.id}"
            if part.kind in _COMPARED:
                yield name, f"{question.id}: {short(part.label)}"
            for column in part.columns if but is None else ():
                if column.kind in _COMPARED:
                    yield f"{name}.{column.id}", f"{question.id}, each row: {short(column.label)}"


def _facts() -> Iterator[tuple[object, str]]:
    for field in CASES.fields:
        if field.kind not in {*_DAYS, FieldKind.TIME} and not field.names_staff:
            yield f"case:{field.key}", f"The child: {field.label}"


def list_dates() -> Choices:
    """Return every date that a list can suggest."""
    return tuple(_list_dates())


def _list_dates() -> Iterator[tuple[object, str]]:
    for kind, catalogue in {ListKind.CASES: CASES, **CATALOGUES}.items():
        name = "case" if kind is ListKind.CASES else kind.value
        fields = [field for field in catalogue.fields if field.kind in _DAYS]
        for field in fields:
            yield f"{name}.{field.key}", f"{_LISTS[kind]}: {field.label}"
        if kind is not ListKind.CASES:
            for field in fields:
                words = f"{_LISTS[kind]}, the one before: {field.label}"
                yield f"{name}.previous.{field.key}", words
