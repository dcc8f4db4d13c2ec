"""Writing an action by hand, or changing one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QPlainTextEdit, QWidget

from audit_desk.domain.action import ActionDraft
from audit_desk.domain.round import Round
from audit_desk.ui.screens.audit.follow_up.action_fields import DayLine
from audit_desk.ui.widgets.boxes import GRID, row
from audit_desk.ui.widgets.completing import complete_when_left
from audit_desk.ui.widgets.field import Field
from audit_desk.ui.widgets.form_dialog import FormDialog
from audit_desk.ui.widgets.identifier_watches import holds_words
from audit_desk.ui.widgets.text import label

_CHARS = 66
_LINES = 3


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: for which round, what, and why its day changes."""

    round_id: str
    draft: ActionDraft
    reason: str


class DraftDialog(FormDialog):
    """Asks what will change, who sees to it and by when.

    Args:
        owners: The roles to choose from.
        today: The local date.
        save: Saves it; the dialog stays open where it raises ``UserError``.
        rounds: The rounds that a new action can be given; none where one is changed.
        draft: What is said of an action that is changed.
        parent: The window it stands over.
    """

    def __init__(
        self,
        owners: Sequence[str],
        today: Callable[[], date],
        save: Callable[[Written], object],
        *,
        rounds: Sequence[Round] = (),
        draft: ActionDraft | None = None,
        parent: QWidget | None = None,
    ) -> None:
        is_new = draft is None
        super().__init__(
            "New action" if is_new else "Change this action",
            "Add it" if is_new else "Change it",
            parent,
            _CHARS,
        )
        self._save = save
        self._before = draft
        self.round = QComboBox()
        """The round of a new action."""
        for each in rounds:
            self.round.addItem(each.name, each.id)
        self.change = QPlainTextEdit()
        """What will change for the child."""
        self.owner = QComboBox()
        """The role that sees to it."""
        self.day = DayLine(today)
        """By when."""
        self.reason = QPlainTextEdit()
        """Why the day changes."""
        self._fill(owners, draft or ActionDraft())
        self._lay_out()
        self.day.edited.connect(self._ask_reason)
        self.day.line.entered.connect(self.accept)

    def _fill(self, owners: Sequence[str], draft: ActionDraft) -> None:
        height = self.fontMetrics().lineSpacing() * _LINES + 2 * GRID
        for text in (self.change, self.reason):
            text.setTabChangesFocus(True)
            text.setFixedHeight(height)
        self.owner.setEditable(True)
        self.owner.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.owner.addItems(list(owners))
        holds_words(self.owner.lineEdit())
        complete_when_left(self.owner)
        completer = QCompleter(list(owners), self.owner)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.owner.setCompleter(completer)
        self.owner.setCurrentIndex(-1)
        self.change.setPlainText(draft.change)
        self.owner.setEditText(draft.owner)
        self.day.load(draft.due_on)

    def _lay_out(self) -> None:
        box = self.body
        box.setSpacing(12)
        box.addWidget(label(self.windowTitle(), "heading"))
        if self._before is None:
            box.addWidget(Field("Round", self.round))
        what = "The difference, not the task; write it so that somebody else could see it."
        box.addWidget(Field("What will change for the child?", self.change, what))
        both = row(Field("Owner", self.owner, "A role, not a name."), self.day, spacing=2 * GRID)
        both.setStretch(0, 1)
        both.setStretch(1, 1)
        box.addLayout(both)
        self._why = Field("Why does the day change?", self.reason, "It stays with the action.")
        self._why.hide()
        box.addWidget(self._why)
        self.close_with(self.change)

    def _ask_reason(self) -> None:
        before = self._before.due_on if self._before else None
        self._why.setVisible(before is not None and self.day.day != before)

    def do(self) -> None:
        """Save it."""
        draft = ActionDraft(
            self.change.toPlainText().strip(), self.owner.currentText(), self.day.day
        )
        round_id = self.round.currentData() or ""
        self._save(Written(round_id, draft, self.reason.toPlainText()))
