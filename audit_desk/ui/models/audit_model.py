"""The audits of a round, a line each: who reads by when, how far, and what they judged."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from audit_desk.domain.applicability import relevant_answers
from audit_desk.domain.audit import OVERALL, Audit, AuditState, FullAudit, Grade, Selection
from audit_desk.domain.audit_tool import AuditTool
from audit_desk.domain.completeness import progress
from audit_desk.domain.custody import Custody
from audit_desk.domain.due_dates import Timeliness, due_words, timeliness
from audit_desk.domain.independence import Record, Standing
from audit_desk.domain.moments import MONTHS
from audit_desk.domain.people import same_person
from audit_desk.ui.widgets.grade_chip import NOTHING
from audit_desk.ui.widgets.row_model import Column, RowModel

AUDITOR_COLUMN, DUE_COLUMN, STATE_COLUMN, GRADE_COLUMN, STANDING_COLUMN = 1, 2, 3, 5, 6
"""Where these stand; delegates paint the day as late or near, and the judgement as a chip."""
_STATE_ORDER = tuple(AuditState)
_STANDING_ORDER = tuple(Standing)
_STANDING_TIPS = {
    Standing.NOBODY: "Nobody is to read this file yet.",
    Standing.DECLARED: "The auditor has declared to have had no part in this child's case.",
    Standing.NOT_DECLARED: "The auditor is asked before they begin.",
}


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One audit as the table shows it.

    Attributes:
        place: Its place in the order in which files were drawn, from 1.
        audit: The audit.
        answered: How many of the questions that apply are answered.
        asked: How many questions apply.
        overall: The overall judgement; ``None`` while undecided.
        due: By when it is to be read, and how late or near that is, in words.
        timeliness: The same as a sign.
        standing: How its auditor stands to the child's case.
        about: Conflicts and exceptions in sentences; empty where there are none.
        mine: Whether the person at this desk is its auditor.
        barred: Whether the person at this desk may not read it.
        held: Who has it in a pack; ``None`` where it is here.
    """

    place: int
    audit: Audit
    answered: int
    asked: int
    overall: Grade | None
    due: str = ""
    timeliness: Timeliness = Timeliness.NONE
    standing: Standing = Standing.NOBODY
    about: str = ""
    mine: bool = False
    barred: bool = False
    held: Custody | None = None

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


def with_readers(
    rows: Sequence[AuditRow], records: Mapping[str, Record], person: str, today: date
) -> list[AuditRow]:
    """Return the rows with what is known of who reads them, by when, and may they."""
    return [_with_reader(row, records[row.audit.id], person, today) for row in rows]


def with_holders(rows: Sequence[AuditRow], held: Mapping[str, Custody]) -> list[AuditRow]:
    """Return the rows with who has which file in a pack, by the audit's id."""
    return [replace(row, held=held.get(row.audit.id)) for row in rows]


def next_unread(rows: Sequence[AuditRow]) -> AuditRow | None:
    """Return the file that the person at this desk goes on with.

    It is the first of theirs that nobody has started, then the first that has no auditor, then
    the first that is begun, their own before others'. Files that wait for somebody else or
    that the person may not read are not offered.
    """
    here = [row for row in rows if row.held is None]
    waiting = [row for row in here if row.audit.state is AuditState.NOT_STARTED and not row.barred]
    begun = [row for row in here if row.audit.state is AuditState.IN_PROGRESS]
    offered = (
        *(row for row in waiting if row.mine),
        *(row for row in waiting if not row.audit.auditor),
        *(row for row in begun if row.mine),
        *begun,
    )
    return next(iter(offered), None)


def audit_model() -> RowModel[AuditRow]:
    """Return a model of audits; without an order of its own it keeps that of the draw."""
    return RowModel(
        (
            Column("Reference", lambda row: row.audit.reference),
            Column("Auditor", lambda row: row.audit.auditor or NOTHING),
            Column(
                "Due",
                lambda row: row.due or NOTHING,
                sort_key=lambda row: row.audit.due_on or date.max,
            ),
            Column(
                "State",
                lambda row: f"Out, {_since(row.held)}" if row.held else row.audit.state.label,
                sort_key=lambda row: (row.held is not None, _STATE_ORDER.index(row.audit.state)),
                tip=_state_tip,
            ),
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
            Column(
                "Independence",
                lambda row: NOTHING if row.standing is Standing.NOBODY else row.standing.label,
                sort_key=lambda row: _STANDING_ORDER.index(row.standing),
                tip=lambda row: row.about or _STANDING_TIPS.get(row.standing, ""),
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


def _with_reader(row: AuditRow, record: Record, person: str, today: date) -> AuditRow:
    audit = row.audit
    return replace(
        row,
        due=due_words(audit, today),
        timeliness=timeliness(audit, today),
        standing=record.standing(audit.auditor),
        about=_about(record, audit.auditor),
        mine=same_person(audit.auditor, person),
        barred=record.bars(person),
    )


def _about(record: Record, auditor: str) -> str:
    if not auditor:
        said = ", ".join(record.involved)
        return f"{said} had a part in this child's case and gave the file back." if said else ""
    words, override = record.why_not(auditor), record.override(auditor)
    if override is not None and words:
        return f"{words} {override.by} allowed it: {override.reason}"
    return words


def _answers(row: AuditRow) -> str:
    if row.audit.state is AuditState.NOT_STARTED:
        return NOTHING
    return f"{row.answered} of {row.asked}"


def _since(held: Custody) -> str:
    local = held.since.astimezone()
    return f"{local.day} {MONTHS[local.month - 1][:3]}"


def _state_tip(row: AuditRow) -> str:
    if row.held is None:
        return ""
    due = f", {row.held.due_words}" if row.held.due_words else ""
    words = row.held.words
    return f"{words[0].upper()}{words[1:]}{due}. It is read here, not changed, until it is back."


def _selected(row: AuditRow) -> str:
    return "On purpose" if row.is_purposive else "Drawn"


def _selection_tip(row: AuditRow) -> str:
    if row.is_purposive:
        return "Chosen on purpose: read like the others, kept out of every percentage."
    return "Drawn at random: counted in every figure."
