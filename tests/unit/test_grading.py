"""Suggestions: lower median, ceilings, safety, and the range of what could not be seen."""

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_desk.domain.audit import OVERALL, Absence, Answer, Grade, Judgement
from audit_desk.domain.audit_tool import (
    AnswerKind,
    AuditTool,
    Condition,
    Question,
    Theme,
    ToolStatus,
)
from audit_desk.domain.grading import (
    Suggestion,
    caps,
    lower_median,
    needs_evidence,
    suggest_overall,
    suggest_theme,
)

O, G, RI, I = Grade  # noqa: E741 - the grades' own letters
NE, NA, SHUT = Absence.NOT_EVIDENCED, Absence.NOT_APPLICABLE, Absence.NOT_ACCESSIBLE


def question(
    question_id: str,
    kind: AnswerKind = AnswerKind.GRADE,
    *,
    critical: bool = False,
    moderator: bool = False,
    when: tuple[Condition, ...] = (),
    evidence_for: tuple[str, ...] | None = None,
) -> Question:
    return Question(
        id=question_id,
        wording="How well?",
        kind=kind,
        guidance="",
        sources=(),
        critical=critical,
        for_moderator=moderator,
        applies_when=when,
        evidence_for=evidence_for,
    )


def theme(*questions: Question, name: str = "T1") -> Theme:
    return Theme(name, name, "", questions)


def tool(*themes: Theme) -> AuditTool:
    return AuditTool("t", 1, ToolStatus.DRAFT, "T", "", (), themes)


def answer(question_id: str, given_answer: Grade | str | Absence) -> Answer:
    if isinstance(given_answer, Absence):
        return Answer(question_id, absence=given_answer)
    return Answer(question_id, str(given_answer))


def suggest(answers: Sequence[Grade | Absence], critical: Sequence[bool] = ()) -> Suggestion:
    stars = [*critical, *[False] * len(answers)]
    questions = [question(f"Q{number}", critical=stars[number]) for number in range(len(answers))]
    filled = {f"Q{number}": answer(f"Q{number}", one) for number, one in enumerate(answers)}
    return suggest_theme(theme(*questions), filled, {})


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


@pytest.mark.parametrize("given_answer", ["unsafe", NE])
def test_safety_is_a_matter_of_the_whole_audit(given_answer: str | Absence) -> None:
    of = theme(question("A"), question("X9", AnswerKind.SAFETY, critical=True))
    answers = {"A": answer("A", O), "X9": answer("X9", given_answer)}
    suggestion = suggest_theme(of, answers, {})
    assert (suggestion.grade, suggestion.worst, suggestion.not_evidenced) == (O, O, 0)


def whole(
    grades: Sequence[Grade | Absence],
    safety: str | Absence | None = "safe",
    star: str | Absence = "yes",
    decided: Mapping[str, Grade] | None = None,
) -> Suggestion:
    themes = [theme(question(f"Q{number}"), name=f"T{number}") for number in range(len(grades))]
    cross = theme(
        question("X9", AnswerKind.SAFETY, critical=True),
        question("X3", AnswerKind.YES_PARTLY_NO, critical=True),
        name="X",
    )
    answers = {f"Q{number}": answer(f"Q{number}", one) for number, one in enumerate(grades)}
    answers["X3"] = answer("X3", star)
    if safety is not None:
        answers["X9"] = answer("X9", safety)
    judgements = {name: Judgement(name, grade) for name, grade in (decided or {}).items()}
    return suggest_overall(tool(*themes, cross), answers, judgements, {})


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


entries = st.lists(st.tuples(st.sampled_from([*Grade, NE, SHUT, NA]), st.booleans()), max_size=9)


@given(entries)
def test_a_suggestion_stands_between_its_best_and_its_worst(
    given_entries: list[tuple[Grade | Absence, bool]],
) -> None:
    answers = [one for one, _ in given_entries]
    suggestion = suggest(answers, [star for _, star in given_entries])
    if suggestion.best is None or suggestion.worst is None:
        assert suggestion.grade is None
        return
    assert suggestion.best <= suggestion.worst
    if suggestion.grade is not None:
        assert suggestion.best <= suggestion.grade <= suggestion.worst
    if NE not in answers and SHUT not in answers:
        assert suggestion.best is suggestion.grade is suggestion.worst
    assert bool(suggestion.capped_by) is (suggestion.grade != suggestion.before_ceiling)


@given(entries, st.data())
def test_the_range_holds_whatever_the_unknown_turns_out_to_be(
    given_entries: list[tuple[Grade | Absence, bool]], data: st.DataObject
) -> None:
    stars = [star for _, star in given_entries]
    before = suggest([one for one, _ in given_entries], stars)
    revealed = [
        data.draw(st.sampled_from(Grade)) if one in (NE, SHUT) else one for one, _ in given_entries
    ]
    after = suggest(revealed, stars).grade
    if after is not None:
        assert before.best is not None
        assert before.worst is not None
        assert before.best <= after <= before.worst


@given(entries, st.data())
def test_the_order_of_questions_never_matters(
    given_entries: list[tuple[Grade | Absence, bool]], data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(given_entries))
    one = suggest([a for a, _ in given_entries], [s for _, s in given_entries])
    two = suggest([a for a, _ in shuffled], [s for _, s in shuffled])
    assert (one.grade, one.best, one.worst) == (two.grade, two.best, two.worst)


@given(entries, st.integers(0, 8))
def test_a_better_answer_never_lowers_the_suggestion(
    given_entries: list[tuple[Grade | Absence, bool]], place: int
) -> None:
    answers = [one for one, _ in given_entries]
    stars = [star for _, star in given_entries]
    if place >= len(answers):
        return
    here = answers[place]
    if not isinstance(here, Grade) or here is O:
        return
    before = suggest(answers, stars).grade
    answers[place] = Grade(here - 1)
    after = suggest(answers, stars).grade
    assert before is not None
    assert after is not None
    assert after <= before


@given(
    st.lists(st.sampled_from([*Grade, NE, SHUT]), max_size=6),
    st.sampled_from(["safe", "unsure", "unsafe", NE, SHUT, NA, None]),
    st.sampled_from(["yes", "partly", "no", NE, SHUT, NA]),
    st.dictionaries(st.sampled_from(["T0", "T1", "T2", "X"]), st.sampled_from(Grade)),
)
def test_the_whole_suggestion_stands_between_its_best_and_its_worst(
    grades: list[Grade | Absence],
    safety: str | Absence | None,
    star: str | Absence,
    decided: dict[str, Grade],
) -> None:
    suggestion = whole(grades, safety, star, decided)
    if suggestion.grade is not None:
        assert suggestion.best is not None
        assert suggestion.worst is not None
        assert suggestion.best <= suggestion.grade <= suggestion.worst
    if star == "no" and suggestion.grade is not None:
        assert suggestion.grade >= RI
    if safety == "unsafe":
        assert suggestion.grade is I
