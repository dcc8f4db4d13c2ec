"""A list, a draw from it, and what is said when one is held against the other."""

from collections.abc import Mapping

from audit_desk.domain.sampling import (
    Exclusion,
    Receipt,
    draw,
    in_frame,
    stratum_name,
)
from audit_desk.domain.verify_draw import Verification

Facts = dict[str, object]

CASES: dict[str, Facts] = {
    f"CST-{number:04}": {
        "team": ("North", "South", "East")[number % 3],
        "status": "CIN" if number % 2 else "CP",
        "age": 12 + number % 6,
    }
    for number in range(1, 61)
}

ADDED: Facts = {"team": "North", "status": "CIN"}


def make(
    cases: Mapping[str, Facts] = CASES,
    *,
    size: int = 12,
    seed: int = 20260302,
    by: tuple[str, ...] = ("team",),
    where: tuple[tuple[str, str], ...] = (("status", "CIN"),),
    left_out: tuple[str, ...] = (),
    minimum: int = 0,
) -> Receipt:
    eligible = {ref: facts for ref, facts in cases.items() if in_frame(facts, where)}
    exclusions = [Exclusion("Status is not “CIN”", len(cases) - len(eligible))] if where else []
    if left_out:
        reason = "Audited in the last 12 months"
        exclusions.append(Exclusion(reason, len(left_out), left_out))
    return draw(
        {ref: stratum_name(facts, by) for ref, facts in eligible.items() if ref not in left_out},
        seed=seed,
        size=size,
        minimum=minimum,
        where=where,
        by=by,
        exclusions=tuple(exclusions),
        drawn_by="QA lead",
        drawn_at="2026-03-02T09:00:00+00:00",
    )


def said(result: Verification) -> str:
    assert not result.agrees
    return " ".join(result.differences)
