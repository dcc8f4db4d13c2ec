"""The question that stands before a file whose words may name somebody."""

from collections.abc import Sequence

from audit_desk.ui.prompts import Question

_NAMED = 5


def asked_about(named: Sequence[str], what: str) -> Question:
    """Return the question, with the first of what was found.

    Args:
        named: What looks as if it names somebody, each in a sentence; at least one.
        what: What would be saved: ``list``, ``report``.
    """
    more = f"\nAnd {len(named) - _NAMED} more." if len(named) > _NAMED else ""
    return Question(
        f"The {what} may name somebody",
        f"{chr(10).join(named[:_NAMED])}{more}\nWhoever reads the {what} reads it too.",
        "Save all the same",
    )
