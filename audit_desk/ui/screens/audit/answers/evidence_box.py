"""What the auditor saw on file, in their own words."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from audit_desk.domain.audit import Answer
from audit_desk.domain.audit_tool import Question
from audit_desk.domain.grading import needs_evidence
from audit_desk.ui.screens.audit.answers.growing_text import GrowingText
from audit_desk.ui.widgets.boxes import row
from audit_desk.ui.widgets.text import label

_UNSAVED = "Not saved yet. Your words stay here and are tried again at the next change."


class EvidenceBox(QWidget):
    """The evidence text with its key, what it should show, and what it still lacks."""

    def __init__(self) -> None:
        super().__init__()
        self.text = GrowingText("Evidence")
        self.demanded = label("", "warning", wrap=False)
        self.hint = label("", "muted")
        self.unsaved = label(_UNSAVED, "error")
        self.unsaved.hide()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 4, 0, 0)
        lines.setSpacing(4)
        title = label("Evidence: what you saw on file", "strong", wrap=False)
        title.setBuddy(self.text)
        lines.addLayout(row(label("E", "key"), title, None, self.demanded))
        lines.addWidget(self.hint)
        lines.addWidget(self.text)
        lines.addWidget(self.unsaved)

    def show_for(self, question: Question, evidence: str) -> None:
        """Show another question's evidence."""
        self.hint.setText(question.evidence)
        self.hint.setVisible(bool(question.evidence))
        self.text.load(evidence)

    def demand(self, question: Question, answer: Answer) -> None:
        """Say whether this answer needs evidence that is not there yet."""
        missing = needs_evidence(question, answer) and not answer.evidence.strip()
        self.demanded.setText("This answer needs evidence" if missing else "")
        self.text.setAccessibleDescription(self.demanded.text() or question.evidence)
