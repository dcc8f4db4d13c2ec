"""What stands in an answer, a judgement or a contribution, in words; and what differs in two.

An older version of one is read by people: grade words instead of stored figures, dates as they
are spoken, and of a text the words that came and went.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum, auto

from audit_desk.domain.applicability import CHOICES_SEPARATOR
from audit_desk.domain.audit import Answer, Judgement
from audit_desk.domain.audit_tool import Part, PartKind, Question
from audit_desk.domain.contribution import Contribution
from audit_desk.domain.event_rows import read_rows
from audit_desk.domain.follow_up import FollowUp
from audit_desk.domain.moments import Moment, format_moment, parse_moment
from audit_desk.domain.version import Written

_MOST_WORDS = 4_000
"""Above this many words two texts are set under each other: finding what moved takes too long."""
_WORDS = re.compile(r"\s+|\S+")
_ROWS = re.compile(r"\n|[^\n]+")


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is written.

    Attributes:
        key: What it is, the same in every version.
        label: What it is called.
        text: What it says.
        prose: Whether it is a person's own words.
    """

    key: str
    label: str
    text: str
    prose: bool = False


Lines = tuple[Line, ...]


class Kept(Enum):
    """What became of a piece of a text."""

    SAME = auto()
    ADDED = auto()
    GONE = auto()


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that differs.

    Attributes:
        label: What it is called.
        before: What it said; empty where it said nothing.
        after: What it says; empty where it says nothing.
        prose: Whether it is a person's own words.
    """

    label: str
    before: str
    after: str
    prose: bool = False

    @property
    def pieces(self) -> tuple[tuple[Kept, str], ...]:
        """The words that stayed, came and went, in reading order; together both texts.

        Of a list whole rows, whose cells are too much alike to be told apart word by word.
        """
        return tuple(_pieces(self.before, self.after, _WORDS if self.prose else _ROWS))

    @property
    def in_pieces(self) -> bool:
        """Whether what stayed is told apart from what changed, rather than one from the other."""
        rows = "\n" in f"{self.before}{self.after}"
        return bool(self.before and self.after) and (self.prose or rows)

    @property
    def sentence(self) -> str:
        """The change as a sentence, for where nothing can be marked."""
        if self.in_pieces and not self.prose:
            said = {Kept.GONE: "taken out", Kept.ADDED: "written"}
            changed = [(said[kept], text.strip()) for kept, text in self.pieces if kept in said]
            return f"{self.label}: " + "; ".join(f"{what} “{text}”" for what, text in changed)
        if not self.before:
            return f"{self.label}: “{self.after}”"
        if not self.after:
            return f"{self.label}: taken out, it was “{self.before}”"
        return f"{self.label}: “{self.before}” became “{self.after}”"


def answer_lines(question: Question, answer: Answer) -> Lines:
    """Return what an answer says."""
    main = answer.absence.label if answer.absence else _main(answer)
    parts = [
        Line(part.id, part.label, part_words(part, answer.parts[part.id]), _is_prose(part))
        for part in question.parts
        if answer.parts.get(part.id)
    ]
    return _said(Line("", "Answer", main), *parts, Line(" ", "Evidence", answer.evidence, True))


def judgement_lines(judgement: Judgement) -> Lines:
    """Return what a judgement says."""
    grade = judgement.grade.label if judgement.grade else ""
    suggested = judgement.suggested.label if judgement.suggested else ""
    return _said(
        Line("grade", "Judgement", grade),
        Line("suggested", "Suggested then", suggested),
        _prose("rationale", "Why this grade", judgement.rationale),
        _prose("strengths", "What was done well", judgement.strengths),
        _prose("improvements", "What needs to improve", judgement.improvements),
        _prose("lived", "What it was like for the child", judgement.lived_experience),
    )


def contribution_lines(made: Contribution) -> Lines:
    """Return what is said of one role's part in the audit."""
    on = format_moment(Moment(made.on)) if made.on else ""
    return _said(
        Line("invited", "Invited", _yes(made.invited)),
        _prose("why_not", "Why not", made.why_not),
        Line("took_part", "Took part", _yes(made.took_part)),
        Line("on", "When", on),
        _prose("said", "What they said", made.said),
        Line("changed", "Changed the audit", _yes(made.changed)),
        _prose("how", "What it changed", made.how),
    )


def follow_up_lines(told: FollowUp) -> Lines:
    """Return what is said to follow from an answer."""
    draft = told.draft
    if told.action_id:
        return _said(Line("linked", "Another action of the round", draft.change or "One of them"))
    due = format_moment(Moment(draft.due_on)) if draft.due_on else ""
    return _said(
        _prose("change", "What will change for the child", draft.change),
        Line("owner", "Owner", draft.owner),
        Line("due", "By when", due),
        _prose("none", "No action needed, because", told.none_because),
    )


def lines_of(item: Written, question: Callable[[str], Question]) -> Lines:
    """Return what any of the four says.

    Args:
        item: What was written.
        question: Gives a question by its id.
    """
    if isinstance(item, Answer):
        return answer_lines(question(item.question_id), item)
    if isinstance(item, FollowUp):
        return follow_up_lines(item)
    return judgement_lines(item) if isinstance(item, Judgement) else contribution_lines(item)


def differences(before: Lines, after: Lines) -> tuple[Change, ...]:
    """Return what differs, in reading order."""
    old = {line.key: line for line in before}
    new = {line.key: line for line in after}
    keys = [line.key for line in after] + [key for key in old if key not in new]
    return tuple(
        Change(one.label, _text(old, key), _text(new, key), one.prose)
        for key in keys
        if _text(old, key) != _text(new, key)
        for one in [new.get(key) or old[key]]
    )


def part_words(part: Part, stored: str) -> str:
    """Return one part's value in words; as it is stored where it cannot be read."""
    if part.kind is PartKind.EVENTS:
        with suppress(ValueError):
            return "\n".join(_row_words(part, dict(row)) for row in read_rows(stored))
    if part.kind in (PartKind.MOMENT, PartKind.DATE):
        with suppress(ValueError):
            return format_moment(parse_moment(stored))
    if part.kind in (PartKind.CHOICE, PartKind.CHOICES):
        labels = {option.id: option.label for option in part.options}
        return ", ".join(labels.get(each, each) for each in stored.split(CHOICES_SEPARATOR))
    return stored


def _row_words(part: Part, row: dict[str, str]) -> str:
    cells = [
        f"{column.label} {part_words(column, row[column.id])}"
        for column in part.columns
        if row.get(column.id)
    ]
    return "; ".join(cells)


def _main(answer: Answer) -> str:
    return answer.grade.label if answer.grade else answer.value.capitalize()


def _yes(said: bool | None) -> str:
    return "" if said is None else "Yes" if said else "No"


def _prose(key: str, label: str, text: str) -> Line:
    return Line(key, label, text, prose=True)


def _is_prose(part: Part) -> bool:
    return part.kind is PartKind.TEXT


def _said(*lines: Line) -> Lines:
    return tuple(line for line in lines if line.text)


def _text(lines: dict[str, Line], key: str) -> str:
    return lines[key].text if key in lines else ""


def _pieces(before: str, after: str, piece: re.Pattern[str]) -> Iterator[tuple[Kept, str]]:
    old, new = piece.findall(before), piece.findall(after)
    if len(old) + len(new) > _MOST_WORDS:
        yield from ((Kept.GONE, before), (Kept.ADDED, after))
        return
    for how, a_from, a_to, b_from, b_to in SequenceMatcher(None, old, new, False).get_opcodes():
        if how == "equal":
            yield Kept.SAME, "".join(old[a_from:a_to])
            continue
        if a_to > a_from:
            yield Kept.GONE, "".join(old[a_from:a_to])
        if b_to > b_from:
            yield Kept.ADDED, "".join(new[b_from:b_to])
