"""Who read the files of a round, and whether they had a part in the cases: plain figures."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReaderException:
    """A file that was read by somebody who had a part in the case, because another allowed it.

    Attributes:
        reference: The file.
        auditor: Who read it.
        conflict: Their part in the case, in a sentence.
        reason: Why it was allowed.
        by: Who allowed it.
    """

    reference: str
    auditor: str
    conflict: str
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class IndependenceFindings:
    """How the auditors of the submitted audits stand to the cases that they read.

    Attributes:
        read: How many audits are submitted, drawn and chosen on purpose.
        declared: In how many the auditor declared to have had no part in the case.
        exceptions: Where a part in the case was known and reading allowed.
        conflicts: The files whose auditor stands in the case list or said to have had a part,
            and nobody allowed it.
    """

    read: int
    declared: int
    exceptions: tuple[ReaderException, ...] = ()
    conflicts: tuple[str, ...] = ()
