"""How many files each stratum gives."""

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from audit_desk.domain.sampling import (
    allot,
)

sizes = st.dictionaries(st.text(min_size=1, max_size=4), st.integers(1, 60), min_size=1)


@pytest.mark.parametrize(
    ("frame", "total", "minimum", "given_each"),
    [
        ({"a": 20, "b": 20}, 10, 0, {"a": 5, "b": 5}),
        ({"a": 30, "b": 10}, 10, 0, {"a": 8, "b": 2}),  # 7.5 and 2.5: the larger has the tie
        ({"b": 10, "a": 10}, 5, 0, {"a": 3, "b": 2}),  # equally large: by name
        ({"a": 10, "b": 6, "c": 4}, 7, 0, {"a": 4, "b": 2, "c": 1}),  # 3.5, 2.1, 1.4
        ({"a": 38, "b": 1, "c": 1}, 4, 0, {"a": 4, "b": 0, "c": 0}),
        ({"a": 38, "b": 1, "c": 1}, 4, 1, {"a": 2, "b": 1, "c": 1}),
        ({"a": 36, "b": 2, "c": 2}, 10, 3, {"a": 6, "b": 2, "c": 2}),  # no more than there are
        ({"a": 30, "b": 25, "c": 5}, 12, 3, {"a": 5, "b": 4, "c": 3}),
        ({"a": 3, "b": 4}, 7, 0, {"a": 3, "b": 4}),
        ({"a": 5}, 5, 5, {"a": 5}),
        ({"a": 5, "b": 0}, 3, 1, {"a": 3, "b": 0}),
        # Raising c takes from b, which then falls short itself.
        ({"a": 60, "b": 22, "c": 18}, 10, 2, {"a": 6, "b": 2, "c": 2}),
        ({"a": 80, "b": 11, "c": 9}, 10, 1, {"a": 8, "b": 1, "c": 1}),
        ({"a": 1, "b": 1, "c": 1}, 2, 0, {"a": 1, "b": 1, "c": 0}),
    ],
)
def test_allots_by_largest_remainder(
    frame: dict[str, int], total: int, minimum: int, given_each: dict[str, int]
) -> None:
    assert allot(frame, total, minimum) == given_each


@given(sizes, st.data())
def test_allotment_adds_up_and_keeps_to_its_limits(
    frame: dict[str, int], data: st.DataObject
) -> None:
    total = data.draw(st.integers(1, sum(frame.values())))
    minimum = data.draw(st.integers(0, 5))
    assume(sum(min(minimum, size) for size in frame.values()) <= total)
    given_each = allot(frame, total, minimum)
    assert sum(given_each.values()) == total
    for name, size in frame.items():
        assert min(minimum, size) <= given_each[name] <= size


@given(sizes, st.data())
def test_without_a_minimum_nobody_is_a_whole_case_off(
    frame: dict[str, int], data: st.DataObject
) -> None:
    population = sum(frame.values())
    total = data.draw(st.integers(1, population))
    for name, number in allot(frame, total).items():
        assert abs(number * population - frame[name] * total) < population


@given(sizes, st.data())
def test_a_larger_stratum_never_gets_fewer(frame: dict[str, int], data: st.DataObject) -> None:
    total = data.draw(st.integers(1, sum(frame.values())))
    minimum = data.draw(st.integers(0, 3))
    assume(sum(min(minimum, size) for size in frame.values()) <= total)
    given_each = allot(frame, total, minimum)
    ordered = sorted(frame, key=lambda name: frame[name])
    assert all(
        given_each[small] <= given_each[large] or frame[small] == frame[large]
        for small, large in pairwise(ordered)
    )
