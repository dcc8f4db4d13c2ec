"""The table of facts: what questions ask for beside their answer, dates as dates."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from audit_desk.domain.audit import FullAudit
from audit_desk.domain.audit_tool import Part
from audit_desk.domain.event_rows import read_rows
from audit_desk.domain.moments import parse_moment
from audit_desk.domain.round_record import RoundRecord
from audit_desk.domain.tool_kinds import PartKind
from audit_desk.domain.written_words import part_words
from audit_desk.reports.tables.given import Given, given_answers
from audit_desk.reports.tables.model import Cell, Column, DataTable, Kind, table
from audit_desk.reports.tables.shared import audit_columns

_PART_KINDS = ", ".join(kind.value for kind in PartKind if kind is not PartKind.EVENTS)


@dataclass(frozen=True, slots=True)
class _Fact:
    """One part of an answer, or one cell of a list of events."""

    given: Given
    part: Part
    column: Part | None
    row: int | None
    stored: str

    @property
    def kind(self) -> PartKind:
        return (self.column or self.part).kind


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


def _audit_of_fact(fact: _Fact) -> FullAudit:
    return fact.given.full


def _question_of_fact(fact: _Fact) -> str:
    return fact.given.answer.question_id


def _facts(record: RoundRecord) -> Iterator[_Fact]:
    for given in given_answers(record):
        for part in given.question.parts if given.question else ():
            stored = given.answer.parts.get(part.id, "")
            if part.kind is PartKind.EVENTS:
                yield from _cells(given, part, stored)
            elif stored:
                yield _Fact(given, part, None, None, stored)


def _cells(given: Given, part: Part, stored: str) -> Iterator[_Fact]:
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
