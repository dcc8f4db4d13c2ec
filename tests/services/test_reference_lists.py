from pathlib import Path

import pytest

from audit_desk.errors import UserError
from audit_desk.services.reference_lists import read_references
from tests.services.list_files import write_workbook


def test_references_of_a_long_list_are_read_to_the_end(tmp_path: Path) -> None:
    path = tmp_path / "cases.csv"
    path.write_text(
        "Reference,Team,Age\n" + "".join(f"CST-{n},North,{n % 18}\n" for n in range(45_000))
    )

    found = read_references(path)

    assert len(found) == 45_000
    assert found["CST-44999"] == {"team": "North", "age": "17"}


def test_a_reference_far_down_that_stands_twice_is_named_with_its_row(tmp_path: Path) -> None:
    path = tmp_path / "cases.csv"
    path.write_text("Reference\n" + "".join(f"CST-{n}\n" for n in range(25_000)) + "\nCST-7\n")

    with pytest.raises(UserError, match="Row 25003 names CST-7 a second time") as caught:
        read_references(path)
    assert caught.value.hint


def test_a_workbook_under_a_title_will_do_and_a_list_without_references_will_not(
    tmp_path: Path,
) -> None:
    book = write_workbook(
        tmp_path / "a.xlsx",
        {"Cases": [["Cases of June"], [], ["Team", "Audit ref"], ["North", "CST-1"], ["x", None]]},
    )
    other = write_workbook(tmp_path / "b.xlsx", {"Cases": [["Child ID", "Team"], ["1", "North"]]})

    assert read_references(book) == {"CST-1": {"team": "North"}}
    with pytest.raises(UserError, match="no column called Reference"):
        read_references(other)
