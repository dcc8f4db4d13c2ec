import csv
import io
import os
import tracemalloc
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit_desk.errors import UserError
from audit_desk.services.case_files import read_table
from audit_desk.services.case_table import BLOCK, Row, no_progress
from audit_desk.services.csv_reader import CsvFile

CELLS = st.text(st.sampled_from('ab ,;"\n\r\u00e9'), max_size=4)
ROWS = st.lists(st.lists(CELLS, min_size=2, max_size=3), min_size=1, max_size=30)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("csv")


def numbered(path: Path, rows: int) -> Path:
    with path.open("w") as file:
        file.writelines(f"{number},A,12\n" for number in range(rows))
    return path


def every_row(file: CsvFile, skip: int = 0) -> list[Row]:
    return [row for block in file.blocks(skip) for row in block]


@settings(max_examples=50)
@given(
    ROWS,
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    st.sampled_from(["\n", "\r\n"]),
    st.integers(1, 60),
    st.integers(0, 3),
)
def test_the_survey_counts_what_the_parser_reads(
    folder: Path, rows: list[list[str]], quoting: Literal[0, 1], end: str, piece: int, skip: int
) -> None:
    text = io.StringIO(newline="")
    csv.writer(text, quoting=quoting, lineterminator=end).writerows([["Child ID", "Team"], *rows])
    path = folder / "rows.csv"
    path.write_bytes(text.getvalue().encode())

    file = CsvFile(path, piece)
    parsed = every_row(file, skip)
    survey = file.survey(skip)

    assert parsed == list(csv.reader(io.StringIO(text.getvalue(), newline="")))[skip:]
    assert survey.row_count == len(parsed)
    assert list(survey.sample) == parsed


def test_a_sample_is_spread_evenly_over_a_long_list(tmp_path: Path) -> None:
    file = CsvFile(numbered(tmp_path / "long.csv", 30_001), piece=5_000)

    survey = file.survey(skip=1)
    numbers = [int(str(row[0])) for row in survey.sample]

    assert survey.row_count == 30_000
    assert len(numbers) == 1_000
    assert numbers[0] == 1
    assert numbers[-1] > 29_900
    assert {after - before for before, after in pairwise(numbers)} <= {16, 32}


def peak_of_reading(path: Path) -> int:
    tracemalloc.start()
    table = read_table(path)
    rows = sum(len(block) for _, block in table.blocks(no_progress))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert rows == table.row_count
    return peak


def test_four_times_the_rows_take_no_more_memory(tmp_path: Path) -> None:
    once, four = tmp_path / "once.csv", tmp_path / "four.csv"
    once.write_text("Team\n" + "A                  \n" * 50_000)
    four.write_text("Team\n" + "A                  \n" * 200_000)

    assert peak_of_reading(four) <= 1.3 * peak_of_reading(once)


def test_blocks_say_where_they_begin_and_may_be_read_again(tmp_path: Path) -> None:
    table = read_table(numbered(tmp_path / "list.csv", 2 * BLOCK + 5))
    steps: list[tuple[int, int]] = []

    def told() -> Iterator[int]:
        for first, block in table.blocks(lambda done, total: steps.append((done, total))):
            assert block[0] == [str(first + 1), "A", "12"]
            yield first

    assert list(told()) == list(told()) == [0, BLOCK, 2 * BLOCK]
    assert steps == [(each, 2 * BLOCK + 4) for each in (BLOCK, 2 * BLOCK, 2 * BLOCK + 4)] * 2


@pytest.mark.parametrize("how", ["longer", "rewritten", "removed"])
def test_a_file_that_changes_between_two_looks_is_refused(tmp_path: Path, how: str) -> None:
    path = numbered(tmp_path / "list.csv", 30_000)
    table = read_table(path)
    blocks = table.blocks(no_progress)
    next(blocks)

    if how == "longer":
        with path.open("a") as file:
            file.write("1,B,13\n")
    elif how == "rewritten":
        os.utime(path, ns=(1, 1))
    else:
        path.unlink()

    for looked_at in (blocks, table.blocks(no_progress)):
        with pytest.raises(UserError, match="was changed while it was being read"):
            list(looked_at)


def test_a_fault_far_down_is_found_by_the_first_look(tmp_path: Path) -> None:
    path = numbered(tmp_path / "list.csv", 5_000)
    with path.open("a") as file:
        file.write('5,"Nor"th,12\n' + "6,B,12\n" * 5_000)

    with pytest.raises(UserError, match=r"in line 5001 of .* does not stand around a whole cell"):
        CsvFile(path, piece=1_000).survey()


def test_a_quotation_mark_that_swallows_the_rest_of_a_long_list(tmp_path: Path) -> None:
    path = numbered(tmp_path / "list.csv", 100)
    with path.open("a") as file:
        file.write('5,"North,12\n' + "6,B,12\n" * 30_000)

    with pytest.raises(UserError, match=r"in line 101 of .* is never closed"):
        read_table(path)


def test_a_document_in_a_cell(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Child ID,Team\n1,A\n2," + "x" * 140_000 + "\n")

    with pytest.raises(UserError, match=r"A cell in line 3 .* more than 131,072 characters"):
        list(read_table(path).blocks(no_progress))


def test_a_text_without_lines(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("x" * 3_000_000)

    with pytest.raises(UserError, match="a line of a million characters"):
        read_table(path)


def test_a_million_rows_are_no_case_list(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Child ID\n" + "1\n" * 1_000_000)

    with pytest.raises(UserError, match="has 1,000,000 rows or more") as caught:
        read_table(path)
    assert "Export fewer" in caught.value.hint


def test_an_odd_byte_after_a_megabyte_decides_the_encoding_of_all(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    plain = "Child ID,Team\n" + "1,Oldtown\n" * 110_000
    path.write_bytes(plain.encode() + "2,Caf\u00e9 \u2018Nord\u2019\n".encode("cp1252"))

    *_, (_, last) = read_table(path).blocks(no_progress)

    assert last[-1] == ["2", "Caf\u00e9 \u2018Nord\u2019"]
