"""Clocks, answers and holidays that the tests of clocks share."""

import datetime as dt

from hypothesis import strategies as st

from audit_desk.domain.audit import Answer
from audit_desk.domain.audit_tool import (
    Clock,
    ClockUnit,
    Condition,
)
from audit_desk.domain.clocks import ClockReading, read_clock


class Holidays:
    """Known for 2022 to 2027; the days are England's around the cases below."""

    DAYS = frozenset(
        dt.date.fromisoformat(day)
        for day in (
            "2022-01-03",  # New Year's Day, observed on the Monday
            "2022-06-02",  # spring bank holiday, moved to the Thursday
            "2022-06-03",  # an extra one for a jubilee
            "2022-09-19",  # a state funeral
            "2022-12-26",
            "2022-12-27",  # Christmas Day, observed on the Tuesday
            "2023-05-01",
            "2023-05-08",  # a coronation
            "2023-05-29",
            "2024-03-29",
            "2024-04-01",
            "2025-12-25",
            "2025-12-26",
            "2026-01-01",
            "2026-04-03",
            "2026-04-06",
            "2026-05-04",
            "2026-05-25",
            "2026-08-31",
            "2026-12-25",
            "2026-12-28",  # Boxing Day, observed on the Monday
        )
    )

    def is_holiday(self, day: dt.date) -> bool:
        return day in self.DAYS

    def covers(self, day: dt.date) -> bool:
        return 2022 <= day.year <= 2027


HOLIDAYS = Holidays()


def clock(
    limit: int = 72,
    unit: ClockUnit = ClockUnit.HOURS,
    *,
    day_one: bool = False,
    stop: str = "Q2.event",
    unless: tuple[Condition, ...] = (),
) -> Clock:
    return Clock(
        id="rhi",
        title="Return home interview held",
        theme="missing",
        start="Q1.trigger",
        stop=stop,
        limit=limit,
        unit=unit,
        standard="Within 72 hours of return",
        source="Statutory guidance",
        trigger_is_day_one=day_one,
        not_counted_when=unless,
        not_counted_label="declined",
    )


def answers(trigger: str = "", event: str = "") -> dict[str, Answer]:
    return {
        "Q1": Answer("Q1", parts={"trigger": trigger} if trigger else {}),
        "Q2": Answer("Q2", parts={"event": event} if event else {}),
    }


def read(trigger: str, event: str, of: Clock | None = None) -> ClockReading:
    return read_clock(of or clock(), answers(trigger, event), HOLIDAYS)


clocks = st.builds(
    clock,
    st.integers(1, 20),
    st.sampled_from(ClockUnit),
    day_one=st.booleans(),
)
