from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from audit_desk.domain.applicability import (
    applicable,
    applies,
    exempt,
    holds,
    meets,
    relevant_answers,
    why_not,
)
from audit_desk.domain.audit import Absence, Answer
from audit_desk.domain.audit_tool import (
    AnswerKind,
    AuditTool,
    Clock,
    ClockUnit,
    Condition,
    Question,
    Theme,
    ToolStatus,
)

NO_ANSWERS: Mapping[str, Answer] = {}
NO_FACTS: Mapping[str, str | int] = {}


def question(
    question_id: str, *conditions: Condition, note: str = "", for_moderator: bool = False
) -> Question:
    return Question(
        id=question_id,
        wording="Was it done?",
        kind=AnswerKind.YES_PARTLY_NO,
        guidance="Read the file.",
        sources=(),
        applies_when=conditions,
        applies_note=note,
        for_moderator=for_moderator,
    )


def tool(*questions: Question) -> AuditTool:
    theme = Theme(id="theme", title="Theme", about="About", questions=questions)
    return AuditTool(
        id="tool",
        version=1,
        status=ToolStatus.DRAFT,
        title="Tool",
        purpose="Purpose",
        documents=(),
        themes=(theme,),
    )


def answers(**values: str) -> dict[str, Answer]:
    return {key: Answer(question_id=key, value=value) for key, value in values.items()}


def parts(question_id: str, **values: str) -> dict[str, Answer]:
    return {question_id: Answer(question_id=question_id, parts=values)}


def clock(*conditions: Condition) -> Clock:
    return Clock(
        id="clock",
        title="Clock",
        theme="theme",
        start="Q1.from",
        stop="Q1.to",
        limit=1,
        unit=ClockUnit.HOURS,
        standard="Standard",
        source="Source",
        not_counted_when=conditions,
    )


def test_a_case_fact_is_compared_as_text_or_as_a_number() -> None:
    in_care = Condition(case="status", any_of=("in_care",))
    assert meets(in_care, NO_ANSWERS, {"status": "in_care"}) is True
    assert meets(in_care, NO_ANSWERS, {"status": "in_need"}) is False
    missing = Condition(case="missing_episodes", at_least=1)
    assert meets(missing, NO_ANSWERS, {"missing_episodes": 0}) is False
    assert meets(missing, NO_ANSWERS, {"missing_episodes": 1}) is True
    assert meets(missing, NO_ANSWERS, {"missing_episodes": "12"}) is True
    assert meets(Condition(case="age", any_of=("15",)), NO_ANSWERS, {"age": 15}) is True


def test_none_of_is_met_by_every_other_value() -> None:
    condition = Condition(answer="Q1", none_of=("no",))
    assert meets(condition, answers(Q1="partly"), NO_FACTS) is True
    assert meets(condition, answers(Q1="no"), NO_FACTS) is False


def test_a_part_is_compared_by_its_own_value() -> None:
    condition = Condition(answer="Q1.outcome", any_of=("declined",))
    assert meets(condition, parts("Q1", outcome="declined"), NO_FACTS) is True
    assert meets(condition, parts("Q1", outcome="held"), NO_FACTS) is False
    assert meets(condition, parts("Q1", other="declined"), NO_FACTS) is None


def test_several_choices_meet_any_of_where_they_overlap() -> None:
    stored = parts("Q1", who="police|health")
    assert meets(Condition(answer="Q1.who", any_of=("health", "school")), stored, {}) is True
    assert meets(Condition(answer="Q1.who", any_of=("school",)), stored, {}) is False
    assert meets(Condition(answer="Q1.who", none_of=("school",)), stored, {}) is True
    assert meets(Condition(answer="Q1.who", none_of=("police", "school")), stored, {}) is False


def test_an_absence_tells_nothing() -> None:
    absent = {"Q1": Answer(question_id="Q1", absence=Absence.NOT_EVIDENCED)}
    assert meets(Condition(answer="Q1", any_of=("yes",)), absent, NO_FACTS) is None


def test_a_fact_that_is_no_number_is_unknown_to_a_count() -> None:
    condition = Condition(case="missing_episodes", at_least=1)
    assert meets(condition, NO_ANSWERS, {"missing_episodes": "several"}) is None


conditions = st.builds(
    Condition,
    answer=st.sampled_from(["Q1", "Q1.part", "Q9"]),
    any_of=st.just(("yes",)),
) | st.builds(Condition, case=st.text("abc", min_size=1), at_least=st.integers(0, 9))


@given(conditions)
def test_unknown_never_hides(condition: Condition) -> None:
    assert meets(condition, NO_ANSWERS, NO_FACTS) is None
    assert holds(condition, NO_ANSWERS, NO_FACTS)
    assert applies(question("Q2", condition), NO_ANSWERS, NO_FACTS)
    assert not exempt(clock(condition), NO_ANSWERS, NO_FACTS)


@given(st.text(min_size=1), st.lists(st.text(min_size=1), min_size=1))
def test_any_of_and_none_of_are_opposites(value: str, listed: list[str]) -> None:
    facts = {"key": value}
    among = meets(Condition(case="key", any_of=tuple(listed)), NO_ANSWERS, facts)
    outside = meets(Condition(case="key", none_of=tuple(listed)), NO_ANSWERS, facts)
    assert among is (value in listed)
    assert outside is (value not in listed)


def test_all_conditions_must_hold_and_the_note_says_why_not() -> None:
    asked = question(
        "Q2",
        Condition(case="missing_episodes", at_least=1),
        Condition(answer="Q1", any_of=("yes",)),
        note="Only for a child who was missing.",
    )
    assert applies(asked, answers(Q1="yes"), {"missing_episodes": 2})
    assert why_not(asked, answers(Q1="yes"), {"missing_episodes": 2}) == ""
    assert not applies(asked, answers(Q1="no"), {"missing_episodes": 2})
    assert why_not(asked, answers(Q1="no"), {}) == "Only for a child who was missing."


def test_an_answer_to_a_question_that_does_not_apply_decides_nothing() -> None:
    first = question("Q1", Condition(case="missing_episodes", at_least=1))
    second = question("Q2", Condition(answer="Q1", none_of=("no",)))
    third = question("Q3", Condition(answer="Q2", any_of=("yes",)))
    given_answers = answers(Q1="no", Q2="no", Q3="yes")
    chain = tool(first, second, third)

    # Q1 counts: it folds Q2 away, so Q2's "no" no longer folds Q3.
    known = relevant_answers(chain, given_answers, {"missing_episodes": 1})
    assert set(known) == {"Q1", "Q3"}
    # Q1 does not apply: its "no" is ignored, Q2 applies and folds Q3 away.
    unknown = relevant_answers(chain, given_answers, {"missing_episodes": 0})
    assert set(unknown) == {"Q2"}
    ids = [q.id for q in applicable(chain, given_answers, {"missing_episodes": 0})]
    assert ids == ["Q2"]


def test_questions_for_the_moderator_are_not_the_auditors() -> None:
    asked = tool(question("Q1"), question("Q2", for_moderator=True))
    assert [q.id for q in applicable(asked, NO_ANSWERS, NO_FACTS)] == ["Q1"]


def test_an_unchecked_circle_ends() -> None:
    circle = tool(
        question("Q1", Condition(answer="Q2", any_of=("yes",))),
        question("Q2", Condition(answer="Q1", any_of=("no",))),
    )
    assert set(relevant_answers(circle, answers(Q1="yes", Q2="no"), NO_FACTS)) <= {"Q1", "Q2"}


def by_recursion(asked: tuple[Question, ...], given_answers: Mapping[str, Answer]) -> set[str]:
    """The rule said the other way round: ask each question what it rests on first."""

    def counts(question_id: str) -> bool:
        return question_id in given_answers and fits(question_id)

    def fits(question_id: str) -> bool:
        (found,) = [q for q in asked if q.id == question_id]
        for condition in found.applies_when:
            rests_on = condition.answer or ""
            if counts(rests_on) and given_answers[rests_on].value not in condition.any_of:
                return False
        return True

    return {question_id for question_id in given_answers if fits(question_id)}


@st.composite
def chains(draw: st.DrawFn) -> tuple[tuple[Question, ...], dict[str, Answer]]:
    size = draw(st.integers(1, 7))
    asked = []
    for number in range(size):
        earlier = st.sampled_from(range(number)) if number else st.nothing()
        rests_on = draw(st.lists(earlier, max_size=2, unique=True)) if number else []
        asked.append(
            question(
                f"Q{number}",
                *(
                    Condition(answer=f"Q{other}", any_of=(draw(st.sampled_from(["yes", "no"])),))
                    for other in rests_on
                ),
            )
        )
    values = {q.id: draw(st.sampled_from(["yes", "no"])) for q in asked if draw(st.booleans())}
    order = draw(st.permutations(asked))
    return tuple(order), answers(**values)


@given(chains())
def test_passes_settle_as_recursion_would(
    case: tuple[tuple[Question, ...], dict[str, Answer]],
) -> None:
    asked, given_answers = case
    assert set(relevant_answers(tool(*asked), given_answers, NO_FACTS)) == by_recursion(
        asked, given_answers
    )


def test_a_clock_is_exempt_as_soon_as_one_of_its_conditions_is_known_and_met() -> None:
    in_care = Condition(case="status", any_of=("in_care",))
    declined = Condition(answer="Q1.outcome", any_of=("declined",))
    asked = clock(declined, in_care)
    stored = parts("Q1", outcome="declined")
    assert exempt(asked, stored, NO_FACTS)
    assert exempt(asked, NO_ANSWERS, {"status": "in_care"})
    assert exempt(asked, stored, {"status": "in_need"})
    assert not exempt(asked, parts("Q1", outcome="held"), {"status": "in_need"})
    assert not exempt(asked, NO_ANSWERS, NO_FACTS)
    assert not exempt(clock(), stored, {"status": "in_care"})
