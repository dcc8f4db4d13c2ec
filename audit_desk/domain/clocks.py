"""Timeliness: how long it took from a trigger to an event, against a standard."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from audit_desk.domain.audit import Answers
from audit_desk.domain.audit_tool import AuditTool, Clock
from audit_desk.domain.case import Facts


class Outcome(StrEnum):
    """What a clock can say; five answers, never two."""

    IN_TIME = "in_time"
    LATE = "late"
    CANNOT_CONFIRM = "cannot_confirm"
    NO_RECORD = "no_record"
    NOT_APPLICABLE = "not_applicable"

    @property
    def label(self) -> str:
        """The outcome in words."""
        return _LABELS[self]


_LABELS: Mapping[Outcome, str] = {
    Outcome.IN_TIME: "In time",
    Outcome.LATE: "Late",
    Outcome.CANNOT_CONFIRM: "Cannot confirm",
    Outcome.NO_RECORD: "No record",
    Outcome.NOT_APPLICABLE: "Not applicable or declined",
}


class BankHolidays(Protocol):
    """England's bank holidays, for as many years as they are known."""

    def is_holiday(self, day: date) -> bool:
        """Whether that day is a bank holiday."""
        ...

    def covers(self, day: date) -> bool:
        """Whether the bank holidays of that day's year are known."""
        ...


@dataclass(frozen=True, slots=True)
class ClockReading:
    """What one clock says about one audit."""

    clock_id: str
    outcome: Outcome
    result: str
    working: str
    due: str = ""
    late_seconds: int = 0


def read_clock(clock: Clock, answers: Answers, holidays: BankHolidays) -> ClockReading:
    """Read one clock."""
    raise NotImplementedError


def read_clocks(
    tool: AuditTool, answers: Answers, facts: Facts, holidays: BankHolidays
) -> tuple[ClockReading, ...]:
    """Read all clocks of a tool, in its order."""
    raise NotImplementedError
