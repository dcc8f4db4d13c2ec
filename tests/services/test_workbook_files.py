"""Lists in workbooks: sheets, headings, and damaged files."""

import zipfile
from datetime import date
from pathlib import Path

import pytest

from audit_desk.domain.cells import Cell
from audit_desk.errors import Cancelled, UserError
from audit_desk.services.case_files import read_head, read_sheets, read_table
from audit_desk.services.case_table import Table
from tests.services.file_examples import (
    HEADERS,
    ROWS,
    names_of,
    refusal,
    save,
    text_of,
)
from tests.services.list_files import DATA, write_chart_book, write_ods, write_workbook


def test_a_workbook_of_too_many_columns(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "wide.xlsx", {"Wide": [["Child ID"] * 2_001, ["1"]]})

    assert "2,001 columns" in refusal(path).message


LIST_6: list[list[Cell]] = [
    ["Children in need", None, None],
    [None, None, None],
    ["Child Unique ID ", "Gender", "CIN Start Date"],
    [12598894.0, "b) Female", date(2021, 3, 25)],
    [None, None, None],
    ["0012", "#N/A", "26/03/2021"],
]


def test_a_workbooks_sheet_with_title_gaps_and_errors(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "annex.xlsx", {"List 6": LIST_6})

    found = read_table(path)

    assert found.headers == ("Child Unique ID", "Gender", "CIN Start Date")
    assert [found.row_number(i) for i, row in enumerate(found.sample) if any(row)] == [4, 6]
    assert list(found.sample[0]) == [12598894, "b) Female", date(2021, 3, 25)]
    assert found.sample[2][1] in ("", "#N/A")


def test_the_sheet_is_chosen_by_name(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "a.xlsx", {"One": LIST_6, "Two": LIST_6, "Empty": []})

    assert names_of(path) == ["One", "Two"]
    assert "The sheet \u201cTwo\u201d" in read_table(path, " two").source
    assert "One, Two" in refusal(path, "Three").hint


def test_without_a_name_the_only_sheet_with_children_is_taken(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "a.xlsx", {"Notes": [["Read me"], ["x"]], "Data": LIST_6})

    assert "Data" in read_table(path).source


def test_without_a_name_two_lists_have_to_be_chosen_from(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "a.xlsx", {"One": LIST_6, "Two": LIST_6})
    error = refusal(path)

    assert "2 sheets" in error.message
    assert "One, Two" in error.hint


def test_hidden_sheets_come_last(tmp_path: Path) -> None:
    path = write_workbook(
        tmp_path / "a.xlsx", {"List": LIST_6, "Codes": LIST_6, "Other": LIST_6}, hidden=["Codes"]
    )

    assert names_of(path) == ["List", "Other", "Codes"]


def test_a_workbook_of_charts_and_blank_sheets(tmp_path: Path) -> None:
    path = write_chart_book(tmp_path / "chart.xlsx")

    assert "No sheet of \u201cchart.xlsx\u201d has any rows" in refusal(path).message
    with pytest.raises(UserError, match="has any rows"):
        read_sheets(path)


def test_a_workbook_under_the_name_of_a_text_and_the_other_way_round(tmp_path: Path) -> None:
    book = write_workbook(tmp_path / "a.xlsx", {"List": LIST_6})
    as_text = save(tmp_path, book.read_bytes(), "a.csv")
    as_old_book = save(tmp_path, text_of("\t"), "b.xls")

    assert read_table(as_text).headers == ("Child Unique ID", "Gender", "CIN Start Date")
    assert list(read_table(as_old_book).sample) == ROWS


def test_an_old_workbook() -> None:
    found = read_table(DATA / "list-6.xls")

    assert found.headers[0] == "Child Unique ID"
    assert list(found.sample[0][:4]) == [12598894, "b) Female", 15.7, date(2025, 3, 25)]


def test_an_open_document(tmp_path: Path) -> None:
    path = write_ods(tmp_path / "list.ods", [HEADERS, *ROWS])

    assert names_of(path) == ["List 7"]
    assert [list(row) for row in read_table(path).sample] == ROWS


def test_a_password_is_named_as_the_reason(tmp_path: Path) -> None:
    ods = write_ods(tmp_path / "locked.ods", [HEADERS, *ROWS], locked=True)

    assert "protected by a password" in refusal(ods).message
    assert "protected by a password" in refusal(DATA / "locked.xlsx").message


def test_a_workbook_that_was_cut_short_is_damaged(tmp_path: Path) -> None:
    whole = (DATA / "list-6.xls").read_bytes()

    assert "may be damaged" in refusal(save(tmp_path, whole[:4096], "cut.xls")).message


def test_a_workbook_with_a_broken_sheet_is_damaged(tmp_path: Path) -> None:
    whole = write_workbook(tmp_path / "whole.xlsx", {"List": LIST_6})
    broken = tmp_path / "broken.xlsx"
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(broken, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, content[:400] if "sheet1" in name else content)

    assert "may be damaged" in refusal(broken).message


def test_reading_reports_progress_and_can_be_cancelled(tmp_path: Path) -> None:
    path = save(tmp_path, "Child ID,Team\n" + f"1,{'A' * 100}\n" * 45_000)
    steps: list[tuple[int, int]] = []

    read_table(path, progress=lambda done, total: steps.append((done, total)))

    assert len(steps) > 5
    assert steps == sorted(steps)
    assert all(0 < done <= total for done, total in steps)

    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        read_table(path, progress=stop)


def test_a_table_numbers_its_rows() -> None:
    assert Table.of_rows("x", ("a",), [["1"], ["2"]], header_row=4).row_number(1) == 6


@pytest.mark.parametrize("blank", ["", ",,"])
def test_the_head_shows_the_title_and_the_headings_found_below_it(
    tmp_path: Path, blank: str
) -> None:
    path = save(
        tmp_path, f"Notes of the team,,\n{blank}\nRun on,01/06/2026,\n\nChild ID,Team,Age\n"
    )
    head = read_head(path)

    assert head.first_number == 1
    assert head.header_row == 5
    assert head.rows[2] == ("Run on", "01/06/2026", "")
    assert head.rows[4] == ("Child ID", "Team", "Age")


def test_headings_over_two_rows_are_read_together(tmp_path: Path) -> None:
    path = save(
        tmp_path, "List of June\nChild Unique,Date,Allocated\nID,of Referral,Team\n1,2/3/2026,A\n"
    )
    found = read_table(path)

    assert found.headers == ("Child Unique ID", "Date of Referral", "Allocated Team")
    assert found.header_row == 3
    assert read_head(path).header_row == 3
    assert read_table(path, header_row=3).headers == found.headers


def test_a_row_under_the_headings_is_never_taken_for_a_part_of_them(tmp_path: Path) -> None:
    found = read_table(
        save(tmp_path, "Child ID,Setting,Where\nAB,Hill School,Home address\nAC,x,y\n")
    )

    assert found.headers == ("Child ID", "Setting", "Where")


def test_a_title_of_known_words_is_no_row_of_headings(tmp_path: Path) -> None:
    found = read_table(save(tmp_path, "Notes of the team\n\nalpha,beta,gamma\n1,2,3\n"))

    assert found.headers == ("alpha", "beta", "gamma")
    assert found.first_row_number == 4


def test_the_row_of_headings_may_be_chosen(tmp_path: Path) -> None:
    long = "Child ID,Team\n" + "1,A\n" * 50 + "alpha,beta\n2,B\n"
    path = save(tmp_path, long)
    chosen = read_table(path, header_row=52)

    assert chosen.headers == ("alpha", "beta")
    assert [list(row) for row in chosen.sample] == [["2", "B"]]
    assert chosen.row_number(0) == 53
    assert read_head(path, header_row=52).header_row == 52
    book = write_workbook(tmp_path / "a.xlsx", {"List": [["x", "y"], ["A", "B"], ["1", "2"]]})
    assert read_table(book, header_row=2).headers == ("A", "B")


@pytest.mark.parametrize("number", [4, 400, 0, -1])
def test_a_row_of_headings_that_is_not_there(tmp_path: Path, number: int) -> None:
    text = save(tmp_path, "Child ID,Team\n1,A\n2,B\n")
    book = write_workbook(tmp_path / "a.xlsx", {"List": [["Child ID"], ["1"], ["2"]]})

    for path in (text, book):
        with pytest.raises(UserError, match=f"ow {number}") as caught:
            read_table(path, header_row=number)
        assert caught.value.hint
