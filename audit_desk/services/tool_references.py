"""Whether what an audit tool points to is there: its conditions and its clocks."""

import re
from collections.abc import Iterator, Sequence
from graphlib import CycleError, TopologicalSorter

from audit_desk.domain.answer_check import POSSIBLE_VALUES
from audit_desk.domain.audit_tool import (
    AuditTool,
    Clock,
    ClockUnit,
    Condition,
    Part,
    PartKind,
    Question,
)
from audit_desk.domain.list_source import read_source
from audit_desk.services.tool_checks import (
    CHOICE_KINDS,
    NAME,
    blank,
    malformed,
    possible_values,
)
from audit_desk.services.tool_lists import list_clock_faults

_CASE_KEY = re.compile(r"[a-z_]+")
_MOMENT_KINDS = (PartKind.MOMENT, PartKind.DATE)


def condition_faults(
    condition: Condition, tool: AuditTool, place: str, rows_of: str = ""
) -> Iterator[str]:
    """Yield the faults of one condition: what it names, and what it compares with.

    Args:
        condition: The condition.
        tool: The tool that it stands in.
        place: Where, for the sentence.
        rows_of: The list whose columns it may look at: that of a clock that reads its rows.
    """
    if (condition.case is None) == (condition.answer is None):
        yield f"{place}a condition names either a case field or an answer, and just one"
        return
    tests = (bool(condition.any_of), bool(condition.none_of), condition.at_least is not None)
    if sum(tests) != 1:
        yield f"{place}a condition has just one of any_of, none_of and at_least"
        return
    if condition.case is not None:
        yield from malformed(f"{place}case field", condition.case, _CASE_KEY, "missing_episodes")
    elif condition.answer is not None and not _is_in_sight(condition.answer, rows_of):
        yield f"{place}{condition.answer} is in the rows of a list; only its clocks look there"
    elif condition.answer is not None:
        yield from _answer_faults(condition.answer, condition, tool, place)


def _is_in_sight(reference: str, rows_of: str) -> bool:
    in_list = reference.rpartition(".")[0]
    return "." not in in_list or in_list == rows_of


def _answer_faults(
    reference: str, condition: Condition, tool: AuditTool, place: str
) -> Iterator[str]:
    question, part, fault = _find(reference, tool)
    if question is None or fault:
        yield f"{place}{fault}"
    elif condition.at_least is not None:
        if part is None or part.kind is not PartKind.COUNT:
            yield f"{place}at_least needs a part of kind count, and {reference} is none"
    elif part is not None and part.kind not in CHOICE_KINDS:
        yield f"{place}{reference} is of kind {part.kind}; any_of and none_of need a choice"
    else:
        options = (option.id for option in part.options) if part else POSSIBLE_VALUES[question.kind]
        possible = tuple(options)
        for value in (*condition.any_of, *condition.none_of):
            if value not in possible:
                yield f"{place}{reference} is never {value!r}, {possible_values(possible)}"


def clock_faults(clock: Clock, tool: AuditTool) -> Iterator[str]:
    """Yield the faults of one clock: its texts, its theme, its two ends, its conditions."""
    yield from malformed("its id", clock.id, NAME, "return-interview")
    yield from blank(
        "",
        title=clock.title,
        standard=clock.standard,
        source=clock.source,
        not_counted_label=clock.not_counted_label,
    )
    if clock.theme not in {theme.id for theme in tool.themes}:
        yield f"there is no theme {clock.theme!r}"
    if clock.limit < 1:
        yield f"limit is {clock.limit}; it must be 1 or more"
    yield from list_clock_faults(clock)
    ends = {"start": clock.start, "stop": clock.stop}
    for name, reference in (ends | ({"until": clock.until} if clock.until else {})).items():
        unit = ClockUnit.CALENDAR_DAYS if name == "until" else clock.unit
        yield from _clock_end_faults(reference, unit, tool, f"{name}: ")
    for condition in clock.not_counted_when:
        yield from condition_faults(condition, tool, "not_counted_when: ", clock.list_place)


def _clock_end_faults(
    reference: str, unit: ClockUnit, tool: AuditTool, place: str
) -> Iterator[str]:
    _, part, fault = _find(reference, tool)
    if fault:
        yield f"{place}{fault}"
    elif part is None:
        yield f"{place}{reference} names a question; a clock needs one of its parts"
    elif part.kind not in _MOMENT_KINDS:
        yield f"{place}{reference} is of kind {part.kind}; a clock needs a moment or a date"
    elif unit is ClockUnit.HOURS and part.kind is not PartKind.MOMENT:
        yield f"{place}{reference} is a date without a time; hours need a moment"


def order_faults(part: Part, beside: Sequence[Part], owner: str) -> Iterator[str]:
    """Yield a fault where a part's ``not_before`` cannot be compared with it.

    Args:
        part: The part, or the column.
        beside: The parts or columns that it stands among.
        owner: Whose they are, for the sentence.
    """
    if not part.not_before:
        return
    kinds = {other.id: other.kind for other in beside}
    earlier = kinds.get(part.not_before)
    if earlier is None:
        yield f"not_before: {owner} has no part {part.not_before!r}"
    elif part.not_before == part.id:
        yield "not_before: a part is not compared with itself"
    elif earlier not in _MOMENT_KINDS or part.kind not in _MOMENT_KINDS:
        yield f"not_before: both {part.id} and {part.not_before} must be dates or moments"


def list_faults(part: Part, place: str) -> Iterator[str]:
    """Yield the faults of the lists that a part may take its date from."""
    if part.from_list and part.kind not in _MOMENT_KINDS:
        yield f"{place}from_list is for dates and moments, and this part is of kind {part.kind}"
    for source in part.from_list:
        try:
            read_source(source)
        except ValueError as fault:
            yield f"{place}from_list: {fault}"


def circles(tool: AuditTool) -> Iterator[tuple[str, str]]:
    """Yield a question's id and its fault where questions rest on one another in a circle."""
    known = {question.id for question in tool.questions()}
    rests_on = {
        question.id: {
            other
            for condition in question.applies_when
            if (other := (condition.answer or "").partition(".")[0]) in known
        }
        for question in tool.questions()
    }
    try:
        TopologicalSorter(rests_on).prepare()
    except CycleError as circle:
        chain = list(reversed(circle.args[1]))
        if len(set(chain)) == 1:
            yield chain[0], "applies_when: a question cannot rest on its own answer"
        else:
            yield chain[0], f"applies_when goes in a circle: {' rests on '.join(chain)}"


def _find(reference: str, tool: AuditTool) -> tuple[Question | None, Part | None, str]:
    """Find ``QUESTION``, ``QUESTION.part`` or ``QUESTION.list.column``.

    The third of the answer is the fault, if any.
    """
    question_id, dot, part_id = reference.partition(".")
    try:
        question = tool.question(question_id)
    except KeyError:
        return None, None, f"there is no question {question_id!r}"
    if not dot:
        return question, None, ""
    try:
        return question, question.part(part_id), ""
    except KeyError:
        return _find_column(question, part_id)


def _find_column(question: Question, part_id: str) -> tuple[Question, Part | None, str]:
    """Find ``list.column`` in a question."""
    list_id, _, column_id = part_id.partition(".")
    lists = {part.id: part for part in question.parts if part.kind is PartKind.EVENTS}
    if list_id not in lists:
        return question, None, f"question {question.id} has no part {part_id!r}"
    for column in lists[list_id].columns:
        if column.id == column_id:
            return question, column, ""
    return question, None, f"list {question.id}.{list_id} has no column {column_id!r}"
