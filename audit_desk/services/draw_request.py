"""What a person asks of a draw."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DrawRequest:
    """What a person asks for.

    Attributes:
        size: How many files to read.
        seed: A whole number; a fresh one is chosen when there is none.
        by: Case fields to stratify by.
        where: Case fields and the value each must have for a case to be in the frame: a value,
            a range of dates, ages or counts, or ``NOT_RECORDED`` (see ``domain.conditions``).
        minimum: The least number from each stratum.
        audited_within: Leave out cases that another round audited within so many calendar
            months, or is reading now.
        not_own_of: Names of auditors: cases that they are or were worker, manager or chair of
            are left out.
        leave_out: References left out by hand, each with its reason.
    """

    size: int
    seed: int | None = None
    by: tuple[str, ...] = ()
    where: tuple[tuple[str, str], ...] = ()
    minimum: int = 0
    audited_within: int | None = None
    not_own_of: tuple[str, ...] = ()
    leave_out: tuple[tuple[str, str], ...] = ()
