"""The tables of answers and of the facts in them."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from audit_desk.domain.applicability import applies, relevant_answers
from audit_desk.domain.audit import Answer, Answers, FullAudit
from audit_desk.domain.audit_tool import Part, Question, Theme
from audit_desk.domain.event_rows import read_rows
from audit_desk.domain.moments import parse_moment
from audit_desk.domain.round_record import RoundRecord
from audit_desk.domain.tool_kinds import AnswerKind, PartKind
from audit_desk.domain.written_words import part_words
from audit_desk.reports.tables.model import YES_NO, Cell, Column, DataTable, Kind, table, yes_no
from audit_desk.reports.tables.shared import ABSENCES, GRADES, GRADES_STORED, audit_columns

_ANSWERS = f"{GRADES}; Yes, Partly, No; Safe, Unsure, Unsafe"
_STORED = f"{GRADES_STORED}; yes, partly, no; safe, unsure, unsafe"
_KINDS = ", ".join(kind.value for kind in AnswerKind)
_PART_KINDS = ", ".join(kind.value for kind in PartKind if kind is not PartKind.EVENTS)


@dataclass(frozen=True, slots=True)
class _Given:
    """An answer in its audit; question and theme are unknown where the tool has none such."""

    full: FullAudit
    answer: Answer
    question: Question | None
    theme: Theme | None
    applies: bool


@dataclass(frozen=True, slots=True)
class _Fact:
    """One part of an answer, or one cell of a list of events."""

    given: _Given
    part: Part
    column: Part | None
    row: int | None
    stored: str

    @property
    def kind(self) -> PartKind:
        return (self.column or self.part).kind


def answers_table(record: RoundRecord) -> DataTable:
    """Return one row an answer, its facts in words in one cell."""
    columns: tuple[Column[_Given], ...] = (
        *_places(),
        Column(
            "answer",
            "Answer",
            "The main answer in words; empty where there is none.",
            _main_words,
            values=_ANSWERS,
            width=20,
        ),
        Column(
            "answer_stored",
            "Answer stored",
            "The main answer as the register stores it.",
            lambda given: given.answer.value,
            values=_STORED,
            width=10,
        ),
        Column(
            "absence",
            "Absence",
            "The honest other answer that stands instead of a main answer.",
            lambda given: given.answer.absence.label if given.answer.absence else "",
            values=ABSENCES,
            width=16,
        ),
        Column(
            "evidence",
            "Evidence",
            "What the auditor saw on the file, in their words.",
            lambda given: given.answer.evidence,
            width=60,
        ),
        Column(
            "facts",
            "Facts",
            "The further facts that the question asks for, in words; one a line.",
            _facts_words,
            width=50,
        ),
    )
    about = "One row an answer. Questions that nobody answered have no row."
    return table("answers", "Answers", about, columns, _given(record))


def facts_table(record: RoundRecord) -> DataTable:
    """Return one row a fact: dates as dates, counts as numbers."""
    columns: tuple[Column[_Fact], ...] = (
        *audit_columns(_audit_of_fact),
        Column("question_id", "Question", "The question's id.", _question_of_fact, width=10),
        Column("part_id", "Part ID", "The fact's stable id in it.", lambda fact: fact.part.id),
        Column("part", "Part", "What is asked for.", lambda fact: fact.part.label, width=30),
        Column(
            "event",
            "Event",
            "Which event of a list it belongs to, counted from 1; empty for other facts.",
            lambda fact: fact.row,
            Kind.NUMBER,
            width=8,
        ),
        Column(
            "column_id",
            "Column ID",
            "Which fact of that event it is; empty for other facts.",
            lambda fact: fact.column.id if fact.column else "",
        ),
        Column(
            "kind",
            "Kind",
            "What the fact is.",
            lambda fact: fact.kind.value,
            values=_PART_KINDS,
            width=10,
        ),
        Column("words", "In words", "The fact as people read it.", _fact_words, width=40),
        Column("stored", "Stored", "The fact as stored.", lambda fact: fact.stored, width=18),
        Column(
            "date",
            "Date",
            "The fact as a date where it is one. A date without a time had none on the file.",
            _fact_date,
            Kind.MOMENT,
            unit="local time, as on the file",
        ),
        Column(
            "number", "Number", "The fact as a number where it is a count.", _number, Kind.NUMBER
        ),
    )
    about = "One row a fact that a question asks for beside its answer, and a cell of its lists."
    return table("facts", "Facts", about, columns, _facts(record))


def _audit_of_given(given: _Given) -> FullAudit:
    return given.full


def _audit_of_fact(fact: _Fact) -> FullAudit:
    return fact.given.full


def _question_of_fact(fact: _Fact) -> str:
    return fact.given.answer.question_id


def _places() -> tuple[Column[_Given], ...]:
    return (
        *audit_columns(_audit_of_given),
        Column(
            "theme_id",
            "Theme ID",
            "The theme's stable id.",
            lambda given: _id(given.theme),
            width=18,
        ),
        Column(
            "theme",
            "Theme",
            "The theme that the question stands in.",
            lambda given: given.theme.title if given.theme else "",
            width=26,
        ),
        Column(
            "question_id",
            "Question",
            "The question's id; it stays the same in every version of the tool.",
            lambda given: given.answer.question_id,
            width=10,
        ),
        Column(
            "wording",
            "Wording",
            "The question as this round asked it.",
            lambda given: given.question.wording if given.question else "",
            width=50,
        ),
        Column(
            "critical",
            "Critical",
            "Whether it is a ★ question.",
            lambda given: yes_no(given.question is not None and given.question.critical),
            values=YES_NO,
            width=10,
        ),
        Column(
            "kind",
            "Kind",
            "What its main answer is.",
            lambda given: given.question.kind.value if given.question else "",
            values=_KINDS,
            width=14,
        ),
        Column(
            "applies",
            "Applies",
            "Whether the question fits this child. An answer to one that does not counts nowhere.",
            lambda given: yes_no(given.applies),
            values=YES_NO,
            width=10,
        ),
    )


def _id(theme: Theme | None) -> str:
    return theme.id if theme else ""


def _given(record: RoundRecord) -> Iterator[_Given]:
    """Yield the answers of each audit in the tool's order, those to no known question last."""
    placed = {
        question.id: (question, theme)
        for theme in record.tool.themes
        for question in theme.questions
    }
    for full in record.audits:
        relevant = relevant_answers(record.tool, full.answers, full.audit.facts)
        known = [full.answers[each] for each in placed if each in full.answers]
        others = [answer for each, answer in full.answers.items() if each not in placed]
        for answer in (*known, *others):
            question, theme = placed.get(answer.question_id, (None, None))
            yield _Given(full, answer, question, theme, _applies(question, relevant, full))


def _applies(question: Question | None, answers: Answers, full: FullAudit) -> bool:
    return question is not None and applies(question, answers, full.audit.facts)


def _main_words(given: _Given) -> str:
    grade = given.answer.grade
    return grade.label if grade else given.answer.value.capitalize()


def _facts_words(given: _Given) -> str:
    parts = given.question.parts if given.question else ()
    known = {part.id for part in parts}
    stored = given.answer.parts
    lines = [
        f"{part.label}: {part_words(part, stored[part.id])}"
        for part in parts
        if stored.get(part.id)
    ]
    lines += [f"{key}: {value}" for key, value in stored.items() if key not in known]
    return "\n".join(lines)


def _facts(record: RoundRecord) -> Iterator[_Fact]:
    for given in _given(record):
        for part in given.question.parts if given.question else ():
            stored = given.answer.parts.get(part.id, "")
            if part.kind is PartKind.EVENTS:
                yield from _cells(given, part, stored)
            elif stored:
                yield _Fact(given, part, None, None, stored)


def _cells(given: _Given, part: Part, stored: str) -> Iterator[_Fact]:
    try:
        rows = read_rows(stored)
    except ValueError:
        yield _Fact(given, part, None, None, stored)
        return
    for number, row in enumerate(rows, start=1):
        for column in part.columns:
            if row.get(column.id):
                yield _Fact(given, part, column, number, row[column.id])


def _fact_words(fact: _Fact) -> str:
    return part_words(fact.column or fact.part, fact.stored)


def _fact_date(fact: _Fact) -> Cell:
    if fact.kind not in {PartKind.MOMENT, PartKind.DATE}:
        return None
    try:
        moment = parse_moment(fact.stored)
    except ValueError:
        return None
    if moment.time is None:
        return moment.day
    return dt.datetime.combine(moment.day, moment.time)


def _number(fact: _Fact) -> Cell:
    is_count = fact.kind is PartKind.COUNT and fact.stored.isascii() and fact.stored.isdigit()
    return int(fact.stored) if is_count else None
