"""The head of a question: its id, its wording, its guidance and why it is asked."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from audit_desk.domain.audit_tool import Question
from audit_desk.ui.screens.audit.look import Look
from audit_desk.ui.screens.audit.why_panel import WhyPanel
from audit_desk.ui.widgets.banner import Banner
from audit_desk.ui.widgets.boxes import row
from audit_desk.ui.widgets.buttons import button
from audit_desk.ui.widgets.text import label

_CRITICAL = "★ Critical: Inadequate or No caps the theme and the overall judgement"


class QuestionHead(QWidget):
    """What is asked, and how to come to an answer.

    Signals:
        why_asked: The button for the findings behind the question.
    """

    why_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._titles: Mapping[str, str] = {}
        self.id = label("", "strong", wrap=False)
        self.critical = label(_CRITICAL, "muted", wrap=False)
        self.why_button = button("Why this question  F2", self.why_asked.emit, kind="quiet")
        self.wording = label("", "heading")
        self.guidance = label("", "muted")
        self.folded = Banner(look.icons, "", heading="Does not apply to this child")
        self.why = WhyPanel()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(6)
        lines.addLayout(row(self.id, self.critical, None, self.why_button))
        lines.addWidget(self.wording)
        lines.addWidget(self.folded)
        lines.addWidget(self.guidance)
        lines.addWidget(self.why)

    def name_documents(self, titles: Mapping[str, str]) -> None:
        """Take the titles of the tool's documents, by id."""
        self._titles = titles

    def show_question(self, question: Question, why_not: str) -> None:
        """Show another question."""
        self.id.setText(question.id)
        self.critical.setVisible(question.critical)
        self.wording.setText(question.wording)
        self.guidance.setText(question.guidance)
        self.guidance.setVisible(bool(question.guidance))
        self.folded.setVisible(bool(why_not))
        self.folded.set_message(
            f"{why_not} What was answered is kept, and is not counted.",
            heading="Does not apply to this child",
        )
        self.why.show_sources(question.sources, self._titles)
        self.why_button.setVisible(bool(question.sources))

    def toggle_why(self) -> None:
        """Show the findings behind the question, or hide them again."""
        self.why.setVisible(self.why.isHidden())
