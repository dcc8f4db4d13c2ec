"""The texts that people wrote, each with its place: what is looked through for identifiers."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass

from audit_desk.domain.action import Action
from audit_desk.domain.audit import OVERALL, Answer, FullAudit, Judgement
from audit_desk.domain.audit_tool import AuditTool, Part, PartKind, Question
from audit_desk.domain.concern import Concern
from audit_desk.domain.event_rows import read_rows
from audit_desk.domain.follow_up import FollowUps
from audit_desk.domain.practitioner import PRACTITIONER, TITLE

_TYPED = (PartKind.TEXT, PartKind.CHOICE, PartKind.CHOICES)
_JUDGED = (
    ("rationale", "reason of the judgement"),
    ("strengths", "what was done well"),
    ("improvements", "what needs to improve"),
    ("lived_experience", "what it was like for the child"),
)


@dataclass(frozen=True, slots=True)
class TextPlace:
    """Where a text stands.

    Attributes:
        words: The place in words, for example "ST4, evidence".
        reference: The child's reference; empty for what belongs to no one file.
        theme_id: The theme, ``OVERALL`` or ``PRACTITIONER``; empty outside an audit's page.
        question_id: The question; empty where there is none.
    """

    words: str
    reference: str = ""
    theme_id: str = ""
    question_id: str = ""

    @property
    def sentence(self) -> str:
        """The place with its file: "CST-0142: ST4, evidence"."""
        return f"{self.reference}: {self.words}" if self.reference else self.words


Written = tuple[TextPlace, str]
"""A text with its place."""


def texts_of_audit(tool: AuditTool, full: FullAudit) -> Iterator[Written]:
    """Yield the texts of an audit in the order of its questions; empty ones are left out."""
    for theme in tool.themes:
        for question in theme.questions:
            answer = full.answers.get(question.id)
            if answer is not None:
                yield from _of_answer(theme.id, question, answer, full.audit.reference)
        yield from _of_judgement(theme.title, full, full.judgements.get(theme.id))
    yield from _of_judgement("The whole audit", full, full.judgements.get(OVERALL))
    for role, made in full.contributions.items():
        place = TextPlace(f"{TITLE}, {role.label.lower()}", full.audit.reference, PRACTITIONER)
        yield from ((place, text) for text in (made.why_not, made.said, made.how) if text)


def texts_of_follow_ups(tool: AuditTool, told: FollowUps, reference: str) -> Iterator[Written]:
    """Yield what was written of that which follows from answers."""
    for question_id, each in told.items():
        with suppress(KeyError):  # a question that the tool does not have has no place
            theme_id = tool.theme_of(question_id).id
            place = TextPlace(f"{question_id}, action", reference, theme_id, question_id)
            for text in (each.draft.change, each.draft.owner, each.none_because):
                if text:
                    yield place, text


def texts_of_actions(actions: Iterable[Action], reference: str = "") -> Iterator[Written]:
    """Yield what is to be done, and by whom."""
    for each in actions:
        for text in (each.draft.change, each.draft.owner):
            if text:
                yield _of_action(each, "action", reference), text


def texts_of_outcomes(actions: Iterable[Action], reference: str = "") -> Iterator[Written]:
    """Yield what showed that practice changed, or why an action was dropped."""
    for each in actions:
        if each.outcome:
            yield _of_action(each, "how the action ended", reference), each.outcome


def _of_action(action: Action, words: str, reference: str) -> TextPlace:
    named = f"{action.question_id}, {words}" if action.question_id else words
    return TextPlace(named, reference)


def texts_of_concerns(concerns: Iterable[Concern]) -> Iterator[Written]:
    """Yield what was answered to concerns, and how they were closed.

    Who was told is not among it: that is recorded by name on purpose.
    """
    for concern in concerns:
        place = TextPlace(f"{concern.question_id}, concern", concern.reference)
        for contact in concern.contacts:
            if contact.response:
                yield place, contact.response
        if concern.closing_note:
            yield place, concern.closing_note


def _of_answer(
    theme_id: str, question: Question, answer: Answer, reference: str
) -> Iterator[Written]:
    if answer.evidence:
        words = f"{question.id}, evidence"
        yield TextPlace(words, reference, theme_id, question.id), answer.evidence
    for part in question.parts:
        for text in _typed(part, answer.parts.get(part.id, "")):
            words = f"{question.id}, “{part.label}”"
            yield TextPlace(words, reference, theme_id, question.id), text


def _typed(part: Part, stored: str) -> Iterator[str]:
    if part.kind in _TYPED and stored:
        yield stored
    elif part.kind is PartKind.EVENTS:
        columns = [column.id for column in part.columns if column.kind in _TYPED]
        with suppress(ValueError):  # what cannot be read is no text either
            for row in read_rows(stored):
                yield from (row[column] for column in columns if row.get(column))


def _of_judgement(title: str, full: FullAudit, judgement: Judgement | None) -> Iterator[Written]:
    if judgement is None:
        return
    for name, words in _JUDGED:
        text = str(getattr(judgement, name))
        if text:
            place = TextPlace(f"{title}, {words}", full.audit.reference, judgement.theme_id)
            yield place, text
