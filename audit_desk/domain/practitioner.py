"""The part in an audit of those whom it is about: practitioners, and the child or their carer.

A file says what was written down; the worker, their manager and the child say what happened. So
each audit says of each of them whether they were invited, and if not, why; when they spoke, what
they said, and whether it changed the audit. They are named by role alone.
"""

from datetime import date

from audit_desk.domain.answer_check import text_faults
from audit_desk.domain.completeness import Gap
from audit_desk.domain.contribution import Contribution, Contributions, Role

PRACTITIONER = "practitioner"
"""Stands for a theme's id where the part of practitioners and the child is meant."""

TITLE = "With the practitioner and the child"
"""What that part of an audit is called."""

_EARLIEST_YEAR = 1990


def missing(contribution: Contribution) -> str:
    """Return what is still to be said of one of them, as a sentence; empty when nothing is."""
    who = contribution.role.words
    if not contribution.invited:
        if contribution.invited is not None and contribution.why_not.strip():
            return ""
        return f"Say whether {who} was invited, and if not, why."
    if contribution.took_part is None:
        return f"Say whether {who} took part."
    return _missing_words(contribution) if contribution.took_part else ""


def _missing_words(contribution: Contribution) -> str:
    who = contribution.role.words
    if contribution.on is None or not contribution.said.strip():
        return f"Say when {who} spoke, and what they said."
    if contribution.changed is None or (contribution.changed and not contribution.how.strip()):
        return f"Say whether what {who} said changed the audit, and what it changed."
    return ""


def contribution_gaps(contributions: Contributions) -> tuple[Gap, ...]:
    """Return what is still to be said before an audit is submitted on its page."""
    sentences = (missing(contributions.get(role) or Contribution(role)) for role in Role)
    return tuple(Gap(PRACTITIONER, "", sentence) for sentence in sentences if sentence)


def contribution_faults(contribution: Contribution, today: date) -> tuple[str, ...]:
    """Return what is wrong with a contribution, each as a sentence; empty when nothing is.

    Args:
        contribution: What is said of one of them.
        today: The present day; nobody has spoken on a day that is yet to come.
    """
    texts = (contribution.why_not, contribution.said, contribution.how)
    found = [sentence for text in texts for sentence in text_faults(text)]
    day = contribution.on
    if day is not None and (day > today or day.year < _EARLIEST_YEAR):
        found.append(
            f"{day:%d/%m/%Y} cannot be the day on which {contribution.role.words} spoke; check it."
        )
    return tuple(found)
