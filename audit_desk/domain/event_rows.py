"""The rows of a list of dated events: how they are stored, read back and checked.

The stored form is canonical: the same events give the same text, so that nothing is on record
as a change that is none. It is a JSON list of objects, one a row, in the order of their first
dates; each object holds its cells by column, sorted by the column's id; an empty cell is absent.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from audit_desk.domain.audit import Answer
from audit_desk.domain.audit_tool import Part, PartKind, Question

Row = Mapping[str, str]
"""One event: its cells in their stored form by column id; an empty cell is absent."""

MOST_ROWS = 200
"""The most events that one list may have; far above what a child's file holds."""

DATED = (PartKind.MOMENT, PartKind.DATE)
"""The kinds of column that hold a date."""

Check = Callable[[Part, str], Iterable[str]]
"""Says what is wrong with one cell of a column."""
CheckOrder = Callable[[Sequence[Part], Row], Iterable[str]]
"""Says which dates of one row stand in an impossible order."""

_LAST = "~"
"""Sorts after every date."""


def read_rows(stored: str) -> tuple[Row, ...]:
    """Read the stored form; an empty text is an empty list.

    Raises:
        ValueError: It is not a JSON list of objects of texts.
    """
    if not stored:
        return ()
    try:
        rows = json.loads(stored)
    except RecursionError:
        raise ValueError(stored[:40]) from None
    if not isinstance(rows, list) or not all(map(_is_row, rows)):
        raise ValueError(stored[:40])
    return tuple(rows)


def write_rows(part: Part, rows: Iterable[Row]) -> str:
    """Return the stored form of some rows; empty where no cell of them is filled."""
    kept = [filled for row in rows if (filled := _filled(row))]
    return _to_json(sorted(kept, key=lambda row: _place(part, row))) if kept else ""


def in_order(part: Part, rows: Sequence[Row]) -> tuple[int, ...]:
    """Return the numbers of the rows that are not empty, in the order in which they are stored."""
    kept = [number for number, row in enumerate(rows) if _filled(row)]
    return tuple(sorted(kept, key=lambda number: _place(part, _filled(rows[number]))))


def canonical(part: Part, stored: str) -> str:
    """Return a stored form as ``write_rows`` writes it; one that cannot be read as it is."""
    try:
        return write_rows(part, read_rows(stored))
    except ValueError:
        return stored


def with_lists_in_order(question: Question, answer: Answer) -> Answer:
    """Return an answer with its lists of events in their canonical form."""
    if not answer.parts:
        return answer
    lists = [part for part in question.parts if part.kind is PartKind.EVENTS]
    found = {
        part.id: canonical(part, answer.parts[part.id]) for part in lists if part.id in answer.parts
    }
    parts = {key: value for key, value in {**answer.parts, **found}.items() if value}
    return replace(answer, parts=parts) if found else answer


def first_date(part: Part) -> Part | None:
    """Return the column by which the rows are ordered."""
    return next((column for column in part.columns if column.kind in DATED), None)


def event_faults(part: Part, stored: str, check: Check, check_order: CheckOrder) -> Iterator[str]:
    """Yield what is wrong with a list, each with the number of its row, counted from 1."""
    try:
        rows = read_rows(stored)
    except ValueError:
        yield "is not a list of events, each an object of texts by column."
        return
    if len(rows) > MOST_ROWS:
        yield f"has {len(rows):,} events and may have {MOST_ROWS}."
        return
    columns = {column.id: column for column in part.columns}
    for number, row in enumerate(rows, start=1):
        for key, cell in row.items():
            column = columns.get(key)
            if column is None:
                yield f"row {number} has “{key[:40]}”; its columns are {', '.join(columns)}."
                continue
            for sentence in check(column, cell):
                yield f"row {number}, {column.label}: {sentence}"
        for sentence in check_order(part.columns, row):
            yield f"row {number}: {sentence}"


def _is_row(row: Any) -> bool:
    return isinstance(row, dict) and all(isinstance(cell, str) for cell in row.values())


def _filled(row: Row) -> dict[str, str]:
    return {key: cell for key, cell in row.items() if cell}


def _place(part: Part, row: Row) -> tuple[str, str]:
    column = first_date(part)
    first = row.get(column.id, "") if column else ""
    return first or _LAST, _to_json(row)


def _to_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
