"""The form of a question."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from audit_desk.domain.answer_check import POSSIBLE_VALUES
from audit_desk.domain.audit_tool import AnswerKind, Condition, Descriptors, Source
from audit_desk.domain.tool_words import GRADES
from audit_desk.ui.icons import Icons
from audit_desk.ui.screens.tools.editor.condition_row import ConditionRow
from audit_desk.ui.screens.tools.editor.evidence_ticks import EvidenceTicks
from audit_desk.ui.screens.tools.editor.fields import Choices, LineText, LongText, Pick, Tick
from audit_desk.ui.screens.tools.editor.form import Form
from audit_desk.ui.screens.tools.editor.list_editors import SourceRow
from audit_desk.ui.screens.tools.editor.names import QUESTION_KINDS, condition_subjects, short
from audit_desk.ui.screens.tools.editor.rows import RowsEditor
from audit_desk.ui.screens.tools.editor.subjects import first_condition
from audit_desk.ui.widgets.boxes import column, holder, row
from audit_desk.ui.widgets.text import label

_EMPTY = Descriptors("", "", "", "")
_ID_CHARS = 14
_CRITICAL = "Inadequate or No caps the judgement of its theme and of the whole audit."


class QuestionForm(Form):
    """One question: what is asked, how it is answered, when it applies, where it is from."""

    def __init__(self, icons: Icons) -> None:
        super().__init__("Question")
        self._icons = icons
        self._lay_out_head()
        self.add(
            "guidance", "Guidance", LongText(4), "Where to look, what to weigh, the usual trap."
        )
        self._descriptors = self._lay_out_descriptors()
        self.column.addWidget(self._descriptors)
        self.add("evidence", "What the evidence should show", LongText())
        self.evidence_for = EvidenceTicks()
        self.add("evidence_for", "Answers that demand evidence", self.evidence_for)
        self._lay_out_conditions()
        self.sources = RowsEditor(icons, "finding", self._source_row, self._new_source)
        self.add("sources", "Findings behind it", self.sources)
        self.column.addStretch(1)

    def _lay_out_head(self) -> None:
        name = LineText(at_end=True)
        name.setMaximumWidth(name.fontMetrics().averageCharWidth() * _ID_CHARS)
        self.kind = Pick(QUESTION_KINDS)
        ids = self.bind("id", "Id", name)
        kinds = self.bind("kind", "Answered with", self.kind)
        head = row(ids, kinds, spacing=16)
        head.setStretch(1, 1)
        self.column.addLayout(head)
        self.add("wording", "Question", LongText())
        self.critical = Tick("★ Critical")
        self.moderator = Tick("Asked of the moderator")
        for key, tick in (("critical", self.critical), ("for_moderator", self.moderator)):
            self._bound[key] = tick
            tick.given.connect(partial(self._on_given, key))
            tick.given.connect(lambda _value: self.settled.emit())
        self.critical.setAccessibleDescription(_CRITICAL)
        self.column.addLayout(
            column(self.critical, label(_CRITICAL, "muted"), self.moderator, spacing=2)
        )

    def _lay_out_descriptors(self) -> QWidget:
        fields = [
            self.bind(f"descriptors.{key}", words, LongText()) for key, words in GRADES.items()
        ]
        title = label("What each grade looks like on file", "strong")
        return holder(column(title, *fields, spacing=8))

    def _lay_out_conditions(self) -> None:
        self.conditions = RowsEditor(
            self._icons, "condition", self._condition_row, self._new_condition
        )
        self.add("applies_when", "Asked only where", self.conditions, "All of them must be met.")
        self.add(
            "applies_note",
            "In words, when it applies",
            LongText(1),
            "Shown where the question is folded away, with the conditions above.",
        )

    def prepare(self) -> None:
        """Show what this kind of question has."""
        self._descriptors.setVisible(self.item.kind is AnswerKind.GRADE)
        self.critical.setEnabled(self.item.kind is not AnswerKind.FACTS)
        self.evidence_for.offer(self.item.kind)
        self.fields["evidence_for"].setVisible(bool(POSSIBLE_VALUES[self.item.kind]))

    def value_of(self, name: str) -> object:
        """Return what the editor of a name shows."""
        group, _, key = name.partition(".")
        if key:
            return getattr(self.item.descriptors or _EMPTY, key)
        return getattr(self.item, group)

    def changes(self, name: str, value: object) -> Mapping[str, object]:
        """Return the fields that change when an editor gives a value."""
        group, _, key = name.partition(".")
        if key:
            held = self.item.descriptors or _EMPTY
            return {group: replace(held, **{key: value})}
        if name == "kind" and isinstance(value, AnswerKind):
            return self._kind_changes(value)
        return {name: value}

    def _kind_changes(self, kind: AnswerKind) -> Mapping[str, object]:
        graded = kind is AnswerKind.GRADE
        wanted = self.item.evidence_for
        fits = wanted is None or set(wanted) <= set(POSSIBLE_VALUES[kind])
        return {
            "kind": kind,
            "descriptors": (self.item.descriptors or _EMPTY) if graded else None,
            "critical": self.item.critical and kind is not AnswerKind.FACTS,
            "evidence_for": wanted if fits else None,
        }

    def focus_field(self, sentence: str = "") -> None:
        """Lead to the field that a fault is about, else to the wording."""
        super().focus_field(sentence or "wording is")

    def _subjects(self) -> Choices:
        return condition_subjects(self.tool, self.item)

    def _condition_row(self) -> ConditionRow:
        return ConditionRow(lambda: self.tool, self._subjects)

    def _new_condition(self, _others: tuple[Condition, ...]) -> Condition:
        return first_condition(self._subjects(), self.tool)

    def _documents(self) -> tuple[tuple[object, str], ...]:
        return tuple((each.id, short(each.title) or each.id) for each in self.tool.documents)

    def _source_row(self) -> SourceRow:
        return SourceRow(self._documents)

    def _new_source(self, _others: tuple[Source, ...]) -> Source:
        documents = self.tool.documents
        return Source(documents[0].id if documents else "", "", "")
