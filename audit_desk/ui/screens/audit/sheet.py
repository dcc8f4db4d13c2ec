"""The working copy of one audit: what the reader sees, and when it is saved.

A choice is saved when it is made, a text when the typing pauses or leaves its field. What
could not be saved stays here, is flagged, and is tried again at the next change.
"""

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from audit_desk.domain.audit import Answer, AuditState, FullAudit, Judgement
from audit_desk.domain.contribution import Contribution, Role
from audit_desk.domain.follow_up import FollowUp
from audit_desk.errors import AuditDeskError
from audit_desk.ui.dialogs.take_in.custody_ports import CustodyPort, NoCustody
from audit_desk.ui.screens.audit.ports import ActionsPort, AuditingPort
from audit_desk.ui.screens.audit.undo import Change, Item, Undo, applied

PAUSE_MS = 800
"""How long typing rests before it is saved, in milliseconds."""


class AuditSheet(QObject):
    """One audit while it is read.

    Signals:
        answer_changed: A question's answer differs from before; its id.
        judgement_changed: A theme's judgement differs from before; its id.
        follow_up_changed: What follows from an answer differs from before; its question's id.
        contribution_changed: What is said of one role's part differs from before; the role.
        saving_changed: Something became saved, unsaved or due for saving.
        save_failed: The error that a save ended with.
        replaced: The whole audit was read anew (after submitting or reopening).
    """

    answer_changed = Signal(str)
    judgement_changed = Signal(str)
    follow_up_changed = Signal(str)
    contribution_changed = Signal(str)
    saving_changed = Signal()
    save_failed = Signal(object)
    replaced = Signal()

    def __init__(
        self,
        auditing: AuditingPort,
        actions: ActionsPort,
        audit_id: str,
        person: str,
        parent: QObject | None = None,
        custody: CustodyPort | None = None,
    ) -> None:
        super().__init__(parent)
        self._custody = custody or NoCustody()
        self._auditing = auditing
        self._actions = actions
        self._person = person
        self.undo = Undo()
        self.tool = auditing.tool_for(audit_id)
        self._take(auditing.open(audit_id))
        self._waiting: dict[tuple[type, str], Item] = {}
        self._failed: set[tuple[type, str]] = set()
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self.flush)

    def _take(self, full: FullAudit) -> None:
        self.audit = full.audit
        self.held = self._custody.holder(full.audit.id)
        self.answers: dict[str, Answer] = dict(full.answers)
        self.judgements: dict[str, Judgement] = dict(full.judgements)
        self.contributions: dict[Role, Contribution] = dict(full.contributions)
        self.follow_ups: dict[str, FollowUp] = dict(self._actions.follow_ups(full.audit.id))

    @property
    def submitted(self) -> bool:
        """Whether the audit is submitted."""
        return self.audit.state is AuditState.SUBMITTED

    @property
    def locked(self) -> bool:
        """Whether the audit may only be read: it is submitted, or out in a pack."""
        return self.submitted or self.held is not None

    def answer(self, question_id: str) -> Answer:
        """Return the answer as it stands on the page, empty where there is none yet."""
        return self.answers.get(question_id) or Answer(question_id)

    def judgement(self, theme_id: str) -> Judgement:
        """Return the judgement as it stands on the page, empty where there is none yet."""
        return self.judgements.get(theme_id) or Judgement(theme_id)

    def follow_up(self, question_id: str) -> FollowUp:
        """Return what follows from an answer as it stands, empty where nothing is said yet."""
        return self.follow_ups.get(question_id) or FollowUp(question_id)

    def contribution(self, role: Role) -> Contribution:
        """Return one role's part as it stands on the page, empty where nothing is said yet."""
        return self.contributions.get(role) or Contribution(role)

    def choose(self, answer: Answer) -> None:
        """Take a chosen answer: it can be undone, and is saved at once."""
        before = self.answer(answer.question_id)
        if self._set_answer(answer):
            self.undo.remember(before, answer)
            self.flush()

    def write(self, answer: Answer) -> None:
        """Take a typed text: it is saved when the typing pauses."""
        if self._set_answer(answer):
            self._pause.start()

    def decide(self, judgement: Judgement) -> None:
        """Take a decided grade: it can be undone, and is saved at once."""
        before = self.judgement(judgement.theme_id)
        if self._set_judgement(judgement):
            self.undo.remember(before, judgement)
            self.flush()

    def write_judgement(self, judgement: Judgement) -> None:
        """Take a typed text of a judgement: it is saved when the typing pauses."""
        if self._set_judgement(judgement):
            self._pause.start()

    def choose_follow_up(self, told: FollowUp) -> None:
        """Take what was chosen to follow from an answer: it can be undone, and is saved at once."""
        before = self.follow_up(told.question_id)
        if self._set_follow_up(told):
            self.undo.remember(before, told)
            self.flush()

    def write_follow_up(self, told: FollowUp) -> None:
        """Take what is typed to follow from an answer: it is saved when the typing pauses."""
        if self._set_follow_up(told):
            self._pause.start()

    def choose_contribution(self, made: Contribution) -> None:
        """Take what was chosen of one role's part: it can be undone, and is saved at once."""
        before = self.contribution(made.role)
        if self._set_contribution(made):
            self.undo.remember(before, made)
            self.flush()

    def write_contribution(self, made: Contribution) -> None:
        """Take what is typed of one role's part: it is saved when the typing pauses."""
        if self._set_contribution(made):
            self._pause.start()

    def step_back(self) -> Item | None:
        """Undo the last choice, keeping every text; return what it was made on."""
        return self._apply(self.undo.back())

    def step_forward(self) -> Item | None:
        """Do the last undone choice again; return what it was made on."""
        return self._apply(self.undo.forward())

    def flush(self) -> bool:
        """Save all that is not saved yet.

        Returns:
            Whether everything is saved now. The first failure is told once, by
            ``save_failed``; what failed stays on the page.
        """
        self._pause.stop()
        for key in list(self._waiting):
            try:
                self._save(self._waiting[key])
            except (AuditDeskError, OSError) as error:
                self._failed.update(self._waiting)
                self.saving_changed.emit()
                self.save_failed.emit(error)
                return False
            del self._waiting[key]
            self._failed.discard(key)
        self.saving_changed.emit()
        return True

    def unsaved(self) -> tuple[Item, ...]:
        """Return what a save has failed on."""
        return tuple(item for key, item in self._waiting.items() if key in self._failed)

    def is_waiting(self) -> bool:
        """Whether something typed is waiting for a pause, or for another try."""
        return bool(self._waiting)

    def submit(self) -> None:
        """Lock the audit.

        Raises:
            UserError: Something is missing or unsaved.
        """
        self._replace(self._auditing.submit(self.audit.id, self._person))

    def reopen(self, reason: str) -> None:
        """Unlock the audit.

        Raises:
            UserError: It may not be reopened.
        """
        self._replace(self._auditing.reopen(self.audit.id, reason, self._person))

    def read_again(self) -> None:
        """Show the audit as it stands in the register, after something else wrote in it."""
        self._replace(self._auditing.open(self.audit.id))

    def _replace(self, full: FullAudit) -> None:
        self._take(full)
        self.undo = Undo()
        self.replaced.emit()

    def _set_answer(self, answer: Answer) -> bool:
        if self.locked or answer == self.answer(answer.question_id):
            return False
        self.answers[answer.question_id] = answer
        self._waiting[Answer, answer.question_id] = answer
        self.answer_changed.emit(answer.question_id)
        self.saving_changed.emit()
        return True

    def _set_judgement(self, judgement: Judgement) -> bool:
        if self.locked or judgement == self.judgement(judgement.theme_id):
            return False
        self.judgements[judgement.theme_id] = judgement
        self._waiting[Judgement, judgement.theme_id] = judgement
        self.judgement_changed.emit(judgement.theme_id)
        self.saving_changed.emit()
        return True

    def _set_follow_up(self, told: FollowUp) -> bool:
        if self.locked or told == self.follow_up(told.question_id):
            return False
        self.follow_ups[told.question_id] = told
        self._waiting[FollowUp, told.question_id] = told
        self.follow_up_changed.emit(told.question_id)
        self.saving_changed.emit()
        return True

    def _set_contribution(self, made: Contribution) -> bool:
        if self.locked or made == self.contribution(made.role):
            return False
        self.contributions[made.role] = made
        self._waiting[Contribution, made.role.value] = made
        self.contribution_changed.emit(made.role.value)
        self.saving_changed.emit()
        return True

    def _save(self, item: Item) -> None:
        if isinstance(item, FollowUp):
            self._actions.keep(self.audit.id, item, self._person)
            return
        if isinstance(item, Answer):
            full = self._auditing.save_answer(self.audit.id, item, self._person)
        elif isinstance(item, Contribution):
            full = self._auditing.save_contribution(self.audit.id, item, self._person)
        else:
            full = self._auditing.save_judgement(self.audit.id, item, self._person)
            self._take_suggested(item, full.judgements.get(item.theme_id, item))
        self.audit = full.audit

    def _take_suggested(self, sent: Judgement, saved: Judgement) -> None:
        # The suggestion of the moment of saving is kept with a judgement; the page shows it too.
        if saved.suggested != sent.suggested:
            now = self.judgement(sent.theme_id)
            self.judgements[sent.theme_id] = replace(now, suggested=saved.suggested)
            self.judgement_changed.emit(sent.theme_id)

    def _apply(self, change: Change | None) -> Item | None:
        if change is None:
            return None
        item = applied(change, self._now(change.after))
        if isinstance(item, Answer):
            self._set_answer(item)
        elif isinstance(item, FollowUp):
            self._set_follow_up(item)
        elif isinstance(item, Contribution):
            self._set_contribution(item)
        else:
            self._set_judgement(item)
        self.flush()
        return item

    def _now(self, item: Item) -> Item:
        if isinstance(item, Judgement):
            return self.judgement(item.theme_id)
        if isinstance(item, FollowUp):
            return self.follow_up(item.question_id)
        if isinstance(item, Contribution):
            return self.contribution(item.role)
        return self.answer(item.question_id)
