"""What a list of events says of a child: a missing episode, a strategy discussion, a supervision.

Such lists stand beside the case list. What they say is shown to the auditor beside the question
that asks for it, "from the list, to be checked on file"; it never counts as an answer by itself.
"""

from dataclasses import dataclass
from enum import StrEnum

from audit_desk.domain.case import Facts


class ListKind(StrEnum):
    """What one row of a list stands for."""

    CASES = "cases"
    """A child's case."""
    MISSING = "missing"
    """An episode of being missing, with the return home interview that followed."""
    STRATEGY = "strategy"
    """A strategy discussion or meeting, with the section 47 enquiry and conference after it."""
    SUPERVISION = "supervision"
    """A case supervision."""

    @property
    def label(self) -> str:
        """What the list holds, in words."""
        return _LABELS[self]


_LABELS = {
    ListKind.CASES: "Children's cases",
    ListKind.MISSING: "Missing episodes",
    ListKind.STRATEGY: "Strategy discussions",
    ListKind.SUPERVISION: "Supervisions",
}


@dataclass(frozen=True, slots=True)
class CaseEvent:
    """One event of one child.

    Attributes:
        id: A UUID.
        case_id: The case.
        kind: What kind of event; never ``CASES``.
        happened: When it began: ISO, the file's own local time, with a time where the list has one.
        facts: Everything that the list says of it, by field key; ``happened`` is among them under
            the key of the kind's first field.
        imported_at: When a list last said something new of it, ISO UTC.
    """

    id: str
    case_id: str
    kind: ListKind
    happened: str
    facts: Facts
    imported_at: str = ""
