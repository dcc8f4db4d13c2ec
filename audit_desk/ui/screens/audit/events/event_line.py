"""One row of a list of events: its cells, the button that deletes it, and what is said of it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from audit_desk.domain.answer_check import order_faults, part_faults
from audit_desk.domain.audit_tool import Part, PartKind
from audit_desk.domain.clock_reading import EventReading
from audit_desk.ui.icons import Ink
from audit_desk.ui.screens.audit.clock_card import SIGNS
from audit_desk.ui.screens.audit.events.event_cells import Cell, ChoiceCell, TypedCell
from audit_desk.ui.screens.audit.events.event_notes import EventNotes, Note
from audit_desk.ui.screens.audit.look import Look
from audit_desk.ui.widgets.buttons import button
from audit_desk.ui.widgets.text import label

SPACING = 6
DELETE_WIDTH = 30
SHARES = {
    PartKind.MOMENT: 15,
    PartKind.DATE: 15,
    PartKind.CHOICE: 15,
    PartKind.COUNT: 8,
    PartKind.TEXT: 40,
}
"""How wide each kind of column is beside the others."""


class EventLine(QWidget):
    """A row; its cells are always open for typing.

    Signals:
        edited: A cell changed; whether it was typed (and may wait).
        pasted: The cell's column, and several cells' text.
        entered: Enter in that cell.
        moved: Up or Down in that cell.
        left: A cell lost the focus.
        escaped: Escape was pressed.
        deleted: The row is to go.
    """

    edited = Signal(bool)
    pasted = Signal(int, str)
    entered = Signal(int)
    moved = Signal(int, int)
    left = Signal()
    escaped = Signal()
    deleted = Signal()

    def __init__(self, part: Part, today: Callable[[], date], look: Look) -> None:
        super().__init__()
        self._part = part
        self._today = today
        self._readings: tuple[EventReading, ...] = ()
        self._typing: TypedCell | None = None
        self.cells: tuple[Cell, ...] = tuple(
            self._cell(number, column) for number, column in enumerate(part.columns)
        )
        self.delete = button("", self.deleted.emit, kind="quiet")
        self.delete.setIcon(look.icons.icon("close", Ink.MUTED))
        self.delete.setFixedWidth(DELETE_WIDTH)
        self._heads: tuple[QLabel, ...] = ()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SPACING)
        self._grid.setVerticalSpacing(2)
        self._abreast = 0
        self.arrange(len(self.cells))
        self.notes = EventNotes(look.icons)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2)
        lines.addLayout(self._grid)
        lines.addWidget(self.notes)

    def arrange(self, abreast: int) -> None:
        """Set so many cells beside each other, the others below; then each bears its name."""
        if abreast == self._abreast:
            return
        for number in range(self._abreast):
            self._grid.setColumnStretch(number, 0)
        self._abreast = abreast
        is_narrow = abreast < len(self.cells)
        if is_narrow and not self._heads:
            self._heads = tuple(_head(cell) for cell in self.cells)
        for number, cell in enumerate(self.cells):
            below, beside = divmod(number, abreast)
            self._grid.addWidget(cell, 2 * below + 1, beside)
        for number, head in enumerate(self._heads):
            below, beside = divmod(number, abreast)
            self._grid.addWidget(head, 2 * below, beside)
            head.setVisible(is_narrow)
        for number, cell in enumerate(self.cells[:abreast]):
            self._grid.setColumnStretch(number, 1 if is_narrow else SHARES[cell.column.kind])
        self._grid.addWidget(self.delete, 1, abreast)

    # What stands in the row

    @property
    def values(self) -> dict[str, str]:
        """The row's stored cells by column."""
        return {cell.column.id: cell.stored for cell in self.cells if cell.stored}

    @property
    def is_blank(self) -> bool:
        """Whether nothing is written in it."""
        return not any(cell.text().strip() for cell in self.cells)

    @property
    def is_draft(self) -> bool:
        """Whether something in it is not understood, or does not fit."""
        return any(cell.is_draft for cell in self.cells)

    def load(self, values: Mapping[str, str]) -> None:
        """Show stored cells."""
        for cell in self.cells:
            cell.load(values.get(cell.column.id, ""))
        self._say()

    def typed(self) -> list[list[str]]:
        """Return every cell as it is typed, with the value that is kept meanwhile."""
        return [[cell.text(), cell.stored] for cell in self.cells]

    def load_typed(self, typed: Sequence[Sequence[str]]) -> None:
        """Show cells as ``typed`` returned them, or as they were pasted."""
        for cell, (text, kept) in zip(self.cells, typed, strict=True):
            if isinstance(cell, TypedCell) or not kept:
                cell.load_typed(text, kept)
            else:
                cell.load(kept)
        for cell in self.cells:
            cell.read_again()
        self._say()

    # How it looks

    def number(self, number: int) -> None:
        """Name the cells by their row, counted from 1."""
        for cell in self.cells:
            cell.setAccessibleName(f"{cell.column.label}, row {number}")
        self.delete.setAccessibleName(f"Delete row {number}")
        self.delete.setToolTip(f"Delete row {number}")

    def show_readings(self, readings: tuple[EventReading, ...]) -> None:
        """Show what the clocks say of the row."""
        self._readings = readings
        self._say()

    def set_read_only(self, read_only: bool) -> None:
        """Show only, or let it be written."""
        for cell in self.cells:
            if isinstance(cell, TypedCell):
                cell.setReadOnly(read_only)
            else:
                cell.set_read_only(read_only)
        self.delete.setVisible(not read_only)

    def focus_cell(self, number: int = 0) -> None:
        """Put the focus into a cell."""
        self.cells[number].setFocus(Qt.FocusReason.TabFocusReason)

    # Reading

    def _cell(self, number: int, column: Part) -> Cell:
        if column.kind is PartKind.CHOICE:
            choice = ChoiceCell(column)
            choice.edited.connect(lambda: self._on_edited(choice, typed=False))
            choice.entered.connect(lambda: self.entered.emit(number))
            choice.escaped.connect(self.escaped)
            return choice
        cell = TypedCell(column, self._today, lambda stored: self._wrong(column, stored))
        cell.edited.connect(lambda: self._on_edited(cell, typed=True))
        cell.pasted.connect(lambda text: self.pasted.emit(number, text))
        cell.entered.connect(lambda: self.entered.emit(number))
        cell.moved.connect(lambda by: self.moved.emit(number, by))
        cell.left.connect(self._on_left)
        cell.escaped.connect(self.escaped)
        return cell

    def _wrong(self, column: Part, stored: str) -> str:
        beside = {**self.values, column.id: stored}
        alone = part_faults(column, stored, self._today())
        return " ".join((*alone, *order_faults(self._part.columns, beside)))

    def _on_edited(self, edited: Cell, *, typed: bool) -> None:
        for cell in self.cells:
            if cell is not edited and cell.is_draft:
                cell.read_again()
        self._typing = edited if isinstance(edited, TypedCell) else None
        self._say()
        self.edited.emit(typed)

    def _on_left(self) -> None:
        self._typing = None
        self._say()
        self.left.emit()

    def _say(self) -> None:
        """Say what is wrong, what was understood while typing, or what the clocks say."""
        notes = [
            Note("alert-circle-outline", Ink.DANGER, "error", _not_saved(cell))
            for cell in self.cells
            if cell.is_draft and cell is not self._typing
        ]
        typing = self._typing
        if typing is not None:
            said = "…" if typing.is_draft else typing.said
            if said:
                notes.append(Note("", Ink.MUTED, "muted", f"{typing.column.label}: {said}"))
        elif not notes:
            notes = [
                Note(*SIGNS[each.reading.outcome], _capital(each.words)) for each in self._readings
            ]
        self.notes.show_notes(notes)


def _head(cell: Cell) -> QLabel:
    head = label(cell.column.label, "muted", wrap=False)
    head.setBuddy(cell)
    return head


def _not_saved(cell: Cell) -> str:
    return f"{cell.column.label}: not saved. {cell.fault}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
