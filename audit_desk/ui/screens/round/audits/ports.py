"""What the Audits tab asks of the rest of the application."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from audit_desk.domain.assignment import Spread
from audit_desk.domain.audit import Audit
from audit_desk.domain.independence import Record


class AssigningPort(Protocol):
    """Who reads which file, read and written on the main thread."""

    def auditors(self) -> tuple[str, ...]:
        """Return the names of everybody who reads or has read a file."""

    def load(self, auditors: Sequence[str]) -> Mapping[str, int]:
        """Return how many files each of these has to read or finish."""

    def records(self, round_id: str) -> Mapping[str, Record]:
        """Return all that is known about who may read each file of a round."""

    def assign(
        self,
        audit_ids: Sequence[str],
        auditor: str,
        due: date | None,
        by: str,
        *,
        override: str = "",
        begun_too: bool = False,
    ) -> tuple[Audit, ...]:
        """Give files to an auditor; without a day, the one that stands there stays.

        Raises:
            UserError: One of them cannot be given; then none is.
        """

    def unassign(self, audit_ids: Sequence[str], by: str) -> tuple[Audit, ...]:
        """Take files back that nobody has begun.

        Raises:
            UserError: One is begun or submitted.
        """

    def set_due(self, audit_ids: Sequence[str], due: date | None, by: str) -> tuple[Audit, ...]:
        """Say by when files are to be read, or take the day away.

        Raises:
            UserError: One is submitted.
        """

    def plan(self, round_id: str, auditors: Sequence[str]) -> Spread:
        """Return how the files without an auditor would be shared out.

        Raises:
            UserError: Nobody is named, or one person twice.
        """

    def share_out(
        self, round_id: str, auditors: Sequence[str], due: date | None, by: str
    ) -> Spread:
        """Share the files without an auditor out evenly.

        Raises:
            UserError: Nobody is named, or one person twice.
        """
