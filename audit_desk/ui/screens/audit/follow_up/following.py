"""What follows from the answer that is read: the card at its end and the working copy behind it."""

from audit_desk.domain.audit_tool import Question
from audit_desk.domain.follow_up import FollowUp
from audit_desk.ui.screens.audit.follow_up.action_slot import ActionSlot
from audit_desk.ui.screens.audit.ports import ActionsPort
from audit_desk.ui.screens.audit.reading import Reading
from audit_desk.ui.screens.audit.sheet import AuditSheet


class Following:
    """Shows what follows from each answer, and takes what the auditor says of it."""

    def __init__(
        self, actions: ActionsPort, slot: ActionSlot, sheet: AuditSheet, reading: Reading
    ) -> None:
        self._actions = actions
        self._slot = slot
        self._sheet = sheet
        self._reading = reading
        self._asked: tuple[str, bool] = ("", False)

    def show_question(self, question: Question) -> None:
        """Show what follows from another question's answer."""
        told = self._sheet.follow_up(question.id)
        asked = self._reading.asks_action(question)
        self._asked = (question.id, asked)
        if told.is_empty and (self._sheet.locked or not asked):
            self._slot.hide()
            return
        audit_id = self._sheet.audit.id
        others = [
            action
            for action in self._actions.choices(audit_id)
            if action.id == told.action_id
            or (action.audit_id, action.question_id) != (audit_id, question.id)
        ]
        self._slot.show_for(told, others, self._actions.owners(), asked=asked)

    def refresh(self, question: Question) -> None:
        """Show that the answer, or what follows from it, stands otherwise now."""
        asked = self._reading.asks_action(question)
        if (question.id, asked) != self._asked:
            self.show_question(question)
            return
        told = self._sheet.follow_up(question.id)
        self._slot.follow(told, asked=asked)

    def take(self, told: FollowUp, typed: bool) -> None:
        """Take what the auditor says follows from an answer."""
        if typed:
            self._sheet.write_follow_up(told)
        else:
            self._sheet.choose_follow_up(told)

    def focus(self) -> None:
        """Put the focus into the card, where the answer asks for one."""
        if not self._slot.isHidden():
            self._slot.focus_field()
