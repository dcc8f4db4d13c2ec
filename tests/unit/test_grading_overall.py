"""What the rules suggest for a whole audit, and where they demand evidence."""

import pytest

from audit_desk.domain.audit import OVERALL, Absence, Answer, Grade, Judgement
from audit_desk.domain.audit_tool import (
    AnswerKind,
    Condition,
)
from audit_desk.domain.grading import (
    needs_evidence,
    suggest_overall,
    suggest_theme,
)
from tests.unit.grading_examples import (
    NE,
    RI,
    SHUT,
    G,
    I,
    O,
    answer,
    question,
    theme,
    tool,
    whole,
)


@pytest.mark.parametrize("given_answer", ["unsafe", NE])
def test_safety_is_a_matter_of_the_whole_audit(given_answer: str | Absence) -> None:
    of = theme(question("A"), question("X9", AnswerKind.SAFETY, critical=True))
    answers = {"A": answer("A", O), "X9": answer("X9", given_answer)}
    suggestion = suggest_theme(of, answers, {})
    assert (suggestion.grade, suggestion.worst, suggestion.not_evidenced) == (O, O, 0)


@pytest.mark.parametrize(
    ("grades", "safety", "star", "grade", "capped"),
    [
        ([O, G, RI], "safe", "yes", G, ()),
        ([O, G, RI, RI], "safe", "yes", RI, ()),
        ([O, O, O], "safe", "no", RI, ("X3",)),
        ([I, I, O], "safe", "no", I, ()),
        ([O, O, O], "unsafe", "yes", I, ("X9",)),
        ([O, O, O], "unsafe", "no", I, ("X9",)),
        ([I, I, I], "unsafe", "yes", I, ()),
        ([O, O, O], "unsure", "yes", O, ()),
        ([O, O, O], None, "yes", O, ()),
        ([], "safe", "yes", None, ()),
        ([], "unsafe", "yes", I, ("X9",)),
    ],
)
def test_the_whole_audit_follows_its_themes_its_stars_and_safety(
    grades: list[Grade],
    safety: str | None,
    star: str,
    grade: Grade | None,
    capped: tuple[str, ...],
) -> None:
    suggestion = whole(grades, safety, star)
    assert (suggestion.grade, suggestion.capped_by, suggestion.graded) == (
        grade,
        capped,
        len(grades),
    )


def test_a_star_in_one_theme_holds_the_whole_audit() -> None:
    weak = theme(question("A", critical=True), name="T1")
    strong = [theme(question(name), name=name) for name in ("B", "C", "D")]
    answers = {"A": answer("A", I)} | {name: answer(name, O) for name in ("B", "C", "D")}
    suggestion = suggest_overall(tool(weak, *strong), answers, {}, {})
    assert (suggestion.before_ceiling, suggestion.grade, suggestion.capped_by) == (O, RI, ("A",))
    assert suggestion.working == (
        "lower median of 4 themes: Outstanding; capped at Requires improvement by A ★"
    )


def test_a_decided_theme_counts_as_decided() -> None:
    decided = {"T0": RI, "T1": RI, OVERALL: O}
    assert whole([O, O, O], decided=decided).grade is RI
    assert whole([O, NE], decided={"T1": G}).worst is G
    undecided = suggest_overall(
        tool(theme(question("A"))), {"A": answer("A", O)}, {"T1": Judgement("T1")}, {}
    )
    assert undecided.grade is O


@pytest.mark.parametrize(
    ("grades", "safety", "star", "best", "worst"),
    [
        ([O, O, O], "safe", "yes", O, O),
        ([O, O, NE], "safe", "yes", O, O),
        ([O, NE], "safe", "yes", O, I),
        ([O, O], NE, "yes", O, I),
        ([O, O], SHUT, "yes", O, I),
        ([O, O], "safe", NE, O, RI),
        ([O, O], "safe", "no", RI, RI),
        ([O, O], "unsafe", NE, I, I),
        ([], NE, "yes", None, None),
    ],
)
def test_the_range_of_the_whole_audit(
    grades: list[Grade | Absence],
    safety: str | Absence,
    star: str | Absence,
    best: Grade | None,
    worst: Grade | None,
) -> None:
    suggestion = whole(grades, safety, star)
    assert (suggestion.best, suggestion.worst) == (best, worst)


def test_an_answer_folded_away_by_another_does_not_hold_the_audit() -> None:
    first = question("A", AnswerKind.YES_PARTLY_NO)
    then = question("B", critical=True, when=(Condition(answer="A", any_of=("yes",)),))
    of = tool(theme(first, then, question("C")))
    answers = {"A": answer("A", "no"), "B": answer("B", I), "C": answer("C", O)}
    assert suggest_overall(of, answers, {}, {}).grade is O


def test_an_answer_folded_away_does_not_fold_away_another() -> None:
    first = question("A", AnswerKind.YES_PARTLY_NO)
    then = question("B", AnswerKind.YES_PARTLY_NO, when=(Condition(answer="A", any_of=("yes",)),))
    last = question("C", when=(Condition(answer="B", any_of=("yes",)),))
    answers = {"A": answer("A", "no"), "B": answer("B", "no"), "C": answer("C", I)}
    assert suggest_overall(tool(theme(first, then, last)), answers, {}, {}).grade is I


@pytest.mark.parametrize(
    ("kind", "value", "needed"),
    [
        (AnswerKind.GRADE, "1", True),
        (AnswerKind.GRADE, "2", False),
        (AnswerKind.GRADE, "3", True),
        (AnswerKind.GRADE, "4", True),
        (AnswerKind.YES_PARTLY_NO, "yes", False),
        (AnswerKind.YES_PARTLY_NO, "partly", True),
        (AnswerKind.YES_PARTLY_NO, "no", True),
        (AnswerKind.SAFETY, "safe", False),
        (AnswerKind.SAFETY, "unsure", True),
        (AnswerKind.SAFETY, "unsafe", True),
        (AnswerKind.FACTS, "", False),
        (AnswerKind.GRADE, "", False),
    ],
)
def test_evidence_is_demanded_by_kind(kind: AnswerKind, value: str, needed: bool) -> None:
    assert needs_evidence(question("A", kind), Answer("A", value)) is needed


def test_a_question_may_have_its_own_evidence_rule() -> None:
    own = question("A", evidence_for=("2",))
    assert needs_evidence(own, Answer("A", "2"))
    assert not needs_evidence(own, Answer("A", "4"))
    assert not needs_evidence(question("A", evidence_for=()), Answer("A", "4"))
    assert not needs_evidence(question("A"), Answer("A", "4", absence=NE))
