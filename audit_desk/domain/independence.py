"""Whether an auditor has had a part in a child's case, as the lists know it and as they say.

Whoever worked with the child, supervised the work or chaired its reviews would judge their own
work; councils therefore ask for independent auditors, and the letter of 2023 asks for more of
them. An exception is possible, on record and with its reason.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from audit_desk.domain.case import Facts
from audit_desk.domain.case_fields import CASE_FIELDS
from audit_desk.domain.moments import Moment, format_moment
from audit_desk.domain.people import same_person

STAFF_ROLES: tuple[tuple[str, str], ...] = tuple(
    (field.key, field.label) for field in CASE_FIELDS if field.names_staff
)
"""The facts that name a member of staff, by key, with their labels."""


class Statement(StrEnum):
    """What an auditor says before reading."""

    INDEPENDENT = "independent"
    """No part in this child's case."""
    INVOLVED = "involved"
    """A part in it: somebody else reads."""


class Standing(StrEnum):
    """How an auditor and a file stand to each other."""

    NOBODY = "no auditor"
    DECLARED = "declared"
    """The auditor said to have had no part in the case."""
    NOT_DECLARED = "not declared"
    ALLOWED = "allowed"
    """There is a conflict, and somebody else allowed it with a reason."""
    CONFLICT = "conflict"
    """There is a conflict, and nobody allowed it."""
    GIVEN_BACK = "given back"
    """No auditor: whoever was to read it said to have had a part in the case."""

    @property
    def label(self) -> str:
        """It in words, for a column."""
        return self.value.capitalize()


@dataclass(frozen=True, slots=True)
class FormerStaff:
    """Who stood in a case list before.

    Attributes:
        role: The fact's key, such as ``worker``.
        name: The name that stood there.
        until: The day (ISO) of the list in which it stood no more.
    """

    role: str
    name: str
    until: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """One reason why somebody may not read a file.

    Attributes:
        role: What they are or were to the case: "allocated worker".
        name: Their name as the list writes it.
        when: "is", "was until 3 October 2026" or "was when the sample was drawn"; "says to
            have had" where they said so themselves.
    """

    role: str
    name: str
    when: str

    def sentence(self, reference: str) -> str:
        """Return it as a sentence about a case: "Ezra Leigh is the team manager of CST-0142."."""
        if self.when == _OWN_WORDS:
            return f"{self.name} {self.when} {self.role} of {reference}."
        start, _, rest = self.when.partition(" ")
        tail = f" {rest}" if rest else ""
        return f"{self.name} {start} the {self.role} of {reference}{tail}."


_OWN_WORDS = "says to have had"


@dataclass(frozen=True, slots=True)
class Override:
    """Somebody was let read a file in spite of a conflict.

    Attributes:
        auditor: Who reads.
        conflict: The conflict in a sentence, as it was then.
        reason: Why it was allowed.
        by: Who allowed it; never the auditor.
        at: When, UTC.
    """

    auditor: str
    conflict: str
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Declaration:
    """What one auditor said about one file."""

    auditor: str
    statement: Statement
    at: datetime


@dataclass(frozen=True, slots=True)
class Record:
    """All that is known about who may read one file.

    Attributes:
        reference: The case.
        at_draw: The case's facts when it was drawn.
        now: Its facts as the newest list has them.
        former: Who stood there before.
        declarations: What auditors said.
        overrides: Who was let read in spite of a conflict.
        other_readers: Who reads the same file for another reading of the round. Two readings are
            worth something only where two people came to them apart, so there is no exception.
    """

    reference: str
    at_draw: Facts
    now: Facts
    former: tuple[FormerStaff, ...] = ()
    declarations: tuple[Declaration, ...] = ()
    overrides: tuple[Override, ...] = ()
    other_readers: tuple[str, ...] = ()

    def reads_already(self, person: str) -> bool:
        """Whether a person reads the same file for another reading."""
        return any(same_person(person, each) for each in self.other_readers)

    def statement(self, person: str) -> Statement | None:
        """Return what a person said; ``None`` where they said nothing."""
        for declaration in self.declarations:
            if same_person(declaration.auditor, person):
                return declaration.statement
        return None

    def override(self, person: str) -> Override | None:
        """Return the exception made for a person, if there is one."""
        return next((each for each in self.overrides if same_person(each.auditor, person)), None)

    def conflicts(self, person: str) -> tuple[Conflict, ...]:
        """Return why a person may not read this file; nothing where they may.

        Somebody who said that they had a part in the case is in conflict by their own word.
        """
        found = conflicts(person, self.at_draw, self.now, self.former)
        if self.statement(person) is Statement.INVOLVED:
            return (*found, Conflict("a part in the case", person.strip(), _OWN_WORDS))
        return found

    def bars(self, person: str) -> bool:
        """Whether a person may not read this file.

        Either there is a conflict and no exception was made, or they read it already.
        """
        conflict = bool(self.conflicts(person)) and self.override(person) is None
        return conflict or self.reads_already(person)

    def why_not(self, person: str) -> str:
        """Return why a person should not read this file as sentences; empty without a reason."""
        found = [each.sentence(self.reference) for each in self.conflicts(person)]
        if self.reads_already(person):
            found.append(f"{person.strip()} makes another reading of {self.reference}.")
        return " ".join(found)

    def standing(self, auditor: str) -> Standing:
        """Return how the file's auditor stands to it."""
        if not auditor.strip():
            return Standing.GIVEN_BACK if self.involved else Standing.NOBODY
        if self.override(auditor) is not None:
            return Standing.ALLOWED
        if self.conflicts(auditor):
            return Standing.CONFLICT
        said = self.statement(auditor) is Statement.INDEPENDENT
        return Standing.DECLARED if said else Standing.NOT_DECLARED

    def as_of(self, day: date) -> "Record":
        """Return the record as it stood for an audit that was submitted on a day.

        Whoever takes a case on afterwards did not have a part in it when they read the file.
        """
        before = tuple(each for each in self.former if each.until[:10] <= day.isoformat())
        return replace(self, now={}, former=before)

    @property
    def involved(self) -> tuple[str, ...]:
        """Who said that they had a part in the case."""
        return tuple(
            each.auditor for each in self.declarations if each.statement is Statement.INVOLVED
        )


def conflicts(
    auditor: str, at_draw: Facts, now: Facts, former: Sequence[FormerStaff]
) -> tuple[Conflict, ...]:
    """Return where an auditor's name stands in a case, the present first, each role once.

    Args:
        auditor: The auditor's name.
        at_draw: The case's facts when it was drawn.
        now: Its facts as the newest list has them.
        former: Who stood there before.
    """
    labels = {key: _in_a_sentence(label) for key, label in STAFF_ROLES}
    found: dict[str, Conflict] = {}
    for key, name, when in _names(at_draw, now, former):
        if key not in found and same_person(auditor, name):
            found[key] = Conflict(labels.get(key, key), name, when)
    return tuple(found.values())


def _names(
    at_draw: Facts, now: Facts, former: Sequence[FormerStaff]
) -> Iterator[tuple[str, str, str]]:
    for key, _ in STAFF_ROLES:
        yield key, str(now.get(key, "")), "is"
    for each in sorted(former, key=lambda each: each.until, reverse=True):
        day = date.fromisoformat(each.until[:10])
        yield each.role, each.name, f"was until {format_moment(Moment(day))}"
    for key, _ in STAFF_ROLES:
        yield key, str(at_draw.get(key, "")), "was when the sample was drawn"


def _in_a_sentence(label: str) -> str:
    return label if label[:2].isupper() else label[:1].lower() + label[1:]
