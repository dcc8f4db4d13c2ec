"""A round beside the one before it: what may be said, and what may not."""

from collections.abc import Sequence

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from audit_desk.domain.trend import Measure, NotCompared, Trend, TrendLine
from audit_desk.domain.trend_words import trend_sentence
from audit_desk.ui.models.trend_model import INTERVALS_COLUMN, trend_model
from audit_desk.ui.models.trend_words import RULE
from audit_desk.ui.screens.round.findings.flat_table import FIT, REST, FlatTable
from audit_desk.ui.screens.round.findings.interval_delegate import IntervalDelegate
from audit_desk.ui.screens.round.findings.look import FindingsLook, sheet
from audit_desk.ui.widgets.boxes import column
from audit_desk.ui.widgets.text import label

TITLE = "Between rounds"
_WIDTHS = (REST, FIT, 20, FIT, FIT)
_MOST = 12


def trend_page(trend: Trend, look: FindingsLook) -> QScrollArea:
    """Return the page of what changed between rounds."""
    questions = trend.of(Measure.QUESTION)
    claimed = trend.claimed(Measure.QUESTION)
    parts: list[QWidget | QVBoxLayout] = [
        label(TITLE, "heading"),
        label(trend_sentence(trend)),
        label(f"{_rounds(trend)} {RULE}", "muted"),
        _table("Good or better", trend.of(Measure.OVERALL, Measure.THEME), look),
    ]
    timed = trend.of(Measure.CLOCK)
    if timed:
        parts += [label("In time, of those known", "strong"), _table("In time", timed, look)]
    if questions:
        parts.append(label(_on_questions(len(claimed), len(questions))))
    if claimed:
        parts.append(_table("Questions", claimed, look))
    if trend.not_compared:
        parts.append(_not_compared(trend.not_compared))
    return sheet(*parts)


def _on_questions(claimed: int, compared: int) -> str:
    if not claimed:
        return f"No change is claimed for any of the {compared} questions that can be compared."
    return f"A change is claimed for {claimed} of {compared} questions that can be compared:"


def _rounds(trend: Trend) -> str:
    now, before = trend.rounds[-1], trend.rounds[-2]
    return (
        f"{before.name} (tool version {before.tool_version}) above in grey, {now.name} (version"
        f" {now.tool_version}) below; the line is the 95 % interval."
    )


def _table(name: str, lines: Sequence[TrendLine], look: FindingsLook) -> FlatTable:
    model = trend_model()
    model.set_rows(lines)
    table = FlatTable(model, name, _WIDTHS, rest=18)
    table.setItemDelegateForColumn(INTERVALS_COLUMN, IntervalDelegate(look.theme, table))
    return table


def _not_compared(left: Sequence[NotCompared]) -> QVBoxLayout:
    lines = [
        label(f"{each.key}, “{each.title}”: {each.why}.", "muted")
        if each.measure is Measure.QUESTION
        else label(f"{each.title}: {each.why}.", "muted")
        for each in left[:_MOST]
    ]
    if len(left) > _MOST:
        lines.append(label(f"{len(left) - _MOST} more in the workbook.", "muted"))
    return column(label("Not compared, because the tool changed", "strong"), *lines, spacing=4)
