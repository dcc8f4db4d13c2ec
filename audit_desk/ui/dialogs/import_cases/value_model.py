"""The values of a list and what each is read as, as a table whose last column is written in."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, Qt, Signal

from audit_desk.services.case_preview import FieldValues, ListValue
from audit_desk.ui.widgets.column_model import Index

READ_AS = 3
"""The column that is written in."""
AS_IT_STANDS = "(as it stands)"
"""What is shown where a value is kept as the list has it; in brackets, as nobody types it."""
NOTHING = "(not recorded)"
"""What is shown where a value says nothing."""
REFUSED = "(cannot be read: its rows are left out)"
"""What is shown where a value is a fault."""

_TITLES = ("Column", "In the list", "Rows", "Read as")
_COUNTS = 2


@dataclass(frozen=True, slots=True)
class ValueLine:
    """One value of one field, and the field's own values."""

    field: FieldValues
    value: ListValue
    first: bool

    @property
    def read_as(self) -> str:
        """What the value becomes, in words."""
        value = self.value
        if not value.read_as:
            return NOTHING if value.known else REFUSED
        return value.read_as if value.known else AS_IT_STANDS

    def meant(self, words: str) -> str | None:
        """Return what the value is to be read as by what was chosen or typed.

        Returns:
            Another value, or an empty text for nothing. ``None`` says nothing of a value that
            is no good as it stands.
        """
        if words == NOTHING:
            return ""
        if words and words not in {AS_IT_STANDS, REFUSED}:
            return words
        return self.value.text if self.value.read_as or self.value.known else None


class ValueModel(QAbstractTableModel):
    """Values, field by field."""

    read_differently = Signal(str, str, object)
    """A field's key, the list's value, and what it is to be read as; see ``ValueLine.meant``."""

    def __init__(self) -> None:
        super().__init__()
        self._fields: tuple[FieldValues, ...] = ()
        self._lines: list[ValueLine] = []
        self._pending: dict[tuple[str, str], str] = {}
        self._wanted = False

    def set_values(self, fields: Sequence[FieldValues]) -> None:
        """Show the values of a list."""
        self._fields = tuple(fields)
        self._pending = {}
        self._fill()

    def show_every(self, every: bool) -> None:
        """Show known values, too, or only those that are not."""
        self._wanted = every
        self._fill()

    @property
    def shows_every(self) -> bool:
        """Whether known values are shown, too."""
        return self._wanted or not self.unknown

    @property
    def unknown(self) -> int:
        """How many values are not known."""
        return sum(not value.known for field in self._fields for value in field.values)

    def line_at(self, index: Index) -> ValueLine:
        """Return the line that an index stands on."""
        return self._lines[index.row()]

    def _fill(self) -> None:
        self.beginResetModel()
        self._lines = []
        every = self.shows_every
        for field in self._fields:
            shown = [value for value in field.values if every or not value.known]
            self._lines += [
                ValueLine(field, value, first=place == 0) for place, value in enumerate(shown)
            ]
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many values are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(_TITLES)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let what a value is read as be written."""
        kept = super().flags(index)
        return kept | Qt.ItemFlag.ItemIsEditable if index.column() == READ_AS else kept

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what Qt asks of a cell."""
        line = self._lines[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return self._cells(line)[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            field, text, count, read_as = self._cells(line, every=True)
            return f"{field}: {text}, in {count} rows, read as {read_as}"
        return None

    def _cells(self, line: ValueLine, *, every: bool = False) -> tuple[str, str, str, str]:
        name = line.field.label if line.first or every else ""
        read_as = self._pending.get((line.field.field_key, line.value.text), line.read_as)
        return name, line.value.text, f"{line.value.count:,}", read_as

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what a person reads a value as."""
        if role != Qt.ItemDataRole.EditRole or index.column() != READ_AS:
            return False
        line, text = self._lines[index.row()], str(value).strip()
        if text == self.data(index):
            return True
        meant = line.meant(text)
        key = (line.field.field_key, line.value.text)
        as_it_stands = AS_IT_STANDS if meant is not None else REFUSED
        self._pending[key] = as_it_stands if meant in {None, line.value.text} else text
        self.dataChanged.emit(index, index)
        self.read_differently.emit(*key, meant)
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return what Qt asks of a heading."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(section)
        return _TITLES[section] if role == Qt.ItemDataRole.DisplayRole else None


def _side(column: int) -> Qt.AlignmentFlag:
    right = column == _COUNTS
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
