"""The table of standards: how often each was met, as in the report."""

from collections.abc import Callable

from audit_desk.domain.clocks import Outcome
from audit_desk.domain.findings import Findings
from audit_desk.domain.findings_clocks import ClockFindings
from audit_desk.reports.tables.figures import share_columns
from audit_desk.reports.tables.model import Column, DataTable, Kind, table

_UNKNOWN = (Outcome.CANNOT_CONFIRM, Outcome.NO_RECORD)


def timeliness_table(findings: Findings) -> DataTable:
    """Return one row a standard."""
    columns: tuple[Column[ClockFindings], ...] = (
        Column(
            "clock_id", "Clock ID", "The clock's stable id.", lambda row: row.clock_id, width=30
        ),
        Column("clock", "Clock", "What is timed.", lambda row: row.title, width=40),
        Column("theme", "Theme", "Its theme.", lambda row: row.theme_title, width=26),
        _count("in_time", "In time", "In how many the standard was met.", _of(Outcome.IN_TIME)),
        _count("late", "Late", "In how many it was not.", _of(Outcome.LATE)),
        _count(
            "cannot_tell",
            "Cannot tell",
            "In how many the file does not tell: the next two columns together.",
            lambda row: sum(row.counts[outcome] for outcome in _UNKNOWN),
        ),
        _count(
            "cannot_confirm",
            "Cannot confirm",
            "In how many a date stands where a time is needed.",
            _of(Outcome.CANNOT_CONFIRM),
        ),
        _count("no_record", "No record", "In how many a date is missing.", _of(Outcome.NO_RECORD)),
        _count(
            "not_applicable",
            "Not applicable",
            "How many it does not fit, those that were declined among them.",
            _of(Outcome.NOT_APPLICABLE),
        ),
        *share_columns("in time, of in time and late", lambda row: row.in_time),
        Column("standard", "Standard", "The rule in words.", lambda row: row.standard, width=60),
    )
    about = (
        "One row a standard: the audits that count, n of N. A clock of a list counts each file by"
        " the worst of its events. A chart stands under the table."
    )
    used = [clock for clock in findings.clocks if clock.is_used]
    return table("timeliness", "Timeliness", about, columns, used)


def _of(outcome: Outcome) -> Callable[[ClockFindings], int]:
    return lambda row: row.counts[outcome]


def _count(
    key: str, title: str, meaning: str, value: Callable[[ClockFindings], int]
) -> Column[ClockFindings]:
    return Column(key, title, meaning, value, Kind.NUMBER, unit="audits", width=13)
