"""Whether an answer is one that its question can take, said in a sentence where it is not.

Every door uses it: the audit page, the command line, later a workbook that comes back.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial

from audit_desk.domain.audit import (
    NO,
    PARTLY,
    SAFE,
    UNSAFE,
    UNSURE,
    YES,
    Absence,
    Answer,
    Judgement,
)
from audit_desk.domain.audit_tool import AnswerKind, Part, PartKind, Question
from audit_desk.domain.case_moments import is_before
from audit_desk.domain.event_rows import event_faults
from audit_desk.domain.moments import parse_moment
from audit_desk.domain.plain_text import CONTROL

POSSIBLE_VALUES: dict[AnswerKind, tuple[str, ...]] = {
    AnswerKind.GRADE: ("1", "2", "3", "4"),
    AnswerKind.YES_PARTLY_NO: (YES, PARTLY, NO),
    AnswerKind.SAFETY: (SAFE, UNSURE, UNSAFE),
    AnswerKind.FACTS: (),
}
"""The main answers that each kind of question can take, in their stored form."""


def possible_absences(kind: AnswerKind) -> tuple[Absence, ...]:
    """Return the absences that a kind of question can have instead of an answer.

    Whether a child is safe is asked of every child, so it is never *not applicable*; that a
    record is missing or could not be opened leaves it open, and is said.
    """
    left_out = {Absence.NOT_APPLICABLE} if kind is AnswerKind.SAFETY else set()
    return tuple(absence for absence in Absence if absence not in left_out)


LONGEST_TEXT = 200_000
"""The most characters that one text may have: about forty pages."""

LARGEST_COUNT = 10_000
"""The largest number that a count may be."""

_EARLIEST_YEAR = 1990
_NOT_STORABLE = re.compile(f"[{CONTROL}\ud800-\udfff]")


def faults(question: Question, answer: Answer, today: date) -> tuple[str, ...]:
    """Return what is wrong with an answer, each as a sentence; empty when nothing is.

    Args:
        question: The question that is answered.
        answer: The answer.
        today: The present day; what an auditor reads on a file lies in the past.
    """
    return tuple(_faults(question, answer, today))


def judgement_faults(judgement: Judgement) -> tuple[str, ...]:
    """Return what is wrong with a judgement's texts; empty when nothing is."""
    texts = (
        judgement.rationale,
        judgement.strengths,
        judgement.improvements,
        judgement.lived_experience,
    )
    return tuple(sentence for text in texts for sentence in text_faults(text))


def _faults(question: Question, answer: Answer, today: date) -> Iterator[str]:
    possible = POSSIBLE_VALUES[question.kind]
    if answer.value and answer.value not in possible:
        yield (
            f"{question.id} cannot be answered “{answer.value[:40]}”; it takes "
            f"{', '.join(possible) or 'no main answer, only its dates, counts and texts'}."
        )
    if answer.absence and answer.absence not in possible_absences(question.kind):
        yield (
            f"{question.id} asks whether the child is safe, which applies to every child."
            " Where nothing tells, answer unsure."
        )
    if answer.value and answer.absence:
        yield f"{question.id} has both an answer and “{answer.absence.label}”; choose one."
    yield from text_faults(answer.evidence)
    if answer.parts:
        yield from _parts_faults(question, answer, today)


def _parts_faults(question: Question, answer: Answer, today: date) -> Iterator[str]:
    known = {part.id: part for part in question.parts}
    for part_id, value in answer.parts.items():
        part = known.get(part_id)
        if part is None:
            yield f"{question.id} has no part “{part_id}”; it has {', '.join(known) or 'none'}."
        else:
            for sentence in part_faults(part, value, today):
                yield f"{question.id}, {part.label}: {sentence}"
    for sentence in order_faults(question.parts, answer.parts):
        yield f"{question.id}: {sentence}"


def part_faults(part: Part, value: str, today: date) -> tuple[str, ...]:
    """Return what is wrong with one part's value; empty when nothing is."""
    if part.kind in (PartKind.MOMENT, PartKind.DATE):
        return tuple(_moment_faults(part, value, today))
    if part.kind is PartKind.COUNT:
        # The length first: Python does not read a number of thousands of figures.
        short = len(value) <= len(str(LARGEST_COUNT))
        fine = short and value.isascii() and value.isdigit() and int(value) <= LARGEST_COUNT
        return () if fine else (f"“{value[:40]}” is not a whole number from 0 to 10,000.",)
    if part.kind in (PartKind.CHOICE, PartKind.CHOICES):
        return tuple(_choice_faults(part, value))
    if part.kind is PartKind.EVENTS:
        check = partial(_cell_faults, today)
        return (*text_faults(value), *event_faults(part, value, check, order_faults))
    return tuple(text_faults(value))


def _moment_faults(part: Part, value: str, today: date) -> Iterator[str]:
    try:
        moment = parse_moment(value)
    except ValueError:
        yield f"“{value[:40]}” is not a date like 2026-03-02 or 2026-03-02T18:40."
        return
    if moment.day > today:
        yield f"{moment.day:%d/%m/%Y} is in the future; check the year."
    if moment.day.year < _EARLIEST_YEAR:
        yield f"{moment.day:%d/%m/%Y} is before {_EARLIEST_YEAR}; check the year."
    if part.kind is PartKind.DATE and moment.time is not None:
        yield "a date is wanted here, without a time."


def _choice_faults(part: Part, value: str) -> Iterator[str]:
    chosen = value.split("|") if part.kind is PartKind.CHOICES else [value]
    options = [option.id for option in part.options]
    for choice in chosen:
        if choice not in options:
            yield f"“{choice[:40]}” is not one of {', '.join(options)}."


def text_faults(text: str) -> Iterator[str]:
    """Yield what is wrong with a text, whoever wrote it; nothing where it can be kept."""
    if _NOT_STORABLE.search(text):
        yield "the text holds a character that cannot be saved; type it again without it."
    if len(text) > LONGEST_TEXT:
        yield (
            f"the text has {len(text):,} characters and may have {LONGEST_TEXT:,};"
            " keep what the file shows, not the file itself."
        )


def order_faults(parts: Sequence[Part], values: Mapping[str, str]) -> Iterator[str]:
    """Yield which dates stand in an order that cannot be, as sentences.

    Args:
        parts: The parts of a question, or the columns of a list.
        values: The question's, or one row's, values by id.
    """
    labels = {part.id: part.label for part in parts}
    for part in parts:
        event, trigger = _dated(values.get(part.id)), _dated(values.get(part.not_before))
        if part.not_before in labels and event and trigger and is_before(event, trigger):
            yield (
                f"“{part.label}” is before “{labels[part.not_before]}”."
                " Check both dates on the file."
            )


def _cell_faults(today: date, column: Part, cell: str) -> tuple[str, ...]:
    return part_faults(column, cell, today)


def _dated(value: str | None) -> str:
    """Return a stored moment; empty where it cannot be read, which is a fault of its own."""
    try:
        return parse_moment(value or "").stored
    except ValueError:
        return ""
