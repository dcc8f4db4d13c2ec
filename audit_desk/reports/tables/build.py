"""All tables of a round in reading order, and the dictionary that explains them."""

from collections.abc import Sequence
from typing import Any

from audit_desk.domain.round_record import RoundRecord
from audit_desk.reports.tables.agreement import agreement_table, moderated_table
from audit_desk.reports.tables.answers import answers_table
from audit_desk.reports.tables.audits import audits_table, judgements_table
from audit_desk.reports.tables.clocks import clocks_table, events_table
from audit_desk.reports.tables.facts import facts_table
from audit_desk.reports.tables.figures import questions_table, themes_table
from audit_desk.reports.tables.following import actions_table, concerns_table
from audit_desk.reports.tables.model import Column, DataTable, table
from audit_desk.reports.tables.timeliness import timeliness_table
from audit_desk.reports.tables.trend import trend_table
from audit_desk.reports.tables.words import recommendations_table, words_table

_Row = tuple[DataTable, Column[Any]]


def build_tables(record: RoundRecord) -> tuple[DataTable, ...]:
    """Return the tables of a round; the same record gives the same tables."""
    return (
        audits_table(record),
        judgements_table(record),
        answers_table(record),
        facts_table(record),
        clocks_table(record),
        events_table(record),
        timeliness_table(record.findings),
        themes_table(record.findings),
        questions_table(record.findings),
        actions_table(record.findings),
        concerns_table(record.findings),
        words_table(record.findings),
        recommendations_table(record.findings),
        trend_table(record.findings),
        agreement_table(record.findings),
        moderated_table(record.findings),
    )


def dictionary_table(tables: Sequence[DataTable]) -> DataTable:
    """Return one row a column of all tables: what it means, its values and its unit."""
    columns: tuple[Column[_Row], ...] = (
        Column("table", "Table", "The table.", lambda row: row[0].title, width=16),
        Column("column", "Column", "The column's heading.", lambda row: row[1].title, width=28),
        Column("name", "Name", "Its name in the CSV files.", lambda row: row[1].key, width=24),
        Column("meaning", "Meaning", "What stands in it.", lambda row: row[1].meaning, width=70),
        Column("kind", "Kind", "What it holds.", lambda row: row[1].kind.value, width=20),
        Column("values", "Values", "Which are possible.", lambda row: row[1].values, width=50),
        Column("unit", "Unit", "What it counts.", lambda row: row[1].unit, width=24),
    )
    rows = [(each, column) for each in tables for column in each.columns]
    return table("dictionary", "Data dictionary", "One row a column.", columns, rows)
