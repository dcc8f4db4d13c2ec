"""A round beside those before it, as rows for a table."""

from audit_desk.domain.trend import Measure, TrendLine
from audit_desk.ui.models.share_words import in_cell
from audit_desk.ui.widgets.row_model import Column, RowModel

INTERVALS_COLUMN = 2
"""Where the two intervals stand; a delegate paints them."""


def trend_model() -> RowModel[TrendLine]:
    """Return a model of what is compared."""
    return RowModel(
        (
            Column("", _name, tip=lambda each: each.note),
            Column("The round before", _before),
            Column("0 % to 100 %", lambda _each: "", tip=_both),
            Column("This round", lambda each: in_cell(each.now.share)),
            Column("Change", lambda each: each.change.value),
        )
    )


def _name(line: TrendLine) -> str:
    if line.measure is Measure.QUESTION:
        return f"{line.key}  {line.title}"
    return f"{line.title}\n{line.note}" if line.note else line.title


def _before(line: TrendLine) -> str:
    return in_cell(line.before.share)


def _both(line: TrendLine) -> str:
    before, now = line.before, line.now
    return f"{before.round_name}: {before.share.text}. {now.round_name}: {now.share.text}."
