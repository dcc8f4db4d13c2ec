"""The places of an audit in reading order, and the ways from one to the next."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from audit_desk.domain.audit import OVERALL
from audit_desk.domain.audit_tool import AuditTool
from audit_desk.domain.practitioner import PRACTITIONER


@dataclass(frozen=True, slots=True)
class Place:
    """A place of an audit.

    A question, a theme's judgement (no question), the overall judgement (``OVERALL``), or the
    part of practitioners and the child (``PRACTITIONER``).
    """

    theme_id: str
    question_id: str = ""

    @property
    def is_question(self) -> bool:
        """Whether a question stands here rather than a judgement."""
        return bool(self.question_id)

    @property
    def is_judgement(self) -> bool:
        """Whether a judgement stands here, of a theme or of the whole audit."""
        return not self.question_id and self.theme_id != PRACTITIONER


def places_of(tool: AuditTool) -> tuple[Place, ...]:
    """Return every place that the auditor visits; a moderator's questions are left out."""
    found: list[Place] = []
    for theme in tool.themes:
        asked = [question for question in theme.questions if not question.for_moderator]
        found += [Place(theme.id, question.id) for question in asked]
        found.append(Place(theme.id))
    return (*found, Place(OVERALL), Place(PRACTITIONER))


def step(places: Sequence[Place], here: Place, by: int) -> Place:
    """Return the place so many steps further (negative: back), stopping at the ends."""
    if here not in places:
        return places[0]
    return places[max(0, min(len(places) - 1, places.index(here) + by))]


def theme_step(places: Sequence[Place], here: Place, by: int) -> Place:
    """Return the first place of the theme so many themes further, stopping at the ends."""
    themes = list(dict.fromkeys(place.theme_id for place in places))
    wanted = max(0, min(len(themes) - 1, themes.index(here.theme_id) + by))
    return next(place for place in places if place.theme_id == themes[wanted])


def next_open(
    places: Sequence[Place], here: Place, is_open: Callable[[Place], bool]
) -> Place | None:
    """Return the next place with something left to do, from here on and round to here again.

    The present place comes last, so that a question which still wants evidence does not hold
    a reader who has decided to come back to it.
    """
    start = places.index(here) + 1 if here in places else 0
    for place in (*places[start:], *places[:start]):
        if is_open(place):
            return place
    return None
