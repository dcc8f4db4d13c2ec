"""Tables of typed cells whose columns say of themselves what they mean."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any, Generic, TypeVar

Cell = str | int | float | date | datetime | None
"""What stands in a cell; ``None`` and an empty text are empty cells."""

Item = TypeVar("Item")


class Kind(Enum):
    """What a column holds; the value is its name in a schema."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    MOMENT = "date, with time where there is one"


@dataclass(frozen=True, slots=True)
class Column(Generic[Item]):
    """One column.

    Attributes:
        key: Its name for programs; it stays the same whatever the heading says.
        title: Its heading.
        meaning: What stands in it, in a sentence.
        value: Gives the cell of one row.
        kind: What it holds.
        values: Which values are possible, where they are few.
        unit: What a number counts, or in which time zone a time is.
        width: How wide it is shown, in characters.
    """

    key: str
    title: str
    meaning: str
    value: Callable[[Item], Cell]
    kind: Kind = Kind.TEXT
    values: str = ""
    unit: str = ""
    width: int = 16


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table; it may have no rows.

    Attributes:
        key: Its name for programs, and that of its file.
        title: Its name for people, and that of its sheet.
        about: What a row is.
        columns: Its columns.
        rows: The cells in the order of the columns.
    """

    key: str
    title: str
    about: str
    columns: tuple[Column[Any], ...]
    rows: tuple[tuple[Cell, ...], ...]

    def index(self, key: str) -> int:
        """Return the number of the column of that key, from 0."""
        return [column.key for column in self.columns].index(key)


def table(
    key: str, title: str, about: str, columns: Sequence[Column[Item]], items: Iterable[Item]
) -> DataTable:
    """Return a table with a row an item."""
    rows = tuple(tuple(column.value(item) for column in columns) for item in items)
    return DataTable(key, title, about, tuple(columns), rows)


def yes_no(said: bool) -> str:
    """Return a truth in a word."""
    return "yes" if said else "no"


YES_NO = "yes, no"
"""The values of a column of truths."""
UTC = "UTC"
"""The unit of a moment that the register itself recorded."""
