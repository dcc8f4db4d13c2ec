"""The table of a round beside those before it."""

from audit_desk.domain.findings import Findings
from audit_desk.domain.inference import Share
from audit_desk.domain.trend import Change, Measure, NotCompared, TrendLine, TrendRound
from audit_desk.reports.tables.model import YES_NO, Cell, Column, DataTable, Kind, table, yes_no

_Row = tuple[TrendRound | None, Share | None, TrendLine | NotCompared]


def trend_table(findings: Findings) -> DataTable:
    """Return one row a round and thing compared, and one a thing that is not compared."""
    columns: tuple[Column[_Row], ...] = (
        Column(
            "measure",
            "What",
            "What sort of thing is compared.",
            lambda row: row[2].measure.value,
            values=", ".join(measure.value for measure in Measure),
            width=12,
        ),
        Column("id", "Id", "The theme's, clock's or question's id.", lambda row: row[2].key),
        Column("title", "Title", "What it is called.", lambda row: row[2].title, width=50),
        Column(
            "compared",
            "Compared",
            "Whether it can be compared: the tool may have changed between the rounds.",
            lambda row: yes_no(row[0] is not None),
            values=YES_NO,
            width=10,
        ),
        Column("round", "Round", "The round.", lambda row: row[0].name if row[0] else "", width=24),
        Column(
            "drawn_on",
            "Drawn",
            "The day of the round's draw.",
            lambda row: row[0].on if row[0] else None,
            Kind.DATE,
        ),
        Column(
            "tool_version",
            "Tool version",
            "The version of the audit tool that the round was read with.",
            lambda row: row[0].tool_version if row[0] else None,
            Kind.NUMBER,
            width=8,
        ),
        *_figures(),
        Column(
            "change",
            "Change",
            "What the intervals of the last two rounds support; stands in the last round's row.",
            _change,
            values=", ".join(change.value for change in Change),
            width=22,
        ),
        Column(
            "note",
            "Note",
            "Why it is not compared, or what is to be known when comparing.",
            lambda row: row[2].why if isinstance(row[2], NotCompared) else row[2].note,
            width=50,
        ),
    )
    about = (
        "One row a round and thing compared; a change is claimed only where intervals lie apart."
    )
    return table("trend", "Between rounds", about, columns, _rows(findings))


def _figures() -> tuple[Column[_Row], ...]:
    return (
        Column("n", "n", "Files answered well.", _n, Kind.NUMBER, unit="files", width=8),
        Column("of", "N", "Files counted.", _of, Kind.NUMBER, unit="files", width=8),
        Column(
            "percent",
            "Percent",
            "The share; empty below ten counted files.",
            lambda row: row[1].percent if row[1] else None,
            Kind.NUMBER,
            unit="percent",
            width=10,
        ),
        Column(
            "interval",
            "95 % interval",
            "Where the share of the whole frame may lie; empty below ten counted files.",
            lambda row: row[1].interval_text if row[1] else "",
        ),
    )


def _n(row: _Row) -> Cell:
    return row[1].n if row[1] else None


def _of(row: _Row) -> Cell:
    return row[1].of if row[1] else None


def _change(row: _Row) -> str:
    line = row[2]
    if isinstance(line, NotCompared) or row[0] is None:
        return ""
    return line.change.value if row[0].name == line.now.round_name else ""


def _rows(findings: Findings) -> list[_Row]:
    trend = findings.trend
    if trend is None:
        return []
    rounds = {each.name: each for each in trend.rounds}
    rows: list[_Row] = [
        (rounds[point.round_name], point.share, line)
        for line in trend.lines
        for point in line.points
    ]
    return rows + [(None, None, each) for each in trend.not_compared]
