"""What every table says of its columns: headings, texts, tips and sides."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """One column.

    Attributes:
        title: Its heading.
        text: What it shows of a row.
        sort_key: What it sorts by; its text, without regard to case, if none is given.
        numeric: Whether it is set to the right.
        tip: Shown under the pointer.
    """

    title: str
    text: Callable[[T], str]
    sort_key: Callable[[T], Any] | None = None
    numeric: bool = False
    tip: Callable[[T], str] | None = None

    @property
    def side(self) -> Qt.AlignmentFlag:
        """To which side its cells and its heading are set."""
        side = Qt.AlignmentFlag.AlignRight if self.numeric else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


class ColumnModel(QAbstractTableModel, Generic[T]):
    """A table in columns, wherever its rows come from.

    Args:
        columns: The columns.
        parent: Qt's owner.
    """

    def __init__(self, columns: Sequence[Column[T]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)

    @abstractmethod
    def row_number(self, number: int) -> T:
        """Return a row by its place in the table, from 0."""

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what Qt asks of a cell."""
        column = self._columns[index.column()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return column.text(self.row_number(index.row()))
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tip(self.row_number(index.row())) if column.tip else None
        return column.side if role == Qt.ItemDataRole.TextAlignmentRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return what Qt asks of a heading."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        return self._columns[section].side if role == Qt.ItemDataRole.TextAlignmentRole else None
