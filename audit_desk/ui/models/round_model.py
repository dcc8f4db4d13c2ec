"""The rounds of a register, a line each."""

from audit_desk.domain.audit import AuditState
from audit_desk.services.rounds import RoundLine
from audit_desk.ui.models.when import day
from audit_desk.ui.widgets.row_model import Column, RowModel

NOT_DRAWN = "Not drawn yet"
"""Stands where a round has no sample."""


def submitted(line: RoundLine) -> int:
    """Return how many of a round's audits are submitted."""
    return line.counts.get(AuditState.SUBMITTED, 0)


def progress_text(line: RoundLine) -> str:
    """Return how far a round is: ``12 of 20``, or that nothing was drawn."""
    return f"{submitted(line)} of {line.total}" if line.total else NOT_DRAWN


def reading_text(line: RoundLine) -> str:
    """Return how many audits somebody is in the middle of; empty where nobody is."""
    number = line.counts.get(AuditState.IN_PROGRESS, 0)
    return str(number) if number else ""


def round_model() -> RowModel[RoundLine]:
    """Return a model of rounds."""
    return RowModel(
        (
            Column("Round", lambda line: line.round.name, tip=lambda line: line.round.purpose),
            Column(
                "Submitted",
                progress_text,
                sort_key=lambda line: submitted(line) / line.total if line.total else -1.0,
                tip=lambda _line: "Submitted audits of all in the round",
            ),
            Column(
                "Being read",
                reading_text,
                sort_key=lambda line: line.counts.get(AuditState.IN_PROGRESS, 0),
                numeric=True,
            ),
            Column(
                "Created",
                lambda line: day(line.round.created_at),
                sort_key=lambda line: line.round.created_at,
            ),
            Column(
                "Audit tool", lambda line: f"{line.tool_title}, version {line.round.tool_version}"
            ),
        )
    )
