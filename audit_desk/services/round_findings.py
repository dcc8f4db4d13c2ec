"""A round's findings from the register: gathers what the pure computation needs."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from audit_desk.domain.clocks import BankHolidays
from audit_desk.domain.findings import Findings
from audit_desk.domain.receipt import Receipt
from audit_desk.domain.round import Round
from audit_desk.services.actions import ActionService
from audit_desk.services.concerns import ConcernService
from audit_desk.services.findings import compute_findings
from audit_desk.services.findings_hash import figures_hash
from audit_desk.services.independence import IndependenceService
from audit_desk.services.last_findings import LastFindings
from audit_desk.services.moderation import ModerationService
from audit_desk.services.round_words import RoundWordsService
from audit_desk.services.rounds import RoundService
from audit_desk.services.sampling import SamplingService
from audit_desk.services.settings import SettingsService
from audit_desk.services.trends import TrendService
from audit_desk.storage.audit_repo import AuditRepo
from audit_desk.storage.register import Register


class FindingsService:
    """The findings of one register's rounds."""

    def __init__(  # noqa: PLR0913, PLR0917 - all that findings rest on
        self,
        register: Register,
        settings: SettingsService,
        rounds: RoundService,
        sampling: SamplingService,
        concerns: ConcernService,
        independence: IndependenceService,
        holidays: BankHolidays,
        actions: ActionService,
        words: RoundWordsService,
        trends: TrendService,
        moderation: ModerationService,
        last: LastFindings,
    ) -> None:
        self._history = register.history
        self._settings = settings
        self._rounds = rounds
        self._sampling = sampling
        self._concerns = concerns
        self._independence = independence
        self._holidays = holidays
        self._actions = actions
        self._words = words
        self._trends = trends
        self._moderation = moderation
        self._audits = AuditRepo(register)
        self._last = last

    def of_round(self, round_: Round) -> Findings:
        """Return what a round found.

        Saving a report asks several times: for identifiers, for the file, for the shelf. Every
        change adds a line to history, so as long as its head stands the last answer holds.
        """
        state = round_.id, self._history.head()
        return self._last.of(state, lambda: self._computed(round_))

    def _computed(self, round_: Round) -> Findings:
        audits = self._audits.full(self._audits.of_round(round_.id))
        receipts = self._sampling.receipts(round_.id)
        concerns = self._concerns.of_round(round_.id)
        records = self._independence.records([full.audit for full in audits])
        actions = self._actions.lines(round_.id)
        earlier = self._actions.lines_before(round_)
        words = self._words.of_round(round_.id)
        moderation = self._moderation.of_round(round_)
        moments = [
            round_.created_at,
            *(datetime.fromisoformat(at) for receipt in receipts for at in _changed_at(receipt)),
            *(full.audit.submitted_at for full in audits if full.audit.submitted_at),
            *(concern.raised_at for concern in concerns),
            *(concern.closed_at for concern in concerns if concern.closed_at),
            *(contact.told_at for concern in concerns for contact in concern.contacts),
            *(said.at for record in records.values() for said in record.declarations),
            *(made.at for record in records.values() for made in record.overrides),
            *(line.action.changed_at for line in (*actions, *earlier)),
            *moderation.moments,
            *(written.written_at for written in words.parts.values()),
        ]
        findings = compute_findings(
            organisation=self._settings.get().organisation,
            round_=round_,
            tool=self._rounds.tool_of(round_),
            audits=audits,
            receipts=receipts,
            concerns=concerns,
            frame=(),
            holidays=self._holidays,
            last_change=max(moments),
            records=records,
            actions=actions,
            earlier_actions=earlier,
            moderation=moderation,
        )
        # Lists that came later would show another frame than the one that was drawn from.
        kept = self._sampling.frame_profile(round_) if receipts else ()
        found = replace(findings, profiles=kept, trend=self._trends.of_round(round_, findings))
        return replace(found, words=replace(words, figures=figures_hash(found)))


def _changed_at(receipt: Receipt) -> Iterator[str]:
    """Return when a sample was drawn and changed; the first receipts do not tell all of it."""
    yield receipt.drawn_at
    yield from (done.at for done in receipt.swaps)
    yield from (added.at for added in receipt.purposive if added.at)
