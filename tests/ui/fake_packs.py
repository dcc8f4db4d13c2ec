"""Packs and people without a register."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path

from audit_desk.domain.audit import Audit, AuditState, Selection
from audit_desk.domain.due_dates import Timeliness
from audit_desk.domain.pack import PackKind, PackSlip
from audit_desk.domain.pack_feedback import PackFeedback
from audit_desk.domain.person import Person, Role, in_order
from audit_desk.domain.round import Round
from audit_desk.errors import UserError
from audit_desk.services.pack_order import PackMade, PackPreview, ShareLine
from audit_desk.ui.dialogs.hand_out.ports import Wanted
from audit_desk.ui.screens.home.ports import AuditLine
from audit_desk.ui.screens.pack_home.ports import PackAudit
from tests.ui.fake_home import FakeHome

TODAY = date(2026, 3, 3)
MADE_AT = datetime(2026, 3, 2, 10, 15, tzinfo=UTC)
ROUND = Round("round-1", "Spring 2026", "", "complex-safeguarding", 1, MADE_AT)
NOTE = (
    "Thank you for reading for us. These are files of children at risk of exploitation outside the"
    " home. Please read supervision with care: last year's letter names it.\n\nRing me on 01632"
    " 960 118 if anything in a file worries you, the same day."
)
SLIP = PackSlip(
    "pack-1",
    "register-1",
    "round-1",
    "Spring 2026",
    "Ama Cole",
    PackKind.FIRST,
    "Morgan Ellis",
    MADE_AT,
    date(2026, 3, 20),
    NOTE,
    "Northshire Council",
)
PEOPLE = (
    Person("person-1", "Ama Cole", (Role.AUDITOR, Role.SECOND_READER)),
    Person("person-2", "Cai Mostyn", (Role.AUDITOR,)),
    Person("person-3", "Judith Okoro", (Role.MODERATOR,)),
    Person("person-4", "Morgan Ellis", (Role.LEAD,)),
    Person("person-5", "Stephen Vale", (Role.AUDITOR,), date(2026, 1, 30)),
)


def audit(number: int, reader: str, *, reading: int = 1) -> Audit:
    """Return an audit that nobody has begun."""
    return Audit(
        f"audit-{number}-{reading}",
        "round-1",
        f"case-{number}",
        f"CST-{number:04}",
        Selection.RANDOM,
        AuditState.NOT_STARTED,
        reader,
        {},
        reading=reading,
    )


_FIRST = tuple(audit(number, "Ama Cole") for number in (11, 42, 87, 142))
_SECOND = replace(audit(31, "Ama Cole", reading=2), due_on=date(2026, 3, 13))
SHARES = (
    ShareLine("Ama Cole", PackKind.FIRST, _FIRST, (), 2),
    ShareLine("Ama Cole", PackKind.SECOND, (_SECOND,), (), 0),
    ShareLine(
        "Cai Mostyn",
        PackKind.FIRST,
        (),
        tuple((audit(number, "Cai Mostyn"), "Cai Mostyn", MADE_AT) for number in (5, 6, 7)),
        0,
    ),
)
CARRIES = (
    "4 files by reference, with 12 facts from the case list.",
    (
        "The facts: Team, Age, Gender, Ethnicity, Exploitation type, Missing episodes, Plan,"
        " Last visit, Last supervision, Placement, School, First contact."
    ),
    (
        "Names of staff (Allocated worker, Team manager, Reviewing officer), so that nobody"
        " reads a file in which they had a part."
    ),
    "Dates from lists, to be checked on file: Missing episodes (14), Supervisions (31).",
    "The audit tool Complex safeguarding, version 1, and your escalation contacts.",
)
LEAVES = (
    "The council's own numbers of the children, and all other children.",
    "Other people's audits, the draws, findings and reports, and this register's history.",
)


@dataclass
class FakeHandOut:
    """A round of which files can be handed out."""

    lines: Sequence[ShareLine] = SHARES
    refusal: UserError | None = None
    fault: UserError | None = None
    made: list[Wanted] = field(default_factory=list)
    round_name: str = "Spring 2026"
    lead: str = "Morgan Ellis"

    def shares(self) -> Sequence[ShareLine]:
        return self.lines

    def preview(self, person: str, kind: PackKind) -> PackPreview:
        share = next(each for each in self.lines if (each.person, each.kind) == (person, kind))
        return PackPreview(ROUND, share, 0, (), CARRIES, LEAVES)

    def refuse(self, preview: PackPreview) -> None:
        if self.refusal is not None:
            raise self.refusal
        if not preview.audits:
            raise UserError("CST-0005 is with Cai Mostyn since 2 Mar 2026.", "Take it in.")

    def new_phrase(self) -> str:
        return "marble kettle fern orbit harbour otter"

    def make(self, wanted: Wanted, progress: Callable[[int, int], None]) -> PackMade:
        progress(1, 1)
        if self.fault is not None:
            raise self.fault
        self.made.append(wanted)
        slip = replace(SLIP, person=wanted.share.person, kind=wanted.share.kind)
        return PackMade(slip, wanted.target, wanted.share.waiting)


GIVEN = (
    PackFeedback(
        "CST-0007",
        "Autumn 2025",
        "Judith Okoro",
        ("partly", "yes", ""),
        "You name what failed in supervision plainly. Say next time what it meant for the child.",
        MADE_AT,
    ),
)


@dataclass
class FakePackHome(FakeHome):
    """A pack in which some is done."""

    lying_on_top: PackSlip = SLIP
    held: Sequence[PackAudit] = ()
    due_words: str = "20 Mar 2026"
    given: Sequence[PackFeedback] = ()

    def slip(self) -> PackSlip:
        return self.lying_on_top

    def due(self) -> str:
        return self.due_words

    def feedback(self) -> Sequence[PackFeedback]:
        return self.given

    def every_audit(self) -> Sequence[PackAudit]:
        return self.held


def pack_line(number: int, answered: int, *, done: bool = False, again: bool = False) -> PackAudit:
    """Return an audit of a pack of which so many questions are answered."""
    line = AuditLine(
        f"audit-{number}",
        f"CST-{number:04}",
        "",
        answered,
        52,
        started=answered > 0,
        due="" if done else "20 Mar 2026",
        timeliness=Timeliness.NONE,
        again=again,
    )
    return PackAudit(line, done)


HELD = (pack_line(42, 31), pack_line(87, 0), pack_line(142, 0), pack_line(11, 52, done=True))


@dataclass
class FakePeople:
    """People in memory."""

    people: list[Person] = field(default_factory=list)
    others: tuple[str, ...] = ()

    def all(self) -> Sequence[Person]:
        return sorted(self.people, key=lambda person: person.name)

    def here(self) -> Person | None:
        return next((each for each in self.people if each.name == "Morgan Ellis"), None)

    def unrecorded(self) -> Sequence[str]:
        return self.others

    def today(self) -> date:
        return TODAY

    def add(self, name: str, roles: Iterable[Role]) -> Person:
        if not name:
            raise UserError("No name is given.", "Type their name.")
        made = Person(f"person {name}", name, in_order(roles))
        self.people.append(made)
        return made

    def change(self, person: Person) -> Person:
        self.people = [person if each.id == person.id else each for each in self.people]
        return person

    def remove(self, person: Person) -> None:
        self.people.remove(person)


FILE = Path("/media/stick/Spring 2026 Ama Cole - pack.auditdesk")
