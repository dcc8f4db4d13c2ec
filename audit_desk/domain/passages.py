"""The texts of a round that may be quoted outside of it, once the lead has released each.

A release is of a text as it reads: it goes by the text's hash, so one that was changed afterwards
is not released any more.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from audit_desk.domain.action import ActionLine
from audit_desk.domain.audit import OVERALL
from audit_desk.domain.findings import Findings, ThemeFindings
from audit_desk.domain.round_words import HEADLINE, RECOMMENDATIONS, theme_part


class PassageKind(StrEnum):
    """What a passage says; the value is stored."""

    LEAD = "lead"
    RECOMMENDATION = "recommendation"
    STRENGTH = "strength"
    IMPROVEMENT = "improvement"
    VOICE = "voice"
    RATIONALE = "rationale"
    HEARD = "heard"
    CLOSING = "closing"
    ACTION = "action"
    OUTCOME = "outcome"

    @property
    def label(self) -> str:
        """What it says, as a small heading."""
        return _LABELS[self]


_LABELS = {
    PassageKind.LEAD: "The lead writes",
    PassageKind.RECOMMENDATION: "Recommendations",
    PassageKind.STRENGTH: "What was done well",
    PassageKind.IMPROVEMENT: "What needs to improve",
    PassageKind.VOICE: "What it was like for the child",
    PassageKind.RATIONALE: "Why the grade differs from the suggestion",
    PassageKind.HEARD: "What changed because somebody was heard",
    PassageKind.CLOSING: "Seen or safe: what was recorded",
    PassageKind.ACTION: "What will change for the child",
    PassageKind.OUTCOME: "What became of it",
}
THE_ROUND = "The round as a whole"
ACTIONS = "Actions"
CHILDREN = "Children who needed action"
HEARD = "Practitioners and children"
_EXAMPLES = (
    (PassageKind.STRENGTH, "strengths"),
    (PassageKind.IMPROVEMENT, "improvements"),
    (PassageKind.VOICE, "voices"),
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A text that somebody wrote in a round.

    Attributes:
        kind: What it says.
        group: The theme, or what else it belongs to, as a heading.
        reference: The file it is about; empty where it is about none.
        item: What it is of among the texts of its kind and file: a theme's title, an id.
        text: The words.
    """

    kind: PassageKind
    group: str
    reference: str
    item: str
    text: str

    @property
    def hash(self) -> str:
        """The SHA-256 of the words, lower-case hex."""
        return sha256(self.text.encode()).hexdigest()

    @property
    def key(self) -> "PassageKey":
        """What a release goes by."""
        return (self.kind, self.reference, self.item, self.hash)


PassageKey = tuple[str, str, str, str]
"""Kind, reference, item and hash of the words."""


def passages_of(found: Findings) -> tuple[Passage, ...]:
    """Return every text of a round that could be quoted, by theme; empty ones are left out."""
    every = (
        *_of_lead(found),
        *(each for theme in (found.overall, *found.themes) for each in _of_theme(found, theme)),
        *_of_people(found),
        *_of_actions((*found.actions, *found.earlier_actions)),
    )
    return tuple(each for each in every if each.text.strip())


def passages_by_key(
    passages: Iterable[Passage], released: Iterable[PassageKey]
) -> tuple[Passage, ...]:
    """Return those that are released, in the order given."""
    keys = frozenset(released)
    return tuple(each for each in passages if each.key in keys)


def _of_lead(found: Findings) -> Iterator[Passage]:
    words = found.words
    parts = {HEADLINE: THE_ROUND, theme_part(OVERALL): THE_ROUND}
    parts |= {theme_part(theme.theme_id): theme.title for theme in found.themes}
    for part, group in parts.items():
        yield Passage(PassageKind.LEAD, group, "", part, words.text(part))
    for number, each in enumerate(words.recommendations, start=1):
        item = f"{RECOMMENDATIONS} {number}"
        yield Passage(PassageKind.RECOMMENDATION, THE_ROUND, "", item, each.text)


def _of_theme(found: Findings, theme: ThemeFindings) -> Iterator[Passage]:
    group = THE_ROUND if theme.theme_id == OVERALL else theme.title
    for kind, name in _EXAMPLES:
        for example in getattr(theme, name):
            yield Passage(kind, group, example.reference, theme.theme_id, example.text)
    for made in found.overrides:
        if made.theme_title == theme.title:
            kind = PassageKind.RATIONALE
            yield Passage(kind, group, made.reference, theme.theme_id, made.rationale)


def _of_people(found: Findings) -> Iterator[Passage]:
    for concern in found.concerns:
        kind, note = PassageKind.CLOSING, concern.closing_note
        yield Passage(kind, CHILDREN, concern.reference, concern.id, note)
    for heard in found.contributions.heard if found.contributions else ():
        yield Passage(PassageKind.HEARD, HEARD, heard.reference, heard.role, heard.how)


def _of_actions(lines: Iterable[ActionLine]) -> Iterator[Passage]:
    for line in lines:
        action = line.action
        yield Passage(PassageKind.ACTION, ACTIONS, "", action.id, action.draft.change)
        yield Passage(PassageKind.OUTCOME, ACTIONS, "", action.id, action.outcome)
