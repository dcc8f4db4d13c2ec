"""The import without a register: columns are judged as ever, and nothing is read or saved."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from audit_desk.domain.cells import Cell
from audit_desk.domain.list_profile import Profile, likeness
from audit_desk.errors import UserError
from audit_desk.services.case_import import ImportRequest, ImportResult
from audit_desk.services.case_preparation import PreparedCase
from audit_desk.services.case_preview import (
    CaseChange,
    Edition,
    FieldValues,
    ImportPreview,
    Leaving,
    ListColumn,
    ListValue,
)
from audit_desk.services.case_rows import RowFault
from audit_desk.services.case_table import ListHead, SheetInfo, Table
from audit_desk.services.import_profiles import made_profile
from audit_desk.services.list_look import Fate, ListLook, look_at
from audit_desk.ui.dialogs.import_cases.ports import Tell

HEADINGS = (
    *("Child ID", "Child's name", "Date of birth", "Team", "Age"),
    *("CST start date", "Colour", "Exploitation type", "Allocated Worker"),
)
_FIRST = ("Ann", "Bob", "Cyd", "Dia", "Edd", "Flo", "Gus", "Ida")
_LAST = ("Lee", "Ray", "Fox", "Orr", "Poe")
_TEAMS = ("East", "West", "1042")
_WORKERS = ("Jo Bell", "Sam Reed", "Kit Moss")


def rows(number: int = 40) -> list[list[Cell]]:
    """Invented children."""
    return [
        [
            f"90{each:03}",
            f"{_FIRST[each % 8]} {_LAST[each // 8 % 5]}",
            f"0{1 + each % 9}/03/20{8 + each % 8:02}",
            _TEAMS[each % 3],
            10 + each % 8,
            "03/02/2025",
            ("red", "blue", "green")[each % 3],
            "CSE",
            _WORKERS[each % 3],
        ]
        for each in range(number)
    ]


def sheet(headings: Sequence[str] = HEADINGS, title: Sequence[str] = ()) -> list[list[Cell]]:
    """A sheet with perhaps a title above its headings."""
    above: list[list[Cell]] = [list(title)] if title else []
    return [*above, list(headings), *rows()]


def preview() -> ImportPreview:
    """What a list of forty children would do, with something of everything."""
    prepared = [
        PreparedCase(
            f"90{each:03}",
            f"CST-{each:04}" if each % 3 else "",
            {
                "team": _TEAMS[each % 3],
                "age": 10 + each % 8,
                "cst_start": "2025-02-03",
                "exploitation_type": "Sexual exploitation",
            },
            each + 2,
        )
        for each in range(34)
    ]
    return ImportPreview(
        source="“CST cohort March 2026.csv”",
        kept=tuple(
            ListColumn(place, header, target, note)
            for place, (header, target, note) in enumerate(
                (
                    ("Child ID", "system_id", "The child's ID, kept in the lookup table only"),
                    ("Team", "team", "Team"),
                    ("Age", "age", "Age"),
                    ("CST start date", "cst_start", "Open to complex safeguarding since"),
                    ("Exploitation type", "exploitation_type", "Exploitation type"),
                )
            )
        ),
        dropped=(
            ListColumn(1, "Child's name", "", "Its heading says that it holds names."),
            ListColumn(2, "Date of birth", "", "A date of birth: gives the age, and is not kept."),
        ),
        unknown=(ListColumn(6, "Colour", "", ""),),
        rows=prepared,
        refused=tuple(
            RowFault(row, "CST start date", "2027-01-01", "lies in the future")
            for row in range(2, 42, 7)
        ),
        refused_rows=6,
        new=12,
        changed=2,
        unchanged=20,
        gone=3,
        changes=(
            CaseChange("CST-0001", "Team", "West", "East"),
            CaseChange("CST-0001", "Age", 14, 15),
            CaseChange("CST-0004", "Closed to complex safeguarding", "", "2026-02-27"),
        ),
        leaving=(
            Leaving("CST-0031", closes=True),
            Leaving("CST-0035", closes=True),
            Leaving("CST-0038", closes=False),
        ),
        values=(
            FieldValues(
                "team",
                "Team",
                (ListValue("1042", 13, "1042", known=False), ListValue("East", 14, "East", True)),
                ("East", "West"),
            ),
            FieldValues(
                "exploitation_type",
                "Exploitation type",
                (
                    ListValue("CSE", 31, "Sexual exploitation", known=True),
                    ListValue("Harm 7", 6, "Harm 7", known=False),
                    ListValue("Cuckooing", 3, "Cuckooing", known=False),
                ),
                ("Criminal exploitation", "Gangs or serious violence", "Sexual exploitation"),
            ),
        ),
        list_name="CST cohort",
        earlier=Edition(datetime(2026, 2, 2, 9, 0, tzinfo=UTC), 37),
        lists=("CST cohort", "Children in need"),
    )


def understood() -> ImportPreview:
    """The same where every value is understood, and every child is new."""
    return replace(
        preview(),
        values=(),
        refused=(),
        refused_rows=0,
        new=34,
        changed=0,
        unchanged=0,
        changes=(),
        gone=0,
        leaving=(),
        earlier=None,
        lists=(),
        rows=[replace(row, reference="") for row in preview().rows],
    )


@dataclass
class FakeProfiles:
    """Profiles in memory."""

    kept: list[Profile] = field(default_factory=list)

    def matching(self, headings: Iterable[str]) -> Profile | None:
        wanted = tuple(headings)
        return next((each for each in self.kept if likeness(each, wanted)), None)

    def keep(self, name: str, request: ImportRequest, previewed: ImportPreview) -> Profile:
        if not name.strip():
            raise UserError("A profile's name has 1 to 60 characters.")
        self.kept.append(made_profile(name, request, previewed))
        return self.kept[-1]


@dataclass
class FakeImport:
    """Sheets in memory; remembers what it was asked for."""

    sheets_of: dict[str, list[list[Cell]]] = field(default_factory=lambda: {"cst.csv": sheet()})
    header_row: int = 1
    hidden: frozenset[str] = frozenset()
    made: ImportPreview = field(default_factory=preview)
    profiles: FakeProfiles = field(default_factory=FakeProfiles)
    read: list[ImportRequest] = field(default_factory=list)
    brought: list[ImportPreview] = field(default_factory=list)
    discarded: list[ImportPreview] = field(default_factory=list)
    refusal: UserError | None = None
    looked: int = 0

    def sheets(self, file: Path) -> tuple[SheetInfo, ...]:
        del file
        self._refuse()
        return tuple(
            SheetInfo(name, len(held), len(held[0]), name in self.hidden)
            for name, held in self.sheets_of.items()
        )

    def head(self, request: ImportRequest) -> ListHead:
        texts = [tuple(str(cell) for cell in row) for row in self._rows(request)[:30]]
        return ListHead("“cst.csv”", tuple(texts), 1, request.header_row or self.header_row)

    def look(self, request: ImportRequest, tell: Tell) -> ListLook:
        tell(1, 1)
        self.looked += 1
        at = (request.header_row or self.header_row) - 1
        held = self._rows(request)
        table = Table.of_rows("“cst.csv”", [str(cell) for cell in held[at]], held[at + 1 :], at + 1)
        return look_at(table, request.kind, request.mapping)

    def preview(self, request: ImportRequest, tell: Tell) -> ImportPreview:
        self._refuse()
        self.read.append(request)
        columns = self.look(request, tell).columns
        named = request.list_name or self.made.list_name
        kept = tuple(
            ListColumn(place, each.header, each.target, each.note)
            for place, each in enumerate(columns)
            if each.fate is Fate.KEPT
        )
        return replace(self.made, kept=kept, list_name=named)

    def apply(self, previewed: ImportPreview, tell: Tell) -> ImportResult:
        self._refuse()
        tell(0, len(previewed.rows))
        self.brought.append(previewed)
        counts = (previewed.new, previewed.changed, previewed.unchanged)
        return ImportResult(*counts, previewed.refused_rows, closed=previewed.gone)

    def discard(self, previewed: ImportPreview) -> None:
        self.discarded.append(previewed)

    def _rows(self, request: ImportRequest) -> list[list[Cell]]:
        return self.sheets_of[request.sheet or next(iter(self.sheets_of))]

    def _refuse(self) -> None:
        if self.refusal is not None:
            raise self.refusal
