"""Actions as a list on paper, to be worked through at a meeting."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from audit_desk.domain.action import ActionLine


@dataclass(frozen=True, slots=True)
class ActionSheet:
    """A list of actions as it stands on a day.

    Attributes:
        organisation: Whose list it is.
        title: Of what: a round, or all of them.
        lines: The actions as they are worked on.
        today: The day; what is overdue goes by it.
    """

    organisation: str
    title: str
    lines: tuple[ActionLine, ...]
    today: date

    @property
    def written(self) -> datetime:
        """The moment that the document bears: the list may change later that day."""
        return datetime.combine(self.today, time(), UTC)
