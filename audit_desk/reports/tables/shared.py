"""Columns that several tables share: which audit a row is of, and whether it counts."""

from collections.abc import Callable
from typing import TypeVar

from audit_desk.domain.audit import Absence, FullAudit, Grade
from audit_desk.domain.round_record import is_counted
from audit_desk.reports.tables.model import YES_NO, Column, yes_no

Item = TypeVar("Item")

GRADES = ", ".join(grade.label for grade in Grade)
GRADES_STORED = "1 (Outstanding) to 4 (Inadequate)"
ABSENCES = ", ".join(absence.label for absence in Absence)


def audit_columns(audit_of: Callable[[Item], FullAudit]) -> tuple[Column[Item], ...]:
    """Return the columns that say which audit a row belongs to."""
    return (
        reference_column(lambda item: audit_of(item).audit.reference),
        Column(
            "selection",
            "Selection",
            "How the file came into the round.",
            lambda item: audit_of(item).audit.selection.value,
            values="random, purposive (chosen on purpose)",
            width=12,
        ),
        Column(
            "counted",
            "Counted",
            "Whether it counts in every n of N: drawn at random, and submitted.",
            lambda item: yes_no(is_counted(audit_of(item))),
            values=YES_NO,
            width=10,
        ),
    )


def reference_column(reference: Callable[[Item], str]) -> Column[Item]:
    """Return the column that joins the tables."""
    return Column(
        "reference",
        "Reference",
        "The child's reference in this register. It joins the tables with each other.",
        reference,
        width=13,
    )


def grade_words(grade: Grade | None) -> str:
    """Return a grade spelled out; empty where there is none."""
    return grade.label if grade else ""
