"""What happened when, in one invented child's file: the facts of the list carried on.

The dates agree with the case list and with one another, and none lies after the day of the
audit. Some are late and some are not on the record, as in real files.
"""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from audit_desk.domain.case import Facts
from audit_desk.services.demo.chance import day_between, picked

_SATURDAY = 5
_WISE_DUE = timedelta(28)
_REVIEW_DUE = timedelta(92)


@dataclass(frozen=True, slots=True)
class Timeline:
    """One child's file in dates and states.

    Attributes:
        days: Dates by name; one that is not on the record is absent.
        meeting: ``held``, ``needed_not_held`` or ``not_needed``.
        waited_for: Why the strategy meeting waited, as the tool's option.
        stage: How far the WISE is, as the tool's option.
        involvement: CST's involvement now, as the tool's option.
        missing_pattern: ``repeated``, ``long`` or ``no``.
        outcome: The return interview's outcome; empty where there was no episode.
        sessions: Supervision sessions in six months.
        longest_gap: The longest gap between them, in weeks.
    """

    days: Mapping[str, date]
    meeting: str
    waited_for: str
    stage: str
    involvement: str
    missing_pattern: str
    outcome: str
    sessions: int
    longest_gap: int


def timeline(facts: Facts, source: random.Random, today: date) -> Timeline:
    """Return what happened when for a child of these facts."""
    days = {"today": today, "cst": _day(facts, "cst_start", today - timedelta(90))}
    days["end"] = _day(facts, "cst_end", today)
    pattern = _missing_pattern(facts)
    meeting = picked(source, (("held", 91), ("needed_not_held", 4), ("not_needed", 5)))
    if meeting == "not_needed" and pattern != "no":
        meeting = "held"
    waited_for = _meeting(days, source)
    stage = _wise(days, facts, source)
    outcome = _missing(days, facts)
    gap = _supervision(days, source)
    _others(days, source)
    ended = "cst_end" in facts
    ending = stage == "completed" and source.random() < 0.1  # noqa: PLR2004 - a few are ending
    return Timeline(
        days=days,
        meeting=meeting,
        waited_for=waited_for,
        stage=stage,
        involvement="ended" if ended else "ending" if ending else "open",
        missing_pattern=pattern,
        outcome=outcome,
        sessions=max(2, round(26 / max(gap - 1, 4))),
        longest_gap=gap,
    )


def _day(facts: Facts, key: str, otherwise: date) -> date:
    value = facts.get(key)
    return date.fromisoformat(str(value)) if value else otherwise


def working_day(day: date) -> date:
    """Return the day, or the Monday after where it falls on a weekend."""
    return day + timedelta(max(0, 7 - day.weekday()) if day.weekday() >= _SATURDAY else 0)


def _before(days: dict[str, date], day: date) -> date:
    """Return a day that lies before the audit."""
    return min(day, days["today"] - timedelta(1))


def _missing_pattern(facts: Facts) -> str:
    episodes = int(facts.get("missing_episodes", 0))
    if episodes >= 3:  # noqa: PLR2004 - a usual local threshold
        return "repeated"
    left, back = _day(facts, "last_missing", date.min), _day(facts, "last_returned", date.min)
    return "long" if (back - left).days > 1 else "no"


def _meeting(days: dict[str, date], source: random.Random) -> str:
    """Add the strategy meeting, and return what it waited for."""
    first = max(days["cst"] - timedelta(20), days["today"] - timedelta(240))
    days["known"] = day_between(source, first, days["end"] - timedelta(24))
    days["requested"] = days["known"]
    waited = source.random() < 0.3  # noqa: PLR2004 - about a third wait
    delay = source.randint(3, 9) if waited else source.choice((0, 1, 1))
    days["held"] = _before(days, working_day(days["known"] + timedelta(delay)))
    written = days["held"] + timedelta(source.choice((0, 1, 2, 3, 4, 6, 9)))
    circulated = working_day(written + timedelta(source.choice((0, 0, 1, 2, 3, 5, 9, 14))))
    days["written_up"] = _before(days, written)
    if source.random() < 0.88:  # noqa: PLR2004 - some are never sent
        days["circulated"] = _before(days, max(circulated, written))
    if not waited:
        return "did_not_wait"
    return picked(source, (("police", 6), ("transfer", 2), ("other", 2)))


def _wise(days: dict[str, date], facts: Facts, source: random.Random) -> str:
    """Add the WISE with its check, its review and the event after it; return its stage."""
    start, end = days["cst"], days["end"]
    if "wise_date" not in facts:
        days["event"] = days["known"]
        return "not_yet_due" if end - start < _WISE_DUE else "overdue"
    wise = days["wise"] = _day(facts, "wise_date", start)
    if source.random() < 0.9:  # noqa: PLR2004 - some were never checked
        days["qa"] = _before(days, working_day(wise + timedelta(source.choice((0, 2, 4, 6, 9)))))
    before = wise
    while end - before > _REVIEW_DUE:
        gap = timedelta(source.choice((64, 77, 84, 90, 97, 118)))
        if before + gap >= end:
            break
        days["version_before"], days["last_review"] = before, before + gap
        before += gap
    if end - before > _REVIEW_DUE:  # the next is overdue: the latest stands alone
        days["version_before"] = before
        days.pop("last_review", None)
    days["event"] = days["known"]
    if end - wise > timedelta(14):
        event = day_between(source, max(wise, end - timedelta(80)), end - timedelta(9))
        days["event"] = days["event_after"] = event
        if source.random() < 0.72:  # noqa: PLR2004 - the rest were not updated
            later = event + timedelta(source.choice((1, 2, 4, 6, 8, 13)))
            days["updated"] = _before(days, later)
    days["joint"] = _before(days, working_day(wise + timedelta(source.randint(-3, 9))))
    return "completed"


def _missing(days: dict[str, date], facts: Facts) -> str:
    """Add the last missing episode, and return the outcome of its interview."""
    if not facts.get("missing_episodes"):
        return ""
    days["missing"] = _day(facts, "last_missing", days["end"] - timedelta(20))
    days["returned"] = _day(facts, "last_returned", days["missing"])
    if "last_rhi" in facts:
        days["interviewed"] = _day(facts, "last_rhi", days["returned"])
        return "held"
    return "not_offered" if facts.get("rhi_offered") == "No" else "declined"


def _supervision(days: dict[str, date], source: random.Random) -> int:
    """Add the last two supervisions, and return the longest gap in weeks."""
    last = working_day(days["end"] - timedelta(source.randint(4, 24)))
    gap = source.choice((21, 24, 26, 27, 28, 28, 28, 33, 36, 45, 60))
    days["supervision"] = _before(days, last)
    days["supervision_before"] = working_day(days["supervision"] - timedelta(gap))
    actual = (days["supervision"] - days["supervision_before"]).days
    return max(-(-actual // 7), source.choice((4, 5, 6, 8)))


def _others(days: dict[str, date], source: random.Random) -> None:
    """Add the days that texts speak of and no clock counts."""
    today, end, held = days["today"], days["end"], days["held"]
    days["later"] = _before(days, held + timedelta(source.randint(9, 24)))
    days["soon"] = _before(days, held + timedelta(source.randint(2, 6)))
    days["plan"] = _before(days, held + timedelta(source.randint(6, 20)))
    days["plan_old"] = today - timedelta(source.randint(150, 230))
    days["assess"] = _before(days, days["cst"] + timedelta(source.randint(-15, 40)))
    days["visit"] = end - timedelta(source.randint(10, 30))
    days["used"] = _before(days, days["plan"] + timedelta(source.randint(2, 12)))
    days["seen"] = today - timedelta(source.randint(1, 8))
    days["seen_long"] = today - timedelta(source.randint(24, 40))
    days.setdefault("joint", _before(days, days["cst"] + timedelta(source.randint(8, 20))))
    back = days.get("interviewed", days.get("returned", days["held"]))
    days["soon_rhi"] = _before(days, back + timedelta(source.randint(1, 3)))
    review = days["cst"] + timedelta(source.choice((70, 82, 88, 91, 104, 125)))
    if review < today:
        days["review"] = review
    days["closing_joint"] = end - timedelta(source.randint(3, 16))
