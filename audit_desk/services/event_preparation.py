"""Prepares the rows of a list of events for saving, or says why a row is left out.

A row is refused whole: where a cell cannot be read, where the register does not have the child,
where nobody can tell when the event began, where an end lies before its beginning, where two rows
say different things of one event.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import repeat

from audit_desk.domain.case import Facts, FactValue
from audit_desk.domain.case_event import ListKind
from audit_desk.domain.case_ids import read_reference, read_system_id
from audit_desk.domain.case_moments import is_before, read_moment
from audit_desk.domain.case_values import Reader, reader
from audit_desk.domain.cells import Cell, ValueFault, cell_text, number_text
from audit_desk.domain.column_recognition import ColumnMatch, ColumnRole
from audit_desk.domain.event_fields import SAID_OR_DATED, TIMES, beginning, catalogue
from audit_desk.domain.moments import format_moment, parse_moment
from audit_desk.services.case_rows import WHOLE_ROW, Faults, cells_of, read_column
from audit_desk.services.case_table import Progress, Table

Children = Mapping[str, tuple[str, str]]
"""Each child's case and reference, by the council's number and by the audit reference."""

_SAID = {dated: said for said, dated in SAID_OR_DATED.items()}
_KEPT = frozenset({ColumnRole.FIELD, ColumnRole.SYSTEM_ID, ColumnRole.REFERENCE})
_SLIPPED = (
    "has more cells than there are headings, so its cells have slipped; "
    "a cell with a comma in it needs quotation marks"
)
_YES_NO = frozenset({"Yes", "No"})
_NEITHER = ValueFault("is neither yes, no nor a date")


@dataclass(frozen=True, slots=True)
class PreparedEvent:
    """A row that can be saved.

    Attributes:
        case_id: The child's case.
        reference: The child's reference.
        happened: When the event began, in its stored form.
        facts: What the list says of it.
        row_number: The row's number as a spreadsheet shows it.
    """

    case_id: str
    reference: str
    happened: str
    facts: Facts
    row_number: int


class EventPreparation:
    """One pass over a list of events: reads its columns, then judges its rows.

    Attributes:
        faults: The faults found, complete once all rows are prepared.
        repeated: How many rows say the same of the same event as one before.
    """

    def __init__(
        self,
        table: Table,
        columns: Sequence[ColumnMatch],
        kind: ListKind,
        today: date,
        children: Children,
    ) -> None:
        self.faults = Faults(table)
        self.repeated = 0
        self._table = table
        self._columns = columns
        self._kind = kind
        self._today = today
        self._children = children
        self._catalogue = catalogue(kind)
        self._first: dict[tuple[str, str], PreparedEvent] = {}
        self._empty: list[bool] = []

    def prepare(
        self, translations: Mapping[str, Mapping[str, str]], progress: Progress
    ) -> Iterator[PreparedEvent]:
        """Yield the rows that can be saved.

        Args:
            translations: By field, the list's own value and what it is read as.
            progress: Told about rows done of all; it may raise ``Cancelled``.
        """
        cells = self._gather(progress)
        ids = self._read_ids(cells)
        values = {
            column.field_key: read_column(
                cells[column.index],
                self._reader(column.field_key, translations.get(column.field_key, {})),
                column.header,
                self.faults,
            )
            for column in self._columns
            if column.role is ColumnRole.FIELD
        }
        by_row = zip(*values.values(), strict=True) if values else repeat(())
        for index, (id_, row) in enumerate(zip(ids, by_row, strict=False)):
            if self._empty[index]:
                continue
            said = dict(zip(values, row, strict=False))
            event = self._judge(index, id_, _facts(said))
            if event is not None:
                yield event

    def _gather(self, progress: Progress) -> dict[int, list[Cell]]:
        """Return the cells of the columns that are kept; note rows whose cells have slipped."""
        kept = [column.index for column in self._columns if column.role in _KEPT]
        cells: dict[int, list[Cell]] = {index: [] for index in kept}
        width = len(self._table.headers)
        for start, rows in self._table.blocks(progress):
            for index in kept:
                cells[index] += cells_of(rows, index)
            for offset, row in enumerate(rows):
                self._empty.append(not any(map(cell_text, row)))
                if len(row) > width and any(map(cell_text, row[width:])):
                    self.faults.add(start + offset, WHOLE_ROW, "", _SLIPPED)
        return cells

    def _id_column(self) -> ColumnMatch:
        roles = {column.role: column for column in self._columns}
        return roles.get(ColumnRole.SYSTEM_ID) or roles[ColumnRole.REFERENCE]

    def _read_ids(self, cells: Mapping[int, list[Cell]]) -> list[str | None]:
        column = self._id_column()
        by_number = column.role is ColumnRole.SYSTEM_ID
        read = read_system_id if by_number else read_reference
        return read_column(cells[column.index], read, column.header, self.faults)

    def _reader(self, key: str, translated: Mapping[str, str]) -> Reader:
        read = reader(self._catalogue.field(key), self._today)
        if key in SAID_OR_DATED or key in _SAID:
            said = self._catalogue.field(_SAID.get(key, key))
            read = _either(reader(said, self._today), self._today)
        if not translated:
            return read
        return lambda cell: read(translated.get(number_text(cell), cell))

    def _judge(
        self, index: int, id_: str | None, facts: dict[str, FactValue]
    ) -> PreparedEvent | None:
        header = self._id_column().header
        if index in self.faults.by_row:
            return None
        if id_ is None:
            self.faults.add(index, header, "", "has no number of a child in it")
            return None
        child = self._children.get(id_)
        if child is None:
            self.faults.add(
                index, header, "", "is a child whom this register does not have on a case list"
            )
            return None
        begins = beginning(self._kind)
        happened = facts.get(begins.key)
        if not isinstance(happened, str):
            reason = "is empty, so that nobody can tell which event this is"
            self.faults.add(index, self._header(begins.key), "", reason)
            return None
        if self._is_disordered(index, facts):
            return None
        event = PreparedEvent(*child, happened, facts, self._table.row_number(index))
        return event if self._is_first(index, event) else None

    def _is_disordered(self, index: int, facts: Facts) -> bool:
        for start_key, end_key in self._catalogue.date_order:
            start, end = facts.get(start_key), facts.get(end_key)
            if isinstance(start, str) and isinstance(end, str) and is_before(end, start):
                reason = f"lies before “{self._header(start_key)}” ({_shown(start)})"
                self.faults.add(index, self._header(end_key), _shown(end), reason)
                return True
        return False

    def _is_first(self, index: int, event: PreparedEvent) -> bool:
        """Return whether a row is its event's first; note the fault where it contradicts."""
        earlier = self._first.setdefault((event.case_id, event.happened), event)
        if earlier is event:
            return True
        if earlier.facts == event.facts:
            self.repeated += 1
            return False
        keys = sorted({*earlier.facts, *event.facts})
        differing = [key for key in keys if earlier.facts.get(key) != event.facts.get(key)]
        names = ", ".join(f"“{self._header(key)}”" for key in differing)
        reason = f"tells the same event as row {earlier.row_number}, but differs in {names}"
        self.faults.add(index, WHOLE_ROW, "", reason)
        return False

    def _header(self, key: str) -> str:
        for column in self._columns:
            if column.field_key in {key, SAID_OR_DATED.get(key), _SAID.get(key)} - {None}:
                return column.header
        return self._catalogue.field(key).label


def _either(read_said: Reader, today: date) -> Reader:
    """Return a reader of cells that say yes or no, or when."""

    def read(cell: Cell) -> FactValue | ValueFault | None:
        said = read_said(cell)
        if not isinstance(said, ValueFault):
            return said
        moment = read_moment(cell, today)
        has_figures = any(character.isdigit() for character in cell_text(cell))
        return moment if has_figures or not isinstance(moment, ValueFault) else _NEITHER

    return read


def _facts(said: Mapping[str, FactValue | None]) -> dict[str, FactValue]:
    """Return the facts of a row: what was said, what is dated, and dates with their times."""
    facts = {key: value for key, value in said.items() if value is not None}
    for said_key, dated_key in SAID_OR_DATED.items():
        both = [facts.pop(key) for key in (said_key, dated_key) if key in facts]
        dated = [value for value in both if value not in _YES_NO]
        if both:
            facts[said_key] = next((value for value in both if value in _YES_NO), "Yes")
        if dated:
            facts[dated_key] = dated[-1]
    for time_key, dated_key in TIMES.items():
        clock, day = facts.pop(time_key, None), facts.get(dated_key)
        if clock is not None and isinstance(day, str) and "T" not in day:
            facts[dated_key] = f"{day}T{clock}"
    return facts


def _shown(moment: str) -> str:
    return format_moment(parse_moment(moment))
