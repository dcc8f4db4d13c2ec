"""Who is read twice: the ends of the scale, a quarter of the rest, and nothing is taken back."""

from collections.abc import Sequence
from math import ceil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit_desk.domain.audit import Grade
from audit_desk.domain.sampling import rank
from audit_desk.domain.second_reading import FirstReading, Rule, choose
from audit_desk.errors import UserError

OVERALL = st.sampled_from([None, *Grade])
ENDS = {Grade.OUTSTANDING, Grade.INADEQUATE}


def files(grades: Sequence[Grade | None]) -> list[FirstReading]:
    return [FirstReading(f"id-{at}", f"CST-{at:04}", grade) for at, grade in enumerate(grades)]


@settings(max_examples=30, deadline=None)
@given(
    early=st.lists(OVERALL, max_size=25), late=st.lists(OVERALL, max_size=25), seed=st.integers()
)
def test_the_rule_takes_both_ends_and_a_quarter_and_later_only_adds(
    early: list[Grade | None], late: list[Grade | None], seed: int
) -> None:
    rule = Rule(seed)
    everything = files(early + late)
    first = {choice.audit_id for choice in choose(rule, everything[: len(early)])}
    more = {choice.audit_id for choice in choose(rule, everything, frozenset(first))}
    assert not first & more
    assert not choose(rule, everything, frozenset(first | more)), "applied again it adds nothing"
    chosen = first | more
    assert {file.audit_id for file in everything if file.overall in ENDS} <= chosen
    rest = [file for file in everything if file.overall not in ENDS]
    assert sum(file.audit_id in chosen for file in rest) == ceil(len(rest) / 4)
    at_once = [choice.reference for choice in choose(rule, rest)]
    ranked = rank([file.reference for file in rest], seed)
    assert at_once == sorted(ranked[: ceil(len(rest) / 4)])


def test_each_choice_has_its_reason_and_the_rule_a_sentence() -> None:
    found = choose(Rule(7), files([Grade.GOOD] * 4 + [Grade.OUTSTANDING]))
    assert [each.reason for each in found if each.reference == "CST-0004"] == [
        "Judged Outstanding overall."
    ]
    (other,) = (each for each in found if each.reference != "CST-0004")
    assert other.reason.startswith("Number 1 in rank of the 4 other submitted files")
    assert Rule(7).sentence == (
        "Every file judged Outstanding or Inadequate overall; 25 % of the rest, rounded up, by "
        "sha256-rank/1 with seed 7."
    )
    assert Rule(7, (), 0).sentence == "No grade of itself; none of the rest."


def test_a_file_chosen_by_hand_counts_where_its_rank_comes_up() -> None:
    rest = files([Grade.GOOD] * 8)
    first, second, third, *_ = rank([file.reference for file in rest], 3)
    ids = {file.reference: file.audit_id for file in rest}
    alone = choose(Rule(3), rest, otherwise=frozenset({ids[first]}))
    assert [each.reference for each in alone] == [second]
    beyond = choose(Rule(3), rest, otherwise=frozenset({ids[third]}))
    assert {each.reference for each in beyond} == {first, second}


def test_a_share_is_from_nothing_to_all() -> None:
    for share in (-1, 101):
        with pytest.raises(UserError):
            Rule(1, share_percent=share)
    assert len(choose(Rule(1, (), 100), files([Grade.GOOD, None]))) == 2
    assert not choose(Rule(1, (), 0), files([Grade.INADEQUATE]))
