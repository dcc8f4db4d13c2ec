"""An invented list of any length with faults of every kind, each at a row that is known."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from audit_desk.services.case_rows import WHOLE_ROW

HEADINGS = (
    "Child Unique ID",
    "Gender",
    "Age of Child (Years)",
    "CIN Start Date",
    "CIN Closure Date",
    "Date of Last Social Work Visit",
    "Missing episodes",
    "Case Status",
    "Allocated Team",
    "Allocated Worker",
)
ID, _, AGE, START, END, VISIT, EPISODES, _, TEAM, _ = HEADINGS
_PLACE = {heading: place for place, heading in enumerate(HEADINGS)}
_FIRST_ROW = 2
"""The row below the headings, as a spreadsheet numbers it."""
_TEAMS = ("North", "South", "Children in Care", "Assessment")
_STATUSES = ("a) Early help", "c) Child in need plan", "d) Child protection plan")
_WORKERS = tuple(f"Worker {number}" for number in range(1, 41))

Cells = list[str]


class Fault(NamedTuple):
    """What the import is to say of a row.

    Attributes:
        row: Its number as a spreadsheet shows it.
        column: The heading of the cell at fault, or ``WHOLE_ROW``.
        reason: How the reason begins.
    """

    row: int
    column: str
    reason: str


@dataclass(frozen=True)
class FaultyList:
    """A list and what is to be found in it.

    Attributes:
        lines: Its lines as a CSV file has them, headings first.
        faults: Every fault, in the order of the rows; a faulty row has one.
        repeated: How many rows say again what an earlier one said; no fault.
        children: How many children can be brought in.
    """

    lines: tuple[str, ...]
    faults: tuple[Fault, ...]
    repeated: int
    children: int


def _cell(heading: str, text: str, reason: str) -> Callable[[Cells], tuple[str, str]]:
    def spoil(cells: Cells) -> tuple[str, str]:
        cells[_PLACE[heading]] = text
        return heading, reason

    return spoil


def _ends_before_it_begins(cells: Cells) -> tuple[str, str]:
    cells[_PLACE[START]], cells[_PLACE[END]] = "20/06/2025", "19/06/2025"
    return END, f"lies before “{START}” (20/06/2025)"


def _slip(cells: Cells) -> tuple[str, str]:
    cells[_PLACE[TEAM]] = "North, by the river"  # its comma stands without quotation marks
    return WHOLE_ROW, "has more cells than there are headings"


SPOILT = (
    _cell(START, "06/20/2025", "has 20 in the month's place, so it may be an American date"),
    _cell(VISIT, "end of term", "is not a date"),
    _cell(VISIT, "31/06/2025", "is not a day of the calendar"),
    _cell(VISIT, "14/02/2099", "lies in the future"),
    _cell(EPISODES, "several", "is not a whole number of 0 or more"),
    _cell(AGE, "140", "is above 25"),
    _cell(TEAM, "ZQ4 7XB", "holds a postcode"),
    _cell(ID, "", "has no number of a child in it"),
    _ends_before_it_begins,
    _slip,
)
"""Each spoils the cells of a good row and says which column is to blame, and why."""


def faulty_list(rows: int, seed: int = 1, share: float = 0.05) -> FaultyList:
    """Return an invented list; the same for the same arguments.

    Args:
        rows: How many rows below the headings; at least 200, so that there is every kind.
        seed: Any whole number: it moves the faults to other rows.
        share: Which part of the rows has a fault; half as many are told again without one.
    """
    chance = random.Random(seed)  # noqa: S311 - invented data
    bad = round(rows * share)
    chosen = chance.sample(range(rows // 10, rows), bad + bad // 2)
    kinds: dict[int, int] = {row: kind for kind, row in enumerate(chosen[:bad])}
    again = set(chosen[bad:])
    lines, faults, good = [",".join(HEADINGS)], list[Fault](), list[int]()
    for index in range(rows):
        row = index + _FIRST_ROW
        cells = _good(index)
        kind = kinds.get(index)
        if index in again:
            cells = _good(chance.choice(good))
        elif kind is None:
            good.append(index)
        elif kind % (len(SPOILT) + 1) < len(SPOILT):
            faults.append(Fault(row, *SPOILT[kind % (len(SPOILT) + 1)](cells)))
        else:
            first = chance.choice(good)
            cells = _good(first)
            cells[_PLACE[TEAM]] = "Another team"
            faults.append(Fault(row, ID, f"is the same child as in row {first + _FIRST_ROW},"))
        lines.append(",".join(cells))
    return FaultyList(tuple(lines), tuple(faults), len(again), len(good))


def write_faulty_list(
    path: Path, rows: int, seed: int = 1, share: float = 0.05
) -> tuple[Fault, ...]:
    """Write the list as CSV and return its faults; see ``faulty_list``."""
    made = faulty_list(rows, seed, share)
    path.write_text("\r\n".join(made.lines) + "\r\n", encoding="utf-8", newline="")
    return made.faults


def _good(index: int) -> Cells:
    return [
        f"{4_000_000 + 7 * index}",
        "a) Male" if index % 3 else "b) Female",
        f"{10 + index % 8}",
        f"{1 + index % 28:02}/{1 + index % 12:02}/2024",
        f"{1 + index % 27:02}/{1 + index % 5:02}/2025" if index % 4 == 0 else "",
        f"{1 + index % 26:02}/{1 + index % 11:02}/2025",
        f"{index % 6}",
        _STATUSES[index % len(_STATUSES)],
        _TEAMS[index % len(_TEAMS)],
        _WORKERS[index % len(_WORKERS)],
    ]
