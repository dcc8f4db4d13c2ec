"""An invented audit's answers: value, evidence and parts, agreeing with one another."""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from audit_desk.domain.applicability import applicable
from audit_desk.domain.audit import NO, PARTLY, Absence, Answer
from audit_desk.domain.audit_tool import AnswerKind, AuditTool
from audit_desk.domain.case import Facts
from audit_desk.domain.grading import needs_evidence
from audit_desk.services.demo.grades import Values, graded
from audit_desk.services.demo.parts import Parts, parts_of
from audit_desk.services.demo.profiles import day_words, number_word, story
from audit_desk.services.demo.texts import Teller, Words
from audit_desk.services.demo.timeline import Timeline, timeline

_ABSENCES: Mapping[str, tuple[Absence, float]] = {
    "X6": (Absence.NOT_ACCESSIBLE, 0.2),
    "RH5": (Absence.NOT_APPLICABLE, 0.12),
    "WI7": (Absence.NOT_EVIDENCED, 0.07),
    "RH8": (Absence.NOT_EVIDENCED, 0.06),
    "ST8": (Absence.NOT_EVIDENCED, 0.06),
    "SU2": (Absence.NOT_EVIDENCED, 0.04),
    "SU6": (Absence.NOT_EVIDENCED, 0.04),
    "WI5": (Absence.NOT_EVIDENCED, 0.03),
    "ST7": (Absence.NOT_ACCESSIBLE, 0.03),
    "X1": (Absence.NOT_ACCESSIBLE, 0.02),
}
"""What auditors could not find or open, and in what share of files."""
_GOOD_WITHOUT_EVIDENCE = 0.1
"""The share of Good and Yes answers without a text: they demand none, and people are busy."""
_LONG_GAP = 6


@dataclass(frozen=True, slots=True)
class Reading:
    """One invented reading of a file.

    Attributes:
        answers: The answers, in the tool's order; all that apply and no others.
        words: The words of the child's story.
    """

    answers: Mapping[str, Answer]
    words: Words


def read_file(
    tool: AuditTool,
    facts: Facts,
    teller: Teller,
    source: random.Random,
    today: date,
    wanted: Values,
) -> Reading:
    """Return an invented reading of a child's file.

    Args:
        tool: The complex safeguarding tool.
        facts: The child's facts.
        teller: Tells the round's texts.
        source: The chance of this file.
        today: The day of the audit.
        wanted: Main answers that this file must have.
    """
    line = timeline(facts, source, today)
    values = graded(tool, line, source, wanted)
    parts = dict(parts_of(facts, line, values, source))
    words = story(facts, line, teller.library, source, improving=values["X5"] in ("1", "2"))
    words = {**words, **_counted(line, parts)}
    _tell_parts(teller, line, parts, words)
    answers: dict[str, Answer] = {}
    for question in tool.questions():
        value = values.get(question.id, "")
        answer = Answer(question.id, value, parts=parts.get(question.id, {}))
        answers[question.id] = _with_absence(answer, line, parts, source, wanted)
    fitting = applicable(tool, answers, facts)
    told: dict[str, Answer] = {}
    for question in fitting:
        answer = answers[question.id]
        brief = source.random() < _GOOD_WITHOUT_EVIDENCE and not needs_evidence(question, answer)
        brief = brief and question.kind is not AnswerKind.SAFETY and answer.absence is None
        evidence = "" if brief else _evidence(teller, line, parts, words, answer)
        told[question.id] = Answer(
            question.id, answer.value, answer.absence, evidence, answer.parts
        )
    return Reading(told, words)


def _with_absence(
    answer: Answer,
    line: Timeline,
    parts: Mapping[str, Parts],
    source: random.Random,
    wanted: Values,
) -> Answer:
    absence, share = _ABSENCES.get(answer.question_id, (None, 0.0))
    hit = source.random() < share
    if answer.question_id == "WI7" and "qa" not in line.days:
        absence, hit = Absence.NOT_EVIDENCED, True
    if answer.question_id == "X7" and parts["X7"]["reviewed_by"] == "not_due":
        return Answer("X7", absence=Absence.NOT_APPLICABLE, parts=answer.parts)
    if hit and answer.question_id not in wanted:
        return Answer(answer.question_id, absence=absence)
    return answer


def _evidence(
    teller: Teller, line: Timeline, parts: Mapping[str, Parts], words: Words, answer: Answer
) -> str:
    if answer.absence is not None:
        kind = "not_due" if answer.question_id == "X7" else answer.absence.value
        return teller.evidence(words, answer.question_id, ("absence", kind))
    path = (answer.question_id, _variant(line, parts, answer))
    return teller.evidence(words, answer.question_id, (*path, "a"), (*path, "b"))


def _variant(line: Timeline, parts: Mapping[str, Parts], answer: Answer) -> str:
    """Return which list of a question's texts fits what its file says."""
    question_id, value = answer.question_id, answer.value
    own = parts.get(question_id, {})
    no_meeting = line.meeting == "needed_not_held"
    late_offer = own.get("offered_by") == "missing_worker"
    special = {
        "ST4": "not_held" if no_meeting else "",
        "ST5": "not_held" if no_meeting else "",
        "WI3": "overdue" if line.stage == "overdue" else "",
        "WI4": "overdue" if line.stage == "overdue" else "",
        "ST8": "" if "circulated" in own else "unsent",
        "RH2": ("late" if late_offer else "own") if value == PARTLY else "",
        "RH8": "none" if value == NO and not own else "",
        "X7": "none" if own.get("reviewed_by") == "nobody" else "",
    }
    return special.get(question_id) or value or "facts"


def _counted(line: Timeline, parts: Mapping[str, Parts]) -> dict[str, str]:
    """Return the words that come from the parts."""
    episodes = parts.get("RH9") or {"before": "0", "after": "0"}
    offered = parts["RH1"].get("offered", line.days["today"].isoformat())[:10]
    return {
        "before_words": number_word(int(episodes["before"])),
        "after_words": number_word(int(episodes["after"])),
        "discussed_words": f"{number_word(int(parts['X6']['discussions']))} times",
        "gap_weeks": number_word(line.longest_gap),
        "d_offered": day_words(date.fromisoformat(offered), line.days["today"]),
    }


def _tell_parts(
    teller: Teller, line: Timeline, parts: Mapping[str, Parts], words: dict[str, str]
) -> None:
    """Add the texts among the parts, and the words that explain them in the evidence."""
    held = line.meeting == "held"
    words["wait_words"] = teller.line(words, "wait", line.waited_for if held else line.meeting)
    if held and line.waited_for != "did_not_wait":
        parts["ST1"]["waited_why"] = teller.line(words, "waited_why", line.waited_for)
    event = "yes" if "event_after" in line.days or line.stage != "completed" else "no"
    words["event_words"] = teller.line(words, "event", event)
    length = "long" if line.longest_gap >= _LONG_GAP else "short"
    words["gap_words"] = teller.line(words, "gap", length)
    if length == "long":
        parts["SU1"]["gap_reason"] = teller.line(words, "gap_reason", "long")
    outcome = line.outcome or "held"
    if outcome == "held" and "T" not in parts["RH1"].get("interviewed", "T"):
        outcome = "untimed"
    words["rhi_words"] = teller.line(words, "rhi", outcome)
    words["count_words"] = teller.line(words, "counts", "any")
