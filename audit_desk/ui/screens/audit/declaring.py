"""The reader's declaration: asked for before the first question, and once at the most."""

from collections.abc import Callable

from audit_desk.domain.audit import AuditState
from audit_desk.domain.independence import Statement
from audit_desk.domain.people import same_person
from audit_desk.errors import AuditDeskError
from audit_desk.ui.screens.audit.ports import AuditPorts
from audit_desk.ui.screens.audit.sheet import AuditSheet
from audit_desk.ui.screens.audit.view import AuditView


class Declaring:
    """Asks whether the reader has had a part in the case, and records what they say.

    Args:
        ports: What is known of the file, and where errors are shown.
        person: Who reads.
        view: The page.
        sheet: The working copy.
        on_given_back: Called when the reader has given the file back.
    """

    def __init__(
        self,
        ports: AuditPorts,
        person: str,
        view: AuditView,
        sheet: AuditSheet,
        on_given_back: Callable[[], object],
    ) -> None:
        self._ports = ports
        self._person = person
        self._view = view
        self._sheet = sheet
        self._on_given_back = on_given_back
        self._then: Callable[[], object] = view.show_reading

    @property
    def is_due(self) -> bool:
        """Whether the reader still has to say it; somebody who only looks in has not."""
        audit = self._sheet.audit
        if self._sheet.locked or (audit.auditor and not same_person(audit.auditor, self._person)):
            return False
        record = self._ports.independence.record(audit.id)
        if record.override(self._person) is not None:
            return False
        return record.statement(self._person) is not Statement.INDEPENDENT

    @property
    def holds_back(self) -> bool:
        """Whether nothing may be read before it is said: not where reading has begun."""
        audit = self._sheet.audit
        unread = audit.state is AuditState.NOT_STARTED or not audit.auditor
        return unread and self.is_due

    def ask(self, then: Callable[[], object]) -> None:
        """Show the question in the place of the reading.

        Args:
            then: Called when the reader had no part in the case.
        """
        self._then = then
        audit, panel = self._sheet.audit, self._view.declaration
        conflict = self._ports.independence.record(audit.id).why_not(self._person)
        begun = audit.state is AuditState.IN_PROGRESS
        panel.ask(audit.reference, self._person, conflict, begun=begun)
        self._view.header.check.setEnabled(not self.holds_back)
        self._view.show_panel(panel)
        panel.focus_start()

    def independent(self) -> None:
        """Record that the reader had no part in the case, and go on."""
        if self._declare(Statement.INDEPENDENT):
            self._view.header.check.setEnabled(True)
            self._then()

    def involved(self) -> None:
        """Record that the reader had a part in the case: the file is not theirs any more."""
        if self._sheet.flush() and self._declare(Statement.INVOLVED):
            self._on_given_back()

    def _declare(self, statement: Statement) -> bool:
        try:
            self._ports.independence.declare(self._sheet.audit.id, self._person, statement)
        except AuditDeskError as error:
            self._ports.errors.show(error)
            return False
        return True
