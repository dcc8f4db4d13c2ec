"""From a round's audits to its findings: pure counting, no judgement of its own.

Only submitted audits of drawn cases count in a share. Audits of cases that were chosen on
purpose are listed, and their words shown, but they stay out of every proportion.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

from audit_desk.domain.action import ActionLine, by_urgency
from audit_desk.domain.audit import (
    OVERALL,
    SAFE,
    UNSAFE,
    UNSURE,
    AuditState,
    FullAudit,
    Grade,
    Selection,
)
from audit_desk.domain.audit_tool import AnswerKind, AuditTool
from audit_desk.domain.case import Facts
from audit_desk.domain.clocks import BankHolidays, Outcome, read_clocks
from audit_desk.domain.concern import Concern
from audit_desk.domain.findings import AuditLine, Findings, Override
from audit_desk.domain.independence import Record
from audit_desk.domain.moderation import RoundModeration
from audit_desk.domain.receipt import Receipt
from audit_desk.domain.round import Round
from audit_desk.domain.settlement import Settled, answer_item, judgement_item
from audit_desk.domain.standing import GRADES, judged
from audit_desk.services.findings_clocks import Reading, clock_findings
from audit_desk.services.findings_contributions import contribution_findings
from audit_desk.services.findings_independence import independence_findings
from audit_desk.services.findings_json import findings_to_json
from audit_desk.services.findings_moderation import moderation_findings
from audit_desk.services.findings_profiles import profiles
from audit_desk.services.findings_themes import overall_findings, theme_findings

__all__ = ["compute_findings", "findings_to_json"]


def compute_findings(  # noqa: PLR0913 - all that findings rest on, each by its name
    *,
    organisation: str,
    round_: Round,
    tool: AuditTool,
    audits: Sequence[FullAudit],
    receipts: Sequence[Receipt],
    concerns: Sequence[Concern],
    frame: Sequence[Facts],
    holidays: BankHolidays,
    last_change: datetime,
    records: Mapping[str, Record] | None = None,
    actions: Sequence[ActionLine] = (),
    earlier_actions: Sequence[ActionLine] = (),
    moderation: RoundModeration | None = None,
) -> Findings:
    """Compute what a round found.

    The order in which the audits are given never matters, and nothing depends on the moment
    of computing: the same register gives the same findings.

    Args:
        organisation: The register's organisation.
        round_: The round.
        tool: The version of the audit tool that the round is pinned to.
        audits: All audits of the round, in any state.
        receipts: All draws of the round, oldest first; the last is the one that counts.
        concerns: All concerns of the round.
        frame: The facts of all cases that were eligible for the draw.
        holidays: England's bank holidays, for the clocks.
        last_change: When the last thing that the findings rest on was written, UTC.
        records: What is known about who may read each file, by the audit's id.
        actions: The actions of the round.
        earlier_actions: The actions of the rounds before it.
        moderation: Pairs of readings; where something was settled, it counts in the place of
            what the first reader gave.
    """
    settled = moderation.settled if moderation else {}
    every = sorted(audits, key=lambda full: full.audit.reference)
    drawn = [full for full in every if full.audit.selection is Selection.RANDOM]
    counted = [full for full in drawn if _is_submitted(full)]
    chosen = [
        full
        for full in every
        if full.audit.selection is Selection.PURPOSIVE and _is_submitted(full)
    ]
    population = receipts[-1].frame_size if receipts else None
    readings = {full.audit.id: _readings(full, tool, holidays) for full in every}
    return Findings(
        organisation=organisation,
        round_name=round_.name,
        purpose=round_.purpose,
        tool_title=tool.title,
        tool_version=tool.version,
        computed_from=last_change,
        receipts=tuple(receipts),
        drawn=len(drawn),
        submitted=len(counted),
        purposive=len(chosen),
        themes=tuple(
            theme_findings(tool, theme, counted, chosen, population, settled)
            for theme in tool.themes
        ),
        overall=overall_findings(counted, chosen, population, settled),
        safety=_safety(tool, counted, settled),
        clocks=clock_findings(
            tool, [reading for full in counted for reading in readings[full.audit.id]], population
        ),
        concerns=tuple(sorted(concerns, key=_concern_order)),
        overrides=_overrides(tool, [*counted, *chosen]),
        profiles=profiles(frame, [full.audit.facts for full in drawn]),
        audits=tuple(_line(tool, full, readings[full.audit.id], settled) for full in every),
        tool_purpose=tool.purpose,
        documents=tuple(document.title for document in tool.documents),
        overridden=sum(
            any(judgement.is_override for judgement in full.judgements.values()) for full in counted
        ),
        actions=_described(actions),
        earlier_actions=_described(earlier_actions),
        independence=(
            None if records is None else independence_findings([*counted, *chosen], records)
        ),
        contributions=contribution_findings(counted, chosen),
        moderation=None if moderation is None else moderation_findings(tool, moderation),
        asked_by=frozenset(
            condition.case
            for question in tool.questions()
            for condition in question.applies_when
            if condition.case is not None
        ),
    )


def _described(lines: Sequence[ActionLine]) -> tuple[ActionLine, ...]:
    """Return the actions of which it is said what will change, as they are worked on."""
    return tuple(by_urgency([line for line in lines if line.action.draft.change.strip()]))


def _is_submitted(full: FullAudit) -> bool:
    return full.audit.state is AuditState.SUBMITTED


def _readings(full: FullAudit, tool: AuditTool, holidays: BankHolidays) -> list[Reading]:
    read = read_clocks(tool, full.answers, full.audit.facts, holidays)
    return [Reading(full.audit.reference, clock_reading) for clock_reading in read]


def _concern_order(concern: Concern) -> tuple[bool, str, datetime, str]:
    return (not concern.is_open, concern.reference, concern.raised_at, concern.id)


def _safety(tool: AuditTool, counted: Sequence[FullAudit], settled: Settled) -> dict[str, int]:
    answers = [_safety_answer(tool, full, settled) for full in counted]
    return {value: answers.count(value) for value in (SAFE, UNSURE, UNSAFE)}


def _safety_answer(tool: AuditTool, full: FullAudit, settled: Settled) -> str:
    over = settled.get(full.audit.id, {})
    for question in tool.questions():
        if question.kind is AnswerKind.SAFETY and question.id in full.answers:
            return over.get(answer_item(question.id), full.answers[question.id].value)
    return ""


def _overrides(tool: AuditTool, submitted: Sequence[FullAudit]) -> tuple[Override, ...]:
    """Return the overrides by reference, then in the tool's order, the overall one last."""
    titles = {**{theme.id: theme.title for theme in tool.themes}, OVERALL: "Overall"}
    return tuple(
        Override(
            reference=full.audit.reference,
            theme_title=title,
            suggested=judgement.suggested,
            decided=judgement.grade,
            rationale=judgement.rationale,
            purposive=full.audit.selection is Selection.PURPOSIVE,
        )
        for full in sorted(submitted, key=lambda full: full.audit.reference)
        for theme_id, title in titles.items()
        if (judgement := full.judgements.get(theme_id)) is not None
        and judgement.is_override
        and judgement.suggested is not None
        and judgement.grade is not None
    )


def _line(
    tool: AuditTool, full: FullAudit, readings: Sequence[Reading], settled: Settled
) -> AuditLine:
    titles = {clock.id: clock.title for clock in tool.clocks}
    grades = {
        theme_id: _grade(full, theme_id, settled)
        for theme_id in (OVERALL, *(theme.id for theme in tool.themes))
    }
    return AuditLine(
        reference=full.audit.reference,
        purposive=full.audit.selection is Selection.PURPOSIVE,
        state=full.audit.state.label,
        auditor=full.audit.auditor,
        overall=grades.get(OVERALL),
        theme_grades={theme.id: grades.get(theme.id) for theme in tool.themes},
        safety=_safety_answer(tool, full, settled),
        late=tuple(
            f"{titles[each.reading.clock_id]}: {each.reading.result}"
            for each in readings
            if each.reading.outcome is Outcome.LATE
        ),
        submitted=_is_submitted(full),
    )


def _grade(full: FullAudit, theme_id: str, settled: Settled) -> Grade | None:
    standing = settled.get(full.audit.id, {}).get(judgement_item(theme_id))
    standing = standing or judged(full, theme_id)
    return Grade(int(standing)) if standing in GRADES else None
