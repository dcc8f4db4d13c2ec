"""Looking at the cases of a register, and writing them as CSV."""

from collections.abc import Sequence
from pathlib import Path

from audit_desk.domain.case import Case
from audit_desk.domain.case_event import CaseEvent
from audit_desk.domain.case_fields import CASE_FIELDS
from audit_desk.domain.csv_text import csv_bytes, no_formula
from audit_desk.services.whole_file import write_whole
from audit_desk.storage.case_repo import CaseRepo
from audit_desk.storage.event_repo import EventRepo
from audit_desk.storage.list_repo import ListRepo
from audit_desk.storage.register import Register

CLOSED_HEADING = "No longer on a list since"


class CaseService:
    """The cases of one register."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._repo = CaseRepo(register)

    def all(self) -> list[Case]:
        """Return every case, by reference."""
        return self._repo.all()

    def count(self) -> int:
        """Return how many cases there are."""
        return self._repo.count()

    def events(self, case_id: str) -> Sequence[CaseEvent]:
        """Return what lists of events say of a child, the latest first."""
        return EventRepo(self._register).of_case(case_id)

    def lists(self, case_id: str) -> Sequence[str]:
        """Return the names of the lists that a child stands on."""
        return ListRepo(self._register).names_of(case_id)

    def write_csv(self, target: Path) -> int:
        """Write reference and facts of every case; the council's own number is never written.

        Since when a child is on no list any more stands there where any child is not.

        Returns:
            How many cases were written.

        Raises:
            UserError: The file cannot be written.
        """
        cases = self._repo.all()
        used = {key for case in cases for key in case.facts}
        fields = [field for field in CASE_FIELDS if field.key in used]
        closed = [CLOSED_HEADING] if any(case.closed_on for case in cases) else []
        rows = [["Reference", *(field.label for field in fields), *closed]]
        for case in cases:
            facts = (no_formula(str(case.facts.get(field.key, ""))) for field in fields)
            rows.append([case.reference, *facts, *([case.closed_on] if closed else [])])
        write_whole(csv_bytes(rows), target)
        return len(cases)
