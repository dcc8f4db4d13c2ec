"""The cases' table: chosen columns, find as you type, conditions, open or all cases, sorting."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtGui import QFont

from audit_desk.domain.case import Case
from audit_desk.domain.case_field import FieldKind
from audit_desk.ui.models.case_index import REFERENCE, CaseIndex
from audit_desk.ui.models.case_words import fact_text
from audit_desk.ui.widgets.column_model import Index
from audit_desk.ui.widgets.row_model import ROW_ROLE

_NUMBERS = (FieldKind.COUNT, FieldKind.AGE)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
# Plain numbers, made once: a screenful asks for some thousand of them at every keystroke.
_TEXT_ROLES = frozenset((int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.ToolTipRole)))
_ALIGNMENT_ROLE = int(Qt.ItemDataRole.TextAlignmentRole)
_FONT_ROLE = int(Qt.ItemDataRole.FontRole)
_SPOKEN_ROLE = int(Qt.ItemDataRole.AccessibleTextRole)


class CaseModel(QAbstractTableModel):
    """The cases that are shown, in their order.

    The first column is the reference; the others are the chosen fields.
    """

    def __init__(self) -> None:
        super().__init__()
        self._cases = CaseIndex()
        self._columns: tuple[str, ...] = ()
        self._chosen: dict[str, tuple[str, ...]] = {}
        self._words: list[str] = []
        self._with_closed = False
        self._sorted: tuple[str, bool] | None = None
        self._having = 0
        self._shown: list[int] = []
        self._closed_font = QFont()
        self._closed_font.setItalic(True)

    @property
    def total(self) -> int:
        """How many cases there are to find: the open ones, and the closed where they are shown."""
        return len(self._cases.cases) - (0 if self._with_closed else self._cases.closed)

    @property
    def columns(self) -> tuple[str, ...]:
        """The keys of the columns after the reference."""
        return self._columns

    @property
    def chosen(self) -> dict[str, tuple[str, ...]]:
        """The conditions by field key, as ``domain.conditions`` writes them."""
        return dict(self._chosen)

    @property
    def sorting(self) -> tuple[str, bool] | None:
        """The key that the rows are sorted by and whether downwards; ``None`` if by none."""
        return self._sorted

    @property
    def sorted_by(self) -> tuple[int, Qt.SortOrder]:
        """The column that the rows are sorted by, -1 for none that is shown, and which way."""
        key, descending = self._sorted or ("", False)
        keys = (REFERENCE, *self._columns)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        return (keys.index(key) if key in keys else -1), order

    def set_cases(self, cases: CaseIndex) -> None:
        """Replace all cases; text, chosen values and order stay."""
        self.beginResetModel()
        self._cases = cases
        self._columns = tuple(key for key in self._columns if cases.field(key))
        self._chosen = {key: values for key, values in self._chosen.items() if cases.field(key)}
        if self._sorted and self._sorted[0] != REFERENCE and not cases.field(self._sorted[0]):
            self._sorted = None
        self._narrow()
        self.endResetModel()

    def set_columns(self, keys: Sequence[str]) -> None:
        """Choose the columns after the reference; fields without facts are left out."""
        self.beginResetModel()
        self._columns = tuple(key for key in keys if self._cases.field(key))
        self.endResetModel()

    def set_text(self, text: str) -> None:
        """Show only cases in which each word of the text occurs."""
        words = text.casefold().split()
        if words == self._words:
            return
        self.beginResetModel()
        self._words = words
        self._find()
        self.endResetModel()

    def choose_values(self, key: str, values: Sequence[str]) -> None:
        """Show only cases that meet one of a field's conditions; none at all shows every case."""
        self.beginResetModel()
        self._chosen.pop(key, None)
        if values:
            self._chosen[key] = tuple(values)
        self._narrow()
        self.endResetModel()

    def clear_values(self) -> None:
        """Filter by no field any more."""
        self.beginResetModel()
        self._chosen.clear()
        self._narrow()
        self.endResetModel()

    def show_closed(self, shown: bool) -> None:
        """Show the closed cases among the others, or leave them out."""
        self.beginResetModel()
        self._with_closed = shown
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
        if role in _TEXT_ROLES:
            return self._cell(index)
        if role == _ALIGNMENT_ROLE:
            return self._alignment(index.column())
        if role == _FONT_ROLE:
            return self._closed_font if self.case_at(index).closed_on else None
        if role == _SPOKEN_ROLE:
            closed = index.column() == 0 and self.case_at(index).closed_on
            return f"{self._cell(index)}, closed" if closed else self._cell(index)
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
        self._find()
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
        return _RIGHT if known is not None and known.kind in _NUMBERS else _LEFT

    def _narrow(self) -> None:
        kept = self._cases.all if self._with_closed else self._cases.open
        self._having = self._cases.having(self._chosen) & kept
        self._find()

    def _find(self) -> None:
        order: Sequence[int] = range(len(self._cases.cases))
        if self._sorted is not None:
            order = self._cases.order(self._sorted[0], descending=self._sorted[1])
        self._shown = self._cases.numbers(self._having & self._cases.find(self._words), order)

    def _move_indexes(self, before: list[int]) -> None:
        old = self.persistentIndexList()
        rows = {row: self._shown.index(before[row]) for row in {index.row() for index in old}}
        new = [self.index(rows[index.row()], index.column()) for index in old]
        self.changePersistentIndexList(old, new)
