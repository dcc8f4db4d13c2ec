"""The right column: how to judge, the clocks, what is left in the theme, the child's facts."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QGridLayout, QPushButton, QVBoxLayout, QWidget

from audit_desk.domain.case import Facts
from audit_desk.domain.case_event import CaseEvent
from audit_desk.domain.completeness import Gap
from audit_desk.domain.practitioner import PRACTITIONER
from audit_desk.ui.models.event_words import event_text
from audit_desk.ui.screens.audit.clock_card import ClockCard
from audit_desk.ui.screens.audit.fact_lines import fact_lines
from audit_desk.ui.screens.audit.look import Look
from audit_desk.ui.screens.audit.reading import ClockLine
from audit_desk.ui.screens.audit.way.places import Place
from audit_desk.ui.widgets.boxes import clear
from audit_desk.ui.widgets.buttons import button
from audit_desk.ui.widgets.text import label

_MOST_GAPS = 4
_MOST_EVENTS = 12
_SHORT = 10
_WORDS = {PRACTITIONER: "Who took part"}


class SidePanel(QWidget):
    """Guidance, clocks, gaps and facts, each in a card of its own.

    Signals:
        gap_chosen: The place of something that is left to do.
        width_needed: The least width at which no word is cut, in pixels.
    """

    gap_chosen = Signal(Place)
    width_needed = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._facts: Facts | None = None
        self._clocks: dict[str, ClockCard] = {}
        self._gaps: tuple[tuple[Gap, str], ...] = ()
        self.gap_buttons: list[QPushButton] = []
        self.guidance = label("", "small")
        self.left = label("", "small")
        self._guidance_card, guidance = _card("How to judge this")
        guidance.addWidget(self.guidance)
        self._clock_card, self._clock_lines = _card("Clocks")
        self._gap_card, gaps = _card("Left to do here")
        self._gap_lines = QGridLayout()
        self._gap_lines.setVerticalSpacing(0)
        self._gap_lines.setColumnStretch(1, 1)
        gaps.addLayout(self._gap_lines)
        gaps.addWidget(self.left)
        facts_card, facts = _card("From the case list")
        self._fact_lines = QFormLayout()
        self._fact_lines.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        facts.addLayout(self._fact_lines)
        self._event_card, self._event_lines = _card("From other lists")
        self._events: tuple[CaseEvent, ...] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(12)
        cards = (self._guidance_card, self._clock_card, self._gap_card, facts_card)
        for card in (*cards, self._event_card):
            column.addWidget(card)
        column.addStretch(1)

    def event(self, event: QEvent) -> bool:
        """Tell how wide the contents must be, whenever they or the text size changed."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.width_needed.emit(self.minimumSizeHint().width())
        return done

    def show_guidance(self, text: str) -> None:
        """Show how to come to an answer."""
        self.guidance.setText(text)
        self._guidance_card.setVisible(bool(text))

    def show_facts(self, facts: Facts) -> None:
        """Show what the case list said about the child."""
        if facts == self._facts:
            return
        self._facts = facts
        while self._fact_lines.rowCount():
            self._fact_lines.removeRow(0)
        self._fact_lines.setHorizontalSpacing(12)
        self._fact_lines.setVerticalSpacing(4)
        for name, value in fact_lines(facts):
            shown = label(value, "small")
            if len(value) <= _SHORT:  # a long name beside it would squeeze a "3" to nothing
                shown.setWordWrap(False)
            shown.ensurePolished()
            shown.setMinimumWidth(shown.minimumSizeHint().width())
            self._fact_lines.addRow(label(name, "muted"), shown)

    def show_events(self, events: tuple[CaseEvent, ...]) -> None:
        """Show what other lists said about the child, the latest first."""
        if events == self._events:
            return
        self._events = events
        lines = [event_text(event) for event in events[:_MOST_EVENTS]]
        if len(events) > _MOST_EVENTS:
            lines.append(f"And {len(events) - _MOST_EVENTS} earlier.")
        for line in lines:
            self._event_lines.addWidget(label(line, "small"))
        self._event_card.setVisible(bool(events))

    def show_clocks(self, lines: tuple[ClockLine, ...]) -> None:
        """Show the clocks of the theme that is read."""
        if list(self._clocks) != [line.clock.id for line in lines]:
            for card in self._clocks.values():
                self._clock_lines.removeWidget(card)
                card.hide()
                card.deleteLater()
            self._clocks = {line.clock.id: ClockCard(self._look, line.clock) for line in lines}
            for card in self._clocks.values():
                self._clock_lines.addWidget(card)
        for line in lines:
            self._clocks[line.clock.id].show_line(line)
        self._clock_card.setVisible(bool(lines))

    def show_gaps(self, gaps: tuple[tuple[Gap, str], ...], *, all_done: bool) -> None:
        """Show what is left to do in the theme that is read.

        Args:
            gaps: What is left, each with how it stands in a word or two.
            all_done: Whether nothing is left in any theme.
        """
        if gaps != self._gaps:
            self._gaps = gaps
            clear(self._gap_lines)
            self.gap_buttons = []
            for number, (gap, state) in enumerate(gaps[:_MOST_GAPS]):
                self.gap_buttons.append(self._gap_button(gap))
                self._gap_lines.addWidget(self.gap_buttons[-1], number, 0)
                centre = Qt.AlignmentFlag.AlignVCenter
                self._gap_lines.addWidget(label(state, "muted"), number, 1, centre)
        more = len(gaps) - _MOST_GAPS
        if gaps:
            self.left.setText(f"And {more} more." if more > 0 else "")
        else:
            self.left.setText("Nothing at all." if all_done else "Nothing in this theme.")
        self.left.setVisible(bool(self.left.text()))

    def _gap_button(self, gap: Gap) -> QPushButton:
        place = Place(gap.theme_id, gap.question_id)
        words = gap.question_id or _WORDS.get(gap.theme_id, "Judgement")
        made = button(words, lambda: self.gap_chosen.emit(place), kind="quiet")
        made.setToolTip(gap.sentence)
        made.setAccessibleDescription(gap.sentence)
        return made


def _card(title: str) -> tuple[QFrame, QVBoxLayout]:
    card = QFrame()
    card.setProperty("role", "card")
    card.setAccessibleName(title)
    lines = QVBoxLayout(card)
    lines.setContentsMargins(12, 10, 12, 12)
    lines.setSpacing(8)
    lines.addWidget(label(title, "strong"))
    return card, lines
