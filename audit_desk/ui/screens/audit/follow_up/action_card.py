"""At the end of an adverse question: what will change for the child because of the answer."""

from collections.abc import Callable, Sequence
from datetime import date
from textwrap import shorten

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from audit_desk.domain.action import Action, ActionDraft
from audit_desk.domain.due_dates import Timeliness, day_words
from audit_desk.domain.follow_up import FollowUp, missing
from audit_desk.ui.screens.audit.answers.growing_text import GrowingText
from audit_desk.ui.screens.audit.follow_up.action_fields import Choice, DayLine, Way, WayRow
from audit_desk.ui.screens.audit.look import Look
from audit_desk.ui.widgets.boxes import column, holder, row, turn_to_fit
from audit_desk.ui.widgets.buttons import quiet_button
from audit_desk.ui.widgets.field import Field
from audit_desk.ui.widgets.text import label

_UNSAVED = "Not saved yet. Your words stay here and are tried again at the next change."
_NOT_ASKED = "The answer asks for no action any more. What you wrote here stays until you take it"
_CHANGE_HINT = "The difference, not the task: “Her worker knows of every episode by next morning.”"
_NONE_YET = "No other action of this round is complete yet."
_PICK = "Choose an action …"


class ActionCard(QWidget):
    """An action of the answer's own, one that exists, or why none is needed.

    Signals:
        told: What follows, and whether it was typed (and may wait).
        left: A field lost the focus.
        finished: Enter in the last field.
        focused: The focus was put into it by a key.
        escaped: Escape was pressed.
    """

    told = Signal(object, bool)
    left = Signal()
    finished = Signal()
    focused = Signal()
    escaped = Signal()

    def __init__(self, look: Look, today: Callable[[], date]) -> None:
        super().__init__()
        self._told = FollowUp("")
        self._written: dict[tuple[str, Way], FollowUp] = {}
        self._refused: dict[str, str] = {}
        self._choices: tuple[Action, ...] = ()
        self._shown = Way.OWN
        self.demanded = label("", "warning", wrap=False)
        self.way = WayRow(look.theme)
        self.change = GrowingText("What will change for the child", lines=2)
        self.owner = Choice("Owner", typed=True)
        self.day = DayLine(today)
        self.other = Choice("The action that answers this finding too", typed=False)
        self.reason = GrowingText("Why no action is needed", lines=2)
        self.about = label("", "muted")
        self.unsaved = label(_UNSAVED, "error")
        self.take_away = quiet_button("Take it away", self._take_away)
        self._stale = holder(row(label(f"{_NOT_ASKED} away.", "muted"), self.take_away))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.unsaved.hide()
        title = label("What follows from this answer", "strong", wrap=False)
        title.setBuddy(self.change)
        owner = Field("Owner", self.owner, "A role, not a name.")
        under = self._under = row(owner, self.day, spacing=16)
        under.setStretch(1, 1)
        asked = label("What will change for the child?", "body")
        self._pages = {
            Way.OWN: holder(
                column(asked, label(_CHANGE_HINT, "muted"), self.change, under, spacing=4)
            ),
            Way.OTHER: holder(column(self.other, self.about, spacing=4)),
            Way.NONE: holder(column(label("None needed, because …"), self.reason, spacing=4)),
        }
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 8, 0, 0)
        lines.setSpacing(6)
        key = label("T", "key", wrap=False)
        self._head = row(key, title, None, self.demanded)
        self._head.setAlignment(key, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        lines.addLayout(self._head)
        lines.addWidget(self._stale)
        lines.addWidget(self.way)
        for page in self._pages.values():
            lines.addWidget(page)
        lines.addWidget(self.unsaved)

    def _connect(self) -> None:
        self.way.chosen.connect(self._choose_way)
        self.change.edited.connect(lambda _text: self._tell_draft())
        self.owner.editTextChanged.connect(lambda _text: self._tell_draft())
        self.day.edited.connect(self._tell_draft)
        self.day.line.textEdited.connect(lambda _text: self._keep_refused())
        self.reason.edited.connect(self._tell_reason)
        self.other.activated.connect(self._tell_other)
        self.owner.entered.connect(self.day.line.setFocus)
        self.other.entered.connect(self.finished)
        self.day.line.entered.connect(self.finished)
        for part in (self.change, self.reason, self.owner, self.other, self.day.line):
            part.left.connect(self.left)
            part.escaped.connect(self.escaped)
        self.way.escaped.connect(self.escaped)

    def fit(self, room: int) -> None:
        """Fit it to a width: what large text leaves no room for goes below."""
        turn_to_fit(self._head, room)
        turn_to_fit(self._under, room)
        self.way.fit(room)

    def fields(self) -> list[QWidget]:
        """Return its fields in the order in which Tab visits them."""
        options = list(self.way.options.values())
        return [*options, self.change, self.owner, self.day.line, self.other, self.reason]

    def texts(self) -> tuple[GrowingText, ...]:
        """Return the texts whose cursor is to stay in sight."""
        return self.change, self.reason

    def show_for(
        self, told: FollowUp, choices: Sequence[Action], owners: Sequence[str], *, asked: bool
    ) -> None:
        """Show what follows from another question's answer.

        Args:
            told: What is said so far.
            choices: The actions of the round that can be linked.
            owners: The roles that can own an action.
            asked: Whether the answer asks for an action.
        """
        self._choices = tuple(choices)
        self.owner.offer(owners)
        self.other.offer([_PICK, *(_first_line(each.draft.change) for each in choices)])
        self._load(told)
        refused = "" if self.change.isReadOnly() else self._refused.get(told.question_id, "")
        self.day.show_for(told.draft.due_on, refused)
        self.ask(told, asked=asked)

    def follow(self, told: FollowUp) -> None:
        """Show what was undone or done again; typing under way is left alone."""
        if told != self._told:
            self._refused.pop(told.question_id, None)
            self._load(told)

    def ask(self, told: FollowUp, *, asked: bool) -> None:
        """Say what is still to be said; without anything asked or said there is no card."""
        open_ = missing(told) if asked and not self.change.isReadOnly() else ""
        self.demanded.setText(f"{open_[:1].upper()}{open_[1:]}".rstrip("."))
        self.change.setAccessibleDescription(self.demanded.text())
        self._stale.setVisible(not asked)
        self.setVisible(asked or not told.is_empty)

    def set_read_only(self, read_only: bool) -> None:
        """Show only, or let it be written."""
        self.way.set_read_only(read_only)
        self.change.setReadOnly(read_only)
        self.reason.setReadOnly(read_only)
        self.day.line.setReadOnly(read_only)
        for choice in (self.owner, self.other):
            choice.setEnabled(not read_only)
        self.take_away.setVisible(not read_only)

    def focus_field(self) -> None:
        """Put the focus into the first field of the way that is taken."""
        first = {Way.OWN: self.change, Way.OTHER: self.other, Way.NONE: self.reason}
        first[self._shown].setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.focused.emit()

    def _load(self, told: FollowUp) -> None:
        self._told = told
        draft = told.draft
        self.change.load(draft.change)
        self.owner.blockSignals(True)
        self.owner.setEditText(draft.owner)
        self.owner.blockSignals(False)
        self.day.load(draft.due_on)
        self.reason.load(told.none_because)
        ids = [action.id for action in self._choices]
        linked = told.action_id in ids
        self.other.setCurrentIndex(ids.index(told.action_id) + 1 if linked else 0)
        self._say_linked()
        self._show_way(_way_of(told))

    def _show_way(self, way: Way) -> None:
        self._shown = way
        self.way.load(way)
        for each, page in self._pages.items():
            page.setVisible(each is way)

    def _choose_way(self, way: Way) -> None:
        """Take another way; what was written on the one before comes back with it."""
        question = self._told.question_id
        self._written[question, self._shown] = self._told
        told = self._written.get((question, way), FollowUp(question))
        if told != self._told:
            self.told.emit(told, False)
        self._load(told)
        self._show_way(way)

    def _tell_draft(self) -> None:
        draft = ActionDraft(self.change.toPlainText(), self.owner.currentText(), self.day.day)
        self._tell(FollowUp(self._told.question_id, draft), typed=True)

    def _keep_refused(self) -> None:
        # No day for the working copy; the words are there again when the reading comes back.
        self._refused[self._told.question_id] = self.day.refused

    def _tell_reason(self, text: str) -> None:
        self._tell(FollowUp(self._told.question_id, none_because=text), typed=True)

    def _tell_other(self, index: int) -> None:
        action_id = self._choices[index - 1].id if index > 0 else ""
        self._tell(FollowUp(self._told.question_id, action_id=action_id), typed=False)
        self._say_linked()

    def _take_away(self) -> None:
        self._tell(FollowUp(self._told.question_id), typed=False)

    def _tell(self, told: FollowUp, *, typed: bool) -> None:
        if told != self._told:
            self._told = told
            self.told.emit(told, typed)

    def _say_linked(self) -> None:
        index = self.other.currentIndex() - 1
        if index < 0 or index >= len(self._choices):
            self.about.setText("" if self._choices else _NONE_YET)
            return
        action = self._choices[index]
        draft = action.draft
        due = day_words(draft.due_on, draft.due_on, Timeliness.NONE) if draft.due_on else ""
        whole = f"{draft.change}\n" if _first_line(draft.change) != draft.change else ""
        ended = "" if action.is_open else f"\n{action.state.label}: {action.outcome}"
        self.about.setText(f"{whole}{draft.owner}, by {due}{ended}")


def _way_of(told: FollowUp) -> Way:
    if told.action_id:
        return Way.OTHER
    return Way.NONE if told.none_because else Way.OWN


def _first_line(text: str) -> str:
    return shorten(text, 90, placeholder=" …")
