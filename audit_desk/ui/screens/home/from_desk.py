"""Home's data from the services of the open register."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from audit_desk.domain.applicability import relevant_answers
from audit_desk.domain.audit import Audit, AuditState
from audit_desk.domain.completeness import progress
from audit_desk.domain.concern import Concern
from audit_desk.domain.settings import EscalationContact
from audit_desk.services.desk import Desk
from audit_desk.services.rounds import RoundLine
from audit_desk.ui.screens.home.ports import AuditLine

_MOST = 12  # audits at once: more than anybody has open


class DeskHome:
    """What waits for the person at this desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def person(self) -> str:
        """Return who is at this desk."""
        return self._desk.settings.person()

    def contacts(self) -> Sequence[EscalationContact]:
        """Return whom to tell about a concern."""
        return self._desk.settings.get().escalation_contacts

    def case_count(self) -> int:
        """Return how many cases there are."""
        return self._desk.cases.count()

    def open_concerns(self) -> Sequence[Concern]:
        """Return every open concern, oldest first."""
        return self._desk.concerns.open_concerns()

    def round_lines(self) -> Sequence[RoundLine]:
        """Return all rounds, newest first."""
        return self._desk.rounds.lines()

    def my_audits(self) -> Sequence[AuditLine]:
        """Return this person's audits, begun ones first, then the next file of a round."""
        me = self.person().casefold()
        begun: list[tuple[Audit, str]] = []
        waiting: list[tuple[Audit, str]] = []
        free: list[tuple[Audit, str]] = []
        for line in self.round_lines():
            if _left(line):
                for audit in self._desk.rounds.audits(line.round.id):
                    _sort_in(audit, line.round.name, me, (begun, waiting, free))
        chosen = [*begun, *(waiting or free[:1])][:_MOST]
        return tuple(self._lines(chosen))

    def _lines(self, chosen: Iterable[tuple[Audit, str]]) -> Iterator[AuditLine]:
        for audit, round_name in chosen:
            full = self._desk.auditing.open(audit.id)
            tool = self._desk.auditing.tool_for(audit.id)
            answers = relevant_answers(tool, full.answers, audit.facts)
            done = [progress(theme, answers, audit.facts) for theme in tool.themes]
            yield AuditLine(
                audit_id=audit.id,
                reference=audit.reference,
                round_name=round_name,
                answered=sum(answered for answered, _ in done),
                asked=sum(asked for _, asked in done),
                started=audit.state is AuditState.IN_PROGRESS,
            )

    def record_contact(
        self, concern_id: str, told: str, told_at: datetime, response: str
    ) -> Concern:
        """Record who was told, when and what they answered."""
        concerns = self._desk.concerns
        return concerns.record_contact(concern_id, told, told_at, response, self.person())

    def close_concern(self, concern_id: str, note: str, by: str) -> Concern:
        """Record that the child was seen or is safe."""
        return self._desk.concerns.close(concern_id, note, by)


def _left(line: RoundLine) -> int:
    return line.total - line.counts.get(AuditState.SUBMITTED, 0)


def _sort_in(
    audit: Audit, round_name: str, me: str, piles: tuple[list[tuple[Audit, str]], ...]
) -> None:
    begun, waiting, free = piles
    mine = audit.auditor.strip().casefold() == me
    if audit.state is AuditState.IN_PROGRESS and mine:
        begun.append((audit, round_name))
    elif audit.state is AuditState.NOT_STARTED:
        if mine:
            waiting.append((audit, round_name))
        elif not audit.auditor.strip():
            free.append((audit, round_name))
