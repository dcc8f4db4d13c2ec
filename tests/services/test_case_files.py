"""Lists as text: every encoding and delimiter, and what is no list."""

import codecs
from collections.abc import Callable
from pathlib import Path

import pytest

from audit_desk.services.case_files import read_table
from tests.services.file_examples import (
    HEADERS,
    ROWS,
    names_of,
    refusal,
    save,
    text_of,
)

ENCODINGS: dict[str, Callable[[str], bytes]] = {
    "utf-8": lambda text: text.encode(),
    "utf-8 with mark": lambda text: codecs.BOM_UTF8 + text.encode(),
    "utf-16 little": lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"),
    "utf-16 big": lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
    "utf-16 little, no mark": lambda text: text.encode("utf-16-le"),
    "utf-16 big, no mark": lambda text: text.encode("utf-16-be"),
    "windows-1252": lambda text: text.encode("cp1252"),
}


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_text_of_every_encoding_and_delimiter(
    tmp_path: Path, encoding: str, delimiter: str
) -> None:
    path = save(tmp_path, ENCODINGS[encoding](text_of(delimiter)))

    found = read_table(path)

    assert names_of(path) == ["list.csv"]
    assert found.headers == HEADERS
    assert list(found.sample) == ROWS
    assert found.row_number(0) == 2


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_text_of_every_line_ending(tmp_path: Path, end: str) -> None:
    assert list(read_table(save(tmp_path, text_of(",", end))).sample) == ROWS


def test_text_with_excels_separator_line(tmp_path: Path) -> None:
    found = read_table(save(tmp_path, "sep=;\r\n" + text_of(";")))

    assert list(found.sample) == ROWS
    assert found.row_number(0) == 3


def test_a_byte_that_windows_does_not_know_is_guessed_last(tmp_path: Path) -> None:
    words = "Child ID,Team\n1,Allocated \u00e8 locality team where visits are r\u00e8gular\n" * 3
    found = read_table(save(tmp_path, words.encode("mac_roman")))

    assert found.headers == ("Child ID", "Team")
    assert found.sample[0][0] == "1"


def test_a_title_block_is_passed_over_and_row_numbers_stay_true(tmp_path: Path) -> None:
    found = read_table(
        save(tmp_path, "Team list,,\n\nRun on,01/06/2026,\nChild ID,Team,Age\n\n1,A,12\n")
    )

    assert found.headers == ("Child ID", "Team", "Age")
    assert [found.row_number(index) for index, row in enumerate(found.sample) if row] == [6]


def test_headings_that_nobody_knows_are_the_first_row(tmp_path: Path) -> None:
    found = read_table(save(tmp_path, "\nalpha,beta\n1,2\n"))

    assert found.headers == ("alpha", "beta")


def test_an_unclosed_quotation_mark_names_its_line(tmp_path: Path) -> None:
    path = save(tmp_path, 'Child ID,Team\n1,A\n2,"North\n3,South\n4,East\n')

    assert "line 3 of \u201clist.csv\u201d is never closed" in refusal(path).message


def test_an_unclosed_quotation_mark_after_a_cell_of_two_lines(tmp_path: Path) -> None:
    path = save(tmp_path, 'Child ID,Team,Worker\n1,"A\nB","Ezra\n3,South,x\n')

    assert "line 3" in refusal(path).message


def test_a_quotation_mark_inside_a_cell_names_its_line(tmp_path: Path) -> None:
    path = save(tmp_path, 'Child ID,Team\n1,A\n2,"North" side\n3,South\n')

    error = refusal(path)

    assert "line 3" in error.message
    assert "whole cell" in error.message
    assert "nothing was imported" in error.message


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("list.csv", b"", "is empty"),
        ("list.csv", b" \r\n \n", "is empty"),
        ("list.xlsx", b"", "is empty"),
        ("list.csv", b"\x89PNG\r\n\x1a\n\x00\x01\x02\x03" * 20, "not a text file"),
        ("list.csv", bytes(range(256)) * 10, "not a text file"),
        ("list.csv", codecs.BOM_UTF16_LE + b"a", "not a text file"),
        ("list.csv", b"Child ID,Team\n", "no row below"),
        ("list.csv", b"Child ID,Team\n,\n\n", "no row below"),
        ("list.pdf", b"%PDF-1.7", "not a kind of file"),
        ("list.csv", b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\n", "is a PDF"),
        ("list", b"Child ID\n1\n", "not a kind of file"),
        ("list.xls", b"<html><table><tr><td>Child ID</td></tr></table></html>", "web page"),
        ("list.xlsx", b"PK\x03\x04 nothing of the kind", "cannot be read as a workbook"),
        ("list.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "cannot be read as a"),
    ],
)
def test_a_file_that_is_no_list_says_so(
    tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    error = refusal(save(tmp_path, content, name))

    assert words in error.message
    assert name in error.message


def test_a_folder_and_a_missing_file(tmp_path: Path) -> None:
    assert "is a folder" in refusal(tmp_path).message
    assert "There is no file" in refusal(tmp_path / "none.csv").message


def test_a_file_that_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = save(tmp_path, "Child ID\n1\n")
    monkeypatch.setattr(Path, "open", locked)

    assert "cannot be opened (Permission denied)" in refusal(path).message


def test_a_text_of_twenty_thousand_columns(tmp_path: Path) -> None:
    header = ",".join(f"Column number {each}" for each in range(20_000))
    path = save(tmp_path, f"{header}\n{',' * 19_999}\n")

    assert "20,000 columns" in refusal(path).message
