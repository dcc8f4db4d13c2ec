"""The rows of a list of events under their headings, as many cells abreast as can be read."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from audit_desk.domain.audit_tool import Part
from audit_desk.domain.clock_reading import EventReading
from audit_desk.domain.event_rows import in_order
from audit_desk.ui.screens.audit.events.event_cells import width_of
from audit_desk.ui.screens.audit.events.event_line import DELETE_WIDTH, SHARES, SPACING, EventLine
from audit_desk.ui.screens.audit.look import Look
from audit_desk.ui.widgets.text import label


class EventGrid(QWidget):
    """Rows that can be added and taken away; what happens in one is told with the row itself.

    Signals:
        edited: A cell changed; whether it was typed (and may wait).
        pasted: The row, the cell's number, and several cells' text.
        entered: Enter in a cell: the row and the cell's number.
        moved: An arrow: the row, the cell's number, and +1 or -1.
        deleted: The row that is to go.
        left: A cell lost the focus.
        escaped: Escape was pressed.
    """

    edited = Signal(bool)
    pasted = Signal(object, int, str)
    entered = Signal(object, int)
    moved = Signal(object, int, int)
    deleted = Signal(object)
    left = Signal()
    escaped = Signal()

    def __init__(self, part: Part, today: Callable[[], date], look: Look) -> None:
        super().__init__()
        self._part = part
        self._today = today
        self._look = look
        self._read_only = False
        self._abreast = len(part.columns)
        self.lines: list[EventLine] = []
        self._heads = self._headings()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACING)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._heads)
        column.addLayout(self._rows)

    def _headings(self) -> QWidget:
        heads = QWidget()
        line = QHBoxLayout(heads)
        line.setContentsMargins(2, 0, DELETE_WIDTH + SPACING, 0)
        line.setSpacing(SPACING)
        for column in self._part.columns:
            head = label(column.label, "muted", wrap=False)
            head.setMinimumWidth(1)
            head.setToolTip(column.help)
            line.addWidget(head, SHARES[column.kind])
        return heads

    @property
    def is_blank(self) -> bool:
        """Whether nothing is written in any row."""
        return all(line.is_blank for line in self.lines)

    @property
    def values(self) -> list[dict[str, str]]:
        """The stored cells of every row, in the order in which they are shown."""
        return [line.values for line in self.lines]

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """Lay the rows out once, when all of a block's changes are made.

        Otherwise each note that appears in a row lays out every row, and two hundred rows take
        seconds.
        """
        layout = self._column
        was = layout.isEnabled()
        layout.setEnabled(False)
        try:
            yield
        finally:
            layout.setEnabled(was)
            layout.invalidate()

    def set_count(self, count: int) -> None:
        """Have so many rows."""
        while len(self.lines) > count:
            self.remove(self.lines[-1])
        self.insert(len(self.lines), count - len(self.lines))

    def insert(self, number: int, count: int = 1) -> None:
        """Put empty rows at a place."""
        for place in range(number, number + count):
            self._make(place)
        self._number()

    def _make(self, number: int) -> None:
        line = EventLine(self._part, self._today, self._look)
        line.edited.connect(self.edited)
        line.pasted.connect(lambda cell, text: self.pasted.emit(line, cell, text))
        line.entered.connect(lambda cell: self.entered.emit(line, cell))
        line.moved.connect(lambda cell, by: self.moved.emit(line, cell, by))
        line.deleted.connect(lambda: self.deleted.emit(line))
        line.left.connect(self.left)
        line.escaped.connect(self.escaped)
        line.set_read_only(self._read_only)
        line.arrange(self._abreast)
        self.lines.insert(number, line)
        self._rows.insertWidget(number, line)
        line.show()

    def remove(self, line: EventLine) -> None:
        """Take a row away."""
        self.lines.remove(line)
        self._rows.removeWidget(line)
        line.hide()
        line.deleteLater()
        self._number()

    def set_read_only(self, read_only: bool) -> None:
        """Show only, or let it be written."""
        self._read_only = read_only
        for line in self.lines:
            line.set_read_only(read_only)

    def show_readings(self, events: Sequence[EventReading]) -> None:
        """Show readings beside their rows; they are in stored order, the rows as typed."""
        places = {number: place for place, number in enumerate(in_order(self._part, self.values))}
        of_row: dict[int, list[EventReading]] = {}
        for each in events:
            of_row.setdefault(each.row, []).append(each)
        with self.at_once():
            for number, line in enumerate(self.lines):
                line.show_readings(tuple(of_row.get(places.get(number, -1), ())))

    def fields(self) -> list[QWidget]:
        """Return every cell and button, in the order of Tab."""
        return [widget for line in self.lines for widget in (*line.cells, line.delete)]

    def holds_focus(self) -> bool:
        """Whether a cell has the focus."""
        return any(cell.hasFocus() for line in self.lines for cell in line.cells)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set as many cells beside each other as can be read."""
        super().resizeEvent(event)
        self.arrange()

    def changeEvent(self, event: QEvent) -> None:
        """The same when the text's size changes."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.arrange()

    def arrange(self) -> None:
        """Set as many cells beside each other as can be read at this width and text size."""
        if not self.lines:
            return
        metrics = self.lines[0].cells[0].fontMetrics()
        widths = [width_of(column, metrics) + SPACING for column in self._part.columns]
        count = len(widths)
        room = self.width() - DELETE_WIDTH
        halves = (-(-count // parts) for parts in range(1, count + 1))
        fitting = (
            n for n in halves if n * max(widths) <= room or (n == count and sum(widths) <= room)
        )
        self._abreast = next(fitting, 1)
        self._heads.setVisible(self._abreast == count)
        for line in self.lines:
            line.arrange(self._abreast)

    def _number(self) -> None:
        for number, line in enumerate(self.lines, start=1):
            line.number(number)
        for before, after in pairwise(self.fields()):
            QWidget.setTabOrder(before, after)
