"""The workbook, read back by another library than the one that wrote it."""

import zipfile
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO

import pytest
from python_calamine import CalamineWorkbook

from audit_desk.domain.audit import Answer
from audit_desk.domain.round_record import RoundRecord
from audit_desk.errors import Cancelled
from audit_desk.reports.tables.build import build_tables
from audit_desk.reports.workbook import write_workbook
from audit_desk.reports.workbook_sheets import CUT, LONGEST_CELL
from tests.reports.example_record import make_record
from tests.reports.golden import assert_golden
from tests.reports.test_moderation import with_moderation

_SHOWN = 8
"""Rows of each sheet in the golden file."""


@pytest.fixture(scope="module")
def record() -> RoundRecord:
    return make_record()


@pytest.fixture(scope="module")
def written(record: RoundRecord) -> bytes:
    return write_workbook(record)


def sheets(written: bytes) -> dict[str, list[list[object]]]:
    book = CalamineWorkbook.from_filelike(BytesIO(written))
    return {
        name: [list(row) for row in book.get_sheet_by_name(name).to_python()]
        for name in book.sheet_names
    }


def with_evidence(record: RoundRecord, text: str) -> RoundRecord:
    first = record.audits[0]
    answers = {**first.answers, "ST2": Answer("ST2", "yes", evidence=text)}
    return replace(record, audits=(replace(first, answers=answers), *record.audits[1:]))


def evidence_of(written: bytes) -> object:
    head, *rows = sheets(written)["Answers"]
    place, question = head.index("Evidence"), head.index("Question")
    return next(row[place] for row in rows if row[question] == "ST2")


def names_in(written: bytes) -> list[str]:
    with zipfile.ZipFile(BytesIO(written)) as packed:
        return packed.namelist()


def part(written: bytes, name: str) -> str:
    with zipfile.ZipFile(BytesIO(written)) as packed:
        return packed.read(name).decode()


def test_the_workbook_reads_as_agreed(written: bytes) -> None:
    text = "\n\n".join(
        "\n".join([f"== {name}: {len(rows)} rows", *(" | ".join(map(str, row)) for row in shown)])
        for name, rows in sheets(written).items()
        for shown in [rows if name == "Read me" else rows[:_SHOWN]]
    )
    assert_golden("workbook.txt", text)


def test_the_same_record_gives_the_same_bytes(written: bytes) -> None:
    assert write_workbook(make_record()) == written


def test_every_table_has_its_sheet_with_all_its_rows(record: RoundRecord, written: bytes) -> None:
    found = sheets(written)
    for table in build_tables(record):
        assert len(found[table.title]) == len(table.rows) + 1
    assert all(len(name) <= 31 for name in found)


def test_dates_come_back_as_dates(written: bytes) -> None:
    head, *rows = sheets(written)["Audits"]
    place = head.index("Submitted (UTC)")
    assert {type(row[place]) for row in rows if row[place]} == {datetime}
    head, *rows = sheets(written)["Actions"]
    place = head.index("Due")
    assert all(isinstance(row[place], date) for row in rows)


def test_heads_stay_and_filter(written: bytes) -> None:
    for number in range(2, 13):
        sheet = part(written, f"xl/worksheets/sheet{number}.xml")
        assert 'state="frozen"' in sheet
        assert "<autoFilter" in sheet


def test_charts_are_native_and_say_upon_each_part_what_it_is(record: RoundRecord) -> None:
    read_twice = write_workbook(replace(record, findings=with_moderation(12)))
    parts = (("In time", "Late", "Cannot tell"), ("Good", "Inadequate"), ("Same", "One apart"))
    for number, names in enumerate(parts, start=1):
        chart = part(read_twice, f"xl/charts/chart{number}.xml")
        assert "barChart" in chart
        assert all(f"<c:v>{name}</c:v>" in chart for name in names)
        assert '<c:showSerName val="1"/>' in chart
        assert "<c:f>" in chart, "it is drawn from the cells"
    few = write_workbook(replace(record, findings=with_moderation(6)))
    assert "xl/charts/chart2.xml" in names_in(few)
    assert "xl/charts/chart3.xml" not in names_in(few), "below ten pairs nothing is drawn"


@pytest.mark.parametrize("text", ["=1+1", "+44", "-2", "@SUM(A1)", "{=A1}", "http://a.b/c"])
def test_a_text_is_never_a_formula(record: RoundRecord, text: str) -> None:
    written = write_workbook(with_evidence(record, text))
    assert evidence_of(written) == text
    assert "<f>" not in part(written, "xl/worksheets/sheet4.xml")


def test_a_text_too_long_for_a_cell_is_cut_and_says_so(record: RoundRecord) -> None:
    for long in ("word " * 20_000, "😀" * 40_000):
        written = write_workbook(with_evidence(record, long))
        text = str(evidence_of(written))
        assert text.endswith(CUT)
        assert len(text.encode("utf-16-le")) // 2 <= LONGEST_CELL
        assert ["Texts cut" in row for row in sheets(written)["Read me"]].count(True) == 1


def test_hostile_text_is_written_not_obeyed(record: RoundRecord) -> None:
    written = write_workbook(with_evidence(record, "<b>&\x00\x07 中文 😀 \ud800 النص"))
    assert evidence_of(written) == "<b>& 中文 😀 \N{REPLACEMENT CHARACTER} النص"


def test_a_round_without_audits_has_a_workbook(record: RoundRecord) -> None:
    bare = replace(record, audits=(), clocks={}, findings=replace(record.findings, themes=()))
    assert len(sheets(write_workbook(bare))["Audits"]) == 1


def test_what_progress_raises_ends_the_work(record: RoundRecord) -> None:
    def cancel(_done: int, _whole: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        write_workbook(record, cancel)
