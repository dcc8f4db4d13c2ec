"""Prepares the rows of a list for saving, a block at a time, or says why a row is left out.

A row is refused whole: where a cell cannot be read, where an end lies before its beginning, where
its cells have slipped. What only the whole list can tell is for ``case_checks``.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import repeat

from audit_desk.domain.case import Facts
from audit_desk.domain.case_dates import read_date
from audit_desk.domain.case_fields import CASES
from audit_desk.domain.case_ids import read_reference, read_system_id
from audit_desk.domain.case_values import OLDEST, Reader, age_on, reader
from audit_desk.domain.cells import Cell, ValueFault
from audit_desk.domain.column_recognition import ColumnMatch, ColumnRole
from audit_desk.services.case_rows import cells_of
from audit_desk.services.case_table import Row
from audit_desk.services.column_reader import ColumnReader
from audit_desk.services.row_faults import NO_ID, disordered, slipped, without_id
from audit_desk.services.value_counter import ValueCounter
from audit_desk.storage.staged_list import StagedFault, StagedRow

KEPT_ROLES = frozenset({ColumnRole.FIELD, ColumnRole.SYSTEM_ID, ColumnRole.REFERENCE})
"""The roles of columns that something is kept of."""

_UNBORN = timedelta(days=300)
"""A date of birth may lie so far ahead: a child who is expected."""
_AGE = "age"


@dataclass(frozen=True, slots=True)
class PreparedCase:
    """A row that can be saved.

    Attributes:
        system_id: The council's number of the child, for the lookup table alone.
        reference: The reference that the register knows the child by, or that the list brings;
            empty where the register has yet to give one.
        facts: What the list says.
        row_number: The row's number as a spreadsheet shows it.
    """

    system_id: str
    reference: str
    facts: Facts
    row_number: int


@dataclass(slots=True)
class Block:
    """What a block of rows came to.

    Attributes:
        rows: The rows that can be saved.
        faults: The faults of the others.
        left_out: The numbers of those others, each with the child's where it can be read.
    """

    rows: Iterable[StagedRow] = ()
    faults: list[StagedFault] = field(default_factory=list)
    left_out: list[tuple[int, str | None]] = field(default_factory=list)


class CaseReader:
    """Reads the rows of one list.

    Args:
        columns: What becomes of its columns.
        width: How many headings it has.
        first_row: The number of its first row below the headings.
        today: The day of the import: later dates are refused, ages are counted to it.
        readers: By field key how its cells are read, where that is not as ever.
        american: The keys of date fields whose column turned out to be American.

    Attributes:
        counters: By key of the fields in ``readers``, how often each value stands in the column.
    """

    def __init__(
        self,
        columns: Sequence[ColumnMatch],
        width: int,
        first_row: int,
        today: date,
        readers: Mapping[str, Reader],
        american: frozenset[str] = frozenset(),
    ) -> None:
        self._columns = columns
        self._width = width
        self._first_row = first_row
        self._american = american
        self.counters = {key: ValueCounter() for key in readers}
        fields = [column for column in columns if column.role is ColumnRole.FIELD]
        self._facts = {
            column.field_key: (column.index, self._reader(column, readers, today))
            for column in fields
        }
        self._births = [
            (column.index, ColumnReader(column.header, _AGE, _age_reader(today)))
            for column in columns
            if column.role is ColumnRole.BIRTH_DATE
        ]
        self._id = next(column for column in columns if column.role is ColumnRole.SYSTEM_ID)
        self._reference = next((c for c in columns if c.role is ColumnRole.REFERENCE), None)
        self._block = Block()
        self._faulty: set[int] = set()

    @property
    def has_references(self) -> bool:
        """Whether the list brings references of its own."""
        return self._reference is not None

    @property
    def american(self) -> frozenset[str]:
        """The fields whose dates so far have the month first; complete after the last block."""
        return self._american | {
            key for key, (_, column) in self._facts.items() if column.proves_american
        }

    def read(self, start: int, rows: Sequence[Row], new_ids: Sequence[str]) -> Block:
        """Read a block of rows.

        Args:
            start: The index of its first row, below the headings.
            rows: Its rows.
            new_ids: For each an id, should its child turn out to be new.
        """
        self._block, self._faulty = Block(), set()
        self._note_all(slipped(rows, self._width))
        ids = self._identify(rows, self._id, read_system_id)
        references: Iterable[str | None] = repeat(None)
        if self._reference is not None:
            references = self._identify(rows, self._reference, read_reference)
        facts = self._read_facts(rows)
        if None in ids:
            self._note_all(
                (place, self._id.header, "", NO_ID)
                for place in without_id(rows, ids)
                if place not in self._faulty
            )
        first = self._first_row + start
        faulty = {first + place for place in self._faulty}
        numbers = range(first, first + len(rows))
        self._block.left_out = [(first + place, ids[place]) for place in sorted(self._faulty)]
        self._block.faults = [(first + fault[0], *fault[1:]) for fault in self._block.faults]
        self._block.rows = [
            (number, id_, reference, text, new_id)
            for number, id_, reference, text, new_id in zip(
                numbers, ids, references, facts, new_ids, strict=False
            )
            if id_ is not None and number not in faulty
        ]
        return self._block

    def _reader(
        self, column: ColumnMatch, readers: Mapping[str, Reader], today: date
    ) -> ColumnReader:
        key = column.field_key
        read = readers.get(key) or reader(CASES.field(key), today)
        return ColumnReader(column.header, key, read, american=key in self._american)

    def _note(self, place: int, heading: str, value: str, reason: str) -> None:
        self._faulty.add(place)
        self._block.faults.append((place, heading, value, reason))

    def _note_all(self, faults: Iterable[tuple[int, str, str, str]]) -> None:
        for fault in faults:
            self._note(*fault)

    def _identify(
        self,
        rows: Sequence[Row],
        column: ColumnMatch,
        read: Reader,
    ) -> list[str | None]:
        found = list(map(read, cells_of(rows, column.index)))
        if not set(map(type, found)) <= {str, type(None)}:
            for place, value in enumerate(found):
                if isinstance(value, ValueFault):
                    self._note(place, column.header, "", value.message)
                    found[place] = None
        return found  # type: ignore[return-value]

    def _read_facts(self, rows: Sequence[Row]) -> Iterable[str]:
        pieces: dict[str, list[str]] = {}
        for key, (index, column) in self._facts.items():
            cells = cells_of(rows, index)
            pieces[key] = column.read(cells, self._note)
            if key in self.counters:
                self.counters[key].add(cells)
        for index, births in self._births:
            cells = cells_of(rows, index)
            ages = pieces.get(_AGE)
            if ages is None:
                pieces[_AGE] = births.read(cells, self._note)
                continue
            # A date of birth is looked at only where the list gives no age.
            needed: list[Cell] = [
                None if age else cell for age, cell in zip(ages, cells, strict=True)
            ]
            counted = births.read(needed, self._note)
            pieces[_AGE] = [age or other for age, other in zip(ages, counted, strict=True)]
        columns = {key: column for key, (_, column) in self._facts.items()}
        self._note_all(disordered(pieces, columns))
        if not pieces:
            return repeat("{}")
        # Keys in order, so that equal facts are equal text.
        by_row = map("".join, zip(*(pieces[key] for key in sorted(pieces)), strict=True))
        return ["{" + text[:-1] + "}" for text in by_row]


def _age_reader(today: date) -> Reader:
    def read(cell: Cell) -> int | ValueFault | None:
        birth = read_date(cell, today + _UNBORN)
        if isinstance(birth, ValueFault):
            return ValueFault(birth.message, show_value=False)
        if birth is None:
            return None
        age = age_on(birth, today)
        return age if age <= OLDEST else ValueFault(f"makes the child older than {OLDEST}", False)

    return read
