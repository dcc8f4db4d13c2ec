"""What those whom an invented audit is about had to do with it, by the audit's number."""

from datetime import date

from audit_desk.domain.contribution import Contribution, Contributions, Role

_HOW = {
    Role.WORKER: "A visit of 3 March that was never written up now stands in the evidence.",
    Role.CHILD: "Supervision is graded lower: she did not know who her worker was.",
}


def contributions(number: int) -> Contributions:
    """Return what was said; nothing in some audits, and seldom from the child."""
    if number % 7 == 3:
        return {}
    spoke = {
        Role.WORKER: number % 3 != 0,
        Role.MANAGER: number % 3 == 1,
        Role.CHILD: number % 5 == 2,
    }
    return {role: _one(role, number, spoke=spoke[role]) for role in Role}


def _one(role: Role, number: int, *, spoke: bool) -> Contribution:
    if role is Role.CHILD and not spoke:
        return Contribution(role, invited=False, why_not="Her placement had just changed.")
    if not spoke:
        return Contribution(role, invited=True, took_part=False)
    changed = number % 4 == 2 and role in _HOW
    return Contribution(
        role,
        invited=True,
        took_part=True,
        on=date(2026, 3, 20),
        said="What would have helped is time.",
        changed=changed,
        how=_HOW[role] if changed else "",
    )
