"""Grades as they were given, where auditors left the suggestion, and what was moderated."""

from audit_desk.domain.audit import Grade
from audit_desk.domain.findings import Findings, Override, ThemeFindings
from audit_desk.reports.blocks import (
    Block,
    Column,
    Passage,
    Passages,
    Role,
    Section,
    Table,
    Text,
)
from audit_desk.reports.moderation import moderation_blocks
from audit_desk.reports.words import opening, plural

_HOW = (
    "For each theme the tool suggests the lower median of the graded answers. A critical "
    "question answered No or Inadequate caps the suggestion at Requires improvement, and a "
    "child judged unsafe makes the overall suggestion Inadequate. The auditor decides, and "
    "gives a reason for deciding otherwise."
)
_KEY = (
    "O outstanding, G good, RI requires improvement, I inadequate. "
    "Overridden: the auditor decided otherwise than suggested."
)


def grades_section(number: str, findings: Findings) -> Section:
    """Say how the grades fell, who departed from the suggestion and why."""
    blocks: list[Block] = []
    if findings.submitted:
        blocks += [Text(_HOW), Text(_KEY, Role.NOTE), _table(findings)]
    else:
        blocks.append(Text("No audit of a sampled file has been submitted, so none is graded."))
    blocks.append(Text(_overridden(findings)))
    if findings.overrides:
        blocks.append(
            Passages("Reasons given", tuple(_override(each) for each in findings.overrides))
        )
    blocks += moderation_blocks(findings.moderation)
    return Section("grades", number, "Grades, overrides and moderation", tuple(blocks))


def _table(findings: Findings) -> Table:
    columns = (
        Column("Theme", 26),
        *(Column(grade.letters, 6, is_number=True) for grade in Grade),
        Column("Not judged", 9, is_number=True),
        Column("Not evidenced", 13, is_number=True),
        Column("Not accessible", 13, is_number=True),
        Column("Not applicable", 13, is_number=True),
        Column("Overridden", 13, is_number=True),
    )
    return Table(columns, tuple(_row(each) for each in (findings.overall, *findings.themes)))


def _row(theme: ThemeFindings) -> tuple[str, ...]:
    spread = theme.spread
    numbers = (
        *(spread.grades[grade] for grade in Grade),
        spread.unanswered,
        spread.not_evidenced,
        spread.not_accessible,
        spread.not_applicable,
        theme.overrides,
    )
    return (theme.title, *(str(number) for number in numbers))


def _overridden(findings: Findings) -> str:
    if not findings.overrides:
        return "No judgement differs from the suggestion."
    made = sum(not override.purposive for override in findings.overrides)
    if not findings.submitted:
        return "Judgements that differ from the suggestion, in files chosen on purpose:"
    return (
        f"{opening(made, 'judgement')} in {findings.overridden} of "
        f"{plural(findings.submitted, 'file')} {'differs' if made == 1 else 'differ'} "
        "from the suggestion."
    )


def _override(override: Override) -> Passage:
    purposive = ", chosen on purpose" if override.purposive else ""
    lead = f"{override.reference}{purposive}, {override.theme_title}"
    change = f"Suggested {override.suggested.label}, decided {override.decided.label}."
    return Passage(lead, f"{change} {override.rationale.strip() or 'No reason is recorded.'}")
