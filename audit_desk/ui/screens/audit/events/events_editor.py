"""The editor of a list of dated events: a row an event, each with its own clock beside it."""

import contextlib
import json
from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from audit_desk.domain.audit_tool import Part
from audit_desk.domain.event_rows import MOST_ROWS, read_rows, write_rows
from audit_desk.domain.event_suggestions import Suggestion
from audit_desk.ui.screens.audit.answers.typed_part import TypedPart
from audit_desk.ui.screens.audit.events.event_grid import EventGrid
from audit_desk.ui.screens.audit.events.event_line import EventLine
from audit_desk.ui.screens.audit.events.event_list_line import EventListLine
from audit_desk.ui.screens.audit.events.event_paste import read_pasted
from audit_desk.ui.screens.audit.look import Look
from audit_desk.ui.screens.audit.reading import ClockLine
from audit_desk.ui.widgets.boxes import row
from audit_desk.ui.widgets.buttons import button
from audit_desk.ui.widgets.text import label

_HINT = (
    "Enter leads to the next cell, and from the last one to a new row."
    " Several rows can be pasted from a spreadsheet."
)


class EventsEditor(TypedPart):
    """All events of one part.

    What is typed and cannot be read stays in its cell, is told under its row, and is kept as a
    draft with the whole list until it is put right. Enter in an empty last row completes it.
    """

    def __init__(self, part: Part, today: Callable[[], date], look: Look) -> None:
        super().__init__()
        self._part = part
        self._told = self._draft = ""
        self._read_only = False
        self._clocks: tuple[ClockLine, ...] = ()
        self._deleted: tuple[int, list[list[str]]] | None = None
        self.grid = EventGrid(part, today, look)
        self.add = button("Add a row", self._add_and_focus, kind="quiet")
        self.add.setAccessibleDescription(part.label)
        self.told = label("", "muted")
        self.undo = button("Undo", self.undo_delete, kind="quiet")
        self.undo.setAccessibleName("Undo deleting the row")
        self.summary = label("", "small")
        self.list_line = EventListLine(part, self.take_from_list)
        self.setAccessibleName(part.label)
        below = row(self.add, self.undo, self.told, spacing=4)
        below.setStretch(2, 1)
        below.setAlignment(self.told, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.grid)
        column.addWidget(self.list_line)
        column.addLayout(below)
        column.addWidget(self.summary)
        self._connect()

    def _connect(self) -> None:
        self.grid.edited.connect(self._on_edited)
        self.grid.pasted.connect(self._paste)
        self.grid.entered.connect(self._enter)
        self.grid.moved.connect(self._move)
        self.grid.deleted.connect(self._delete)
        self.grid.left.connect(self.left)
        self.grid.escaped.connect(self.escaped)

    @property
    def lines(self) -> list[EventLine]:
        """The rows as they are shown, an empty one among them where nothing is written yet."""
        return self.grid.lines

    # What is shown

    def load(self, stored: str, draft: str = "") -> None:
        """Show stored rows, or the list as it was typed earlier with what is not understood."""
        self._told, self._draft, self._deleted = stored, draft, None
        typed = _read_draft(draft, len(self._part.columns))
        rows = () if typed else read_rows(stored)
        with self.grid.at_once():
            self.grid.set_count(max(len(typed), len(rows), 1))
            for number, line in enumerate(self.lines):
                if typed:
                    line.load_typed(typed[number])
                else:
                    line.load(rows[number] if number < len(rows) else {})
        self._say("")
        self._show_all()
        self.grid.arrange()

    def follow(self, stored: str) -> None:
        """Show rows that were changed or undone elsewhere; typing under way is left alone."""
        if stored != self._told:
            self.load(stored)
            self.drafted.emit(self._part.id, "")

    def suggest(self, suggestion: Suggestion | None) -> None:
        """Show what a list says of the child's events."""
        self.list_line.suggest(suggestion)
        self._show_list()

    def show_clocks(self, lines: Sequence[ClockLine]) -> None:
        """Show what the clocks of this list say, row by row and in all."""
        self._clocks = tuple(lines)
        self._show_clocks()

    def set_read_only(self, read_only: bool) -> None:
        """Show only, or let it be written."""
        self._read_only = read_only
        self.grid.set_read_only(read_only)
        self.add.setVisible(not read_only)
        self._say("")
        self._show_list()

    def focus_field(self) -> None:
        """Put the focus into the first cell."""
        self.lines[0].focus_cell()

    def fields(self) -> list[QWidget]:
        """Return everything that takes the focus, in the order of Tab."""
        return [*self.grid.fields(), self.list_line.button, self.add, self.undo]

    def holds_focus(self) -> bool:
        """Whether a cell has the focus."""
        return self.grid.holds_focus()

    # What is done

    @property
    def offered(self) -> str:
        """The rows that a list offers; empty where none can be taken."""
        return self.list_line.offered

    def take_from_list(self) -> None:
        """Write the list's rows as the auditor's own; it can be undone."""
        stored = self.offered
        if stored:
            self._told = self._draft = ""
            self.load(stored)
            self._told = ""
            self._tell(typed=False)
            self._say("Taken from the list. Check each row on file.")
            self.lines[0].focus_cell()

    def undo_delete(self) -> None:
        """Put the row that was deleted last back where it stood."""
        if self._deleted is None:
            return
        number, typed = self._deleted
        self._deleted = None
        blank = len(self.lines) == 1 and self.lines[0].is_blank
        if not blank:
            self.grid.insert(number)
        line = self.lines[0 if blank else number]
        line.load_typed(typed)
        self._say("")
        self._tell(typed=False)
        line.focus_cell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put a deleted row back where a cell has nothing of its own to undo."""
        if event.matches(QKeySequence.StandardKey.Undo) and self._deleted is not None:
            self.undo_delete()
        else:
            super().keyPressEvent(event)

    def _add_and_focus(self) -> None:
        if len(self.lines) < MOST_ROWS:
            self.grid.insert(len(self.lines))
            self.lines[-1].focus_cell()
        else:
            self._say(f"A list has at most {MOST_ROWS} rows.")

    def _enter(self, line: EventLine, cell: int) -> None:
        number = self.lines.index(line)
        is_last = number == len(self.lines) - 1
        if cell + 1 < len(line.cells) and not (is_last and line.is_blank):
            line.focus_cell(cell + 1)
        elif not is_last:
            self.lines[number + 1].focus_cell()
        elif line.is_blank:
            self.entered.emit()
        else:
            self._add_and_focus()

    def _move(self, line: EventLine, cell: int, by: int) -> None:
        wanted = self.lines.index(line) + by
        if 0 <= wanted < len(self.lines):
            self.lines[wanted].focus_cell(cell)
        else:
            self.moved.emit(by)

    def _delete(self, line: EventLine) -> None:
        number = self.lines.index(line)
        was_blank = line.is_blank
        self._deleted = None if was_blank else (number, line.typed())
        if len(self.lines) > 1:
            self.grid.remove(line)
        else:
            line.load({})
        self._say("" if was_blank else f"Row {number + 1} deleted.")
        self._tell(typed=False)
        self.lines[min(number, len(self.lines) - 1)].focus_cell()

    def _paste(self, line: EventLine, cell: int, text: str) -> None:
        fills = line.is_blank
        start = self.lines.index(line) if fills else len(self.lines)
        room = MOST_ROWS - len(self.lines) + fills
        pasted = read_pasted(text, self._part.columns, cell, room)
        with self.grid.at_once():
            self.grid.insert(start + fills, len(pasted.rows) - fills)
            for number, texts in enumerate(pasted.rows, start):
                self.lines[number].load_typed([(each, "") for each in texts])
        self._say(pasted.left_out)
        self._tell(typed=False)

    # Telling

    def _on_edited(self, typed: bool) -> None:
        self._deleted = None
        self._say("")
        self._tell(typed=typed)

    def _tell(self, *, typed: bool) -> None:
        stored = write_rows(self._part, self.grid.values)
        drafting = any(line.is_draft for line in self.lines)
        draft = json.dumps([line.typed() for line in self.lines]) if drafting else ""
        if draft != self._draft:
            self._draft = draft
            self.drafted.emit(self._part.id, draft)
        if stored != self._told:
            self._told = stored
            self.changed.emit(self._part.id, stored, typed)
        self._show_all()

    def _say(self, text: str) -> None:
        hint = _HINT if self._is_blank and not self._read_only else ""
        self.told.setText(text or hint)
        self.undo.setVisible(self._deleted is not None and not self._read_only)

    @property
    def _is_blank(self) -> bool:
        return not self._told and self.grid.is_blank

    def _show_all(self) -> None:
        self._show_list()
        self._show_clocks()

    def _show_list(self) -> None:
        self.list_line.show_beside(self._told, is_blank=self._is_blank, read_only=self._read_only)

    def _show_clocks(self) -> None:
        read = [(line.clock.title, line.reading) for line in self._clocks if line.reading.events]
        found = [reading.events for _, reading in read if reading.events is not None]
        self.grid.show_readings([each for events in found for each in events.events])
        self.summary.setText("\n".join(f"{title}: {reading.result}" for title, reading in read))
        self.summary.setVisible(bool(read))


def _read_draft(draft: str, width: int) -> list[list[list[str]]]:
    """Read a list as it was typed; empty where there is none."""
    with contextlib.suppress(ValueError):
        rows = json.loads(draft)
        if isinstance(rows, list) and all(len(cells) == width for cells in rows):
            return rows
    return []
