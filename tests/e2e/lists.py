"""Invented case lists for the journeys: Annex A's shape, and its dirt."""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from audit_desk.domain.cells import Cell
from tests.services.list_files import write_workbook

CHILDREN = 14
"""Good rows of the list of children in care."""
NEED = "Child in need list"
CARE = "List 8"
BY_HAND = "Who leads"
"""A heading that no system knows: a person says what it is."""

_MISSING = (
    "Number of Episodes the Child has been \u2018Missing\u2019 from their Placement in the last 12"
    " months"
)
_HEADS: tuple[str, ...] = (
    "Child Unique ID ",
    "Child\u00a0Name",
    "Gender",
    "Ethnicity",
    "Date of Birth",
    "Age",
    "Placement postcode",
    _MISSING,
    "Was the child offered a Return Interview after their last missing episode (Y/N)?",
    "Date of Last Social Work Visit",
    "Allocated Team",
    BY_HAND,
)
_NAMES = (
    *("Zephyrine Ashgrove", "Tarquin Bellweather", "Ottoline Crabtree", "Peregrine Duxbury"),
    *("Isolde Entwhistle", "Barnaby Fothergill", "Clementine Garside", "Leopold Haslam"),
    *("Marguerite Inskip", "Thaddeus Jubb", "Wilhelmina Kershaw", "Ignatius Lomax"),
    *("Seraphina Mossop", "Cornelius Nuttall"),
)


@dataclass(frozen=True)
class Secrets:
    """What identifies the children of the list and must never be kept or shown."""

    names: tuple[str, ...]
    birth_dates: tuple[str, ...]
    postcodes: tuple[str, ...]
    system_ids: tuple[str, ...]

    @property
    def never_kept(self) -> tuple[str, ...]:
        """What no table of a register may hold: each name as a whole and word by word."""
        words = (word for name in self.names for word in name.split())
        return (*self.names, *words, *self.birth_dates, *self.postcodes)

    @property
    def never_shown(self) -> tuple[str, ...]:
        """What no report may hold."""
        return (*self.never_kept, *self.system_ids)


def _born(number: int) -> date:
    return date(2008, 3, 17) + timedelta(days=61 * number)


def _row(number: int) -> list[Cell]:
    missing = 1 + number % 4
    return [
        float(7_340_018 + 613 * number),
        _NAMES[number].replace(" ", "\u00a0"),
        "b) Female" if number % 2 else "Male",
        "a) WBRI",
        _born(number),
        17.478 - number / 6,
        f"ZQ{number + 1} 7XB",
        float(missing),
        "a) Yes" if number % 3 else "b) No",
        date(2025, 6, 2) + timedelta(days=number),
        "Children in Care\u00a0North " if number < 9 else "Children in Care South",
        "Jo Allocated" if number % 2 else "Sam Allocated",
    ]


def _changed(row: list[Cell], **cells: Cell) -> list[Cell]:
    places = {"id": 0, "born": 4, "missing": 7, "visit": 9}
    changed = list(row)
    for name, cell in cells.items():
        changed[places[name]] = cell
    return changed


def annex_a(path: Path) -> Path:
    """Write a workbook with a cover, a list without a child in trouble, and List 8.

    Two rows of List 8 have a fault: a visit that is yet to come, and no child's ID.
    """
    rows = [_row(number) for number in range(CHILDREN)]
    future = date.today() + timedelta(days=400)  # noqa: DTZ011 - the local day, as the import's
    faulty = [
        _changed(_row(3), id=9_900_001.0, visit=future),
        _changed(_row(4), id=None),
    ]
    need: list[list[Cell]] = [
        ["Child Unique ID", "Gender", "CIN Start Date", "Case Status", "Allocated Team"],
        [5_500_001.0, "a) Male", date(2024, 1, 9), "c) Child in need plan", "Assessment"],
    ]
    care: list[list[Cell]] = [["List 8: children in care, as exported"], [], list(_HEADS)]
    return write_workbook(
        path,
        {"Cover": [["Annex A of an invented council"]], NEED: need, CARE: [*care, *rows, *faulty]},
    )


def secrets() -> Secrets:
    """Return what the list of children in care says that must not be kept."""
    born = [_born(number) for number in range(CHILDREN)]
    return Secrets(
        names=_NAMES,
        birth_dates=tuple(
            text for day in born for text in (day.isoformat(), f"{day:%d/%m/%Y}", f"{day:%d %B %Y}")
        ),
        postcodes=tuple(
            text for n in range(CHILDREN) for text in (f"ZQ{n + 1} 7XB", f"ZQ{n + 1}7XB")
        ),
        system_ids=tuple(str(7_340_018 + 613 * number) for number in range(CHILDREN)),
    )
