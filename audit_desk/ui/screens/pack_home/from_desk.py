"""The data of a pack's home from the services of the open pack."""

from collections.abc import Sequence

from audit_desk.domain.audit import AuditState
from audit_desk.domain.due_dates import Timeliness, day_timeliness, day_words
from audit_desk.domain.pack import PackSlip
from audit_desk.domain.pack_feedback import PackFeedback
from audit_desk.services.desk import Desk
from audit_desk.services.pack_feedback import carried_feedback
from audit_desk.ui.screens.home.from_desk import DeskHome
from audit_desk.ui.screens.pack_home.ports import PackAudit

_ORDER = {AuditState.IN_PROGRESS: 0, AuditState.NOT_STARTED: 1, AuditState.SUBMITTED: 2}


class DeskPackHome(DeskHome):
    """What is asked of a pack's person.

    Args:
        desk: The services of the open pack.
        slip: What lies on top of it.
    """

    def __init__(self, desk: Desk, slip: PackSlip) -> None:
        super().__init__(desk)
        self._desk = desk
        self._slip = slip

    def slip(self) -> PackSlip:
        """Return what lies on top of the pack."""
        return self._slip

    def due(self) -> str:
        """Return by when it is wanted, and how near that is."""
        due, today = self._slip.due_on, self._desk.today()
        if due is None:
            return ""
        left = any(
            audit.auditor and audit.state is not AuditState.SUBMITTED
            for audit in self._desk.rounds.audits(self._slip.round_id)
        )
        how = day_timeliness(due, today) if left else Timeliness.NONE
        return day_words(due, today, how)

    def feedback(self) -> Sequence[PackFeedback]:
        """Return what moderators said of the audits that its person made before."""
        return carried_feedback(self._desk.register)

    def every_audit(self) -> Sequence[PackAudit]:
        """Return the pack's audits: those to go on with first, submitted ones last."""
        audits = sorted(
            self._desk.rounds.audits(self._slip.round_id), key=lambda audit: _ORDER[audit.state]
        )
        lines = self.lines([(audit, "") for audit in audits])  # the page's title names the round
        return [
            PackAudit(line, audit.state is AuditState.SUBMITTED, not audit.auditor)
            for line, audit in zip(lines, audits, strict=True)
        ]
