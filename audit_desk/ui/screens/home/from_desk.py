"""Home's data from the services of the open register."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from audit_desk.domain.action import standing_words
from audit_desk.domain.action import timeliness as action_timeliness
from audit_desk.domain.applicability import relevant_answers
from audit_desk.domain.audit import Audit, AuditState
from audit_desk.domain.completeness import progress
from audit_desk.domain.concern import Concern
from audit_desk.domain.due_dates import Timeliness, due_words, timeliness
from audit_desk.domain.pack_feedback import PackFeedback
from audit_desk.domain.people import same_person
from audit_desk.domain.settings import EscalationContact
from audit_desk.services.desk import Desk
from audit_desk.services.pack_feedback import feedback_for
from audit_desk.services.rounds import RoundLine
from audit_desk.ui.screens.home.ports import AuditLine, ChoiceLine, DueAction, NeedLine

if TYPE_CHECKING:
    from audit_desk.services.unresolved import Differences, UnresolvedService

_NAMED = 3
_MOST = 12  # audits at once: more than anybody has open


class DeskHome:
    """What waits for the person at this desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._differences: Differences = {}

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

    def number_out(self) -> Mapping[str, int]:
        """Return how many audits are out in packs, by the round's id."""
        return self._desk.custody.number_out()

    def feedback(self) -> Sequence[PackFeedback]:
        """Return the newest that moderators said of this person's audits."""
        return feedback_for(self._desk.register, self.person())[:_NAMED]

    def my_audits(self) -> Sequence[AuditLine]:
        """Return this person's audits by date; else the next free file for who reads first."""
        me = self.person()
        begun: list[tuple[Audit, str]] = []
        waiting: list[tuple[Audit, str]] = []
        free: list[tuple[Audit, str]] = []
        unfinished = self._desk.rounds.unfinished()
        for line in self.round_lines():
            if line.round.id in unfinished:
                out = self._desk.custody.of_round(line.round.id)
                for audit in self._desk.rounds.every_reading(line.round.id):
                    if audit.id not in out:  # what is in a pack is read there
                        _sort_in(audit, line.round.name, me, (begun, waiting, free))
        mine = sorted([*begun, *waiting], key=self._urgency)
        here = self._desk.people.here()
        offered = self._next_free(free) if here is None or here.reads_first else []
        chosen = mine if waiting else [*mine, *offered]
        return tuple(self.lines(chosen[:_MOST]))

    def needs_auditor(self) -> Sequence[NeedLine]:
        """Return the files that were given back, then the rounds with files without auditor."""
        names = {line.round.id: line.round.name for line in self.round_lines()}
        assignment = self._desk.assignment
        back = [
            NeedLine(
                each.audit.reference,
                f"{names[each.audit.round_id]} · given back by {', '.join(each.involved)}",
                each.audit.round_id,
            )
            for each in assignment.given_back()
        ]
        free = [
            NeedLine(
                names[round_id],
                "1 file has no auditor" if count == 1 else f"{count} files have no auditor",
                round_id,
            )
            for round_id, count in assignment.without_auditor().items()
        ]
        return (*back, *free)

    def versions(self) -> ChoiceLine | None:
        """Return the audits that were changed here and in a pack."""
        waiting = self._desk.conflicts.waiting()
        if not waiting:
            return None
        names = list(dict.fromkeys(each.reference for each in waiting))
        more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
        audits = "1 audit has" if len(names) == 1 else f"{len(names)} audits have"
        note = f"{', '.join(names[:_NAMED])}{more} · changed here and in a pack"
        return ChoiceLine(f"{audits} two versions", note, "Choose")

    def readings_compared(self) -> bool:
        """Whether all that was read twice was compared; what compares is not even loaded for it."""
        pairs = self._desk.rounds.sealed_pairs()
        return all(pair.seals in self._differences for pair in pairs)

    def compare_readings(self, progress: Callable[[int, int, str], None]) -> None:
        """Compare what was not compared before, on a connection of the worker's own."""
        with self._desk.on_this_thread() as desk:
            _unresolved(desk, self._differences).compare(progress)

    def to_settle(self) -> NeedLine | None:
        """Return what two readings differ in and nobody settled, the newest round first."""
        if not self._differences:
            return None
        counts = _unresolved(self._desk, self._differences).by_round()
        rounds = [line.round for line in self.round_lines() if line.round.id in counts]
        if not rounds:
            return None
        number, more = sum(counts.values()), len(rounds) - 1
        others = f" and {more} more {'round' if more == 1 else 'rounds'}" if more else ""
        return NeedLine(
            "1 difference to settle" if number == 1 else f"{number} differences to settle",
            f"{rounds[0].name}{others} · between two readings of a file",
            rounds[0].id,
        )

    def due_actions(self) -> Sequence[DueAction]:
        """Return the actions that are overdue or due soon, the latest first."""
        today = self._desk.today()
        return [
            DueAction(
                line.action.id,
                line.action.draft.change,
                f"{line.action.draft.owner or 'No owner yet'} · {line.round_name}",
                standing_words(line.action, today),
                action_timeliness(line.action, today),
            )
            for line in self._desk.actions.due()
        ]

    def _urgency(self, pair: tuple[Audit, str]) -> tuple[bool, bool, date]:
        audit = pair[0]
        late = timeliness(audit, self._desk.today()) is Timeliness.OVERDUE
        begun = audit.state is AuditState.IN_PROGRESS
        return not late, not begun, audit.due_on or date.max

    def _next_free(self, free: Sequence[tuple[Audit, str]]) -> Sequence[tuple[Audit, str]]:
        """Return the first file without an auditor that this person may read."""
        me = self.person()
        independence = self._desk.independence
        may = (pair for pair in free if not independence.record(pair[0].id).bars(me))
        return [pair for pair in [next(may, None)] if pair is not None]

    def lines(self, chosen: Iterable[tuple[Audit, str]]) -> Iterator[AuditLine]:
        """Yield audits, each with its round's name, as lines that say how far they are."""
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
                due=due_words(audit, self._desk.today()),
                timeliness=timeliness(audit, self._desk.today()),
                again=audit.reading > 1,
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


def _unresolved(desk: Desk, known: "Differences") -> "UnresolvedService":
    from audit_desk.services.unresolved import UnresolvedService

    return UnresolvedService(desk.register, desk.rounds, known)


def _sort_in(
    audit: Audit, round_name: str, me: str, piles: tuple[list[tuple[Audit, str]], ...]
) -> None:
    begun, waiting, free = piles
    mine = same_person(audit.auditor, me)
    if audit.state is AuditState.IN_PROGRESS and mine:
        begun.append((audit, round_name))
    elif audit.state is AuditState.NOT_STARTED:
        if mine:
            waiting.append((audit, round_name))
        elif not audit.auditor.strip() and audit.reading == 1:
            free.append((audit, round_name))
