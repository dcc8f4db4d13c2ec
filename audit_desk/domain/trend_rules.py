"""Which of two rounds' figures may stand beside each other: those that ask the same.

Rounds are compared where they were read with the same tool. Between its versions a question, a
standard, a theme or the whole may have become another one; then it is not compared, and that is
said.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from audit_desk.domain.audit import OVERALL
from audit_desk.domain.audit_tool import AnswerKind, AuditTool, Clock, Question
from audit_desk.domain.findings import ThemeFindings
from audit_desk.domain.findings_clocks import ClockFindings
from audit_desk.domain.inference import Share
from audit_desk.domain.trend import (
    Measure,
    NotCompared,
    Trend,
    TrendLine,
    TrendPoint,
    TrendRound,
)

_Found = TypeVar("_Found", ThemeFindings, ClockFindings)


@dataclass(frozen=True, slots=True)
class RoundFigures:
    """What one round gives to a comparison.

    Attributes:
        name: The round.
        on: The day of its draw.
        tool: The version of the tool that it was read with.
        overall: The overall judgements.
        themes: Theme by theme.
        clocks: Timeliness.
    """

    name: str
    on: date
    tool: AuditTool
    overall: ThemeFindings
    themes: tuple[ThemeFindings, ...]
    clocks: tuple[ClockFindings, ...]


@dataclass(frozen=True, slots=True)
class _Thing:
    """What is compared: where it stands, how it is told apart, and each round's share."""

    measure: Measure
    key: str
    title: str


def build_trend(earlier: Sequence[RoundFigures], now: RoundFigures) -> Trend | None:
    """Put a round beside those before it.

    Args:
        earlier: Rounds read with any version of the same tool, oldest first.
        now: The round itself.

    Returns:
        ``None`` where there is no round before it.
    """
    if not earlier:
        return None
    lines: list[TrendLine] = []
    left_out: list[NotCompared] = []
    for thing, share in _things(now):
        points, why = [], ""
        for figures in earlier:
            why, note = _difference(thing, figures.tool, now.tool)
            before = _share(thing, figures)
            if not why and before is not None:
                points.append((TrendPoint(figures.name, before), note))
        if why:  # of the last round before this one: an older one alone would mislead
            left_out.append(NotCompared(thing.measure, thing.key, thing.title, why))
        elif points:
            told = (*(point for point, _ in points), TrendPoint(now.name, share))
            note = points[-1][1]
            lines.append(TrendLine(thing.measure, thing.key, thing.title, told, note))
    rounds = tuple(TrendRound(each.name, each.on, each.tool.version) for each in (*earlier, now))
    return Trend(rounds, tuple(lines), (*left_out, *_retired(earlier[-1], now)))


def question_difference(before: Question, after: Question) -> str:
    """Return why the answers to a question cannot be compared, in a clause; empty if they can."""
    if " ".join(before.wording.split()) != " ".join(after.wording.split()):
        return "it is worded differently now"
    if before.kind is not after.kind:
        return "it is answered differently now"
    if before.descriptors != after.descriptors:
        return "its grades are described differently now"
    if before.applies_when != after.applies_when:
        return "it is asked of other files now"
    return ""


def clock_difference(before: Clock, after: Clock) -> str:
    """Return why two counts of a standard cannot be compared; empty if they can."""

    def rule(clock: Clock) -> tuple[object, ...]:
        return (
            clock.start,
            clock.stop,
            clock.limit,
            clock.unit,
            clock.trigger_is_day_one,
            clock.not_counted_when,
            clock.until,
        )

    return "" if rule(before) == rule(after) else "its standard is another one now"


def _things(now: RoundFigures) -> Iterator[tuple[_Thing, Share]]:
    """Yield what a round may be compared in, with its share."""
    yield _Thing(Measure.OVERALL, OVERALL, "Overall"), now.overall.good_or_better
    for theme in now.themes:
        yield _Thing(Measure.THEME, theme.theme_id, theme.title), theme.good_or_better
    for clock in now.clocks:
        if clock.is_used:
            yield _Thing(Measure.CLOCK, clock.clock_id, clock.title), clock.in_time
    for theme in now.themes:
        for question in theme.questions:
            if question.kind != AnswerKind.FACTS:
                thing = _Thing(Measure.QUESTION, question.question_id, question.wording)
                yield thing, question.favourable


def _share(thing: _Thing, figures: RoundFigures) -> Share | None:
    match thing.measure:
        case Measure.OVERALL:
            return figures.overall.good_or_better
        case Measure.THEME:
            found = _with_id(figures.themes, thing.key)
            return found.good_or_better if found else None
        case Measure.CLOCK:
            clock = _with_id(figures.clocks, thing.key)
            return clock.in_time if clock else None
        case Measure.QUESTION:
            return next(
                (
                    question.favourable
                    for theme in figures.themes
                    for question in theme.questions
                    if question.question_id == thing.key
                ),
                None,
            )


def _with_id(found: Iterable[_Found], key: str) -> _Found | None:
    for each in found:
        name = each.theme_id if isinstance(each, ThemeFindings) else each.clock_id
        if name == key:
            return each
    return None


def _difference(thing: _Thing, before: AuditTool, after: AuditTool) -> tuple[str, str]:
    """Return why a thing cannot be compared, and else what is to be known of it."""
    if before == after:
        return "", ""
    if thing.measure in {Measure.OVERALL, Measure.THEME}:
        theme = "" if thing.measure is Measure.OVERALL else thing.key
        return _judged_differently(_judged(before, theme), _judged(after, theme))
    if thing.measure is Measure.CLOCK:
        was = {clock.id: clock for clock in before.clocks}.get(thing.key)
        now = {clock.id: clock for clock in after.clocks}[thing.key]
        return ("it was not timed then" if was is None else clock_difference(was, now)), ""
    asked = {question.id: question for question in before.questions()}.get(thing.key)
    if asked is None:
        return "it was not asked then", ""
    return question_difference(asked, after.question(thing.key)), ""


def _judged(tool: AuditTool, theme_id: str) -> dict[str, Question]:
    """Return the questions that a judgement rests on: of one theme, or of all."""
    return {
        question.id: question
        for theme in tool.themes
        if theme_id in {"", theme.id}
        for question in theme.questions
        if question.kind is not AnswerKind.FACTS and not question.for_moderator
    }


def _judged_differently(before: dict[str, Question], after: dict[str, Question]) -> tuple[str, str]:
    """Compare what two judgements rest on: less than half of it the same is another judgement."""
    if not before:
        return "it was not judged then", ""
    every = before.keys() | after.keys()
    same = [
        key
        for key in before.keys() & after.keys()
        if not question_difference(before[key], after[key])
        and before[key].critical == after[key].critical
    ]
    changed = len(every) - len(same)
    said = f"{changed} of the {len(every)} questions that it rests on"
    if 2 * len(same) < len(every):
        return f"{said} are not the same as then", ""
    return "", f"{said} changed since" if changed else ""


def _retired(before: RoundFigures, now: RoundFigures) -> Iterator[NotCompared]:
    kept = {question.id for question in now.tool.questions()}
    for question in before.tool.questions():
        if question.id not in kept and question.kind is not AnswerKind.FACTS:
            why = "it is no longer asked"
            yield NotCompared(Measure.QUESTION, question.id, question.wording, why)
