"""A child's case as Audit Desk keeps it: a reference and the facts that sampling needs.

A case never holds a name, a date of birth, an address or another identifier. The number
that the council's system gives the child lives in a table of its own and is
not part of this class, so that nothing which handles cases can leak it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

FactValue = str | int
"""A fact's value. Dates are ISO text (``2026-03-02``), counts and ages whole numbers."""

Facts = Mapping[str, FactValue]
"""Facts by the key of their field; an unknown fact is absent, never empty."""


@dataclass(frozen=True, slots=True)
class Case:
    """One child's case.

    Attributes:
        id: A UUID, the same in every register that the case travels to.
        reference: The pseudonym on screen and paper, for example ``CST-0142``.
        facts: What the case list said, by field key (see ``domain.case_fields``).
        closed_on: Since which day (ISO) the child is on no list any more; empty while on one.
    """

    id: str
    reference: str
    facts: Facts
    closed_on: str = ""
