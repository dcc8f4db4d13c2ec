"""Rows as CSV for spreadsheets."""

import pytest

from audit_desk.domain.csv_text import csv_bytes, no_formula


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_text_starts_a_formula(start: str) -> None:
    assert no_formula(f"{start}HYPERLINK(1)") == f"'{start}HYPERLINK(1)"
    assert no_formula(f"a{start}") == f"a{start}"


def test_a_spreadsheet_reads_letters_commas_and_lines_as_they_are() -> None:
    written = csv_bytes([["Team", "Said"], ["Świt, East", 'two\nlines and "one"'], ["", 3]])
    assert written.decode("utf-8-sig") == (
        'Team,Said\r\n"Świt, East","two\nlines and ""one"""\r\n,3\r\n'
    )
    assert written.startswith(b"\xef\xbb\xbf")
