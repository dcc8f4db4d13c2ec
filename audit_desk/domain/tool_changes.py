"""What changes for the auditor between two versions of an audit tool, in sentences.

Questions, parts and clocks are known by their ids: exports and trends go by those. One that
gets another id is therefore one retired and one added, and that is said.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from audit_desk.domain.audit_tool import AuditTool, Question, Theme
from audit_desk.domain.tool_clock_changes import clock_changes
from audit_desk.domain.tool_question_changes import question_changes
from audit_desk.domain.tool_words import quoted


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is otherwise than before.

    Attributes:
        place: Where: a theme's title, or what stands beside the themes.
        sentence: What changed, as a whole sentence.
        question: The id of the question that it is about; empty where it is about none.
    """

    place: str
    sentence: str
    question: str = ""


def tool_changes(before: AuditTool, after: AuditTool) -> tuple[Change, ...]:
    """Return all that changes for whoever audits with the later version, in reading order."""
    changes = (
        *_about(before, after),
        *_themes(before, after),
        *(change for theme in after.themes for change in _theme(before, after, theme)),
        *_retired(before, after),
        *(Change("Clocks", sentence) for sentence in clock_changes(before, after)),
    )
    return tuple(replace(change, sentence=_ended(change.sentence)) for change in changes)


def _ended(sentence: str) -> str:
    """End a sentence with a full stop, unless what it quotes ends it."""
    return sentence if sentence.rstrip("”").endswith((".", "?", "!")) else f"{sentence}."


def _about(before: AuditTool, after: AuditTool) -> Iterator[Change]:
    place = "The tool"
    if before.id != after.id:
        yield Change(place, f"This is another tool: {after.id} instead of {before.id}.")
    if before.title != after.title:
        yield Change(place, f"Its title is now {quoted(after.title)}; it was {_was(before.title)}.")
    if before.purpose != after.purpose:
        yield Change(place, "What it is for is described in other words.")
    if before.documents != after.documents:
        yield Change(place, "The list of documents that its findings come from is changed.")


def _themes(before: AuditTool, after: AuditTool) -> Iterator[Change]:
    old, new = _by_id(before.themes), _by_id(after.themes)
    for theme in before.themes:
        if theme.id not in new:
            yield Change(theme.title, f"The theme {quoted(theme.title)} is no longer judged.")
    for name in moved([*old], [*new]):
        where = _stands([theme.title for theme in after.themes], [*new].index(name))
        yield Change(new[name].title, f"The theme {quoted(new[name].title)} now stands {where}.")


def _theme(before: AuditTool, after: AuditTool, theme: Theme) -> Iterator[Change]:
    old = _by_id(before.themes).get(theme.id)
    if old is None:
        yield Change(theme.title, f"The theme {quoted(theme.title)} is new.")
    else:
        if old.title != theme.title:
            yield Change(theme.title, f"The theme {quoted(old.title)} has a new title.")
        if old.about != theme.about:
            yield Change(theme.title, "What the theme is about is described in other words.")
    stood = _by_id(before.questions())
    shifted = _shifted(old, theme)
    for number, question in enumerate(theme.questions):
        earlier = stood.get(question.id)
        if earlier is None:
            yield Change(theme.title, _added(question, before, after), question.id)
            continue
        home = before.theme_of(question.id)
        if home.id != theme.id:
            moves = f"{question.id} moves here from {quoted(home.title)}."
            yield Change(theme.title, moves, question.id)
        elif question.id in shifted:
            where = _stands([each.id for each in theme.questions], number)
            yield Change(theme.title, f"{question.id} now stands {where}.", question.id)
        for sentence in question_changes(earlier, question, after):
            yield Change(theme.title, sentence, question.id)


def _added(question: Question, before: AuditTool, after: AuditTool) -> str:
    kept = {each.id for each in after.questions()}
    for earlier in before.questions():
        if earlier.wording == question.wording and earlier.id not in kept:
            return (
                f"{question.id} asks what {earlier.id} asked, under another id: exports and"
                f" trends count {earlier.id} as retired and {question.id} as new."
            )
    star = " ★" if question.critical else ""
    return f"{question.id}{star} is new: {quoted(question.wording)}"


def _retired(before: AuditTool, after: AuditTool) -> Iterator[Change]:
    kept = {question.id for question in after.questions()}
    for question in before.questions():
        if question.id not in kept:
            gone = (
                f"{question.id} is retired: {quoted(question.wording)} is no longer asked."
                " Answers given to it stay where they are."
            )
            yield Change(before.theme_of(question.id).title, gone, question.id)


def _shifted(before: Theme | None, after: Theme) -> set[str]:
    if before is None:
        return set()
    orders = ([question.id for question in theme.questions] for theme in (before, after))
    return set(moved(*orders))


def moved(before: Sequence[str], after: Sequence[str]) -> tuple[str, ...]:
    """Return the fewest names that must have moved to come from one order to the other.

    Names that stand in one of the two only are none of them.
    """
    place = {name: number for number, name in enumerate(before)}
    common = [name for name in after if name in place]
    still = _longest_rising([place[name] for name in common])
    return tuple(name for number, name in enumerate(common) if number not in still)


def _longest_rising(numbers: Sequence[int]) -> set[int]:
    """Return where the longest rising run of a row of different numbers stands."""
    ends: list[int] = []
    places: list[int] = []
    before: list[int | None] = []
    for number, value in enumerate(numbers):
        length = bisect_left(ends, value)
        before.append(places[length - 1] if length else None)
        ends[length : length + 1] = [value]
        places[length : length + 1] = [number]
    found: set[int] = set()
    here = places[-1] if places else None
    while here is not None:
        found.add(here)
        here = before[here]
    return found


def _stands(names: Sequence[str], number: int) -> str:
    return f"after {names[number - 1]}" if number else "first"


def _by_id(items: Iterable[Any]) -> dict[str, Any]:
    return {item.id: item for item in items}


def _was(text: str) -> str:
    return quoted(text) if text else "empty"
