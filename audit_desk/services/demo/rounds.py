"""Reads the drawn files of the invented rounds: one long over, one finished, one under way."""

from collections.abc import Callable
from datetime import timedelta

from audit_desk.domain.independence import Statement
from audit_desk.domain.round import Round
from audit_desk.services.demo.chance import chance
from audit_desk.services.demo.contributing import Contributors
from audit_desk.services.demo.files import Files, Plan
from audit_desk.services.demo.making import Making
from audit_desk.services.demo.staff import AUDITORS
from audit_desk.services.demo.texts import Teller

_WAITING_DAYS = 5
_EARLIER_DAYS = -90
_UNSURE_AT, _DEPART_AT, _INADEQUATE_AT = 1, 2, 4
"""Which file raises a concern that is closed, from which on an auditor departs from a
suggestion, and which raises a concern that stays open: every finished round has all three."""

Progress = Callable[[int], None]
"""Told how many files are read."""


class Reader:
    """Reads the files of one register's invented rounds."""

    def __init__(self, making: Making) -> None:
        self._desk = making.desk
        self._seed = making.seed
        self._today = making.today
        self._person = making.person
        self._library = making.library
        self._contributors = Contributors(self._desk, self._library, self._seed, self._today)

    def look_back(self, round_: Round, progress: Progress) -> None:
        """Read every file of an earlier round, of which only the judgements are still looked at."""
        files = self._files(round_, "earlier")
        source = chance(self._seed, "earlier auditors")
        for number, audit in enumerate(self._desk.rounds.audits(round_.id)):
            plan = Plan(source.choice(AUDITORS), closes=True, bare=True, due=_EARLIER_DAYS)
            files.read(audit, plan, chance(self._seed, "earlier", audit.reference), self._today)
            progress(number + 1)

    def finish(self, round_: Round, progress: Progress) -> Files:
        """Read every file of a round and submit all audits; return what they were read with."""
        files = self._files(round_, "finished")
        source = chance(self._seed, "auditors")
        people = (*AUDITORS, self._person)
        audits = self._desk.rounds.audits(round_.id)
        last = len(audits) - 1
        departed = False
        for number, audit in enumerate(audits):
            depart = number >= min(_DEPART_AT, last) and not departed
            plan = Plan(source.choice(people), depart=depart)
            if number == min(_INADEQUATE_AT, last):
                plan = Plan(plan.auditor, wanted={"X3": "4"}, depart=depart, closes=False)
            elif number == min(_UNSURE_AT, last - 1):
                plan = Plan(plan.auditor, wanted={"X9": "unsure"}, depart=depart, closes=True)
            departed |= files.read(audit, plan, chance(self._seed, audit.reference), self._today)
            progress(number + 1)
        files.follower.settle(round_, self._person)
        self._contributors.correct(audits, self._person)
        return files

    def begin(self, round_: Round) -> None:
        """Read the first files of a round: one to its end, one half, one barely begun.

        Of the others, one waits for the person at the desk, one was given back by an auditor
        who knows the child, and the rest have no auditor yet.
        """
        files = self._files(round_, "under way")
        safe = {"X9": "safe", "X3": "2"}
        plans = (
            Plan(AUDITORS[0], wanted=safe, closes=True),
            Plan(self._person, share=0.55, wanted=safe, closes=True, due=1),
            Plan(AUDITORS[2], share=0.15, wanted=safe, closes=True, due=-2),
        )
        audits = self._desk.rounds.audits(round_.id)
        for audit, plan in zip(audits, plans, strict=False):
            files.read(audit, plan, chance(self._seed, "again", audit.reference), self._today)
        for audit, auditor in zip(audits[len(plans) :], (self._person, AUDITORS[1]), strict=False):
            files.assign(audit, auditor, self._today + timedelta(_WAITING_DAYS))
        for audit in audits[len(plans) + 1 :][:1]:
            self._desk.independence.declare(audit.id, AUDITORS[1], Statement.INVOLVED)

    def _files(self, round_: Round, name: str) -> Files:
        teller = Teller(self._library, f"{self._seed}/{name}")
        return Files(self._desk, round_, teller, self._contributors, self._today)
