"""The judgement of a theme, or of the whole audit: what is suggested, and what is decided."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from audit_desk.domain.audit import OVERALL, Grade, Judgement
from audit_desk.domain.audit_tool import AnswerKind
from audit_desk.domain.completeness import needs_rationale
from audit_desk.domain.grading import Suggestion
from audit_desk.ui.screens.audit.answers.choice_list import ChoiceList, grade_sign
from audit_desk.ui.screens.audit.judgement.judgement_texts import JudgementTexts
from audit_desk.ui.screens.audit.keymap import CHOICES
from audit_desk.ui.screens.audit.look import Look
from audit_desk.ui.screens.audit.suggestion_card import SuggestionCard
from audit_desk.ui.widgets.text import label


class JudgementPanel(QWidget):
    """One judgement; the same widgets serve every theme and the whole audit.

    Signals:
        grade_chosen: The stored value of the decided grade.
        text_edited: The text's name on ``Judgement``, and the whole of it.
        text_left: A text field lost the focus.
    """

    grade_chosen = Signal(str)
    text_edited = Signal(str, str)
    text_left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.title = label("", "heading")
        self.suggestion = SuggestionCard(look)
        self.grades = ChoiceList(
            look.theme, CHOICES[AnswerKind.GRADE], stacked=True, mark=grade_sign(look)
        )
        self.texts = JudgementTexts()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.title, self.suggestion):
            column.addWidget(part)
        column.addWidget(label("Your judgement", "strong"))
        column.addWidget(self.grades)
        column.addWidget(self.texts)
        column.addStretch(1)
        self.grades.chosen.connect(self.grade_chosen)
        self.texts.edited.connect(self.text_edited)
        self.texts.left.connect(self.text_left)
        self.texts.escaped.connect(self.focus_answer)

    def show_judgement(self, judgement: Judgement, title: str) -> None:
        """Show another judgement with its texts."""
        whole = judgement.theme_id == OVERALL
        self.title.setText(title if whole else f"{title}: your judgement")
        self.texts.load(judgement)

    def load(
        self, judgement: Judgement, suggestion: Suggestion, behind: Mapping[Grade, str]
    ) -> None:
        """Show what is decided and suggested; texts in the making are left alone.

        Args:
            judgement: What is decided.
            suggestion: What the rules suggest now.
            behind: What was graded so, in words, by grade.
        """
        self.suggestion.show_suggestion(suggestion, judgement)
        self.grades.describe([behind.get(grade, "") for grade in Grade])
        self.grades.load("" if judgement.grade is None else str(int(judgement.grade)))
        demanded = needs_rationale(judgement, suggestion)
        self.texts.demand_rationale(demanded=demanded, given=judgement.rationale)

    def set_read_only(self, read_only: bool) -> None:
        """Show only, or let it be decided."""
        self.grades.set_read_only(read_only)
        self.texts.set_read_only(read_only)

    def focus_answer(self) -> None:
        """Put the focus on the grades, where the single keys work."""
        self.grades.focus_row()

    def focus_evidence(self) -> None:
        """Put the focus into the first text that is asked for."""
        self.texts.first().setFocus(Qt.FocusReason.ShortcutFocusReason)
