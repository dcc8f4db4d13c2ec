"""What holds of every suggestion, whatever was answered."""

from hypothesis import given
from hypothesis import strategies as st

from audit_desk.domain.audit import Absence, Grade
from tests.unit.grading_examples import (
    NA,
    NE,
    RI,
    SHUT,
    I,
    O,
    suggest,
    whole,
)

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
