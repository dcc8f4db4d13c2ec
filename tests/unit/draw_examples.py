"""Draws that the tests of sampling share."""

from audit_desk.domain.sampling import (
    ALL_CASES,
    Exclusion,
    Receipt,
    draw,
)

REFERENCES = [f"CST-{number:04}" for number in range(1, 41)]


def make(
    frame: dict[str, str] | list[str], size: int, *, seed: int = 7, minimum: int = 0
) -> Receipt:
    named = frame if isinstance(frame, dict) else dict.fromkeys(frame, ALL_CASES)
    return draw(
        named,
        seed=seed,
        size=size,
        minimum=minimum,
        where=(("team", "North"),),
        by=("team",),
        exclusions=(Exclusion("Team is not “North”", 3),),
        drawn_by="QA lead",
        drawn_at="2026-03-02T09:00:00+00:00",
        replaces=1,
    )
