"""Shares, exact intervals against brute force, words, and chances of meeting a fault."""

import math
from fractions import Fraction
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit_desk.domain.hypergeometric import bounds
from audit_desk.domain.inference import (
    COMPLETE,
    METHOD,
    Interval,
    Share,
    chance_of_meeting,
    share,
    size_to_meet,
)
from audit_desk.domain.quantifiers import EDUCATION_SCOTLAND

SIDE = Fraction(1, 40)


@cache
def chance(found: int, total: int, size: int, population: int) -> Fraction:
    ways = math.comb(total, found) * math.comb(population - total, size - found)
    return Fraction(ways, math.comb(population, size))


def by_brute_force(found: int, size: int, population: int) -> tuple[int, int]:
    """Every number in the population that neither tail speaks against."""
    allowed = [
        total
        for total in range(found, population - (size - found) + 1)
        if sum(chance(x, total, size, population) for x in range(found + 1)) > SIDE
        and sum(chance(x, total, size, population) for x in range(found, size + 1)) > SIDE
    ]
    assert allowed == list(range(allowed[0], allowed[-1] + 1))
    return allowed[0], allowed[-1]


@pytest.mark.parametrize("population", range(1, 19))
def test_the_interval_is_the_one_that_brute_force_finds(population: int) -> None:
    for size in range(1, population + 1):
        for found in range(size + 1):
            assert bounds(found, size, population) == by_brute_force(found, size, population)


@pytest.mark.parametrize(
    ("found", "size", "population"), [(0, 12, 40), (6, 8, 40), (15, 20, 133), (1, 40, 41)]
)
def test_larger_populations_agree_with_brute_force(found: int, size: int, population: int) -> None:
    assert bounds(found, size, population) == by_brute_force(found, size, population)


@pytest.mark.parametrize("population", [1, 2, 5, 10, 17, 25])
def test_the_interval_covers_the_truth_at_least_95_times_in_100(population: int) -> None:
    for size in range(1, population + 1):
        limits = [bounds(found, size, population) for found in range(size + 1)]
        for total in range(population + 1):
            covered = sum(
                chance(found, total, size, population)
                for found in range(size + 1)
                if limits[found][0] <= total <= limits[found][1]
            )
            assert covered >= Fraction(95, 100)


def test_a_chance_of_exactly_one_in_forty_is_left_out() -> None:
    # One of 40 drawn and found: were there only one, the chance would be exactly 2.5 %.
    assert bounds(1, 1, 40) == (2, 40)
    assert bounds(0, 1, 40) == (0, 38)


cases = st.integers(1, 400).flatmap(
    lambda population: st.integers(1, population).flatmap(
        lambda size: st.tuples(st.integers(0, size), st.just(size), st.just(population))
    )
)


@given(cases)
def test_the_interval_holds_what_was_found_and_mirrors(case: tuple[int, int, int]) -> None:
    found, size, population = case
    low, high = bounds(found, size, population)
    assert found <= low <= high <= population - (size - found)
    # The sample's own share, give or take the one case that it falls between.
    assert low * size <= found * population + size
    assert high * size >= found * population - size
    assert bounds(size - found, size, population) == (population - high, population - low)


@given(cases)
def test_more_found_never_lowers_the_interval(case: tuple[int, int, int]) -> None:
    found, size, population = case
    if found < size:
        low, high = bounds(found, size, population)
        more_low, more_high = bounds(found + 1, size, population)
        assert low <= more_low
        assert high <= more_high


@given(st.integers(0, 60), st.integers(60, 10_000))
@settings(max_examples=30)
def test_a_census_is_a_point(found: int, population: int) -> None:
    assert bounds(found, population, population) == (found, found)


@pytest.mark.parametrize(
    ("found", "size", "population"),
    [(0, 60, 10_000), (60, 60, 10_000), (2500, 5000, 10_000), (7, 9_999, 10_000), (1, 2, 10_000)],
)
def test_the_bounds_of_large_populations_meet_their_definition(
    found: int, size: int, population: int
) -> None:
    def tail(total: int, least: int, most: int) -> Fraction:
        ways = sum(
            math.comb(total, x) * math.comb(population - total, size - x)
            for x in range(least, most + 1)
        )
        return Fraction(ways, math.comb(population, size))

    low, high = bounds(found, size, population)
    few = min(size, found + 200)
    assert tail(high, max(0, found - 200), found) > SIDE
    assert tail(low, found, few) > SIDE
    if high < population - (size - found):
        assert sum_upto(high + 1, found, size, population) <= SIDE
    if low > found:
        assert sum_upto(population - low + 1, size - found, size, population) <= SIDE


def sum_upto(total: int, found: int, size: int, population: int) -> Fraction:
    """The tail without the terms more than 400 below, which are nothing beside the others."""
    ways = sum(
        math.comb(total, x) * math.comb(population - total, size - x)
        for x in range(max(0, found - 400), found + 1)
    )
    return Fraction(ways, math.comb(population, size))


@pytest.mark.parametrize(
    ("found", "size", "population"), [(-1, 5, 10), (6, 5, 10), (3, 11, 10), (0, 1, 0)]
)
def test_numbers_that_contradict_one_another_are_refused(
    found: int, size: int, population: int
) -> None:
    with pytest.raises(ValueError, match=r"\d"):
        share(found, size, population)


def test_a_purposive_sample_has_no_interval() -> None:
    assert share(6, 12, None) == Share(6, 12, None)
    assert share(6, 12, None).interval_text == ""
    with pytest.raises(ValueError, match="is no share"):
        share(13, 12, None)


def test_nothing_of_nothing_is_a_share_without_figures() -> None:
    empty = share(0, 0, 40)
    assert (empty.percent, empty.words, empty.interval) == (None, "", None)
    assert empty.text == "0 of 0"


def test_a_random_sample_names_its_method() -> None:
    drawn = share(15, 20, 40)
    assert drawn.interval == Interval(23 / 40, 34 / 40, METHOD)
    assert drawn.interval_text == "57 % to 85 %"
    every = share(9, 12, 12)
    assert every.interval == Interval(0.75, 0.75, COMPLETE)
    assert every.interval_text == "75 %"


def test_an_interval_is_printed_rounded_outwards() -> None:
    assert Interval(0.29, 0.57, METHOD).text == "29 % to 57 %"
    assert Interval(0.291, 0.571, METHOD).text == "29 % to 58 %"
    assert Interval(1 / 3, 1 / 3, COMPLETE).text == "33 %"


def test_below_ten_there_are_counts_only() -> None:
    few = share(6, 8, 40)
    assert few.text == "6 of 8"
    assert (few.percent, few.words, few.interval_text) == (None, "", "")
    assert few.interval is not None
    ten = share(6, 10, 40)
    assert (ten.percent, ten.words) == (60, "majority")


@pytest.mark.parametrize(
    ("n", "of", "percent"),
    [
        (0, 10, 0),
        (10, 10, 100),
        (1, 1000, 1),
        (999, 1000, 99),
        (1, 8 * 25, 1),
        (5, 40, 13),
        (25, 200, 13),
        (24, 200, 12),
        (1, 3 * 4, 8),
        (2, 12, 17),
    ],
)
def test_a_percentage_is_rounded_half_up_and_keeps_the_exception(
    n: int, of: int, percent: int
) -> None:
    assert Share(n, of).percent == percent


@pytest.mark.parametrize(
    ("n", "of", "word"),
    [
        (20, 20, "all"),
        (199, 200, "almost all"),
        (91, 100, "almost all"),
        (901, 1000, "almost all"),
        (90, 100, "most"),
        (75, 100, "most"),
        (749, 1000, "majority"),
        (50, 100, "majority"),
        (499, 1000, "less than half"),
        (15, 100, "less than half"),
        (149, 1000, "few"),
        (1, 1000, "few"),
        (0, 20, "none"),
    ],
)
def test_the_words_are_those_of_the_printed_table(n: int, of: int, word: str) -> None:
    assert EDUCATION_SCOTLAND.word(n, of) == word
    assert Share(n, of).words == word


def test_the_table_is_named_and_runs_from_all_to_none() -> None:
    assert EDUCATION_SCOTLAND.name == "Education Scotland"
    floors = [band.floor for band in EDUCATION_SCOTLAND.bands]
    assert floors == sorted(floors, reverse=True)
    assert [band.word for band in EDUCATION_SCOTLAND.bands][0::6] == ["all", "none"]


@pytest.mark.parametrize(("n", "of"), [(0, 0), (-1, 5), (6, 5)])
def test_a_word_needs_a_proportion(n: int, of: int) -> None:
    with pytest.raises(ValueError, match="is no proportion"):
        EDUCATION_SCOTLAND.word(n, of)


@given(st.integers(1, 500).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_each_proportion_has_one_word_and_more_never_sounds_like_less(
    case: tuple[int, int],
) -> None:
    n, of = case
    order = [band.word for band in reversed(EDUCATION_SCOTLAND.bands)]
    if n < of:
        assert order.index(EDUCATION_SCOTLAND.word(n, of)) <= order.index(
            EDUCATION_SCOTLAND.word(n + 1, of)
        )


def test_the_chance_of_meeting_a_fault_in_a_cohort_of_forty() -> None:
    assert round(chance_of_meeting(4, 40, 12), 2) == 0.78
    assert round(chance_of_meeting(4, 40, 20), 2) == 0.95
    assert chance_of_meeting(0, 40, 20) == 0
    assert chance_of_meeting(4, 40, 0) == 0
    assert chance_of_meeting(4, 40, 37) == 1
    assert size_to_meet(4, 40, 0.77) == 12
    assert size_to_meet(1, 40, 1) == 40


@given(cases.filter(lambda case: case[0] > 0), st.floats(0.01, 1))
def test_the_smallest_sample_that_meets_a_fault_is_the_smallest(
    case: tuple[int, int, int], wanted: float
) -> None:
    faults, _, population = case
    size = size_to_meet(faults, population, wanted)
    assert chance_of_meeting(faults, population, size) >= wanted
    assert size == 1 or chance_of_meeting(faults, population, size - 1) < wanted
    chances = [chance_of_meeting(faults, population, n) for n in range(min(population, 12) + 1)]
    assert all(fewer <= more for fewer, more in pairwise(chances))


@pytest.mark.parametrize("case", [(-1, 40, 5), (41, 40, 5), (4, 40, 41), (4, 40, -1)])
def test_impossible_draws_have_no_chance(case: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="cannot be drawn"):
        chance_of_meeting(*case)


@pytest.mark.parametrize(("faults", "wanted"), [(0, 0.95), (41, 0.95), (4, 0), (4, 1.01)])
def test_impossible_wishes_have_no_size(faults: int, wanted: float) -> None:
    with pytest.raises(ValueError, match="so surely"):
        size_to_meet(faults, 40, wanted)
