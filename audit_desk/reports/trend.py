"""Comparison with the rounds before: what changed as far as the intervals carry, and no further."""

from collections.abc import Sequence

from audit_desk.domain.findings import Findings
from audit_desk.domain.inference import LEAST_FOR_PERCENT
from audit_desk.domain.trend import Change, Measure, NotCompared, Trend, TrendLine
from audit_desk.domain.trend_words import trend_sentence
from audit_desk.reports.blocks import (
    Block,
    Bullets,
    Column,
    Role,
    Section,
    Table,
    Text,
    TrendChart,
)
from audit_desk.reports.words import counts, in_full, listed, opening, plural

TITLE = "Comparison with the last round"
_RULE = (
    "Each round is another sample, so a share moves by chance alone. A change is claimed only "
    f"where two intervals lie apart and both rounds counted {LEAST_FOR_PERCENT} files or more. "
    "“No change is claimed” does not say that nothing changed, and “too few to say” is a finding."
)
_KEY = (
    "The point is the share found, the line its 95\N{NO-BREAK SPACE}% interval; this "
    "round is dark. A round with fewer than ten counted files has its counts and no point."
)
_MOST = 12
"""Questions that are listed as not compared; the workbook has all."""


def trend_section(number: str, findings: Findings) -> Section:
    """Put the round beside those before it."""
    trend = findings.trend
    if trend is None:
        reason = (
            "No audit of a sampled file has been submitted yet, so there is nothing to compare."
            if not findings.submitted
            else "No earlier round in this register was read with this audit tool, so there is "
            "nothing to compare with. The next round can be compared with this one."
        )
        return Section("trend", number, TITLE, (Text(reason),))
    blocks: list[Block] = [
        Text(trend_sentence(trend), Role.LEAD),
        Text(f"{_rounds(trend)} {_RULE}"),
    ]
    judged = trend.of(Measure.OVERALL, Measure.THEME)
    if judged:
        blocks += [
            Text("Good or better, of the graded files:"),
            TrendChart(judged, "Good or better, round by round.", _KEY),
        ]
    notes = tuple(f"{line.title}: {line.note}." for line in judged if line.note)
    if notes:
        blocks.append(Bullets(notes))
    timed = trend.of(Measure.CLOCK)
    if timed:
        blocks += [Text("In time, of those known:"), _table(timed)]
    blocks += _questions(trend)
    return Section("trend", number, TITLE, tuple(blocks))


def _rounds(trend: Trend) -> str:
    named = [f"{each.name} (version {each.tool_version})" for each in trend.rounds[:-1]]
    now = trend.rounds[-1]
    return (
        f"Compared with {listed(named)}, read with the same audit tool; this round with version "
        f"{now.tool_version}."
    )


def _questions(trend: Trend) -> list[Block]:
    lines, changed = trend.of(Measure.QUESTION), trend.claimed(Measure.QUESTION)
    blocks: list[Block] = []
    if lines:
        few = sum(line.change is Change.TOO_FEW for line in lines)
        said = f"{opening(len(lines), 'question')} can be compared"
        of_them = "all" if few == len(lines) else f"{few}"
        said += f"; for {of_them} of them the files are too few to say." if few else "."
        said += " A change is claimed for:" if changed else " For none of them a change is claimed."
        blocks.append(Text(said))
    if changed:
        blocks.append(_table(changed))
    if trend.not_compared:
        blocks += _left_out(trend.not_compared)
    return blocks


def _left_out(left: Sequence[NotCompared]) -> list[Block]:
    lines = [f"{_name(each)}: {each.why}." for each in left[:_MOST]]
    if len(left) > _MOST:
        lines.append(f"And {plural(len(left) - _MOST, 'more', 'more')}; the workbook has all.")
    return [Text("Not compared, because the audit tool changed:"), Bullets(tuple(lines))]


def _name(each: TrendLine | NotCompared) -> str:
    return f"{each.key}, “{each.title}”" if each.measure is Measure.QUESTION else each.title


def _table(lines: Sequence[TrendLine]) -> Table:
    return Table(
        (
            Column("Compared", 34),
            Column("Before", 24),
            Column("This round", 24),
            Column("Change", 18),
        ),
        tuple(
            (
                _name(line),
                f"{line.before.round_name}\n{_counted(line, -2)}",
                _counted(line, -1),
                line.change.value,
            )
            for line in lines
        ),
    )


def _counted(line: TrendLine, place: int) -> str:
    share = line.points[place].share
    if not share.of:
        return "no file counted"
    return in_full(share) if share.percent is not None else counts(share)
