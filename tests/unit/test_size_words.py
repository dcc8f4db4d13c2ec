"""The size helper: the numbers behind it, its sentences, and what cannot be asked."""

from math import comb

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit_desk.domain.size_words import (
    FaultShare,
    chosen_words,
    read_share,
    size_words,
    still_possible,
)
from audit_desk.errors import UserError


def test_the_sentences() -> None:
    assert size_words(100) == (
        "To have a 95 % chance of meeting a fault that 1 of 10 files has, read 25 of 100."
    )
    assert size_words(6, chance=80) == (
        "To have an 80 % chance of meeting a fault that 1 of these 6 files has, read 5 of 6."
    )
    assert "a fault that 3 of 20 files have, read" in size_words(100, FaultShare(3, 20))
    assert chosen_words(12, 40) == (
        "With 12 of 40 the chance of meeting it is 78 %; with no fault seen, up to 9 of 40 may "
        "still have one."
    )
    assert chosen_words(40, 40) == "Every file is read, so nothing is left to chance."
    assert "is below 1 %" in chosen_words(1, 1000, FaultShare(1, 1000))
    assert "is 99 %" in chosen_words(999, 1000, FaultShare(1, 1000))


@settings(max_examples=50)
@given(st.integers(2, 60), st.data())
def test_no_fault_seen_allows_as_many_as_2_and_a_half_percent_do(
    population: int, data: st.DataObject
) -> None:
    size = data.draw(st.integers(1, population))
    most = still_possible(size, population)

    def unseen(faults: int) -> float:
        return comb(population - faults, size) / comb(population, size)

    assert unseen(most) > 0.025 - 1e-12
    assert most == population - size or unseen(most + 1) <= 0.025 + 1e-12


@pytest.mark.parametrize("text", ["1 of 10", " 1 in 10 ", "1/10", "1 OF 10"])
def test_a_share_is_read(text: str) -> None:
    assert read_share(text) == FaultShare(1, 10)


@pytest.mark.parametrize("text", ["", "0 of 10", "11 of 10", "10 %", "1 of", "1 of 0"])
def test_what_is_no_share_is_refused(text: str) -> None:
    with pytest.raises(UserError, match="how many files have the fault"):
        read_share(text)


def test_what_cannot_be_reckoned_is_refused() -> None:
    for population, chance in ((0, 95), (-1, 95), (1_000_001, 95), (10, 0), (10, 101)):
        with pytest.raises(UserError):
            size_words(population, chance=chance)
    for size in (0, 41):
        with pytest.raises(UserError, match="cannot be read"):
            chosen_words(size, 40)
