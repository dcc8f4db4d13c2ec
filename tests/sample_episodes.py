"""The invented missing episodes of ``db/sample/``, for the children of the invented cohort.

The list is as dirty as such lists are: days without a time, ISO beside day-first dates, a return
before its beginning, a child who is on no case list, an episode that stands twice, "declined"
in the column of interview dates.
"""

import random
from collections.abc import Sequence
from datetime import datetime, timedelta

EPISODES = "missing-episodes.csv"

HEADERS = (
    "Child ID",
    "Initials",
    "Date of birth",
    "Missing from",
    "Returned",
    "Missing status",
    "RHI offered",
    "RHI accepted",
    "Date of RHI",
    "Police log number",
)
_MOST = 4
_EXPORTED = datetime(2025, 9, 30)  # noqa: DTZ001 - local time
_WITHOUT_TIME = 0.25
"""The share of interviews whose time nobody wrote down."""
_MIDNIGHT = "00:00"

FAULTS = ("returned before", "no beginning", "unknown child", "one event told in two ways")
"""Why rows of the list cannot be taken, one row each."""


def episode_rows(cohort: Sequence[Sequence[str]], headers: Sequence[str]) -> list[list[str]]:
    """Return the rows of the list, the same every time.

    Args:
        cohort: The rows of the cohort.
        headers: Its headings.
    """
    chance = random.Random(72)  # noqa: S311 - invented data
    children = [dict(zip(headers, row, strict=True)) for row in cohort]
    rows = [
        row
        for child in children
        if int(child["Missing episodes (last 12 months)"])
        for row in _of_child(chance, child)
    ]
    return _with_dirt(rows)


def _of_child(chance: random.Random, child: dict[str, str]) -> list[list[str]]:
    count = min(int(child["Missing episodes (last 12 months)"]), _MOST)
    last = datetime.strptime(child["Date last missing"], "%d/%m/%Y")  # noqa: DTZ007 - local time
    days = [last]
    while len(days) < count:
        days.append(days[-1] - timedelta(days=chance.randint(9, 40)))
    return [
        _episode(chance, child, day, latest=day == last)
        for day in sorted(day.replace(hour=chance.randint(15, 23)) for day in days)
    ]


def _episode(
    chance: random.Random, child: dict[str, str], day: datetime, *, latest: bool
) -> list[str]:
    left = day + timedelta(minutes=chance.randint(0, 59))
    back = left + timedelta(minutes=chance.choice((210, 545, 980, 1605, 2990)))
    offered = child["RHI offered"] if latest else chance.choice("YYYN")
    accepted = child["RHI accepted"] if latest else chance.choice("YYN") if offered == "Y" else ""
    days = chance.choice((1, 1, 2, 2, 3, 4, 6))
    held = (back + timedelta(days=days)).replace(hour=chance.randint(10, 17))
    interview = {"Y": f"{held:%d/%m/%Y %H:%M}", "N": "Declined"}.get(accepted, "")
    if accepted == "Y" and chance.random() < _WITHOUT_TIME:
        interview = f"{held:%d/%m/%Y} {_MIDNIGHT}"
    if held > _EXPORTED:
        interview = ""
    return [
        child["Child ID"],
        child["Initials"],
        child["Date of birth"],
        f"{left:%d/%m/%Y %H:%M}",
        f"{back:%d/%m/%Y %H:%M}",
        chance.choice("MMMMA"),
        offered or "N/A",
        accepted or "N/A",
        interview,
        f"GM-{chance.randint(100_000, 999_999)}",
    ]


def _with_dirt(rows: list[list[str]]) -> list[list[str]]:
    began, ended = HEADERS.index("Missing from"), HEADERS.index("Returned")
    for row in rows[3::9]:
        row[began] = datetime.strptime(row[began], "%d/%m/%Y %H:%M").isoformat()  # noqa: DTZ007
    rows[5][ended] = ""
    rows[8][began] = f"{rows[8][began][:10]} {_MIDNIGHT}"
    rows[11][ended] = "01/01/2024 09:00"
    rows[17][began] = "#N/A"
    rows[20][0] = "00999999"
    again, other = list(rows[23]), list(rows[26])
    other[HEADERS.index("RHI offered")] = "N" if rows[26][6] == "Y" else "Y"
    return [*rows, again, other]
