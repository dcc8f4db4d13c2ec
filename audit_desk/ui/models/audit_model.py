"""The audits of a round, a line each: who reads, how far, and what they judged."""

from collections.abc import Sequence
from dataclasses import dataclass

from audit_desk.domain.applicability import relevant_answers
from audit_desk.domain.audit import OVERALL, Audit, AuditState, FullAudit, Grade, Selection
from audit_desk.domain.audit_tool import AuditTool
from audit_desk.domain.completeness import progress
from audit_desk.ui.widgets.grade_chip import NOTHING
from audit_desk.ui.widgets.row_model import Column, RowModel

GRADE_COLUMN = 4
"""Where the overall judgement stands; a delegate paints it as a chip."""
_STATE_ORDER = tuple(AuditState)


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One audit as the table shows it.

    Attributes:
        place: Its place in the order in which files were drawn, from 1.
        audit: The audit.
        answered: How many of the questions that apply are answered.
        asked: How many questions apply.
        overall: The overall judgement; ``None`` while undecided.
    """

    place: int
    audit: Audit
    answered: int
    asked: int
    overall: Grade | None

    @property
    def is_purposive(self) -> bool:
        """Whether the file was chosen on purpose."""
        return self.audit.selection is Selection.PURPOSIVE

    @property
    def is_submitted(self) -> bool:
        """Whether the audit is submitted."""
        return self.audit.state is AuditState.SUBMITTED


def audit_rows(tool: AuditTool, audits: Sequence[FullAudit]) -> list[AuditRow]:
    """Return a row an audit, in the order given."""
    return [_row(place, tool, full) for place, full in enumerate(audits, start=1)]


def next_unread(rows: Sequence[AuditRow]) -> AuditRow | None:
    """Return the first audit that nobody has started, else the first one not yet submitted."""
    for state in (AuditState.NOT_STARTED, AuditState.IN_PROGRESS):
        for row in sorted(rows, key=lambda row: row.place):
            if row.audit.state is state:
                return row
    return None


def audit_model() -> RowModel[AuditRow]:
    """Return a model of audits; without an order of its own it keeps that of the draw."""
    return RowModel(
        (
            Column("Reference", lambda row: row.audit.reference),
            Column(
                "State",
                lambda row: row.audit.state.label,
                sort_key=lambda row: _STATE_ORDER.index(row.audit.state),
            ),
            Column("Auditor", lambda row: row.audit.auditor or NOTHING),
            Column(
                "Answers",
                _answers,
                sort_key=lambda row: row.answered / row.asked if row.asked else 0.0,
                tip=lambda _row: "Questions answered, of those that apply to this child",
            ),
            Column(
                "Overall",
                lambda row: row.overall.label if row.overall else NOTHING,
                sort_key=lambda row: row.overall or 0,
            ),
            Column("How chosen", _selected, tip=_selection_tip),
        )
    )


def _row(place: int, tool: AuditTool, full: FullAudit) -> AuditRow:
    facts = full.audit.facts
    relevant = relevant_answers(tool, full.answers, facts)
    counts = [progress(theme, relevant, facts) for theme in tool.themes]
    overall = full.judgements.get(OVERALL)
    return AuditRow(
        place=place,
        audit=full.audit,
        answered=sum(answered for answered, _ in counts),
        asked=sum(asked for _, asked in counts),
        overall=overall.grade if overall else None,
    )


def _answers(row: AuditRow) -> str:
    if row.audit.state is AuditState.NOT_STARTED:
        return NOTHING
    return f"{row.answered} of {row.asked}"


def _selected(row: AuditRow) -> str:
    return "On purpose" if row.is_purposive else "Drawn"


def _selection_tip(row: AuditRow) -> str:
    if row.is_purposive:
        return "Chosen on purpose: read like the others, kept out of every percentage."
    return "Drawn at random: counted in every figure."
