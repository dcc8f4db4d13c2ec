"""The flow of a concern: on record first, then shown, then told, then the reading goes on."""

from audit_desk.domain.audit import Answer
from audit_desk.domain.concern import Concern, concern_cause
from audit_desk.domain.people import same_person
from audit_desk.errors import AuditDeskError, BugError
from audit_desk.ui.screens.audit.concern.concern_form import Told
from audit_desk.ui.screens.audit.ports import AuditPorts, Desk
from audit_desk.ui.screens.audit.reading import Reading
from audit_desk.ui.screens.audit.sheet import AuditSheet
from audit_desk.ui.screens.audit.view import AuditView


class Concerning:
    """Raises concerns, and keeps their panel and banner true."""

    def __init__(
        self, ports: AuditPorts, desk: Desk, view: AuditView, sheet: AuditSheet, reading: Reading
    ) -> None:
        self._concerns = ports.concerns
        self._errors = ports.errors
        self._desk = desk
        self._view = view
        self._sheet = sheet
        self._reading = reading
        self._unrecorded: tuple[str, str, str] | None = None
        self._open: tuple[Concern, ...] = ()
        self._shown: set[tuple[str, str]] = set()

    def refresh(self) -> None:
        """Read the audit's concerns anew and show whether one is open."""
        try:
            every = self._concerns.for_audit(self._sheet.audit.id)
        except AuditDeskError as error:
            self._errors.show(error)
            return
        self._open = tuple(concern for concern in every if concern.is_open)
        self._view.notices.show_concerns(self._open)

    @property
    def open_concerns(self) -> tuple[Concern, ...]:
        """The audit's open concerns, oldest first."""
        return self._open

    def after_choice(self, before: Answer, after: Answer, *, came_back: bool = False) -> None:
        """Interrupt where a choice is a cause for concern that it was not before.

        Args:
            before: The answer as it stood.
            after: The answer as it stands.
            came_back: Whether an earlier choice was undone, redone or restored: where its concern
                is open still, nobody is interrupted by it again.
        """
        question = self._reading.question(after.question_id)
        cause = concern_cause(question, after)
        if not cause or cause == concern_cause(question, before):
            return
        if not (came_back and self._is_known(question.id, cause)):
            self._raise(question.id, cause)

    def _is_known(self, question_id: str, cause: str) -> bool:
        """Whether the open concern of a question stands for that cause, or was shown for it."""
        causes = {concern.cause for concern in self._open if concern.question_id == question_id}
        return cause in causes or (bool(causes) and (question_id, cause) in self._shown)

    def show_open(self) -> None:
        """Show the open concern that nobody was told of yet, else the first."""
        untold = [concern for concern in self._open if not concern.contacts]
        wanted = [*untold, *self._open]
        if self._unrecorded is not None:
            self._show_cause(self._unrecorded[2])
        elif wanted:
            self._show(wanted[0])

    def show_next(self) -> None:
        """Show the audit's next open concern."""
        ids = [concern.id for concern in self._open]
        shown = self._view.concern.concern
        if shown is not None and shown.id in ids:
            self._show(self._open[(ids.index(shown.id) + 1) % len(ids)])

    def record(self, told: Told) -> None:
        """Record who was told; a concern that is not on record yet goes there first."""
        try:
            concern = self._view.concern.concern or self._retry()
            changed = self._concerns.record_contact(
                concern.id, told.who, told.at, told.response, self._desk.person
            )
        except AuditDeskError as error:
            self._errors.show(error)
            return
        self.refresh()
        self._show(changed)
        self._view.concern.go_on.setFocus()

    def close(self, note: str) -> None:
        """Record that the child was seen or is safe."""
        concern = self._view.concern.concern
        if concern is None:
            return
        try:
            changed = self._concerns.close(concern.id, note, self._desk.person)
        except AuditDeskError as error:
            self._errors.show(error)
            return
        self.refresh()
        self._show(changed)
        self._view.concern.go_on.setFocus()

    def _raise(self, question_id: str, cause: str) -> None:
        audit = self._sheet.audit
        self._shown.add((question_id, cause))
        try:
            concern = self._concerns.raise_concern(audit.id, question_id, cause, self._desk.person)
        except AuditDeskError as error:
            self._unrecorded = (audit.id, question_id, cause)
            self._errors.show(error)
            self._show_cause(cause)
            return
        self._unrecorded = None
        self.refresh()
        self._show(concern)

    def _retry(self) -> Concern:
        if self._unrecorded is None:
            raise BugError("The concern panel is shown without a concern.")
        audit_id, question_id, cause = self._unrecorded
        concern = self._concerns.raise_concern(audit_id, question_id, cause, self._desk.person)
        self._unrecorded = None
        return concern

    def _show(self, concern: Concern) -> None:
        auditor = self._sheet.audit.auditor or concern.raised_by
        person = self._desk.person
        involved = any(same_person(person, one) for one in (auditor, concern.raised_by))
        may_close = concern.is_open and bool(person) and not involved
        others = [one for one in self._open if one.id != concern.id]
        self._view.concern.show_concern(concern, may_close=may_close, more=bool(others))
        self._view.show_panel(self._view.concern)
        self._view.concern.focus_start()

    def _show_cause(self, cause: str) -> None:
        self._view.concern.show_cause(cause, self._sheet.audit.reference)
        self._view.show_panel(self._view.concern)
        self._view.concern.focus_start()
