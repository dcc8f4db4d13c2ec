"""The tables of what follows from a round: its actions and its concerns."""

from audit_desk.domain.action import ActionLine, ActionState
from audit_desk.domain.concern import Concern
from audit_desk.domain.findings import Findings
from audit_desk.reports.tables.model import UTC, YES_NO, Column, DataTable, Kind, table, yes_no
from audit_desk.reports.tables.shared import reference_column


def actions_table(findings: Findings) -> DataTable:
    """Return one row an action, of this round and of those before it."""
    columns: tuple[Column[ActionLine], ...] = (
        Column("round", "Round", "The round it comes from.", lambda row: row.round_name, width=22),
        Column(
            "change",
            "What will change",
            "What will change for the child.",
            lambda row: row.action.draft.change,
            width=60,
        ),
        Column(
            "owner",
            "Owner",
            "The role that sees to it.",
            lambda row: row.action.draft.owner,
            width=24,
        ),
        Column("due_on", "Due", "By when.", lambda row: row.action.draft.due_on, Kind.DATE),
        Column(
            "state",
            "State",
            "How it stands.",
            lambda row: row.action.state.label,
            values=", ".join(state.label for state in ActionState),
            width=10,
        ),
        Column(
            "outcome",
            "Outcome",
            "What showed that practice changed, or why it was dropped.",
            lambda row: row.action.outcome,
            width=50,
        ),
        Column(
            "references",
            "References",
            "The files whose answers it responds to.",
            lambda row: ", ".join(row.references),
            width=40,
        ),
        Column(
            "questions",
            "Questions",
            "The questions that it responds to.",
            lambda row: ", ".join(dict.fromkeys(each.question_id for each in row.findings)),
        ),
        Column(
            "created_at",
            "Written",
            "When it was written.",
            lambda row: row.action.created_at,
            Kind.MOMENT,
            unit=UTC,
        ),
        Column(
            "ended_at",
            "Ended",
            "When it was recorded as done or dropped; empty while open.",
            lambda row: row.action.ended_at,
            Kind.MOMENT,
            unit=UTC,
        ),
    )
    about = "One row an action of this round, and of the rounds before it."
    rows = (*findings.actions, *findings.earlier_actions)
    return table("actions", "Actions", about, columns, rows)


def concerns_table(findings: Findings) -> DataTable:
    """Return one row a concern."""
    columns: tuple[Column[Concern], ...] = (
        reference_column(lambda row: row.reference),
        Column("question_id", "Question", "The question whose answer raised it.", _question),
        Column("cause", "Cause", "That answer in words.", lambda row: row.cause, width=50),
        Column(
            "open",
            "Open",
            "Whether nobody has yet recorded that the child was seen or is safe.",
            lambda row: yes_no(row.is_open),
            values=YES_NO,
            width=8,
        ),
        Column(
            "raised_at",
            "Raised",
            "When it was raised.",
            lambda row: row.raised_at,
            Kind.MOMENT,
            unit=UTC,
        ),
        Column("told", "Told", "Who was told, oldest first.", _told, width=40),
        Column(
            "closed_at",
            "Closed",
            "When somebody recorded that the child was seen or is safe.",
            lambda row: row.closed_at,
            Kind.MOMENT,
            unit=UTC,
        ),
        Column(
            "closing_note", "Closing note", "What they saw.", lambda row: row.closing_note, width=50
        ),
    )
    about = "One row a concern for a child, open ones first."
    return table("concerns", "Concerns", about, columns, findings.concerns)


def _question(concern: Concern) -> str:
    return concern.question_id


def _told(concern: Concern) -> str:
    return "\n".join(
        f"{contact.told}: {contact.response}" if contact.response else contact.told
        for contact in concern.contacts
    )
