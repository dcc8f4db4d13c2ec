"""The columns of a list and what becomes of each: the undecided first."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from audit_desk.domain.case_event import ListKind
from audit_desk.services.list_look import Fate, SeenColumn
from audit_desk.ui.dialogs.import_cases.column_row import ChoiceBox, ColumnRow, target_model
from audit_desk.ui.widgets.boxes import GRID, clear, column, holder
from audit_desk.ui.widgets.text import label

_TITLES = {
    Fate.OPEN: ("Not recognised", "Left out, unless you say what a column is."),
    Fate.KEPT: ("Kept", ""),
    Fate.DROPPED: ("Never kept", "Left out before anything is saved."),
}


class ColumnList(QWidget):
    """Columns that are not recognised, then kept ones, then those that identify children.

    A choice changes a row in its place: nothing moves under the hand of whoever chooses.
    """

    chosen = Signal(str, str)
    """A column's heading and what a person says it is."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[str, ColumnRow] = {}
        self._targets = target_model(ListKind.CASES, self)
        self._shown: tuple[ListKind, tuple[str, ...]] | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(2 * GRID, 12, 2 * GRID, 12)
        self._layout.setSpacing(2)

    def arrange(self, kind: ListKind, columns: Sequence[SeenColumn]) -> None:
        """Show a list's columns, in order of what becomes of them."""
        clear(self._layout)
        self._targets.deleteLater()
        self._targets = target_model(kind, self)
        self._rows = {}
        for fate in Fate:
            of_fate = [each for each in columns if each.fate is fate]
            if of_fate:
                self._add_part(fate, of_fate)
        self._layout.addStretch(1)

    def update_rows(self, columns: Sequence[SeenColumn]) -> None:
        """Show what becomes of the same columns now."""
        for each in columns:
            if each.header in self._rows:
                self._rows[each.header].show_column(each)

    def box_of(self, header: str) -> ChoiceBox:
        """Return the choice of a column.

        Raises:
            KeyError: The column has none.
        """
        box = self._rows[header].box
        if box is None:
            raise KeyError(header)
        return box

    def texts(self) -> list[str]:
        """Return every text that is shown of a column, for who looks for what must not be."""
        return [each.text() for each in self.findChildren(type(label()))]

    def take_focus(self) -> bool:
        """Take the focus to the first choice; tell whether there is one."""
        boxes = [row.box for row in self._rows.values() if row.box is not None]
        if boxes:
            boxes[0].show()  # a layout shows what is new in it later; what is hidden has no focus
            boxes[0].setFocus()
        return bool(boxes)

    def _add_part(self, fate: Fate, columns: Sequence[SeenColumn]) -> None:
        title, note = _TITLES[fate]
        if self._layout.count():
            self._layout.addSpacing(12)
        words = label(note, "muted")
        if not note:
            words.hide()
        self._layout.addWidget(
            holder(column(label(f"{title} · {len(columns)}", "strong"), words, spacing=0))
        )
        for each in columns:
            made = ColumnRow(each, self._targets)
            made.chosen.connect(self.chosen)
            self._rows.setdefault(each.header, made)
            self._layout.addWidget(made)
