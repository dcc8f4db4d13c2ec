"""Reads the files of one invented round, and deals with the concerns that they raise."""

import random
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from audit_desk.domain.audit import Audit
from audit_desk.domain.concern import Concern
from audit_desk.domain.round import Round
from audit_desk.services.demo.answers import Reading, read_file
from audit_desk.services.demo.contributing import Contributors
from audit_desk.services.demo.following import Follower
from audit_desk.services.demo.grades import Values
from audit_desk.services.demo.judging import Judge
from audit_desk.services.demo.texts import Teller, Words
from audit_desk.services.desk import Desk

_CLOSERS = ("Dawn Ashby", "Rashid Karim")
_CLOSED = 0.9
"""The share of concerns that somebody has closed."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How one file of a round is to be read.

    Attributes:
        auditor: Who reads it.
        share: How much of it is read; all of it is submitted.
        wanted: Main answers that it must have.
        depart: Whether the auditor departs from a suggestion where the answers allow it.
        closes: Whether its concerns are closed; ``None`` leaves it to chance.
        bare: Whether it is said neither who had a part in the audit nor what follows from it.
        due: In how many days it is to be read, from the day that the register is built for.
    """

    auditor: str
    share: float = 1.0
    wanted: Values | None = None
    depart: bool = False
    closes: bool | None = None
    bare: bool = False
    due: int = -3


class Files:
    """The files of one round and the texts that are told of them.

    Attributes:
        tool: The round's tool.
        follower: Says what follows from the answers.
    """

    def __init__(
        self, desk: Desk, round_: Round, teller: Teller, contributors: Contributors, today: date
    ) -> None:
        self._desk = desk
        self._person = desk.settings.person()
        self.tool = desk.rounds.tool_of(round_)
        self._teller = teller
        self._contributors = contributors
        self._judge = Judge(self.tool, teller)
        self.follower = Follower(desk, teller.library, self.tool, today)

    def read(self, audit: Audit, plan: Plan, source: random.Random, today: date) -> bool:
        """Read one file as one transaction; return whether the auditor departed as planned."""
        wanted = plan.wanted or {}
        reading = read_file(self.tool, audit.facts, self._teller, source, today, wanted)
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
                contributions=self._contributors.of(audit) if whole and not plan.bare else (),
                follow_ups=() if plan.bare else self.follower.follow_ups(audit, given, source),
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
