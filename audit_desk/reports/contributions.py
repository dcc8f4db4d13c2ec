"""What practitioners, and the child or a carer, had to do with the audits."""

from audit_desk.domain.findings import Findings
from audit_desk.domain.findings_contributions import ContributionFindings, RoleFindings
from audit_desk.reports.blocks import Block, Column, Passage, Passages, Role, Section, Table, Text
from audit_desk.reports.words import listed, plural, sentence

_COLUMNS = (
    Column("Who", 4),
    Column("Invited", 2, is_number=True),
    Column("Took part", 2, is_number=True),
    Column("Changed the audit", 2, is_number=True),
)
_SILENT = (
    "No audit says whether practitioners, or the child or a carer, were asked to take part. What"
    " follows from these files has been checked with none of them."
)
_NOTE = (
    "A file shows what was written down. Where nobody was heard, what was done and not recorded"
    " is not known."
)


def contributions_section(number: str, findings: Findings) -> Section:
    """Say how many were invited and took part, and what changed because of them."""
    found = findings.contributions
    blocks: list[Block]
    if found is None or found.is_silent:
        blocks = [Text(_SILENT)]
    else:
        blocks = [*_figures(found), *_heard(found)]
    return Section("contributions", number, "Practitioners and children", tuple(blocks))


def _figures(found: ContributionFindings) -> list[Block]:
    if not found.read:
        return [Text("Only files chosen on purpose were read; they are in no figure.")]
    lead = _lead(found)
    rows = tuple(_row(role, found.read) for role in found.roles)
    return [Text(lead, Role.LEAD), Table(_COLUMNS, rows), Text(_note(found), Role.NOTE)]


def _lead(found: ContributionFindings) -> str:
    first, *others = found.roles
    words = f"{first.role.words} took part in {first.took_part} of {plural(found.read, 'audit')}"
    return sentence(listed([words, *(f"{each.role.words} in {each.took_part}" for each in others)]))


def _row(role: RoleFindings, read: int) -> tuple[str, ...]:
    counts = (role.invited, role.took_part, role.changed)
    return (role.role.label, *(f"{count} of {read}" for count in counts))


def _note(found: ContributionFindings) -> str:
    unsaid = [
        f"{role.role.words} in {found.read - role.said}"
        for role in found.roles
        if role.said < found.read
    ]
    if not unsaid:
        return _NOTE
    return f"{_NOTE} It is not on record whether they were invited: {', '.join(unsaid)}."


def _heard(found: ContributionFindings) -> list[Block]:
    if not found.heard:
        return []
    items = tuple(
        Passage(
            f"{each.reference}{', chosen on purpose' if each.purposive else ''},"
            f" {each.role.label.lower()}",
            sentence(each.how),
        )
        for each in found.heard
    )
    return [Passages("What changed because of what they said", items)]
