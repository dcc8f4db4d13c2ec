"""A first look at a list: what each of its columns is, with a few values that may be shown.

It takes the headings and a sample of the rows, so that a person can decide on the columns
before the whole list is read. Of a column that identifies children no value is ever shown.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from audit_desk.domain.case_dates import read_date
from audit_desk.domain.case_event import ListKind
from audit_desk.domain.cells import Cell, is_absent, number_text
from audit_desk.domain.column_recognition import (
    ColumnMatch,
    ColumnRole,
    header_key,
    recognise,
)
from audit_desk.domain.event_recognition import recognise_kind
from audit_desk.domain.identifiers import identifier_in_value, looks_like_name
from audit_desk.errors import UserError
from audit_desk.services.case_columns import column_name, judge_columns, missing_id
from audit_desk.services.case_table import Table
from audit_desk.services.list_fields import LEAVE_OUT, catalogue_of, targets_of

_SAMPLES = 3
_LONGEST = 40
"""A longer text may be a note about a child."""
_FAR_OFF = date(2199, 12, 31)
_DATES, _DIFFERENT = "dates", "different in most rows"
"""Stand for values that are not shown."""
_NEVER_SHOWN = frozenset({ColumnRole.IDENTIFIER, ColumnRole.BIRTH_DATE, ColumnRole.SYSTEM_ID})


class Fate(Enum):
    """What becomes of a column."""

    OPEN = "open"
    """Nothing is known of it, or a person leaves it out: they may say what it is."""
    KEPT = "kept"
    DROPPED = "dropped"
    """It identifies children, or was dropped for another reason that nobody can overrule."""


@dataclass(frozen=True, slots=True)
class SeenColumn:
    """One column of a list.

    Attributes:
        header: Its heading, or its letter where it has none.
        fate: What becomes of it.
        target: What it is read as; the key for leaving out where it is not.
        own: What its heading means by itself, whatever a person chose.
        note: Why it is not kept, or what should be known; may be empty.
        samples: A few of its values; none where they could identify a child.
        fault: Why it cannot be what a person chose; empty where it can.
    """

    header: str
    fate: Fate
    target: str
    own: str
    note: str = ""
    samples: tuple[str, ...] = ()
    fault: str = ""


@dataclass(frozen=True, slots=True)
class ListLook:
    """What was seen of a list.

    Attributes:
        source: The file or sheet, in words.
        kind: What a row stands for, recognised or chosen.
        header_row: The number of the row of headings.
        columns: Its columns, in order.
        fault: Why the list cannot be brought in as its columns stand; ``None`` where it can.
    """

    source: str
    kind: ListKind
    header_row: int
    columns: tuple[SeenColumn, ...]
    fault: UserError | None = None


def look_at(table: Table, kind: ListKind | None, mapping: Mapping[str, str]) -> ListLook:
    """Look at a list's columns.

    Args:
        table: The list.
        kind: What a row stands for; ``None`` recognises it.
        mapping: By heading what a person chose, as ``case_import.ImportRequest`` has it.
    """
    kind = kind or recognise_kind(table.headers)
    return _Look(table, kind, mapping).result()


class _Look:
    def __init__(self, table: Table, kind: ListKind, mapping: Mapping[str, str]) -> None:
        self._table = table
        self._kind = kind
        self._catalogue = catalogue_of(kind)
        places: dict[str, int] = {}
        for index, header in enumerate(table.headers):
            places.setdefault(header_key(column_name(header, index)), index)
        found = ((places.get(header_key(header)), target) for header, target in mapping.items())
        self._chosen = {index: target for index, target in found if index is not None}
        self._faults: dict[int, str] = {}

    def result(self) -> ListLook:
        by_itself = {match.index: self._target(match) for match in self._judge({})}
        self._faults = {}
        self._note_clashes()
        good = {i: target for i, target in self._chosen.items() if i not in self._faults}
        matches = self._judge(self._without_refused(good))
        return ListLook(
            self._table.source,
            self._kind,
            self._table.header_row,
            tuple(self._seen(match, by_itself.get(match.index, LEAVE_OUT)) for match in matches),
            self._fault(matches),
        )

    def _judge(self, mapping: Mapping[int, str]) -> tuple[ColumnMatch, ...]:
        """Judge the columns; one called an ID that identifies children is noted and left out."""
        try:
            return judge_columns(self._table, mapping, self._catalogue)
        except UserError as refused:
            ids = [
                match.index
                for match in recognise(self._table.headers, self._catalogue)
                if match.role is ColumnRole.SYSTEM_ID and match.index not in mapping
            ]
            if not ids:
                raise
            without = {**mapping, **dict.fromkeys(ids, LEAVE_OUT)}
            matches = judge_columns(self._table, without, self._catalogue)
            self._faults |= dict.fromkeys(ids, str(refused))
            return matches

    def _note_clashes(self) -> None:
        """Note columns that a person reads as the same thing: neither is taken then."""
        labels = dict(targets_of(self._kind))
        names = self._table.headers
        for index, target in self._chosen.items():
            others = [
                column_name(names[other], other)
                for other, theirs in self._chosen.items()
                if other != index and theirs == target != LEAVE_OUT
            ]
            if others:
                what = labels.get(target, target)
                self._faults[index] = f"“{others[0]}” is read as “{what}” too. Choose one of them."

    def _without_refused(self, mapping: dict[int, str]) -> dict[int, str]:
        """Return a mapping without what may not be chosen, which is noted at its column."""
        if not self._refusal(mapping):
            return mapping
        refused = {i: self._refusal({i: target}) for i, target in mapping.items()}
        self._faults |= {index: why for index, why in refused.items() if why}
        return {index: target for index, target in mapping.items() if not refused[index]}

    def _refusal(self, mapping: Mapping[int, str]) -> str:
        try:
            self._judge(mapping)
        except UserError as refused:
            return str(refused)
        return ""

    def _seen(self, match: ColumnMatch, own: str) -> SeenColumn:
        fault = self._faults.get(match.index, "")
        chosen = self._chosen.get(match.index)
        target = self._target(match)
        fate = Fate.KEPT
        if chosen == LEAVE_OUT or match.role is ColumnRole.UNKNOWN:
            fate = Fate.OPEN
        elif match.role in {ColumnRole.IDENTIFIER, ColumnRole.BIRTH_DATE}:
            fate = Fate.DROPPED
        if fault and chosen is not None:
            fate, target = Fate.OPEN, chosen
        note = "" if chosen == LEAVE_OUT else _note(match)
        samples = () if fault else self._samples(match)
        return SeenColumn(match.header, fate, target, own, note, samples, fault)

    def _target(self, match: ColumnMatch) -> str:
        if match.role in {ColumnRole.IDENTIFIER, ColumnRole.UNKNOWN}:
            return LEAVE_OUT
        return match.field_key or match.role.value

    def _fault(self, matches: tuple[ColumnMatch, ...]) -> UserError | None:
        if self._faults:
            return UserError("Some columns cannot be read as chosen.", "They are marked below.")
        return missing_id(self._table, matches, self._catalogue)

    def _samples(self, match: ColumnMatch) -> tuple[str, ...]:
        if match.role in _NEVER_SHOWN:
            return ()
        rows = self._table.sample
        cells = (row[match.index] for row in rows if match.index < len(row))
        if match.role is ColumnRole.UNKNOWN:
            return _of_unknown([text for cell in cells if (text := _unknown_text(cell))])
        return _first_different(_text(cell) for cell in cells)


def _note(match: ColumnMatch) -> str:
    if match.role is ColumnRole.BIRTH_DATE:
        return "A date of birth: gives the age where the list has none, and is not kept."
    if match.role is ColumnRole.SYSTEM_ID:
        return "Kept in the lookup table only, never shown."
    return match.reason


def _first_different(texts: Iterable[str]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for text in texts:
        if text:
            found.setdefault(text)
        if len(found) == _SAMPLES:
            break
    return tuple(found)


def _text(cell: Cell) -> str:
    # An age to many decimals would give the date of birth away.
    text = f"{cell:.1f}" if isinstance(cell, float) and not cell.is_integer() else number_text(cell)
    hidden = is_absent(text) or len(text) > _LONGEST or identifier_in_value(text)
    return "" if hidden else text


def _unknown_text(cell: Cell) -> str:
    """Return what may be shown of a column that nobody has judged: no name, no day."""
    text = _text(cell)
    if not text or looks_like_name(text):
        return ""
    may_be_a_day = not text.isdecimal() and isinstance(read_date(cell, _FAR_OFF), date)
    return _DATES if may_be_a_day else text


def _of_unknown(texts: list[str]) -> tuple[str, ...]:
    """Return values of such a column where they repeat: what differs in each row may be an ID."""
    different = set(texts)
    if _DATES in different:
        return (_DATES,)
    if len(different) * 2 > len(texts):
        return (_DIFFERENT,) if len(texts) > 1 else ()
    return _first_different(texts)
