"""An invented audit's judgements: mostly as suggested, now and then otherwise and with a reason.

What is praised stands with the best answers, what must improve with the weakest, so that the
words under a theme agree with its grades.
"""

import random
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from audit_desk.domain.applicability import relevant_answers
from audit_desk.domain.audit import OVERALL, UNSAFE, Answer, Grade, Judgement
from audit_desk.domain.audit_tool import AuditTool, Question
from audit_desk.domain.case import Facts
from audit_desk.domain.completeness import is_judged
from audit_desk.domain.grading import Suggestion, suggest_overall, suggest_theme
from audit_desk.services.demo.answers import Reading
from audit_desk.services.demo.texts import Teller, Words

_OVERRIDES = 0.06
"""The share of judgements in which the auditor departs from the suggestion."""


class Judge:
    """Judges the invented readings of one round."""

    def __init__(self, tool: AuditTool, teller: Teller) -> None:
        self._tool = tool
        self._teller = teller
        self._said: Counter[tuple[str, str]] = Counter()

    def judgements(
        self, reading: Reading, facts: Facts, source: random.Random, *, depart: bool = False
    ) -> tuple[Judgement, ...]:
        """Return the judgement of each theme that is to be judged, and of the whole audit.

        Args:
            reading: The answers and the child's words.
            facts: The child's facts.
            source: The chance of this file.
            depart: Whether the auditor departs from the suggestion in the first theme whose
                answers allow it, whatever chance says.
        """
        relevant = relevant_answers(self._tool, reading.answers, facts)
        judged: dict[str, Judgement] = {}
        for theme in self._tool.themes:
            if is_judged(theme, relevant, facts):
                suggestion = suggest_theme(theme, relevant, facts)
                answers = _graded(theme.questions, reading.answers)
                wants = depart or source.random() < _OVERRIDES
                grade = _decided(suggestion, answers, departs=wants)
                judged[theme.id] = self._theme(theme.id, reading, grade, suggestion, answers)
                depart = depart and grade is suggestion.grade
        overall = suggest_overall(self._tool, reading.answers, judged, facts)
        judged[OVERALL] = self._overall(
            reading, overall, list(judged.values()), departs=source.random() < _OVERRIDES
        )
        return tuple(judged.values())

    def _theme(
        self,
        theme_id: str,
        reading: Reading,
        grade: Grade,
        suggestion: Suggestion,
        answers: Sequence[Answer],
    ) -> Judgement:
        words = reading.words
        return Judgement(
            theme_id,
            grade,
            rationale=self._rationale(words, grade, suggestion, answers),
            strengths=self._points(words, "up", answers, theme_id),
            improvements=self._points(words, "down", answers, theme_id),
            lived_experience=self._lived(words, theme_id, grade),
        )

    def _overall(
        self,
        reading: Reading,
        suggestion: Suggestion,
        themes: Sequence[Judgement],
        *,
        departs: bool,
    ) -> Judgement:
        answers = _graded(self._tool.questions(), reading.answers)
        unsafe = reading.answers["X9"].value == UNSAFE
        grade = _decided(suggestion, answers, departs=departs and not unsafe)
        tone = "good" if grade <= Grade.GOOD else "weak"
        words = dict(reading.words)
        words["up"] = _first_sentence(min(themes, key=_grade).strengths)
        words["down"] = _first_sentence(max(themes, key=_grade).improvements)
        if unsafe:
            lived = self._teller.line(words, "lived", OVERALL, "unsafe")
        else:
            lived = self._lived(words, OVERALL, grade)
        return Judgement(
            OVERALL,
            grade,
            rationale=self._rationale(words, grade, suggestion, answers),
            strengths=self._teller.line(words, OVERALL, f"strengths_{tone}"),
            improvements=self._teller.line(words, OVERALL, f"improvements_{tone}"),
            lived_experience=lived,
        )

    def _points(self, words: Words, name: str, answers: Sequence[Answer], theme_id: str) -> str:
        """Praise the best answers, or say what the weakest call for: one point or two."""
        best_first = name == "up"
        fitting = [answer for answer in answers if (_of(answer) <= Grade.GOOD) is best_first]
        sign = 1 if best_first else -1
        fitting.sort(key=lambda one: (sign * _of(one), self._said[name, one.question_id]))
        chosen = fitting[:2]
        self._said.update((name, one.question_id) for one in chosen)
        if chosen:
            return " ".join(self._teller.line(words, one.question_id, name) for one in chosen)
        if not best_first:
            return self._teller.line(words, "plain", "improvements")
        if not answers and theme_id == "strategy-meetings":
            return self._teller.line(words, "plain", "not_called_for")
        return self._teller.line(words, "plain", "strengths", theme_id)

    def _lived(self, words: Words, theme_id: str, grade: Grade) -> str:
        tone = "good" if grade <= Grade.GOOD else "weak"
        first = self._teller.line(words, "lived", theme_id, tone)
        return f"{first} {self._teller.line(words, 'voice', tone)}"

    def _rationale(
        self, words: Words, grade: Grade, suggestion: Suggestion, answers: Sequence[Answer]
    ) -> str:
        suggested = suggestion.grade
        if suggested is None:
            return self._teller.line(words, "rationale", "ungraded")
        if grade is suggested:
            return ""
        named = dict(words)
        worst_first = sorted(answers, key=_of, reverse=True)
        named["low"] = worst_first[0].question_id if worst_first else ""
        named["high"] = worst_first[-1].question_id if worst_first else ""
        named["suggested"] = suggested.label
        kind = "higher" if grade < suggested else "lower"
        if kind == "lower" and suggestion.capped_by:
            kind, named["low"] = "capped", suggestion.capped_by[0]
        return self._teller.line(named, "rationale", kind)


def _graded(questions: Sequence[Question], answers: Mapping[str, Answer]) -> list[Answer]:
    found = (answers.get(question.id) for question in questions)
    return [answer for answer in found if answer is not None and answer.grade is not None]


def _of(answer: Answer) -> Grade:
    return answer.grade or Grade.INADEQUATE


def _grade(judgement: Judgement) -> Grade:
    return judgement.grade or Grade.INADEQUATE


def _first_sentence(text: str) -> str:
    return re.split(r"(?<=[.?!]) ", text, maxsplit=1)[0]


def _decided(suggestion: Suggestion, answers: Sequence[Answer], *, departs: bool) -> Grade:
    """Return what the auditor decides; departing takes answers that speak for another grade."""
    suggested = suggestion.grade
    if suggested is None:
        return Grade.GOOD
    grades = [_of(answer) for answer in answers] or [suggested]
    if not departs:
        return suggested
    if suggestion.capped_by or (suggested is Grade.GOOD and max(grades) > suggested):
        return Grade(min(suggested + 1, Grade.INADEQUATE))
    if suggested is Grade.REQUIRES_IMPROVEMENT and min(grades) < suggested:
        return Grade.GOOD
    return suggested
