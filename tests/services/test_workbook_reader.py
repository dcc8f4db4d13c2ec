import os
import zipfile
from datetime import date, datetime, time
from pathlib import Path

import pytest
import xlsxwriter

from audit_desk.domain.cells import Cell
from audit_desk.errors import UserError
from audit_desk.services.case_files import read_head, read_sheets, read_table
from audit_desk.services.case_table import no_progress
from audit_desk.services.stderr_silence import stderr_silenced
from tests.services.list_files import (
    DATA,
    change_part,
    write_binary,
    write_ods,
    write_uncalculated,
    write_workbook,
)

SHEET = "xl/worksheets/sheet1.xml"
LIST: list[list[Cell]] = [["Child ID", "Team"], ["007", "North"], ["008", "South"]]


def rows_of(path: Path) -> list[list[Cell]]:
    return [list(row) for _, block in read_table(path).blocks(no_progress) for row in block]


def refusal(path: Path) -> UserError:
    with pytest.raises(UserError) as caught:
        read_table(path)
    assert caught.value.hint
    return caught.value


def with_stray_cell(path: Path, row: int, column: int) -> Path:
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("List")
    for number, cells in enumerate(LIST):
        sheet.write_row(number, 0, cells)
    sheet.write(row, column, "x")
    book.close()
    return path


def test_sheets_are_told_with_their_size(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "a.xlsx", {"One": LIST, "Codes": [["x"]]}, hidden=["Codes"])
    text = tmp_path / "a.csv"
    text.write_text("A report\n\nChild ID,Team,Age\n1,A,12\n")

    told = [(each.name, each.rows, each.columns, each.hidden) for each in read_sheets(path)]

    assert told == [("One", 3, 2, False), ("Codes", 1, 1, True)]
    assert [(each.name, each.rows, each.columns) for each in read_sheets(text)] == [("a.csv", 4, 3)]


def test_dates_times_and_serial_numbers_come_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    day, moment = date(2026, 3, 1), datetime.combine(date(2026, 3, 1), time(18, 40))
    row: list[Cell] = [day, 46082, "01/03/2026", 0.75, True]
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("One")
    sheet.write_row(0, 0, ["A", "B", "C", "D", "E", "F", "G"])
    sheet.write_datetime(1, 0, day, book.add_format({"num_format": "dd/mm/yyyy"}))
    sheet.write_row(1, 1, row[1:])
    both = book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
    sheet.write_datetime(1, 5, moment, both)
    sheet.write_datetime(1, 6, time(18, 40), book.add_format({"num_format": "hh:mm"}))
    book.close()

    assert rows_of(path) == [[*row, moment, time(18, 40)]]


def test_a_list_that_does_not_begin_in_the_corner_keeps_its_rows_and_columns(
    tmp_path: Path,
) -> None:
    rows: list[list[Cell]] = [[], [], []]
    rows += [[None, None, *row] for row in LIST]
    path = write_workbook(tmp_path / "a.xlsx", {"One": rows})
    table = read_table(path)

    assert table.header_row == 4
    assert table.headers == ("", "", "Child ID", "Team")
    assert rows_of(path) == [["", "", "007", "North"], ["", "", "008", "South"]]
    assert read_head(path).rows[2:4] == (("", "", "", ""), ("", "", "Child ID", "Team"))


def test_a_sample_of_a_long_sheet_is_spread_evenly(tmp_path: Path) -> None:
    rows: list[list[Cell]] = [["Child ID"]]
    rows += [[number] for number in range(5_000)]
    table = read_table(write_workbook(tmp_path / "a.xlsx", {"One": rows}))

    assert table.row_count == 5_000
    assert [row[0] for row in table.sample] == list(range(0, 5_000, 5))


def test_macros_are_passed_over(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "a.xlsx", {"One": LIST}).rename(tmp_path / "a.xlsm")
    with zipfile.ZipFile(path, "a") as book:
        book.writestr("xl/vbaProject.bin", b"not to be run")

    assert rows_of(path) == LIST[1:]


def test_a_binary_workbook(tmp_path: Path) -> None:
    path = write_binary(tmp_path / "a.xlsb", [["Child ID", "Age"], ["007", 12.5], ["008", 3]])

    assert read_table(path).headers == ("Child ID", "Age")
    assert rows_of(path) == [["007", 12.5], ["008", 3.0]]
    assert "farther than any" in refusal(write_binary(path, [["x"]], reach=(1_048_576, 99))).message

    cut = change_part(path, "xl/workbook.bin", lambda content: content[:10])
    assert "may be damaged" in refusal(cut).message


FORMULAS = [["Child ID", "Age", ""], ["007", "=10+2", "=1+1"], ["008", "=10+3", ""]]


def test_formulas_without_results_are_no_blank_cells(tmp_path: Path) -> None:
    error = refusal(write_uncalculated(tmp_path / "a.xlsx", FORMULAS))

    assert "The column \u201cAge\u201d" in error.message
    assert "the first is in cell B2" in error.message
    assert "save it there" in error.hint


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        (b"<f>10+2</f><v></v>", b"<f>10+2</f><v/>"),
        (b"<f>10+2</f><v></v>", b'<f t="shared" si="0"/>'),
        (b"<f>10+2</f><v></v>", b"<f>10+2</f>"),
    ],
)
def test_formulas_without_results_in_the_ways_of_other_programs(
    tmp_path: Path, written: bytes, instead: bytes
) -> None:
    path = write_uncalculated(tmp_path / "a.xlsx", FORMULAS)

    assert (
        "in cell B2"
        in refusal(
            change_part(path, SHEET, lambda content: content.replace(written, instead))
        ).message
    )


def test_formulas_with_results_and_those_outside_the_list_are_no_matter(tmp_path: Path) -> None:
    calculated = write_workbook(tmp_path / "a.xlsx", {"List": FORMULAS})
    beside = [["=1+1", "=2+2", "=3+3"], ["Child ID", "Age", ""], ["007", "12", "=4+4"]]
    outside = write_uncalculated(tmp_path / "b.xlsx", beside)
    blank = change_part(
        write_uncalculated(tmp_path / "c.xlsx", FORMULAS),
        SHEET,
        lambda content: content.replace(b'<c r="B', b'<c t="str" r="B'),
    )

    assert rows_of(calculated)[0][0] == "007"
    assert rows_of(outside)[0][:2] == ["007", "12"]
    assert rows_of(blank)[0][:2] == ["007", ""]


def test_a_million_rows_are_no_case_list(tmp_path: Path) -> None:
    path = with_stray_cell(tmp_path / "a.xlsx", 999_999, 1)

    assert "has 1,000,000 rows or more" in refusal(path).message


@pytest.mark.parametrize("said", [b"A1:XFD1048576", b"A1", None])
def test_a_stray_cell_in_the_far_corner_does_not_take_all_memory(
    tmp_path: Path, said: bytes | None
) -> None:
    path = with_stray_cell(tmp_path / "a.xlsx", 1_048_575, 16_383)
    if said != b"A1:XFD1048576":
        dimension = b'<dimension ref="A1:XFD1048576"/>'
        instead = b"" if said is None else b'<dimension ref="' + said + b'"/>'
        change_part(path, SHEET, lambda content: content.replace(dimension, instead))

    assert "reaches over 1,048,576 rows and 16,384 columns" in refusal(path).message
    assert read_sheets(path)[0].columns == 16_384


def test_cells_that_are_only_formatted_reach_nowhere(tmp_path: Path) -> None:
    def stretch(content: bytes) -> bytes:
        far = b'<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>'
        return content.replace(b"A1:B3", b"A1:XFD1048576").replace(b"</sheetData>", far)

    path = write_workbook(tmp_path / "a.xlsx", {"List": LIST})

    assert rows_of(change_part(path, SHEET, stretch)) == LIST[1:]


def test_a_sheet_that_reaches_too_far_is_passed_over_where_another_is_meant(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(path)
    book.add_worksheet("Stray").write(1_048_575, 16_383, "x")
    sheet = book.add_worksheet("List")
    for number, cells in enumerate(LIST):
        sheet.write_row(number, 0, cells)
    book.close()

    assert "\u201cList\u201d" in read_table(path).source


def test_an_open_document_that_reaches_too_far(tmp_path: Path) -> None:
    def stray(content: bytes) -> bytes:
        cell = '<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>'
        far = (
            '<table:table-row table:number-rows-repeated="1000000"><table:table-cell'
            ' table:number-columns-repeated="16000"/></table:table-row><table:table-row>'
            f'<table:table-cell table:number-columns-repeated="16000"/>{cell}</table:table-row>'
        )
        return content.replace(b"</table:table>", far.encode() + b"</table:table>")

    path = write_ods(tmp_path / "a.ods", [["Child ID"], ["1"]])

    assert "reaches too far" in refusal(change_part(path, "content.xml", stray)).message


def test_a_workbook_that_the_reader_breaks_over_leaves_no_trace_on_the_console(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "cut.xls"
    path.write_bytes((DATA / "list-6.xls").read_bytes()[:4096])

    assert "may be damaged" in refusal(path).message
    assert capfd.readouterr().err == ""


def test_what_others_write_to_the_console_meanwhile_is_only_held_back(
    capfd: pytest.CaptureFixture[str],
) -> None:
    with stderr_silenced():
        os.write(2, b"a warning\n")
        assert capfd.readouterr().err == ""

    assert capfd.readouterr().err == "a warning\n"
