"""The middle of the page: one question, its answers and what was seen on file."""

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from audit_desk.domain.answer_check import possible_absences
from audit_desk.domain.audit import Absence, Answer
from audit_desk.domain.audit_tool import AnswerKind, Question
from audit_desk.domain.event_suggestions import Suggestion
from audit_desk.ui.screens.audit.answers.choice_list import ChoiceList, grade_sign, no_sign
from audit_desk.ui.screens.audit.answers.evidence_box import EvidenceBox
from audit_desk.ui.screens.audit.answers.parts_panel import PartsPanel
from audit_desk.ui.screens.audit.answers.question_head import QuestionHead
from audit_desk.ui.screens.audit.follow_up.action_slot import ActionSlot
from audit_desk.ui.screens.audit.keymap import CHOICES, Choice
from audit_desk.ui.screens.audit.look import Look
from audit_desk.ui.screens.audit.ports import Desk

ABSENCE_CHOICES = (
    Choice("0", Absence.NOT_EVIDENCED.value, Absence.NOT_EVIDENCED.label),
    Choice("A", Absence.NOT_ACCESSIBLE.value, Absence.NOT_ACCESSIBLE.label),
    Choice("N", Absence.NOT_APPLICABLE.value, Absence.NOT_APPLICABLE.label),
)


class QuestionPanel(QWidget):
    """One question; the same widgets serve every question of a tool.

    Signals:
        value_chosen: A main answer in its stored form.
        absence_chosen: An absence in its stored form.
        cleared: The answer is taken back.
        evidence_edited: The whole evidence text.
        part_changed: A part's id, its stored form, and whether it was typed (and may wait).
        part_drafted: A part's id and what is typed but not understood.
        text_left: A text field lost the focus.
        finished: Enter in the last field.
        stepped: An arrow led out of the fields; +1 or -1.
    """

    value_chosen = Signal(str)
    absence_chosen = Signal(str)
    cleared = Signal()
    evidence_edited = Signal(str)
    part_changed = Signal(str, str, bool)
    part_drafted = Signal(str, str)
    text_left = Signal()
    finished = Signal()
    stepped = Signal(int)

    def __init__(self, look: Look, desk: Desk) -> None:
        super().__init__()
        self._kind = AnswerKind.GRADE
        self._read_only = False
        self.head = QuestionHead(look)
        self._look = look
        self.choices: dict[AnswerKind, ChoiceList] = {}
        """The main answers of each kind that was asked for so far."""
        self.absences = ChoiceList(look.theme, ABSENCE_CHOICES, stacked=False)
        self.parts = PartsPanel(look, desk.today)
        self.evidence = EvidenceBox()
        self.action = ActionSlot(look, desk.today)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.head)
        self._column.addWidget(self.absences)
        self._column.addWidget(self.parts)
        self._column.addWidget(self.evidence)
        self._column.addWidget(self.action)
        self._column.addStretch(1)

    def _connect(self) -> None:
        self.head.clear_asked.connect(self.cleared)
        self.absences.chosen.connect(self.absence_chosen)
        self.parts.changed.connect(self.part_changed)
        self.parts.drafted.connect(self.part_drafted)
        self.parts.left.connect(self.text_left)
        self.parts.finished.connect(self.finished)
        self.parts.stepped.connect(self.stepped)
        self.parts.escaped.connect(self.focus_answer)
        self.evidence.text.edited.connect(self.evidence_edited)
        self.evidence.text.left.connect(self.text_left)
        self.evidence.text.escaped.connect(self.focus_answer)
        self.action.left.connect(self.text_left)
        self.action.escaped.connect(self.focus_answer)
        self.action.finished.connect(self.finished)
        self.action.made.connect(self._order_tabs)

    def make_all(self) -> None:
        """Make what other questions and answers will ask for, so that no key waits for it."""
        for kind in CHOICES:
            self._make_choices(kind)
        for part in (*self.choices.values(), self.action.card):
            for inside in part.findChildren(QWidget):
                inside.ensurePolished()

    def _make_choices(self, kind: AnswerKind) -> None:
        if kind in self.choices or not CHOICES[kind]:
            return
        graded = kind is AnswerKind.GRADE
        mark = grade_sign(self._look) if graded else no_sign
        made = ChoiceList(self._look.theme, CHOICES[kind], stacked=graded, mark=mark)
        made.hide()
        made.set_read_only(self._read_only)
        made.chosen.connect(self.value_chosen)
        self._column.insertWidget(self._column.indexOf(self.head) + 1, made)
        self.choices[kind] = made

    def show_question(
        self,
        question: Question,
        answer: Answer,
        drafts: Mapping[str, str],
        from_lists: Mapping[str, Suggestion],
        why_not: str,
    ) -> None:
        """Show another question.

        Args:
            question: The question.
            answer: Its answer so far.
            drafts: What was typed in its parts and is not understood yet, by part id.
            from_lists: What lists say of its parts, by part id.
            why_not: Why it does not apply; empty where it does.
        """
        self._kind = question.kind
        self._make_choices(question.kind)
        self.head.show_question(question, why_not)
        for kind, choices in self.choices.items():
            choices.setVisible(kind is question.kind)
        # One that was given before it could no longer be is still shown.
        self.absences.offer({*possible_absences(question.kind), answer.absence})
        if question.descriptors is not None and question.kind is AnswerKind.GRADE:
            self.choices[AnswerKind.GRADE].describe(question.descriptors.by_grade())
        self._place_parts()
        self.parts.show_parts(question, answer.parts, drafts, from_lists)
        self._order_tabs()
        self.parts.set_read_only(self._read_only)
        self.evidence.show_for(question, answer.evidence)
        self.load(question, answer)

    def load(self, question: Question, answer: Answer) -> None:
        """Show an answer that was chosen or undone; texts in the making are left alone."""
        if self._kind in self.choices:
            self.choices[self._kind].load(answer.value)
        self.absences.load(answer.absence.value if answer.absence else "")
        self.head.offer_clearing(
            offered=bool(answer.value or answer.absence) and not self._read_only
        )
        self.parts.refresh(answer.parts)
        self.evidence.demand(question, answer)

    def set_read_only(self, read_only: bool) -> None:
        """Show only, or let it be answered."""
        self._read_only = read_only
        for choices in self.choices.values():
            choices.set_read_only(read_only)
        self.absences.set_read_only(read_only)
        self.evidence.text.setReadOnly(read_only)
        self.action.set_read_only(read_only)

    def focus_answer(self) -> None:
        """Put the focus on the answer, where the single keys work."""
        if self._kind in self.choices:
            self.choices[self._kind].focus_row()
        else:
            self.head.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_start(self) -> None:
        """Put the focus where this question is answered."""
        if self._kind is AnswerKind.FACTS and not self._read_only:
            self.parts.focus_first()
        else:
            self.focus_answer()

    def focus_evidence(self) -> None:
        """Put the focus into the evidence text."""
        self.evidence.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def last_stop(self) -> QWidget:
        """Where Tab comes last."""
        return (self.action.fields() or [self.evidence.text])[-1]

    def _place_parts(self) -> None:
        # Where only facts are asked for they come first; beside a main answer they follow it.
        self._column.removeWidget(self.parts)
        anchor = self.absences if self._kind is AnswerKind.FACTS else self.evidence
        self._column.insertWidget(self._column.indexOf(anchor), self.parts)

    def _order_tabs(self) -> None:
        absences = list(self.absences.rows.values())
        facts_first = self._kind is AnswerKind.FACTS
        parts = self.parts.fields()
        middle = [*parts, *absences] if facts_first else [*absences, *parts]
        choices = self.choices.get(self._kind)
        rows = list(choices.rows.values()) if choices else []
        order = [self.head.why_button, *rows, *middle, self.evidence.text, *self.action.fields()]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)
