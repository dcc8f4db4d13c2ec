"""The faults of a list's rows, and the reading of a whole column at once.

A column holds few different cells, so each different cell is read once.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from audit_desk.domain.case import FactValue
from audit_desk.domain.case_dates import is_ambiguous, is_day_first
from audit_desk.domain.cells import Cell, ValueFault, number_text
from audit_desk.services.case_table import Row, Table

_Value = TypeVar("_Value", bound=FactValue)

WHOLE_ROW = "Whole row"
"""Stands for the column of a fault that no single cell is to blame for."""

SHOWN = 60
"""So much of a refused value is shown."""
SLIPS = 10
"""A column is plainly day-first when such dates outnumber American ones tenfold."""

AMBIGUOUS = ValueFault(
    "may be an American date, for other dates of this column have the month first; "
    "write all of them as day/month/year"
)


@dataclass(frozen=True, slots=True)
class RowFault:
    """Why a row is left out.

    Attributes:
        row: Its number as a spreadsheet shows it.
        column: The heading of the cell at fault, or ``WHOLE_ROW``.
        value: The cell's value; empty wherever it may identify a child.
        reason: What is wrong, to be read after the column's name.
    """

    row: int
    column: str
    value: str
    reason: str


@dataclass(slots=True)
class Faults:
    """The faults of a list, by index of the row."""

    table: Table
    by_row: dict[int, list[RowFault]] = field(default_factory=dict)

    def add(self, index: int, column: str, value: str, reason: str) -> None:
        """Note a fault of a row."""
        fault = RowFault(self.table.row_number(index), column, value, reason)
        self.by_row.setdefault(index, []).append(fault)

    def in_order(self) -> tuple[RowFault, ...]:
        """Return all faults in the order of the rows."""
        return tuple(fault for index in sorted(self.by_row) for fault in self.by_row[index])


class _Memo(dict[Cell, Any]):
    """Reads each different cell once."""

    def __init__(self, read: Callable[[Cell], Any]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, cell: Cell) -> Any:
        value = self[cell] = self._read(cell)
        return value


def cells_of(rows: Sequence[Row], index: int) -> list[Cell]:
    """Return the cells of a column; where a row is too short, nothing."""
    try:
        return [row[index] for row in rows]  # twice as quick as an itemgetter
    except IndexError:
        return [row[index] if index < len(row) else None for row in rows]


def read_column(
    cells: Sequence[Cell],
    read: Callable[[Cell], _Value | ValueFault | None],
    header: str,
    faults: Faults,
) -> list[_Value | None]:
    """Return a column's values; a cell that is refused is noted and has none.

    Args:
        cells: The column.
        read: How one cell is read.
        header: The column's heading, for the faults.
        faults: Where faults are noted.
    """
    memo = _Memo(read)
    values = list(map(memo.__getitem__, cells))
    refused = {cell for cell, value in memo.items() if isinstance(value, ValueFault)}
    if not refused:
        return values
    if _looks_american(cells, memo):
        memo.update((cell, AMBIGUOUS) for cell in list(memo) if is_ambiguous(cell))
        values = list(map(memo.__getitem__, cells))
    for index, value in enumerate(values):
        if isinstance(value, ValueFault):
            shown = number_text(cells[index])[:SHOWN] if value.show_value else ""
            faults.add(index, header, shown, value.message)
            values[index] = None
    return values


def _looks_american(cells: Sequence[Cell], memo: _Memo) -> bool:
    american = {
        cell for cell, value in memo.items() if isinstance(value, ValueFault) and value.american
    }
    if not american:
        return False
    month_first = sum(cell in american for cell in cells)
    return month_first * SLIPS > sum(map(is_day_first, cells))
