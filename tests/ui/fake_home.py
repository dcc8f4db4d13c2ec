"""What Home shows, without a register."""

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from audit_desk.domain.audit import AuditState
from audit_desk.domain.concern import Concern, ConcernContact
from audit_desk.domain.due_dates import Timeliness
from audit_desk.domain.pack_feedback import PackFeedback
from audit_desk.domain.round import Round
from audit_desk.domain.settings import EscalationContact
from audit_desk.errors import UserError
from audit_desk.services.rounds import RoundLine
from audit_desk.ui.screens.home.ports import AuditLine, ChoiceLine, DueAction, NeedLine, Ways

NOW = datetime(2026, 3, 3, 14, 5, tzinfo=UTC)
CONTACTS = (
    EscalationContact("Team manager", "Sam Okafor", "01632 960 101"),
    EscalationContact("Service manager", "Jo Whitfield", "01632 960 102"),
    EscalationContact("Emergency duty team, after hours", "", "01632 960 199"),
)
TOLD = ConcernContact(
    "contact-1",
    "Sam Okafor (Team manager)",
    NOW - timedelta(days=2, hours=2),
    "Will visit this evening with the allocated worker and ring the duty team",
    "Robin Hale",
)
UNSAFE = Concern(
    "concern-1",
    "audit-1",
    "CST-0142",
    "X9",
    "Is the child safe now? Unsafe",
    "Robin Hale",
    NOW - timedelta(days=2, hours=3),
    (TOLD,),
)
MEETING = Concern(
    "concern-2",
    "audit-2",
    "CST-0087",
    "SM2",
    "SM2 ★: No. Was a strategy meeting held when the child was found with unexplained injuries?",
    "Alex Morgan",
    NOW - timedelta(hours=5),
)
AUDITS = (
    AuditLine("audit-3", "CST-0142", "March 2026 dip sample", 31, 54, started=True),
    AuditLine("audit-2", "CST-0087", "March 2026 dip sample", 4, 49, started=True),
    AuditLine("audit-4", "CST-0011", "March 2026 dip sample", 0, 50, started=False),
)

DUE = (
    replace(AUDITS[1], due="24 Feb 2026, overdue by 7 days", timeliness=Timeliness.OVERDUE),
    replace(AUDITS[0], due="4 Mar 2026, tomorrow", timeliness=Timeliness.SOON),
    replace(AUDITS[2], due="20 Mar 2026"),
)
NEEDS = (
    NeedLine(
        "CST-0031",
        "March 2026 dip sample · given back by Robin Hale",
        "round March 2026 dip sample",
    ),
    NeedLine("Autumn 2025", "3 files have no auditor", "round Autumn 2025"),
)

DIFFERENCES = NeedLine(
    "6 differences to settle",
    "March 2026 dip sample · between two readings of a file",
    "round March 2026 dip sample",
)

SAID = PackFeedback(
    "CST-0087",
    "Autumn 2025",
    "Imogen Sayle",
    ("yes", "partly", ""),
    "Say who puts it right, and by when.",
    NOW - timedelta(days=3),
)

LATE = (
    DueAction(
        "action-1",
        "Health is at every strategy meeting, so that her injuries are seen together.",
        "Service manager · Autumn 2025",
        "Overdue by 7 days",
        Timeliness.OVERDUE,
    ),
    DueAction(
        "action-2",
        "His worker knows of every missing episode by the next morning.",
        "Team manager · Autumn 2025",
        "Due in 5 days",
        Timeliness.SOON,
    ),
)


def round_line(name: str, **counts: int) -> RoundLine:
    """Return a round with so many audits in each state."""
    round_ = Round(f"round {name}", name, "", "complex-safeguarding", 1, NOW)
    by_state = {AuditState(state): count for state, count in counts.items()}
    return RoundLine(round_, "Complex safeguarding", by_state)


ROUNDS = (
    round_line("March 2026 dip sample", not_started=7, in_progress=2, submitted=11),
    round_line("Autumn 2025", submitted=20),
    round_line("Return home interviews again"),
)


@dataclass
class FakeHome:
    """A register in which anything may have happened."""

    cases: int = 133
    concerns: Sequence[Concern] = ()
    audits: Sequence[AuditLine] = ()
    rounds: Sequence[RoundLine] = ()
    needs: Sequence[NeedLine] = ()
    late: Sequence[DueAction] = ()
    said: Sequence[PackFeedback] = ()
    differences: NeedLine | None = None
    compared_by: int | None = 0
    conflicts: ChoiceLine | None = None
    out: Mapping[str, int] = field(default_factory=dict)
    refusal: UserError | None = None
    told: list[tuple[str, str, datetime, str]] = field(default_factory=list)
    closed: list[tuple[str, str, str]] = field(default_factory=list)

    def person(self) -> str:
        return "Alex Morgan"

    def contacts(self) -> Sequence[EscalationContact]:
        return CONTACTS

    def case_count(self) -> int:
        return self.cases

    def open_concerns(self) -> Sequence[Concern]:
        return self.concerns

    def my_audits(self) -> Sequence[AuditLine]:
        return self.audits

    def needs_auditor(self) -> Sequence[NeedLine]:
        return self.needs

    def readings_compared(self) -> bool:
        return self.compared_by is not None

    def compare_readings(self, progress: Callable[[int, int, str], None]) -> None:
        progress(0, 1, "")
        if self.refusal is not None:
            raise self.refusal
        self.compared_by = threading.get_ident()

    def to_settle(self) -> NeedLine | None:
        assert self.readings_compared(), "a number is told before it is known"
        return self.differences

    def versions(self) -> ChoiceLine | None:
        return self.conflicts

    def due_actions(self) -> Sequence[DueAction]:
        return self.late

    def feedback(self) -> Sequence[PackFeedback]:
        return self.said

    def round_lines(self) -> Sequence[RoundLine]:
        return self.rounds

    def number_out(self) -> Mapping[str, int]:
        return self.out

    def record_contact(
        self, concern_id: str, told: str, told_at: datetime, response: str
    ) -> object:
        if self.refusal is not None:
            raise self.refusal
        self.told.append((concern_id, told, told_at, response))
        return None

    def close_concern(self, concern_id: str, note: str, by: str) -> object:
        if self.refusal is not None:
            raise self.refusal
        self.closed.append((concern_id, note, by))
        self.concerns = [each for each in self.concerns if each.id != concern_id]
        return None


def ways(went: list[str]) -> Ways:
    """Return ways that only note where they lead."""
    return Ways(
        open_audit=lambda audit: went.append(f"audit {audit}"),
        open_round=went.append,
        go=lambda key: went.append(f"page {key}"),
        bring_in=lambda: went.append("import"),
        open_action=lambda action: went.append(f"action {action}"),
        moderate=lambda round_id: went.append(f"moderate {round_id}"),
    )
