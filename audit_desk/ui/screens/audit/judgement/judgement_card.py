"""The judgements of an audit side by side, as they are about to be submitted."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout

from audit_desk.domain.audit import Grade, Judgement
from audit_desk.ui.screens.audit.look import Look
from audit_desk.ui.widgets.boxes import clear
from audit_desk.ui.widgets.grade_chip import GradeChip
from audit_desk.ui.widgets.text import label


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement with its title and what the rules suggest now."""

    title: str
    judgement: Judgement
    suggested: Grade | None

    @property
    def note(self) -> str:
        """Say what was decided otherwise, and why; or that nothing had to be judged."""
        if self.judgement.grade is None:
            return "Nothing to judge for this child"
        if self.suggested is None:
            return f"Nothing was graded. {self.judgement.rationale}"
        if self.suggested is self.judgement.grade:
            return "As suggested"
        return f"Suggested: {self.suggested.label}. {self.judgement.rationale}"


class JudgementCard(QFrame):
    """One line for each theme, and one for the whole audit."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty("role", "card")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 12, 16, 12)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(2, 1)

    def show_judgements(self, judged: Sequence[Judged]) -> None:
        """Show the judgements with what differs from the suggestion."""
        clear(self._grid)
        top = Qt.AlignmentFlag.AlignTop
        for number, one in enumerate(judged):
            self._grid.addWidget(label(one.title, "strong", wrap=False), number, 0, top)
            chip = GradeChip(self._look.theme, one.judgement.grade)
            self._grid.addWidget(chip, number, 1, top)
            self._grid.addWidget(label(one.note), number, 2, top)
