"""The cases' table: chosen columns, find as you type, values to filter by, sorting."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from audit_desk.domain.case import Case, FactValue
from audit_desk.domain.case_field import FieldKind
from audit_desk.ui.models.case_index import REFERENCE, CaseIndex
from audit_desk.ui.models.case_words import fact_text
from audit_desk.ui.widgets.row_model import ROW_ROLE

Index = QModelIndex | QPersistentModelIndex
_NUMBERS = (FieldKind.COUNT, FieldKind.AGE)


class CaseModel(QAbstractTableModel):
    """The cases that are shown, in their order.

    The first column is the reference; the others are the chosen fields.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cases = CaseIndex()
        self._columns: tuple[str, ...] = ()
        self._chosen: dict[str, frozenset[FactValue | None]] = {}
        self._words: list[str] = []
        self._sorted: tuple[str, bool] | None = None
        self._order: list[int] = []
        self._having: list[int] = []
        self._shown: list[int] = []

    @property
    def total(self) -> int:
        """How many cases there are, shown or not."""
        return len(self._cases.cases)

    @property
    def columns(self) -> tuple[str, ...]:
        """The keys of the columns after the reference."""
        return self._columns

    @property
    def chosen(self) -> dict[str, frozenset[FactValue | None]]:
        """The chosen values by field key."""
        return dict(self._chosen)

    def set_cases(self, cases: CaseIndex) -> None:
        """Replace all cases; text, chosen values and order stay."""
        self.beginResetModel()
        self._cases = cases
        self._columns = tuple(key for key in self._columns if cases.field(key))
        self._chosen = {key: values for key, values in self._chosen.items() if cases.field(key)}
        self._reorder()
        self.endResetModel()

    def set_columns(self, keys: Sequence[str]) -> None:
        """Choose the columns after the reference; fields without facts are left out."""
        self.beginResetModel()
        self._columns = tuple(key for key in keys if self._cases.field(key))
        self.endResetModel()

    def set_text(self, text: str) -> None:
        """Show only cases in which each word of the text occurs."""
        words, before = text.casefold().split(), self._words
        if words == before:
            return
        self.beginResetModel()
        self._words = words
        if _narrows(before, words):
            new = [word for word in words if word not in before]
            self._shown = self._cases.find(self._shown, new)
        else:
            self._shown = self._cases.find(self._having, words)
        self.endResetModel()

    def choose_values(self, key: str, values: frozenset[FactValue | None]) -> None:
        """Show only cases that have one of the values in a field; none at all shows every case."""
        self.beginResetModel()
        self._chosen.pop(key, None)
        if values:
            self._chosen[key] = values
        self._narrow()
        self.endResetModel()

    def clear_values(self) -> None:
        """Filter by no field any more."""
        self.beginResetModel()
        self._chosen.clear()
        self._narrow()
        self.endResetModel()

    def case_at(self, index: Index) -> Case:
        """Return the case that an index stands on."""
        return self._cases.cases[self._shown[index.row()]]

    def row_of(self, case_id: str) -> int:
        """Return the row on which a case is shown, or -1."""
        number = self._cases.number_of(case_id)
        try:
            return -1 if number is None else self._shown.index(number)
        except ValueError:
            return -1

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many cases are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self._columns) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what Qt asks of a cell."""
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._cell(index)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        return self.case_at(index) if role == ROW_ROLE else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return what Qt asks of a heading."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            known = self._field(section)
            return known.label if known else "Reference"
        return self._alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; a negative one restores the order that the cases came in."""
        key = self._key(column) if column >= 0 else ""
        self._sorted = (key, order is Qt.SortOrder.DescendingOrder) if key else None
        self.layoutAboutToBeChanged.emit()
        before = self._shown
        self._reorder()
        self._move_indexes(before)
        self.layoutChanged.emit()

    def _cell(self, index: Index) -> str:
        case, known = self.case_at(index), self._field(index.column())
        return fact_text(known, case.facts.get(known.key)) if known else case.reference

    def _key(self, column: int) -> str:
        return REFERENCE if column == 0 else self._columns[column - 1]

    def _field(self, column: int) -> Any:
        return self._cases.field(self._columns[column - 1]) if column else None

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        known = self._field(column)
        right = known is not None and known.kind in _NUMBERS
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def _reorder(self) -> None:
        if self._sorted is None:
            self._order = list(range(self.total))
        else:
            self._order = self._cases.order(self._sorted[0], descending=self._sorted[1])
        self._narrow()

    def _narrow(self) -> None:
        self._having = self._cases.having(self._chosen, self._order)
        self._shown = self._cases.find(self._having, self._words)

    def _move_indexes(self, before: list[int]) -> None:
        old = self.persistentIndexList()
        if not old:
            return
        place_of = {number: place for place, number in enumerate(self._shown)}
        new = [self.index(place_of[before[index.row()]], index.column()) for index in old]
        self.changePersistentIndexList(old, new)


def _narrows(before: Sequence[str], words: Sequence[str]) -> bool:
    """Whether every case with the words also has those before: a letter or word was added."""
    return len(words) >= len(before) and all(
        old in new for old, new in zip(before, words, strict=False)
    )
