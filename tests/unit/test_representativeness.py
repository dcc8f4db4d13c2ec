from math import comb

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit_desk.domain.hypergeometric import bounds, usual
from audit_desk.domain.representativeness import (
    FEWER,
    MORE,
    account,
    drawn_picture,
    expected_picture,
)
from audit_desk.domain.sample_profile import Profile, ProfileRow


def _profile(*rows: tuple[str, int, int]) -> Profile:
    return Profile("Team", tuple(ProfileRow(*row) for row in rows))


def _chances(having: int, size: int, population: int) -> list[int]:
    """How many of all possible samples hold each number of cases with the feature."""
    return [comb(having, n) * comb(population - having, size - n) for n in range(size + 1)]


@settings(max_examples=50)
@given(st.integers(1, 60), st.data())
def test_so_few_and_so_many_each_happen_in_more_than_2_5_percent_of_draws(
    population: int, data: st.DataObject
) -> None:
    having = data.draw(st.integers(0, population))
    size = data.draw(st.integers(0, population))
    least, most = usual(having, size, population)
    ways = _chances(having, size, population)
    few = [sum(ways[: n + 1]) * 40 > sum(ways) for n in range(size + 1)]
    many = [sum(ways[n:]) * 40 > sum(ways) for n in range(size + 1)]
    within = [n for n in range(size + 1) if few[n] and many[n] and ways[n]]
    assert (least, most) == (within[0], within[-1])


@settings(max_examples=50)
@given(st.integers(1, 80), st.data())
def test_a_number_is_usual_exactly_where_its_interval_holds_the_truth(
    population: int, data: st.DataObject
) -> None:
    having = data.draw(st.integers(0, population))
    size = data.draw(st.integers(0, population))
    found = data.draw(st.integers(max(0, size - population + having), min(size, having)))
    least, most = usual(having, size, population)
    low, high = bounds(found, size, population)
    assert (least <= found <= most) == (low <= having <= high)


def test_numbers_that_cannot_be_are_refused() -> None:
    for wrong in ((11, 3, 10), (3, 11, 10), (-1, 3, 10)):
        with pytest.raises(ValueError, match="cannot be drawn"):
            usual(*wrong)


def test_what_chance_seldom_gives_is_said_in_words() -> None:
    picture = drawn_picture(_profile(("East", 50, 17), ("West", 40, 3), ("North", 10, 0)))
    east, west, north = picture.rows
    assert (east.mark, west.mark, north.mark) == (MORE, FEWER, "")
    assert (east.in_frame.text, east.in_frame.percent) == ("50 of 100", 50)
    assert east.words == (
        "East: 50 of 100 in the frame, 17 of 20 in the sample,"
        f" more than chance usually gives ({east.least} to {east.most})."
    )
    assert north.words == "North: 10 of 100 in the frame, 0 of 20 in the sample."
    assert "Of 3 values that were compared, 2 values lie outside" in account([picture])


def test_a_sample_of_every_case_is_its_frame() -> None:
    rows = drawn_picture(_profile(("East", 5, 5), ("West", 3, 3))).rows
    assert [(row.least, row.most, row.mark) for row in rows] == [(5, 5, ""), (3, 3, "")]


def test_before_the_draw_only_what_is_usual_is_said() -> None:
    picture = expected_picture(_profile(("East", 50, 0), ("West", 50, 0)), 20)
    assert [row.in_sample for row in picture.rows] == [None, None]
    assert picture.rows[0].words == "East: 50 of 100 in the frame, usually 6 to 14 in the sample."
    assert not any(row.mark for row in picture.rows)


def test_the_account_is_plain() -> None:
    assert "as often as chance usually" in account([drawn_picture(_profile(("East", 10, 4)))])
    assert "No attribute" in account([])
