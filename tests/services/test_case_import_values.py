"""The council's own codes and team numbers: seen, translated once, and remembered."""

import gc
import tracemalloc
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from audit_desk.errors import UserError
from audit_desk.services.case_import import ImportRequest
from audit_desk.services.case_preview import FieldValues, ImportPreview, ListValue
from audit_desk.services.case_table import Row, Table
from audit_desk.services.desk import Desk
from audit_desk.services.fault_file import write_faults
from audit_desk.services.preview_json import preview_to_dict
from tests.services.lists import look, preview

if TYPE_CHECKING:
    from audit_desk.domain.cells import Cell

LIST = """Child ID,Team,Status,Colour,NRM
1,102,CS-X,x,Y
2, 102 ,CIN,x,no
3,North,cs-x,x,perhaps
4,#N/A,,x,
"""
SAID = {
    "team": {"102": "East hub"},
    "status": {"CS-X": "Child protection plan"},
    "nrm": {"perhaps": ""},
}


def request(folder: Path, **said: object) -> ImportRequest:
    file = folder / "list.csv"
    file.write_text(LIST, encoding="utf-8")
    return ImportRequest(file, **said)  # type: ignore[arg-type]


def by_field(found: ImportPreview) -> dict[str, FieldValues]:
    return {values.field_key: values for values in found.values}


def test_values_that_do_not_speak_for_themselves_are_told_apart(desk: Desk, tmp_path: Path) -> None:
    found = desk.imports.preview(request(tmp_path))
    values = by_field(found)
    assert values["team"].values == (
        ListValue("102", 2, "102", known=False),
        ListValue("North", 1, "North", known=True),
    )
    assert values["team"].possible == ("North",)
    assert values["status"].values == (
        ListValue("CS-X", 1, "CS-X", known=False),
        ListValue("CIN", 1, "Child in need plan", known=True),
        ListValue("cs-x", 1, "cs-x", known=False),
    )
    assert "Child protection plan" in values["status"].possible
    assert [(each.text, each.read_as, each.known) for each in values["nrm"].values] == [
        ("Y", "Yes", True),
        ("no", "No", True),
        ("perhaps", "", False),
    ]
    assert found.refused_rows == 1
    assert preview_to_dict(found, saved=False)["values"][0]["field_key"] == "team"


def test_what_is_said_once_holds_for_later_lists(desk: Desk, tmp_path: Path) -> None:
    found = desk.imports.preview(request(tmp_path, translations=SAID))
    assert found.refused_rows == 0
    assert [dict(row.facts) for row in found.rows] == [
        {"team": "East hub", "status": "Child protection plan", "nrm": "Yes"},
        {"team": "East hub", "status": "Child in need plan", "nrm": "No"},
        {"team": "North", "status": "Child protection plan"},
        {},
    ]
    assert all(value.known for values in found.values for value in values.values)
    assert desk.imports.preview(request(tmp_path)).refused_rows == 1, "a look keeps nothing"
    desk.imports.apply(found, "Ada")

    again = desk.imports.preview(request(tmp_path))
    assert (again.unchanged, again.refused_rows) == (4, 0)
    other = {"team": {"102": "West hub"}}
    changed = desk.imports.preview(request(tmp_path, translations=other))
    assert [change.after for change in changed.changes] == ["West hub"] * 2
    desk.imports.apply(changed, "Bo")
    lines = [line for line in desk.register.history.lines() if line.action == "translated"]
    assert [(line.who, line.subject_id) for line in lines] == [
        ("Ada", "team"),
        ("Ada", "status"),
        ("Ada", "nrm"),
        ("Bo", "team"),
    ]
    assert (lines[-1].before, lines[-1].after) == ('{"102":"East hub"}', '{"102":"West hub"}')


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({"opened": {"x": "2026-01-01"}}, "“opened” cannot be translated"),
        ({"nonsense": {"x": "y"}}, "“nonsense” cannot be translated"),
        ({"nrm": {"x": "perhaps"}}, "“x” cannot be read as “perhaps”"),
        ({"team": {"102": "M1 1AE"}}, "“102” cannot be read as"),
    ],
)
def test_what_cannot_be_is_refused(
    desk: Desk, tmp_path: Path, said: dict[str, dict[str, str]], message: str
) -> None:
    with pytest.raises(UserError, match=message) as caught:
        desk.imports.preview(request(tmp_path, translations=said))
    assert caught.value.hint


def test_a_column_of_very_many_values_is_cut_short_and_identifiers_are_not_shown() -> None:
    names = [f"Team {number}" for number in range(3_000)]
    rows: list[list[Cell]] = [[str(n), name] for n, name in enumerate(names)]
    found = look(["Child ID", "Team"], *rows, ["x1", "Team 7"], ["x2", "M1 1AE"])
    (values,) = found.values
    assert len(values.values) <= 500
    assert found.refused_rows == 1
    short = look(["Child ID", "Team"], ["1", "North"], ["2", "South"], ["3", "M1 1AE"])
    assert [value.text for value in short.values[0].values] == ["North", "South"]


def test_no_cell_of_the_saved_faults_runs_as_a_formula(tmp_path: Path) -> None:
    found = look(["Child ID", "Age", "Opened"], ["1", "=1+1", "@x"], ["2", "-", ""])
    assert write_faults(found.refused, tmp_path / "faults.csv") == 2
    text = (tmp_path / "faults.csv").read_text(encoding="utf-8-sig").splitlines()
    assert text[:2] == ["Row,Column,Value,Reason", "2,Age,'=1+1,is not an age in years"]
    assert text[2].startswith("2,Opened,'@x,")
    with pytest.raises(UserError, match="There is no folder"):
        write_faults(found.refused, tmp_path / "gone" / "faults.csv")


def _streamed(count: int) -> Table:
    def read() -> Iterator[Sequence[Row]]:
        for start in range(0, count, 500):
            yield [
                [
                    f"{10**6 + n}",
                    f"Team {n % 9}",
                    f"{n % 28 + 1:02}/03/2025",
                    "old" if n % 20 == 0 else "12",
                ]
                for n in range(start, start + 500)
            ]

    sample = next(read())
    return Table("The list", ("Child ID", "Team", "Opened", "Age"), 1, count, sample, read)


def _peak(count: int) -> int:
    gc.collect()  # what tests before this one left is not this list's
    tracemalloc.start()
    try:
        found = preview(_streamed(count))
        assert (len(found.rows), len(found.refused)) == (count * 19 // 20, count // 20)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_a_list_four_times_as_long_takes_the_same_memory() -> None:
    _peak(500)
    shorter, longer = (min(_peak(rows), _peak(rows)) for rows in (2_000, 8_000))
    assert longer < 1.1 * shorter
