"""A round beside those before it: what the earlier rounds found, counted the same way."""

from datetime import date, datetime

from audit_desk.domain.audit import AuditState, FullAudit, Selection
from audit_desk.domain.audit_tool import AuditTool
from audit_desk.domain.clocks import BankHolidays, read_clocks
from audit_desk.domain.findings import Findings
from audit_desk.domain.round import Round
from audit_desk.domain.trend import Trend
from audit_desk.domain.trend_rules import RoundFigures, build_trend
from audit_desk.services.findings_clocks import Reading, clock_findings
from audit_desk.services.findings_themes import overall_findings, theme_findings
from audit_desk.services.moderation import ModerationService
from audit_desk.services.rounds import RoundService
from audit_desk.services.sampling import SamplingService

MOST_EARLIER = 4
"""Rounds before one that it is shown beside."""


class TrendService:
    """The trends of one register's rounds."""

    def __init__(
        self,
        rounds: RoundService,
        sampling: SamplingService,
        holidays: BankHolidays,
        moderation: ModerationService,
    ) -> None:
        self._rounds = rounds
        self._sampling = sampling
        self._holidays = holidays
        self._moderation = moderation

    def of_round(self, round_: Round, findings: Findings) -> Trend | None:
        """Put a round beside the last ones before it that were read with the same tool.

        Args:
            round_: The round.
            findings: What it found.

        Returns:
            ``None`` where no round before it has a submitted audit of a drawn file.
        """
        if not findings.submitted:
            return None
        earlier = [self._figures(each) for each in self._before(round_)]
        counted = [each for each in earlier if each is not None][:MOST_EARLIER]
        now = RoundFigures(
            round_.name,
            _drawn_on(findings.receipts[-1].drawn_at if findings.receipts else "", round_),
            self._rounds.tool_of(round_),
            findings.overall,
            findings.themes,
            findings.clocks,
        )
        return build_trend(counted[::-1], now)

    def _before(self, round_: Round) -> list[Round]:
        """Return the rounds before one that were read with its tool, newest first."""
        lines = self._rounds.lines()
        return [
            line.round
            for line in lines
            if line.round.tool_id == round_.tool_id
            and line.round.created_at < round_.created_at
            and line.counts.get(AuditState.SUBMITTED)
        ][: 2 * MOST_EARLIER]

    def _figures(self, round_: Round) -> RoundFigures | None:
        receipts = self._sampling.receipts(round_.id)
        counted = [
            full
            for full in self._rounds.full_audits(round_.id)
            if full.audit.selection is Selection.RANDOM and full.audit.state is AuditState.SUBMITTED
        ]
        if not receipts or not counted:
            return None
        tool, population = self._rounds.tool_of(round_), receipts[-1].frame_size
        settled = self._moderation.of_round(round_).settled
        return RoundFigures(
            round_.name,
            _drawn_on(receipts[-1].drawn_at, round_),
            tool,
            overall_findings(counted, (), population, settled),
            tuple(
                theme_findings(tool, theme, counted, (), population, settled)
                for theme in tool.themes
            ),
            clock_findings(
                tool,
                [reading for full in counted for reading in self._readings(tool, full)],
                population,
            ),
        )

    def _readings(self, tool: AuditTool, full: FullAudit) -> list[Reading]:
        read = read_clocks(tool, full.answers, full.audit.facts, self._holidays)
        return [Reading(full.audit.reference, each) for each in read]


def _drawn_on(drawn_at: str, round_: Round) -> date:
    return (datetime.fromisoformat(drawn_at) if drawn_at else round_.created_at).date()
