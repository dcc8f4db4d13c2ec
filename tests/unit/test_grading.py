"""What the rules suggest for a theme."""

import pytest

from audit_desk.domain.audit import Absence, Answer, Grade
from audit_desk.domain.audit_tool import (
    AnswerKind,
    Condition,
)
from audit_desk.domain.grading import (
    caps,
    lower_median,
    suggest_theme,
)
from tests.unit.grading_examples import (
    NA,
    NE,
    RI,
    SHUT,
    G,
    I,
    O,
    answer,
    question,
    suggest,
    theme,
)


@pytest.mark.parametrize(
    ("grades", "median"),
    [
        ([], None),
        ([G], G),
        ([O, I], I),
        ([O, G], G),
        ([G, RI], RI),
        ([O, G, I], G),
        ([O, O, I, I], I),
        ([O, G, G, I], G),
        ([G, G, RI, RI], RI),
        ([O, O, O, I], O),
        ([I, O, G, RI, G], G),
    ],
)
def test_of_two_middle_grades_the_lower_judgement_counts(
    grades: list[Grade], median: Grade | None
) -> None:
    assert lower_median(grades) is median
    suggestion = suggest(grades)
    assert (suggestion.grade, suggestion.before_ceiling, suggestion.graded) == (
        median,
        median,
        len(grades),
    )


@pytest.mark.parametrize(
    ("answers", "stars", "grade", "before", "capped"),
    [
        ([O, O, I], [False, False, True], RI, O, ("Q2",)),
        ([O, O, RI], [False, False, True], O, O, ()),
        ([O, O, I], [False, False, False], O, O, ()),
        ([I, I, O], [True, True, False], I, I, ()),
        ([RI, RI, I], [False, False, True], RI, RI, ()),
        ([I, O, O, O, I], [True, False, False, False, True], RI, O, ("Q0", "Q4")),
    ],
)
def test_a_star_answered_inadequate_holds_its_theme(
    answers: list[Grade],
    stars: list[bool],
    grade: Grade,
    before: Grade,
    capped: tuple[str, ...],
) -> None:
    suggestion = suggest(answers, stars)
    assert (suggestion.grade, suggestion.before_ceiling, suggestion.capped_by) == (
        grade,
        before,
        capped,
    )


def test_a_star_answered_no_holds_its_theme_but_partly_does_not() -> None:
    of = theme(question("ST3"), question("ST2", AnswerKind.YES_PARTLY_NO, critical=True))
    no = suggest_theme(of, {"ST3": answer("ST3", O), "ST2": answer("ST2", "no")}, {})
    assert (no.grade, no.capped_by, no.graded) == (RI, ("ST2",), 1)
    assert no.working == (
        "lower median of 1 graded answer: Outstanding; capped at Requires improvement by ST2 ★"
    )
    partly = suggest_theme(of, {"ST3": answer("ST3", O), "ST2": answer("ST2", "partly")}, {})
    assert (partly.grade, partly.capped_by) == (O, ())


def test_a_theme_without_a_grade_has_no_suggestion() -> None:
    of = theme(question("ST2", AnswerKind.YES_PARTLY_NO, critical=True))
    suggestion = suggest_theme(of, {"ST2": answer("ST2", "no")}, {})
    assert (suggestion.grade, suggestion.best, suggestion.worst) == (None, None, None)
    assert suggestion.capped_by == ()
    assert suggestion.working == "no graded answer to suggest from"


def test_what_does_not_apply_or_is_the_moderators_counts_for_nothing() -> None:
    of = theme(
        question("A"),
        question("B", critical=True, when=(Condition(case="missing", any_of=("yes",)),)),
        question("C", moderator=True),
        question("D"),
    )
    answers = {
        "A": answer("A", O),
        "B": answer("B", I),
        "C": answer("C", I),
        "D": answer("D", NA),
    }
    suggestion = suggest_theme(of, answers, {"missing": "no"})
    assert (suggestion.grade, suggestion.graded, suggestion.best, suggestion.worst) == (O, 1, O, O)
    assert suggest_theme(of, answers, {"missing": "yes"}).grade is I


def test_an_absence_beside_a_leftover_grade_is_an_absence() -> None:
    left = {"A": Answer("A", "4", absence=NE)}
    suggestion = suggest_theme(theme(question("A", critical=True)), left, {})
    assert (suggestion.grade, suggestion.graded, suggestion.not_evidenced) == (None, 0, 1)
    assert not caps(question("A", critical=True), left["A"])


@pytest.mark.parametrize(
    ("answers", "stars", "best", "worst"),
    [
        ([G, G, G], [], G, G),
        ([G, NE], [], G, I),
        ([G, SHUT], [], G, I),
        ([G, G, G, NE], [], G, G),
        ([G, RI, NE, SHUT], [], G, I),
        ([NE, NE], [], O, I),
        ([G, G, G, NE], [False, False, False, True], G, RI),
        ([G, G, I, NE], [False, False, True, False], RI, I),
        ([O, O, O, O, NE], [False, False, False, False, True], O, RI),
        ([G, NA], [], G, G),
    ],
)
def test_the_range_runs_from_all_unknown_at_best_to_all_at_worst(
    answers: list[Grade | Absence], stars: list[bool], best: Grade, worst: Grade
) -> None:
    suggestion = suggest(answers, stars)
    assert (suggestion.best, suggestion.worst) == (best, worst)


def test_the_two_kinds_of_unknown_are_counted_and_told_apart() -> None:
    suggestion = suggest([G, NE, NE, SHUT, NA])
    assert (suggestion.not_evidenced, suggestion.not_accessible) == (2, 1)
    assert suggestion.working == (
        "lower median of 1 graded answer: Good; 2 not evidenced; 1 not accessible"
    )


def test_an_unknown_star_of_yes_and_no_may_hold_the_theme_at_worst() -> None:
    of = theme(question("A"), question("B", AnswerKind.YES_PARTLY_NO, critical=True))
    plain = theme(question("A"), question("B", AnswerKind.YES_PARTLY_NO))
    answers = {"A": answer("A", O), "B": answer("B", NE)}
    starred = suggest_theme(of, answers, {})
    assert (starred.best, starred.worst, starred.not_evidenced) == (O, RI, 1)
    unstarred = suggest_theme(plain, answers, {})
    assert (unstarred.best, unstarred.worst, unstarred.not_evidenced) == (O, O, 0)
