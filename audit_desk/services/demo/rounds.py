"""Reads the drawn files of the invented rounds, and deals with the concerns that they raise."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from audit_desk.domain.audit import Audit
from audit_desk.domain.concern import Concern
from audit_desk.domain.independence import Statement
from audit_desk.domain.round import Round
from audit_desk.services.demo.answers import Reading, read_file
from audit_desk.services.demo.chance import chance
from audit_desk.services.demo.contributing import Contributors
from audit_desk.services.demo.following import Follower
from audit_desk.services.demo.grades import Values
from audit_desk.services.demo.judging import Judge
from audit_desk.services.demo.texts import Library, Teller, Words
from audit_desk.services.desk import Desk

_AUDITORS = ("Nasreen Akhtar", "David Fairhurst", "Judith Okoro", "Stephen Vale")
_CLOSERS = ("Dawn Ashby", "Rashid Karim")
_CLOSED = 0.9
"""The share of concerns that somebody has closed."""
_WAITING_DAYS = 5
_UNSURE_AT, _DEPART_AT, _INADEQUATE_AT = 1, 2, 4
"""Which file raises a concern that is closed, from which on an auditor departs from a
suggestion, and which raises a concern that stays open: every finished round has all three."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """How one file of a round is to be read.

    Attributes:
        auditor: Who reads it.
        share: How much of it is read; all of it is submitted.
        wanted: Main answers that it must have.
        depart: Whether the auditor departs from a suggestion where the answers allow it.
        closes: Whether its concerns are closed; ``None`` leaves it to chance.
        due: In how many days it is to be read, from the day that the register is built for.
    """

    auditor: str
    share: float = 1.0
    wanted: Values | None = None
    depart: bool = False
    closes: bool | None = None
    due: int = -3


class Reader:
    """Reads the files of one register's invented rounds."""

    def __init__(self, desk: Desk, seed: int, today: date, person: str) -> None:
        self._desk = desk
        self._seed = seed
        self._today = today
        self._person = person
        self._library = Library()
        self._contributors = Contributors(desk, self._library, seed, today)

    def finish(self, round_: Round, progress: Callable[[int], None]) -> None:
        """Read every file of a round and submit all audits."""
        files = _Files(
            self._desk,
            round_,
            Teller(self._library, f"{self._seed}/finished"),
            self._contributors,
            self._today,
        )
        source = chance(self._seed, "auditors")
        people = (*_AUDITORS, self._person)
        audits = self._desk.rounds.audits(round_.id)
        last = len(audits) - 1
        departed = False
        for number, audit in enumerate(audits):
            depart = number >= min(_DEPART_AT, last) and not departed
            plan = _Plan(source.choice(people), depart=depart)
            if number == min(_INADEQUATE_AT, last):
                plan = _Plan(plan.auditor, wanted={"X3": "4"}, depart=depart, closes=False)
            elif number == min(_UNSURE_AT, last - 1):
                plan = _Plan(plan.auditor, wanted={"X9": "unsure"}, depart=depart, closes=True)
            departed |= files.read(audit, plan, chance(self._seed, audit.reference), self._today)
            progress(number + 1)
        files.follower.settle(round_, self._person)
        self._contributors.correct(audits, self._person)

    def begin(self, round_: Round) -> None:
        """Read the first files of a round: one to its end, one half, one barely begun.

        Of the others, one waits for the person at the desk, one was given back by an auditor
        who knows the child, and the rest have no auditor yet.
        """
        files = _Files(
            self._desk,
            round_,
            Teller(self._library, f"{self._seed}/under way"),
            self._contributors,
            self._today,
        )
        safe = {"X9": "safe", "X3": "2"}
        plans = (
            _Plan(_AUDITORS[0], wanted=safe, closes=True),
            _Plan(self._person, share=0.55, wanted=safe, closes=True, due=1),
            _Plan(_AUDITORS[2], share=0.15, wanted=safe, closes=True, due=-2),
        )
        audits = self._desk.rounds.audits(round_.id)
        for audit, plan in zip(audits, plans, strict=False):
            files.read(audit, plan, chance(self._seed, "again", audit.reference), self._today)
        for audit, auditor in zip(audits[len(plans) :], (self._person, _AUDITORS[1]), strict=False):
            files.assign(audit, auditor, self._today + timedelta(_WAITING_DAYS))
        for audit in audits[len(plans) + 1 :][:1]:
            self._desk.independence.declare(audit.id, _AUDITORS[1], Statement.INVOLVED)


class _Files:
    """The files of one round and the texts that are told of them."""

    def __init__(
        self, desk: Desk, round_: Round, teller: Teller, contributors: Contributors, today: date
    ) -> None:
        self._desk = desk
        self._person = desk.settings.person()
        self._tool = desk.rounds.tool_of(round_)
        self._teller = teller
        self._contributors = contributors
        self._judge = Judge(self._tool, teller)
        self.follower = Follower(desk, teller.library, self._tool, today)

    def read(self, audit: Audit, plan: _Plan, source: random.Random, today: date) -> bool:
        """Read one file as one transaction; return whether the auditor departed as planned."""
        wanted = plan.wanted or {}
        reading = read_file(self._tool, audit.facts, self._teller, source, today, wanted)
        judgements = self._judge.judgements(reading, audit.facts, source, depart=plan.depart)
        count = round(len(reading.answers) * plan.share)
        whole = count == len(reading.answers)
        given = list(reading.answers.values())[:count]
        with self._desk.register.transaction():
            self.assign(audit, plan.auditor, today + timedelta(plan.due))
            self._desk.auditing.fill(
                audit.id,
                given,
                judgements if whole else (),
                by=plan.auditor,
                contributions=self._contributors.of(audit) if whole else (),
                follow_ups=self.follower.follow_ups(audit, given, source),
                submit=whole,
                independent=True,
            )
            for concern in self._desk.concerns.for_audit(audit.id):
                closes = source.random() < _CLOSED if plan.closes is None else plan.closes
                self._respond(concern, reading, source, closes=closes)
        return plan.depart and any(judgement.rationale for judgement in judgements)

    def assign(self, audit: Audit, auditor: str, due: date) -> None:
        """Give a file to an auditor."""
        self._desk.assignment.assign([audit.id], auditor, due, self._person)

    def _respond(
        self, concern: Concern, reading: Reading, source: random.Random, *, closes: bool
    ) -> None:
        """Record who was told, and that the child was seen where somebody has said so."""
        words: Words = reading.words
        told = self._teller.line(words, "concern", "told")
        kind = "response_closed" if closes else "response_open"
        response = self._teller.line(words, "concern", kind)
        self._desk.concerns.record_contact(
            concern.id, told, datetime.now(UTC), response, concern.raised_by
        )
        if closes:
            note = self._teller.line(words, "concern", "closing")
            self._desk.concerns.close(concern.id, note, source.choice(_CLOSERS))
