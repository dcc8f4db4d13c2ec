"""The rows of the navigator: themes with their progress, and the questions of one of them."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from audit_desk.domain.audit import OVERALL
from audit_desk.domain.audit_tool import Question, Theme
from audit_desk.domain.practitioner import PRACTITIONER, TITLE
from audit_desk.ui.screens.audit.reading import PlaceState, Reading
from audit_desk.ui.screens.audit.way.places import Place


class RowKind(StrEnum):
    """What stands in a row."""

    THEME = "theme"
    QUESTION = "question"
    JUDGEMENT = "judgement"
    FOLD = "fold"
    """How many questions do not apply; opens and closes their rows."""
    NOTHING = "nothing"
    """Says that a search found nothing."""


@dataclass(frozen=True, slots=True)
class NavRow:
    """One row.

    Attributes:
        kind: What it is.
        place: Where it leads.
        title: A theme's title, a question's id.
        text: A question's wording, or why it does not apply.
        count: A theme's progress, for example ``3/8``.
        state: How it stands; ``None`` for themes and folds.
        critical: Whether it is a ★ question.
    """

    kind: RowKind
    place: Place
    title: str
    text: str = ""
    count: str = ""
    state: PlaceState | None = None
    critical: bool = False

    @property
    def spoken(self) -> str:
        """The row as it is read out."""
        star = "critical" if self.critical else ""
        state = "" if self.state is None else self.state.value
        return ", ".join(part for part in (self.title, star, self.text, self.count, state) if part)


def rows_for(reading: Reading, theme_id: str, *, unfolded: bool) -> tuple[NavRow, ...]:
    """Return all themes, and the questions and judgement of the one that is read."""
    rows: list[NavRow] = []
    for theme in reading.tool.themes:
        rows.append(_theme_row(reading, theme))
        if theme.id == theme_id:
            rows += _inside(reading, theme, unfolded=unfolded)
    rows.append(_judgement_row(reading, Place(OVERALL), "Overall judgement"))
    with_them = Place(PRACTITIONER)
    rows.append(NavRow(RowKind.JUDGEMENT, with_them, TITLE, state=reading.state(with_them)))
    return tuple(rows)


def found_rows(reading: Reading, query: str, written: Callable[[Place], str]) -> tuple[NavRow, ...]:
    """Return the places in which a search's words stand, the question of that id before others.

    Args:
        reading: The audit.
        query: What is looked for: a question's id, or words of its text or of the reader's own.
        written: Gives what the reader wrote at a place.
    """
    wanted = query.casefold().split()
    rows = [
        _found_row(reading, place)
        for place in reading.places
        if _matches(f"{_asked(reading, place)} {written(place)}", wanted)
    ]
    named = " ".join(wanted)
    rows.sort(key=lambda row: row.title.casefold() != named)  # others may name it in their guidance
    nothing = NavRow(RowKind.NOTHING, Place(""), "Nothing found")
    return tuple(rows) or (nothing,)


def _found_row(reading: Reading, place: Place) -> NavRow:
    if place.is_question:
        return _question_row(reading, reading.question(place.question_id), place)
    title = reading.title(place.theme_id)
    if place.theme_id in {OVERALL, PRACTITIONER}:
        return NavRow(RowKind.JUDGEMENT, place, title, state=reading.state(place))
    return _judgement_row(reading, place, f"{title}: your judgement")


def _matches(text: str, wanted: list[str]) -> bool:
    text = text.casefold()
    return all(word in text for word in wanted)


def _asked(reading: Reading, place: Place) -> str:
    """Return what a question says of itself; nothing for a judgement."""
    if not place.is_question:
        return ""
    question = reading.question(place.question_id)
    parts = " ".join(f"{part.label} {part.help}" for part in question.parts)
    return f"{question.id} {question.wording} {question.guidance} {parts}"


def _theme_row(reading: Reading, theme: Theme) -> NavRow:
    done, of = reading.progress(theme)
    first = next(place for place in reading.places if place.theme_id == theme.id)
    return NavRow(RowKind.THEME, first, theme.title, count=f"{done}/{of}")


def _inside(reading: Reading, theme: Theme, *, unfolded: bool) -> list[NavRow]:
    places = [p for p in reading.places if p.theme_id == theme.id and p.is_question]
    rows = [_question_row(reading, reading.question(p.question_id), p) for p in places]
    folded = [row for row in rows if row.state is PlaceState.FOLDED]
    shown = [row for row in rows if row.state is not PlaceState.FOLDED]
    if folded:
        count = f"{len(folded)} do not apply" if len(folded) > 1 else "1 does not apply"
        title = f"{'▾' if unfolded else '▸'} {count}"
        shown.append(NavRow(RowKind.FOLD, folded[0].place, title))
        shown += folded if unfolded else []
    return [*shown, _judgement_row(reading, Place(theme.id), "Your judgement")]


def _question_row(reading: Reading, question: Question, place: Place) -> NavRow:
    state = reading.state(place)
    why_not = reading.why_not(question) if state is PlaceState.FOLDED else ""
    return NavRow(
        RowKind.QUESTION,
        place,
        question.id,
        text=why_not or question.wording,
        state=state,
        critical=question.critical,
    )


def _judgement_row(reading: Reading, place: Place, title: str) -> NavRow:
    grade = reading.judgement(place.theme_id).grade
    text = "" if grade is None else grade.label
    return NavRow(RowKind.JUDGEMENT, place, title, text=text, state=reading.state(place))
