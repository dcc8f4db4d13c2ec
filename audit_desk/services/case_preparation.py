"""Prepares the rows of a list for saving, or says why a row is left out.

A row is refused whole: where a cell cannot be read, where an end lies before its beginning,
where a child stands twice with different facts, where a reference belongs to another child.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import repeat

from audit_desk.domain.case import Facts, FactValue
from audit_desk.domain.case_fields import DATE_ORDER, field
from audit_desk.domain.case_ids import read_reference, read_system_id
from audit_desk.domain.case_values import reader
from audit_desk.domain.cells import cell_text
from audit_desk.domain.column_recognition import ColumnMatch, ColumnRole
from audit_desk.services.case_rows import WHOLE_ROW, Faults, cells_of, fill_ages, read_column
from audit_desk.services.case_table import Progress, Table

KEPT_ROLES = frozenset({ColumnRole.FIELD, ColumnRole.SYSTEM_ID, ColumnRole.REFERENCE})
"""The roles of columns that something is kept of."""

_STEP = 20_000


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


class Preparation:
    """One pass over a list: reads its columns, then judges its rows.

    Attributes:
        faults: The faults found, complete once all rows are prepared.
        repeated: How many rows say the same of the same child as one before.
    """

    def __init__(
        self,
        table: Table,
        columns: Sequence[ColumnMatch],
        today: date,
        known: Mapping[str, str],
        progress: Progress,
    ) -> None:
        self.faults = Faults(table)
        self.repeated = 0
        self._table = table
        self._columns = columns
        self._today = today
        self._known = known
        self._progress = progress
        self._headers = {column.field_key: column.header for column in columns}
        self._first: dict[str, PreparedCase] = {}
        self._owners = {reference: system_id for system_id, reference in known.items()}

    def prepare(self) -> Iterator[PreparedCase]:
        """Yield the rows that can be saved."""
        ids, references, values = self._read_columns()
        values = {key: column for key, column in values.items() if column.count(None) < len(column)}
        keys = tuple(values)
        by_row = zip(*values.values(), strict=True) if values else repeat(())
        total = len(ids) * (len(self._columns) + 1)
        self._note_slipped()
        self._note_disorder(values)
        faulty, known, row_number = self.faults.by_row, self._known, self._table.row_number
        for index, (system_id, reference, row) in enumerate(
            zip(ids, references, by_row, strict=False)
        ):
            if index % _STEP == 0:
                self._progress(total - len(ids) + index, total)
            if system_id is None:
                self._note_without_id(index)
                continue
            if index in faulty:
                continue
            facts = dict(zip(keys, row, strict=False))
            if None in row:
                facts = {key: value for key, value in facts.items() if value is not None}
            case = PreparedCase(
                system_id,
                known.get(system_id) or reference or "",
                facts,
                row_number(index),
            )
            if self._is_first(index, case, reference):
                yield case
        self._progress(total, total)

    def _read_columns(
        self,
    ) -> tuple[list[str | None], list[str | None], dict[str, list[FactValue | None]]]:
        rows = self._table.rows
        ids: list[str | None] = []
        references: list[str | None] = [None] * len(rows)
        values: dict[str, list[FactValue | None]] = {}
        for done, column in enumerate(self._columns):
            self._progress(done * len(rows), (len(self._columns) + 1) * len(rows))
            if column.role not in KEPT_ROLES:
                continue
            cells = cells_of(rows, column.index)
            if column.role is ColumnRole.SYSTEM_ID:
                ids = read_column(cells, read_system_id, column.header, self.faults)
            elif column.role is ColumnRole.REFERENCE:
                references = read_column(cells, read_reference, column.header, self.faults)
            else:
                read = reader(field(column.field_key), self._today)
                facts: list[FactValue | None] = read_column(cells, read, column.header, self.faults)
                values[column.field_key] = facts
        self._fill_ages(values)
        return ids, references, values

    def _fill_ages(self, values: dict[str, list[FactValue | None]]) -> None:
        rows = self._table.rows
        for column in self._columns:
            if column.role is ColumnRole.BIRTH_DATE:
                ages = values.get("age", [None] * len(rows))
                cells = cells_of(rows, column.index)
                values["age"] = fill_ages(ages, cells, self._today, column.header, self.faults)

    def _note_slipped(self) -> None:
        width = len(self._table.headers)
        for index, row in enumerate(self._table.rows):
            if len(row) > width and any(map(cell_text, row[width:])):
                self.faults.add(
                    index,
                    WHOLE_ROW,
                    "",
                    "has more cells than there are headings, so its cells have slipped; "
                    "a cell with a comma in it needs quotation marks",
                )

    def _note_without_id(self, index: int) -> None:
        row = self._table.rows[index]
        if index not in self.faults.by_row and any(map(cell_text, row)):
            self.faults.add(index, self._id_header(), "", "has no number of a child in it")

    def _id_header(self) -> str:
        return next(c.header for c in self._columns if c.role is ColumnRole.SYSTEM_ID)

    def _note_disorder(self, values: Mapping[str, Sequence[FactValue | None]]) -> None:
        for start_key, end_key in DATE_ORDER:
            pairs = zip(values.get(start_key, ()), values.get(end_key, ()), strict=False)
            for index, (start, end) in enumerate(pairs):
                if isinstance(start, str) and isinstance(end, str) and end < start:
                    reason = f"lies before “{self._headers[start_key]}” ({_british(start)})"
                    self.faults.add(index, self._headers[end_key], _british(end), reason)

    def _is_first(self, index: int, case: PreparedCase, reference: str | None) -> bool:
        """Return whether a row is its child's first; note the fault where it contradicts."""
        earlier = self._first.get(case.system_id)
        if earlier is None:
            fault = self._reference_fault(case, reference)
            if fault:
                self.faults.add(index, WHOLE_ROW, "", fault)
                return False
            self._first[case.system_id] = case
            if case.reference:
                self._owners[case.reference] = case.system_id
            return True
        if earlier.facts == case.facts and earlier.reference == case.reference:
            self.repeated += 1
        else:
            self.faults.add(index, self._id_header(), "", self._contradiction(earlier, case))
        return False

    def _reference_fault(self, case: PreparedCase, reference: str | None) -> str:
        if reference and reference != case.reference:
            return "brings another reference than the one that the register has for this child"
        owner = self._owners.get(case.reference)
        if owner is None or owner == case.system_id:
            return ""
        earlier = self._first.get(owner)
        where = f"in row {earlier.row_number}" if earlier else "in the register"
        return f"has a reference that stands for another child {where}"

    def _contradiction(self, earlier: PreparedCase, case: PreparedCase) -> str:
        keys = sorted({*earlier.facts, *case.facts})
        differing = [
            self._headers.get(key, field(key).label)
            for key in keys
            if earlier.facts.get(key) != case.facts.get(key)
        ] or ["the reference"]
        names = ", ".join(f"“{name}”" for name in differing[:3])
        more = f" and {len(differing) - 3} more" if len(differing) > 3 else ""  # noqa: PLR2004
        return f"is the same child as in row {earlier.row_number}, but {names}{more} differ"


def _british(iso: str) -> str:
    year, month, day = iso.split("-")
    return f"{day}/{month}/{year}"
