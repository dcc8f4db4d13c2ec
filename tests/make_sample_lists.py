"""Writes the invented case lists of ``db/sample/``: ``python -m tests.make_sample_lists``.

The cohort follows the public proportions of a complex safeguarding team: most children are in
need or being assessed, about a quarter were open before, boys are mostly 16 or 17 and exploited
criminally, girls are younger and mostly exploited sexually, and more than half live in the
three most deprived deciles. No child in it exists.
"""

import csv
import random
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from audit_desk.paths import database_file
from tests.sample_episodes import EPISODES, episode_rows
from tests.sample_episodes import HEADERS as EPISODE_HEADERS

COHORT = "complex-safeguarding-cohort.csv"
CARE = "children-in-care-list-8.xlsx"

_DAY = date(2025, 9, 30)
"""The day of the invented export."""
_CHILDREN = 60
_TEAMS = ("Safeguarding North", "Safeguarding South", "Children in Care", "Assessment Team")
_WORKERS = (
    "Amira Holt",
    "Joanne Pickup",
    "Samuel Adeyemi",
    "Beth Ainscough",
    "Marek Nowak",
    "Priya Chaudhry",
)
_CST_WORKERS = ("Tom Lever", "Nadia Rahman", "Carys Bowen")
_STATUSES = (("CIN", 26), ("Open assessment", 14), ("CP", 9), ("CLA", 11))
_ETHNICITIES = (("WBRI", 38), ("APKN", 8), ("MWBC", 5), ("WOTH", 3), ("BAFR", 4), ("NOBT", 2))

COHORT_HEADERS = (
    "Child ID",
    "Initials",
    "Date of birth",
    "Postcode",
    "Age",
    "Sex",
    "Ethnic origin",
    "Plan status",
    "Type of exploitation",
    "Team",
    "Social worker",
    "CST worker",
    "Referral date",
    "Opened to CST",
    "WISE completed",
    "Previously open to CST",
    "Missing episodes (last 12 months)",
    "Date last missing",
    "RHI offered",
    "RHI accepted",
    "Last visit",
    "IMD decile",
)


MISSING_HEADER = (
    "Number of Episodes the Child has been \u2018Missing\u2019 from their Placement in the last"
    " 12 months"
)
"""As workbooks have it, with the quotation marks that Word makes."""


def main(folder: Path | None = None) -> None:
    """Write the lists into a folder, by default ``db/sample/``."""
    folder = folder or database_file("sample")
    cohort = cohort_rows()
    _write_csv(folder / COHORT, COHORT_HEADERS, cohort)
    _write_csv(folder / EPISODES, EPISODE_HEADERS, episode_rows(cohort, COHORT_HEADERS))
    _write_care(folder / CARE)


def _write_csv(path: Path, headers: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(headers)
        writer.writerows(rows)


def cohort_rows() -> list[list[str]]:
    """Return the rows of the cohort, the same every time."""
    chance = random.Random(2025)  # noqa: S311 - invented data
    statuses = _dealt(chance, _STATUSES)
    ethnicities = _dealt(chance, _ETHNICITIES)
    return [
        _child(chance, index, statuses[index], ethnicities[index]) for index in range(_CHILDREN)
    ]


def _dealt(chance: random.Random, shares: tuple[tuple[str, int], ...]) -> list[str]:
    values = [value for value, count in shares for _ in range(count)]
    chance.shuffle(values)
    return values


def _child(chance: random.Random, index: int, status: str, ethnicity: str) -> list[str]:
    is_boy = chance.random() < 0.52
    age = chance.choice((15, 16, 16, 17, 17)) if is_boy else chance.choice((12, 13, 14, 14, 15, 16))
    usual, other = ("CCE", "CSE") if is_boy else ("CSE", "CCE")
    exploitation = chance.choices((usual, other, "CSE and CCE"), (74, 14, 12))[0]
    referral = _before(chance, _DAY, 20, 330)
    opened = referral + timedelta(days=chance.randint(1, 12))
    wise = opened + timedelta(days=chance.randint(21, 60))
    episodes = chance.choices((0, 1, 2, 3, 5, 9), (34, 20, 16, 14, 10, 6))[0]
    offered = "" if episodes == 0 else chance.choices(("Y", "N"), (82, 18))[0]
    accepted = chance.choice(("Y", "Y", "N")) if offered == "Y" else ""
    return [
        f"00{418_000 + 37 * index}",
        f"{chance.choice('ABCDEFHJKLMNRST')}.{chance.choice('ABCDEFGHKLMNPRSTW')}.",
        _text(_before(chance, _DAY, 365 * age + 10, 365 * age + 350)),
        f"ZZ99 {chance.randint(1, 9)}{chance.choice(('AA', 'BD', 'WZ'))}",
        str(age),
        "M" if is_boy else "F",
        ethnicity,
        status,
        exploitation,
        "Children in Care" if status == "CLA" else chance.choice(_TEAMS),
        chance.choice(_WORKERS),
        chance.choice(_CST_WORKERS),
        _text(referral),
        _text(opened),
        _text(wise) if wise <= _DAY else "",
        "Yes" if chance.random() < 0.24 else "No",
        str(episodes),
        _text(_before(chance, _DAY, 3, 200)) if episodes else "",
        offered,
        accepted,
        _text(_before(chance, _DAY, 1, 24)),
        str(chance.choices(range(1, 11), (28, 20, 16, 9, 7, 6, 5, 4, 3, 2))[0]),
    ]


def _before(chance: random.Random, day: date, least: int, most: int) -> date:
    return day - timedelta(days=chance.randint(least, most))


def _text(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def _write_care(path: Path) -> None:
    import xlsxwriter

    book = xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy"})
    book.set_properties({"title": "Invented case list", "created": _DAY})
    sheet = book.add_worksheet("List 8")
    sheet.write(0, 0, "Annex A list 8: children in care (invented)")
    sheet.write(1, 0, "Run on 30/09/2025")
    for row, cells in enumerate(_care_rows(), start=3):
        for column, cell in enumerate(cells):
            sheet.write(row, column, cell)
    sheet.set_column(0, 12, 22)
    book.add_worksheet("About").write(0, 0, "No child in this workbook exists.")
    book.close()


def _care_rows() -> list[list[str | int | float | date]]:
    chance = random.Random(8)  # noqa: S311 - invented data
    headers = [
        "Child Unique ID",
        "Gender",
        "Ethnicity",
        "Age",
        "Does the Child have a Disability",
        "Date Started to be Looked After",
        "Child's Category of Need",
        "Child's Legal Status",
        "Date of Last Social Work Visit",
        "Placement Type",
        "Placement postcode",
        MISSING_HEADER,
        "Was the child offered a Return Interview after their last missing episode (Y/N)?",
        "Did the child accept a Return Interview after their last missing episode (Y/N)?",
        "Allocated Team",
        "Allocated Worker",
    ]
    rows: list[list[str | int | float | date]] = [list(headers)]
    for index in range(14):
        episodes = chance.choice((0, 0, 1, 2, 4))
        rows.append(
            [
                510_000 + 113 * index,
                chance.choice(("a) Male", "b) Female", "Female")),
                chance.choice(("a) WBRI", "k) APKN", "f) MWBC")),
                round(chance.uniform(11, 17.9), 3),
                chance.choice(("b) No", "b) No", "a) Yes")),
                _before(chance, _DAY, 40, 2500),
                "N1 - Abuse or Neglect",
                chance.choice(("C2: FCO", "C1: ICO", "V2: Section 20")),
                _before(chance, _DAY, 1, 42),
                chance.choice(("f) U6: Foster placement - not FFA", "r) K2: Children's home")),
                f"ZZ99 {chance.randint(1, 9)}WZ",
                episodes,
                "a) Yes" if episodes else "",
                chance.choice(("a) Yes", "b) No")) if episodes else "",
                f"Children in Care Team {chance.randint(1, 2)}",
                chance.choice(_WORKERS).replace(" ", "\u00a0"),
            ]
        )
    return rows


if __name__ == "__main__":
    main()
