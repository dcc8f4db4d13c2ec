"""All missing episodes and all supervisions of an invented file, where its auditor listed them.

They end with the dates that the same answer gives for the latest, and agree with its counts.
"""

import json
import random
from collections.abc import Mapping
from datetime import date, timedelta

from audit_desk.services.demo.chance import chance, picked
from audit_desk.services.demo.timeline import Timeline

Row = dict[str, str]
_LISTED = 0.6
"""The share of auditors who list every event, not the latest alone."""
_MOST_EPISODES = 4
_OUTCOMES = (("held", 6), ("declined", 2), ("not_offered", 1))
_ROLES = ("CST team manager", "CST team manager", "Team manager", "Practice supervisor")
_HALF_A_YEAR = timedelta(182)


def all_episodes(told: Mapping[str, str], count: int, line: Timeline) -> dict[str, str]:
    """Return the list of a child's episodes as a part; none where the auditor made no list.

    Args:
        told: What the answer says of the latest episode.
        count: How many episodes the case list counts.
        line: The child's file.
    """
    source = chance("episodes", told["missing_from"], count)
    if source.random() >= _LISTED:
        return {}
    keys = ("missing_from", "returned", "offered", "interviewed", "outcome")
    rows = [{key: told[key] for key in keys if key in told}]
    day = line.days["missing"]
    for _ in range(min(count, _MOST_EPISODES) - 1):
        day -= timedelta(source.randint(9, 40))
        rows.append(_episode(day, source))
    return {"episodes": json.dumps(rows)}


def all_supervisions(told: Mapping[str, str], line: Timeline) -> dict[str, str]:
    """Return the list of supervisions as parts, with the figures that follow from it."""
    latest = told.get("last_supervision") or told.get("previous_supervision", "")
    source = chance("supervisions", latest, line.longest_gap)
    if not latest or source.random() >= _LISTED:
        return {}
    role = source.choice(_ROLES)
    days = [date.fromisoformat(latest)]
    if "last_supervision" in told:
        days.append(date.fromisoformat(told["previous_supervision"]))
    longest = 7 * line.longest_gap
    gaps = [source.randint(19, min(31, longest)) for _ in range(4)]
    if (days[0] - days[-1]).days <= longest - 7:
        gaps[0] = longest  # within the half year, as the answer's own figure says
    for gap in gaps:
        days.append(days[-1] - timedelta(gap))
    kept = [day for day in days if day > line.days["end"] - _HALF_A_YEAR]
    rows = [{"held": day.isoformat(), "by": role} for day in kept]
    return {
        "supervisions": json.dumps(rows),
        "supervisions_to": line.days["end"].isoformat(),
        "sessions": str(len(rows)),
    }


def _episode(day: date, source: random.Random) -> Row:
    back = day + timedelta(source.choice((0, 0, 1, 2)))
    left_at, back_at = source.randint(16, 19), source.randint(20, 23)
    row = {
        "missing_from": f"{day}T{left_at}:{source.randint(10, 59)}",
        "returned": f"{back}T{back_at}:{source.randint(10, 59)}",
        "outcome": picked(source, _OUTCOMES),
    }
    if row["outcome"] != "not_offered":
        offered = back + timedelta(source.choice((1, 1, 1, 2)))
        row["offered"] = f"{offered}T{source.randint(10, 11)}:{source.randint(10, 59)}"
    if row["outcome"] == "held":
        held = back + timedelta(source.choice((2, 2, 3, 4)))
        row["interviewed"] = f"{held}T{source.randint(12, 17)}:{source.randint(10, 59)}"
    return row
