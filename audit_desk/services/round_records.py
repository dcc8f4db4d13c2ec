"""A round with everything in it, gathered for whatever shows more than the findings."""

from audit_desk.domain.clocks import BankHolidays, read_clocks
from audit_desk.domain.round import Round
from audit_desk.domain.round_record import RoundRecord
from audit_desk.services.round_findings import FindingsService
from audit_desk.services.rounds import RoundService


class RoundRecordService:
    """The records of one register's rounds."""

    def __init__(
        self, findings: FindingsService, rounds: RoundService, holidays: BankHolidays
    ) -> None:
        self._findings = findings
        self._rounds = rounds
        self._holidays = holidays

    def of_round(self, round_: Round) -> RoundRecord:
        """Return a round with all its audits and what its clocks say."""
        tool = self._rounds.tool_of(round_)
        audits = self._rounds.full_audits(round_.id)
        return RoundRecord(
            round_,
            tool,
            self._findings.of_round(round_),
            tuple(sorted(audits, key=lambda full: full.audit.reference)),
            {
                full.audit.id: read_clocks(tool, full.answers, full.audit.facts, self._holidays)
                for full in audits
            },
        )
