"""The right column: the child's facts, the clocks, and what is left to do."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from audit_desk.domain.case import Facts, FactValue
from audit_desk.domain.case_field import FieldKind
from audit_desk.domain.case_fields import CASE_FIELDS
from audit_desk.domain.completeness import Gap
from audit_desk.domain.moments import format_moment, parse_moment
from audit_desk.ui.screens.audit.clock_card import ClockCard
from audit_desk.ui.screens.audit.look import Look
from audit_desk.ui.screens.audit.reading import ClockLine
from audit_desk.ui.widgets.boxes import clear
from audit_desk.ui.widgets.buttons import button
from audit_desk.ui.widgets.text import label


class SidePanel(QWidget):
    """Facts, clocks and gaps, each in a card of its own.

    Signals:
        check_asked: The list of what is left to do is asked for.
    """

    check_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._facts: Facts | None = None
        self._cards: dict[str, ClockCard] = {}
        self._clock_lines = QVBoxLayout()
        self._fact_lines = QGridLayout()
        self.left = label("", "body")
        self.check_button = button("Check and submit", self.check_asked.emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(12)
        column.addWidget(self._clock_card())
        column.addWidget(self._gap_card())
        column.addWidget(self._fact_card())
        column.addStretch(1)

    def _clock_card(self) -> QFrame:
        card, lines = _card("Clocks")
        self._clock_lines.setSpacing(10)
        self.no_clocks = label("Nothing is timed in this theme.", "muted")
        lines.addWidget(self.no_clocks)
        lines.addLayout(self._clock_lines)
        return card

    def _gap_card(self) -> QFrame:
        card, lines = _card("Left to do")
        lines.addWidget(self.left)
        lines.addWidget(self.check_button)
        lines.addWidget(label("Ctrl+Shift+Enter", "key"))
        return card

    def _fact_card(self) -> QFrame:
        card, lines = _card("From the case list")
        self._fact_lines.setHorizontalSpacing(10)
        self._fact_lines.setVerticalSpacing(4)
        self._fact_lines.setColumnStretch(0, 1)
        self._fact_lines.setColumnStretch(1, 1)
        lines.addLayout(self._fact_lines)
        return card

    def show_facts(self, facts: Facts) -> None:
        """Show what the case list said about the child."""
        if facts == self._facts:
            return
        self._facts = facts
        clear(self._fact_lines)
        for number, (name, value) in enumerate(fact_lines(facts)):
            self._fact_lines.addWidget(label(name, "muted"), number, 0)
            self._fact_lines.addWidget(label(value, "small"), number, 1)

    def show_clocks(self, lines: tuple[ClockLine, ...]) -> None:
        """Show the clocks of the theme that is read."""
        wanted = [line.clock.id for line in lines]
        if list(self._cards) != wanted:
            clear(self._clock_lines)
            self._cards = {line.clock.id: ClockCard(self._look, line.clock) for line in lines}
            for card in self._cards.values():
                self._clock_lines.addWidget(card)
        for line in lines:
            self._cards[line.clock.id].show_line(line)
        self.no_clocks.setVisible(not lines)

    def show_gaps(self, gaps: tuple[Gap, ...], done: int, of: int) -> None:
        """Show how much is left to do."""
        if gaps:
            things = "1 thing" if len(gaps) == 1 else f"{len(gaps)} things"
            self.left.setText(f"{done} of {of} questions answered; {things} left.")
        else:
            self.left.setText(f"All {of} questions answered; nothing is left.")


def fact_lines(facts: Facts) -> tuple[tuple[str, str], ...]:
    """Return the case's facts as name and value, in the order in which a case is shown."""
    known = {field.key: field for field in CASE_FIELDS}
    lines = [
        (field.label, _fact_value(facts[key], field.kind))
        for key, field in known.items()
        if key in facts
    ]
    others = [
        (key.replace("_", " ").capitalize(), str(value))
        for key, value in facts.items()
        if key not in known
    ]
    return (*lines, *others)


def _fact_value(value: FactValue, kind: FieldKind) -> str:
    if kind is FieldKind.DATE:
        try:
            return format_moment(parse_moment(str(value)))
        except ValueError:
            return str(value)
    return str(value)


def _card(title: str) -> tuple[QFrame, QVBoxLayout]:
    card = QFrame()
    card.setProperty("role", "card")
    card.setAccessibleName(title)
    lines = QVBoxLayout(card)
    lines.setContentsMargins(12, 10, 12, 12)
    lines.setSpacing(6)
    lines.addWidget(label(title, "strong"))
    return card, lines
