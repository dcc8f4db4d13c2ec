"""What lists say for an audit, "to be checked on file"."""

from collections.abc import Callable
from datetime import date

from audit_desk.domain.event_suggestions import FromLists, from_lists
from audit_desk.services.auditing import AuditingService
from audit_desk.storage.event_repo import EventRepo
from audit_desk.storage.register import Register


class SuggestionService:
    """What the lists of one register say for its audits."""

    def __init__(
        self, register: Register, auditing: AuditingService, today: Callable[[], date]
    ) -> None:
        self._events = EventRepo(register)
        self._auditing = auditing
        self._today = today

    def for_audit(self, audit_id: str) -> FromLists:
        """Return the events of an audit's child, and the dates that lists suggest.

        The facts of the case are those of the day when it was drawn; the events are those of
        the latest lists.

        Raises:
            UserError: The audit is not in the register.
        """
        audit = self._auditing.open(audit_id).audit
        tool = self._auditing.tool_for(audit_id)
        events = self._events.of_case(audit.case_id)
        return from_lists(tool, audit.facts, events, self._today())
