"""When a standard runs out: limits in real time, in calendar days and in working days.

Hours are elapsed time in the United Kingdom, so the two nights on which the clocks change
neither give nor take an hour. Days, weeks and months look at dates alone.
"""

import datetime as dt
from calendar import monthrange
from dataclasses import dataclass
from typing import Protocol
from zoneinfo import ZoneInfo

from audit_desk.domain.audit_tool import Clock, ClockUnit
from audit_desk.domain.moments import Moment, format_moment

_ZONE = "Europe/London"
_DAY = dt.timedelta(days=1)
_SATURDAY = 5


class BankHolidays(Protocol):
    """England's bank holidays, for as many years as they are known."""

    def is_holiday(self, day: dt.date) -> bool:
        """Whether that day is a bank holiday."""
        ...

    def covers(self, day: dt.date) -> bool:
        """Whether the bank holidays of that day's year are known."""
        ...


class UnknownHolidaysError(Exception):
    """The bank holidays of a year are not known; ``args[0]`` is the year."""


@dataclass(frozen=True, slots=True)
class Span:
    """The instants that a moment on file may mean, UTC, both ends included.

    A date without a time may be any minute of its day. A local time that the autumn change
    lets happen twice may be either; one that the spring change skips is a slip of an hour in
    one direction or the other, and may be either as well.
    """

    earliest: dt.datetime
    latest: dt.datetime

    @property
    def is_exact(self) -> bool:
        """Whether the moment can mean one instant only."""
        return self.earliest == self.latest


def span(moment: Moment) -> Span:
    """Return the instants that a moment may mean.

    Raises:
        OverflowError: It lies at an end of the calendar.
    """
    first = moment.time if moment.time is not None else dt.time(0)
    last = moment.time if moment.time is not None else dt.time(23, 59)
    zone = ZoneInfo(_ZONE)
    instants = [
        dt.datetime.combine(moment.day, time, zone).replace(fold=fold).astimezone(dt.UTC)
        for time in (first, last)
        for fold in (0, 1)
    ]
    return Span(min(instants), max(instants))


def due_moment(trigger: dt.datetime, hours: int) -> str:
    """Return in words when that many hours after an instant run out, local time.

    The hour that the autumn change repeats is told apart as BST or GMT.

    Raises:
        OverflowError: It lies beyond the end of the calendar.
    """
    local = (trigger + dt.timedelta(hours=hours)).astimezone(ZoneInfo(_ZONE))
    words = format_moment(Moment(local.date(), local.time()))
    twice = local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()
    return f"{words} {local.tzname()}" if twice else words


def due_day(clock: Clock, trigger: dt.date, holidays: BankHolidays) -> dt.date:
    """Return the last day on which a clock that counts in days, weeks or months is met.

    Raises:
        OverflowError: It lies beyond the end of the calendar.
        UnknownHolidaysError: It needs bank holidays that are not known.
    """
    if clock.unit is ClockUnit.MONTHS:
        return add_months(trigger, clock.limit)
    if clock.unit is ClockUnit.WEEKS:
        return trigger + dt.timedelta(weeks=clock.limit)
    if clock.unit is ClockUnit.CALENDAR_DAYS:
        return trigger + dt.timedelta(days=max(clock.limit - clock.trigger_is_day_one, 0))
    return _due_working_day(clock, trigger, holidays)


def add_months(day: dt.date, months: int) -> dt.date:
    """Return the same day some calendar months on, or that month's last where it has none.

    Raises:
        OverflowError: It lies beyond the end of the calendar.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > dt.MAXYEAR:
        raise OverflowError(year)
    return dt.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def working_days_after(start: dt.date, end: dt.date, holidays: BankHolidays) -> int:
    """Count the working days after one day up to and including another.

    Raises:
        UnknownHolidaysError: It needs bank holidays that are not known.
    """
    days = (start + dt.timedelta(days=ahead) for ahead in range(1, (end - start).days + 1))
    return sum(is_working_day(day, holidays) for day in days)


def is_working_day(day: dt.date, holidays: BankHolidays) -> bool:
    """Whether a day is a Monday to Friday and no bank holiday.

    Raises:
        UnknownHolidaysError: The bank holidays of its year are not known.
    """
    if not holidays.covers(day):
        raise UnknownHolidaysError(day.year)
    return day.weekday() < _SATURDAY and not holidays.is_holiday(day)


def _due_working_day(clock: Clock, trigger: dt.date, holidays: BankHolidays) -> dt.date:
    """Step forward working day by working day.

    Where the trigger's day is day 1 and not a working day, the next working day is day 1.
    """
    left = clock.limit
    day = trigger
    if clock.trigger_is_day_one and is_working_day(trigger, holidays):
        left -= 1
    while left > 0:
        day += _DAY
        left -= is_working_day(day, holidays)
    return day
