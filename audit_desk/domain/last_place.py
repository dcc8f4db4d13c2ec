"""Where somebody was in an audit when they left it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class LastPlace:
    """A place, and when it was left.

    Attributes:
        theme_id: The theme.
        question_id: The question; empty where it was a judgement.
        at: When, UTC.
    """

    theme_id: str
    question_id: str
    at: datetime
