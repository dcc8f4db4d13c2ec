"""What the rules suggest, with how they came to it."""

from PySide6.QtWidgets import QFrame, QVBoxLayout

from audit_desk.domain.audit import Judgement
from audit_desk.domain.grading import Suggestion
from audit_desk.ui.screens.audit.look import Look
from audit_desk.ui.widgets.buttons import quiet_button
from audit_desk.ui.widgets.flow import flow_row
from audit_desk.ui.widgets.grade_chip import GradeChip
from audit_desk.ui.widgets.text import TextLabel, label


class SuggestionCard(QFrame):
    """A suggestion, its range where things are not evidenced, and its working on demand."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName("What the rules suggest")
        self.chip = GradeChip(look.theme)
        self.summary = label("", "body")
        self.range = label("", "muted")
        self.stale = label("", "warning")
        self.working = label("", "muted")
        self.working.hide()
        self.working_button = quiet_button("How it comes about  F2", self.toggle_working)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(12, 8, 8, 8)
        lines.setSpacing(4)
        head = label("The rules suggest", "strong", wrap=False)
        lines.addWidget(flow_row(head, self.chip, None, self.working_button))
        for text in (self.summary, self.range, self.stale, self.working):
            lines.addWidget(text)

    def show_suggestion(self, suggestion: Suggestion, judgement: Judgement) -> None:
        """Show a suggestion, and whether it has changed since the judgement was made."""
        self.chip.set_mark(suggestion.grade)
        self.working.setText(suggestion.working[:1].upper() + suggestion.working[1:])
        _say(self.summary, _summary(suggestion))
        _say(self.range, _range(suggestion))
        _say(self.stale, _stale(suggestion, judgement))

    def toggle_working(self) -> None:
        """Show how the suggestion comes about, or hide it again."""
        self.working.setVisible(self.working.isHidden())


def _say(where: TextLabel, text: str) -> None:
    where.setText(text)
    where.setVisible(bool(text))


def _summary(suggestion: Suggestion) -> str:
    if suggestion.grade is None:
        return "Nothing is graded here yet, so there is no suggestion."
    if suggestion.capped_by and suggestion.before_ceiling not in {None, suggestion.grade}:
        caps = ", ".join(suggestion.capped_by)
        return f"Capped by {caps}; without it: {suggestion.before_ceiling.label}."
    return ""


def _range(suggestion: Suggestion) -> str:
    best, worst = suggestion.best, suggestion.worst
    if best is None or worst is None or best == worst:
        return ""
    unknown = suggestion.not_evidenced + suggestion.not_accessible
    answers = "1 answer is" if unknown == 1 else f"{unknown} answers are"
    return f"{answers} not known: it could be anything from {best.label} to {worst.label}."


def _stale(suggestion: Suggestion, judgement: Judgement) -> str:
    then = judgement.suggested
    if judgement.grade is None or then == suggestion.grade:
        return ""
    before = "no suggestion" if then is None else then.label
    now = "none" if suggestion.grade is None else suggestion.grade.label
    return f"The suggestion was {before} when you decided, and is {now} now. Choose again."
