"""The tables of a round: every answer, every clock, and a dictionary of all columns."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from audit_desk.domain.audit import Answer, AuditState, Selection
from audit_desk.domain.round_record import RoundRecord
from audit_desk.reports.tables.build import build_tables, dictionary_table
from audit_desk.reports.tables.model import Cell, DataTable, Kind
from tests.reports.example_record import make_record
from tests.reports.example_tool import EXAMPLE_TOOL


@pytest.fixture(scope="module")
def record() -> RoundRecord:
    return make_record()


@pytest.fixture(scope="module")
def tables(record: RoundRecord) -> dict[str, DataTable]:
    return {each.key: each for each in build_tables(record)}


def column(table: DataTable, key: str) -> list[Cell]:
    place = table.index(key)
    return [row[place] for row in table.rows]


def test_keys_are_names_that_a_program_can_use(tables: dict[str, DataTable]) -> None:
    for table in tables.values():
        keys = [each.key for each in table.columns]
        assert len(set(keys)) == len(keys)
        assert len({each.title for each in table.columns}) == len(keys)
        assert all(" " not in key and key == key.lower() for key in keys)


def test_every_cell_is_of_its_columns_kind(tables: dict[str, DataTable]) -> None:
    kinds = {
        Kind.TEXT: (str,),
        Kind.NUMBER: (int, float, type(None)),
        Kind.DATE: (date, type(None)),
        Kind.MOMENT: (date, datetime, type(None)),
    }
    for table in tables.values():
        for row in table.rows:
            for each, cell in zip(table.columns, row, strict=True):
                assert isinstance(cell, kinds[each.kind]), (table.key, each.key, cell)


def test_there_is_a_row_for_each_audit_answer_and_clock(
    record: RoundRecord, tables: dict[str, DataTable]
) -> None:
    assert column(tables["audits"], "reference") == [full.audit.reference for full in record.audits]
    assert len(tables["answers"].rows) == sum(len(full.answers) for full in record.audits)
    assert len(tables["clocks"].rows) == len(record.audits) * len(record.tool.clocks)
    assert len(tables["clock_events"].rows) == sum(
        len(reading.events.events)
        for readings in record.clocks.values()
        for reading in readings
        if reading.events
    )


def test_counted_rows_add_up_to_the_findings(
    record: RoundRecord, tables: dict[str, DataTable]
) -> None:
    """Whoever filters by Counted gets the figures of the report."""
    judgements = tables["judgements"]
    counted = zip(
        column(judgements, "counted"),
        column(judgements, "theme_id"),
        column(judgements, "grade"),
        strict=True,
    )
    kept = [(theme, grade) for is_counted, theme, grade in counted if is_counted == "yes"]
    for theme in (*record.findings.themes, record.findings.overall):
        for grade, count in theme.spread.grades.items():
            assert kept.count((theme.theme_id, grade.label)) == count
    audits = tables["audits"]
    assert column(audits, "counted").count("yes") == record.findings.submitted
    assert all(
        said == "no"
        for said, full in zip(column(audits, "counted"), record.audits, strict=True)
        if full.audit.selection is Selection.PURPOSIVE
        or full.audit.state is not AuditState.SUBMITTED
    )


def test_dates_in_facts_are_dates_and_untimed_ones_have_no_time(
    tables: dict[str, DataTable],
) -> None:
    facts = tables["facts"]
    for stored, kind, day in zip(
        column(facts, "stored"), column(facts, "kind"), column(facts, "date"), strict=True
    ):
        if kind in {"moment", "date"}:
            assert isinstance(day, datetime) == ("T" in str(stored))
            assert isinstance(day, date)
            assert day.isoformat()[: len(str(stored))] == stored
        else:
            assert day is None


def test_answers_to_a_question_that_the_tool_no_longer_has_are_kept(record: RoundRecord) -> None:
    first = record.audits[0]
    retired = {**first.answers, "OLD1": Answer("OLD1", "2", evidence="Seen.", parts={"a": "1"})}
    changed = replace(record, audits=(replace(first, answers=retired), *record.audits[1:]))
    answers = next(each for each in build_tables(changed) if each.key == "answers")
    row = next(row for row in answers.rows if row[answers.index("question_id")] == "OLD1")
    assert row[answers.index("answer")] == "Good"
    assert row[answers.index("evidence")] == "Seen."
    assert row[answers.index("facts")] == "a: 1"
    assert row[answers.index("applies")] == "no"


def test_the_dictionary_explains_every_column(tables: dict[str, DataTable]) -> None:
    every = list(tables.values())
    dictionary = dictionary_table(every)
    named = list(zip(column(dictionary, "table"), column(dictionary, "name"), strict=True))
    assert named == [(table.title, each.key) for table in every for each in table.columns]
    assert all(str(meaning).endswith(".") for meaning in column(dictionary, "meaning"))


def test_a_round_without_audits_has_empty_tables(record: RoundRecord) -> None:
    bare = replace(record, audits=(), clocks={})
    rows = {each.key: len(each.rows) for each in build_tables(bare)}
    assert rows["audits"] == rows["answers"] == rows["clocks"] == 0
    assert rows["themes"] == len(EXAMPLE_TOOL.themes) + 1
