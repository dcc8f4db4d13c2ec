"""What the lists say about one child."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from audit_desk.domain.case import Case
from audit_desk.domain.case_event import CaseEvent
from audit_desk.domain.case_fields import CASE_FIELDS
from audit_desk.ui.models.case_words import day_text, fact_text
from audit_desk.ui.models.event_words import event_text
from audit_desk.ui.widgets.boxes import GRID, scrolled
from audit_desk.ui.widgets.text import label

_LEAST, _MOST = 31, 56
"""How wide the panel may be, in characters."""


class FactsPanel(QFrame):
    """The facts of the chosen case, in the order of the catalogue.

    The number that the council's system gives the child is not part of a case, so it can never
    be here.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._fit()
        self._told: tuple[object, ...] = ()
        self._events: tuple[CaseEvent, ...] = ()
        self._facts: list[tuple[str, str]] = []
        self._heading = label("", "heading", wrap=False)
        self._note = label("", "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 12, GRID, 12)
        layout.setSpacing(4)
        layout.addWidget(self._heading)
        layout.addWidget(self._note)
        self._inner = QWidget()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 4, GRID, 0)
        self._grid.setHorizontalSpacing(2 * GRID)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 5)
        self._grid.setColumnStretch(1, 6)
        outer = QVBoxLayout(self._inner)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(self._grid)
        outer.addStretch(1)
        self.body = scrolled(self._inner)
        """Scrolls over the facts; has the focus while somebody reads them by keyboard."""
        self.body.setProperty("role", "reading")
        self.body.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.body.setAccessibleName("Facts of the case")
        layout.addWidget(self.body, 1)
        self.show_case(None)

    def show_case(
        self,
        case: Case | None,
        events: Sequence[CaseEvent] = (),
        lists: Sequence[str] = (),
    ) -> None:
        """Show a case, or that none is chosen.

        Args:
            case: The case.
            events: What other lists say of the child, the latest first.
            lists: The names of the case lists that the child stands on.
        """
        told = (case, tuple(events), tuple(lists))
        if case is not None and told == self._told:
            return
        self._told, self._events = told, tuple(events)
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._facts = []
        if case is None:
            self._say("No case chosen", "Choose a row to see what the case list says.")
            return
        self._facts = [_standing(case, lists)]
        self._facts += [
            (each.label, fact_text(each, case.facts[each.key]))
            for each in CASE_FIELDS
            if each.key in case.facts
        ]
        self._say(case.reference, "" if case.facts else "The case list said nothing more.")
        top = Qt.AlignmentFlag.AlignTop
        for row, (name, value) in enumerate(self._facts):
            self._grid.addWidget(label(name, "muted"), row, 0, top)
            self._grid.addWidget(label(value), row, 1, top)
        if events:
            self._show_events(len(self._facts))

    @property
    def facts(self) -> list[tuple[str, str]]:
        """The labels and facts that are shown."""
        return list(self._facts)

    @property
    def events(self) -> list[str]:
        """The lines of other lists that are shown."""
        return [event_text(event) for event in self._events]

    def changeEvent(self, event: QEvent) -> None:
        """Stay wide enough for a long word when the text size changes."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        char = self.fontMetrics().averageCharWidth()
        self.setMinimumWidth(_LEAST * char)
        self.setMaximumWidth(_MOST * char)

    def _show_events(self, row: int) -> None:
        self._grid.addWidget(label("From other lists", "strong"), row, 0, 1, 2)
        for number, line in enumerate(self.events, start=row + 1):
            self._grid.addWidget(label(line, "small"), number, 0, 1, 2)

    def _say(self, heading: str, note: str) -> None:
        self._heading.setText(heading)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.setAccessibleName(f"Facts of {heading}" if not note else heading)


def _standing(case: Case, lists: Sequence[str]) -> tuple[str, str]:
    if case.closed_on:
        return "Case list", f"On no list since {day_text(case.closed_on)}"
    return "Case list" if len(lists) <= 1 else "Case lists", ", ".join(lists) or "On the list"
