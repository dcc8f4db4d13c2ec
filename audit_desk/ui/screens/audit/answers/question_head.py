"""The head of a question: its id, its wording and why it is asked."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from audit_desk.domain.audit_tool import AnswerKind, Question
from audit_desk.ui.screens.audit.look import Look
from audit_desk.ui.screens.audit.why_panel import WhyPanel
from audit_desk.ui.widgets.banner import Banner
from audit_desk.ui.widgets.boxes import row
from audit_desk.ui.widgets.buttons import button
from audit_desk.ui.widgets.focus import Head
from audit_desk.ui.widgets.text import label

_CRITICAL = {
    AnswerKind.GRADE: "★ Critical: Inadequate caps the judgement",
    AnswerKind.YES_PARTLY_NO: "★ Critical: No caps the judgement",
    AnswerKind.SAFETY: "★ Critical: Unsafe makes the whole audit Inadequate",
    AnswerKind.FACTS: "★ Critical",
}


class QuestionHead(Head):
    """What is asked.

    Signals:
        why_asked: The button for the findings behind the question.
        clear_asked: The button that takes the answer back.
    """

    why_asked = Signal()
    clear_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look.theme)
        self._titles: Mapping[str, str] = {}
        self.id = label("", "strong", wrap=False)
        self.critical = label("", "muted")
        self.why_button = button("Why this question  F2", self.why_asked.emit, kind="quiet")
        self.clear_button = button("Clear answer  Del", self.clear_asked.emit, kind="quiet")
        self.wording = label("", "heading")
        self.folded = Banner(look.icons, "", heading="Does not apply to this child")
        self.why = WhyPanel()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(8, 4, 8, 4)
        lines.setSpacing(4)
        lines.addLayout(row(self.id, None, self.clear_button, self.why_button))
        lines.addWidget(self.wording)
        lines.addWidget(self.critical)
        lines.addWidget(self.folded)
        lines.addWidget(self.why)

    def name_documents(self, titles: Mapping[str, str]) -> None:
        """Take the titles of the tool's documents, by id."""
        self._titles = titles

    def show_question(self, question: Question, why_not: str) -> None:
        """Show another question."""
        self.setAccessibleName(f"{question.id}: {question.wording}")
        self.id.setText(question.id)
        self.critical.setText(_CRITICAL[question.kind])
        self.critical.setVisible(question.critical)
        self.wording.setText(question.wording)
        self.folded.setVisible(bool(why_not))
        self.folded.set_message(
            f"{why_not} What was answered is kept, and is not counted.",
            heading="Does not apply to this child",
        )
        self.why.show_sources(question.sources, self._titles)
        self.why_button.setVisible(bool(question.sources))

    def offer_clearing(self, *, offered: bool) -> None:
        """Offer to take the answer back while there is one."""
        self.clear_button.setVisible(offered)

    def toggle_why(self) -> None:
        """Show the findings behind the question, or hide them again."""
        self.why.toggle()
