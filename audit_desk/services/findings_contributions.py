"""Counts the part that practitioners and children had in a round's audits."""

from collections.abc import Sequence

from audit_desk.domain.audit import FullAudit, Selection
from audit_desk.domain.contribution import Contribution, Role
from audit_desk.domain.findings_contributions import ContributionFindings, Heard, RoleFindings


def contribution_findings(
    counted: Sequence[FullAudit], chosen: Sequence[FullAudit]
) -> ContributionFindings:
    """Return who was invited, took part and changed an audit.

    What somebody said before it turned out that they had not been invited, or had not taken
    part after all, stays in the audit and is not counted.

    Args:
        counted: The submitted audits of drawn files.
        chosen: Those of files chosen on purpose; they are in no figure.
    """
    return ContributionFindings(
        read=len(counted),
        roles=tuple(_role(role, counted) for role in Role),
        heard=tuple(
            Heard(
                full.audit.reference,
                role,
                made.how.strip(),
                purposive=full.audit.selection is Selection.PURPOSIVE,
            )
            for full in sorted((*counted, *chosen), key=lambda full: full.audit.reference)
            for role in Role
            if _changed(made := _of(full, role)) and made.how.strip()
        ),
    )


def _role(role: Role, counted: Sequence[FullAudit]) -> RoleFindings:
    made = [_of(full, role) for full in counted]
    return RoleFindings(
        role,
        said=sum(each.invited is not None for each in made),
        invited=sum(each.invited is True for each in made),
        took_part=sum(_spoke(each) for each in made),
        changed=sum(_changed(each) for each in made),
    )


def _of(full: FullAudit, role: Role) -> Contribution:
    return full.contributions.get(role) or Contribution(role)


def _spoke(made: Contribution) -> bool:
    return made.invited is True and made.took_part is True


def _changed(made: Contribution) -> bool:
    return _spoke(made) and made.changed is True
