"""Timeliness, judgements that differ, and concerns of a round, as rows for tables."""

from audit_desk.domain.clocks import Outcome
from audit_desk.domain.concern import Concern
from audit_desk.domain.findings import Override
from audit_desk.domain.findings_clocks import ClockFindings
from audit_desk.ui.models.share_words import in_cell
from audit_desk.ui.models.when import day, day_and_time
from audit_desk.ui.widgets.row_model import Column, RowModel

SUGGESTED_COLUMN, DECIDED_COLUMN = 2, 3
"""Where an override's two grades stand; delegates paint them as chips."""


def clock_model() -> RowModel[ClockFindings]:
    """Return a model of standards with their five outcomes."""

    def outcome(title: str, which: Outcome) -> Column[ClockFindings]:
        return Column(
            title,
            lambda each: str(each.counts[which] or "·"),
            sort_key=lambda each: each.counts[which],
            numeric=True,
            tip=lambda _each: which.label,
        )

    return RowModel(
        (
            Column(
                "What is timed",
                lambda each: f"{each.title} (local)" if each.local else each.title,
                tip=lambda each: each.standard,
            ),
            outcome("In time", Outcome.IN_TIME),
            outcome("Late", Outcome.LATE),
            outcome("Cannot\nconfirm", Outcome.CANNOT_CONFIRM),
            outcome("No\nrecord", Outcome.NO_RECORD),
            outcome("N/A or\ndeclined", Outcome.NOT_APPLICABLE),
            Column(
                "In time,\nof dated",
                lambda each: in_cell(each.in_time),
                sort_key=lambda each: each.in_time.n / each.in_time.of if each.in_time.of else 2.0,
                tip=lambda _each: "Of those in time or late: a missing date proves neither",
            ),
        )
    )


def override_model() -> RowModel[Override]:
    """Return a model of judgements that differ from the suggestion."""
    return RowModel(
        (
            Column("Reference", _override_reference),
            Column("Theme", lambda each: each.theme_title),
            Column(
                "Suggested", lambda each: each.suggested.label, sort_key=lambda each: each.suggested
            ),
            Column("Decided", lambda each: each.decided.label, sort_key=lambda each: each.decided),
            Column("Why", lambda each: each.rationale or "No reason is written."),
        )
    )


def concern_model() -> RowModel[Concern]:
    """Return a model of concerns."""
    return RowModel(
        (
            Column("Child", lambda each: each.reference),
            Column("Concern", lambda each: each.cause),
            Column(
                "Raised",
                lambda each: f"{day_and_time(each.raised_at)}\n{each.raised_by}",
                sort_key=lambda each: each.raised_at,
            ),
            Column("Who was told", _told),
            Column("State", _state, sort_key=lambda each: not each.is_open),
        )
    )


def _override_reference(override: Override) -> str:
    return f"{override.reference}\non purpose" if override.purposive else override.reference


def _told(concern: Concern) -> str:
    if not concern.contacts:
        return "Nobody is\nrecorded yet"
    return "\n".join(f"{each.told}\n{day_and_time(each.told_at)}" for each in concern.contacts)


def _state(concern: Concern) -> str:
    if concern.closed_at is None:
        return "Open"
    return f"Closed {day(concern.closed_at)}\n{concern.closed_by}"
