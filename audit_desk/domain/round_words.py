"""What the lead says about a round in words of their own, beside what the figures say.

Each part remembers the figures that it was written against, so that whoever reads it can be told
where they have changed since.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from audit_desk.domain.audit import OVERALL

HEADLINE = "headline"
RECOMMENDATIONS = "recommendations"
_THEME = "theme:"
THE_ROUND = f"{_THEME}{OVERALL}"
"""The part on the round as a whole."""


def theme_part(theme_id: str) -> str:
    """Return the name of the part on a theme."""
    return f"{_THEME}{theme_id}"


@dataclass(frozen=True, slots=True)
class Recommendation:
    """What the lead recommends.

    Attributes:
        text: What is to be done.
        owner: The role that sees to it; may be empty.
        due_on: By when; ``None`` where it is not said.
        action_id: The action that was made of it; empty where there is none.
    """

    text: str
    owner: str = ""
    due_on: date | None = None
    action_id: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said at all."""
        return not (self.text.strip() or self.owner.strip() or self.due_on)


@dataclass(frozen=True, slots=True)
class WrittenPart:
    """One part as it was last written.

    Attributes:
        text: The lead's words; empty for the recommendations, which are a list.
        figures: The hash of the figures that they were written against.
        written_by: Who wrote it.
        written_at: When, UTC.
    """

    text: str
    figures: str
    written_by: str
    written_at: datetime


@dataclass(frozen=True, slots=True)
class RoundWords:
    """All that the lead wrote about a round.

    Attributes:
        parts: What is written, by the part's name; a part of which nothing is said is not there.
        recommendations: In the lead's order.
        figures: The hash of the figures as they are now; empty where it is not known.
    """

    parts: Mapping[str, WrittenPart] = field(default_factory=dict)
    recommendations: tuple[Recommendation, ...] = ()
    figures: str = ""

    def text(self, part: str) -> str:
        """Return what is said in a part; empty where nothing is."""
        written = self.parts.get(part)
        return written.text if written else ""

    def is_behind(self, part: str) -> bool:
        """Whether the figures have changed since a part was written."""
        written = self.parts.get(part)
        return bool(written and self.figures and written.figures != self.figures)


@dataclass(frozen=True, slots=True)
class DraftWords:
    """What plain rules make of the figures: where a lead may begin, and never more than they say.

    Attributes:
        texts: A text by the part's name.
        recommendations: One sentence each.
    """

    texts: Mapping[str, str]
    recommendations: tuple[str, ...]
