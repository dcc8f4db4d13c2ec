"""When two names mean one person, and when they do not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit_desk.domain.people import same_person

_WORD = st.text("abcdeéüß'-ABC", min_size=1, max_size=8).filter(str.strip)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ezra Leigh", "Leigh, Ezra"),
        ("Ezra Leigh", "  ezra\u00a0 LEIGH "),
        ("Leigh,Ezra", "ezra leigh"),
        ("Aoife O'Brien", "O’Brien, Aoife"),  # noqa: RUF001 - as lists write it
        ("Ann Smith-Jones", "Ann Smith‑Jones"),  # noqa: RUF001 - as lists write it
        ("Van der Berg, Mary Ann", "Mary Ann van der Berg"),
    ],
)
def test_one_person_written_in_two_ways(one: str, other: str) -> None:
    assert same_person(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ezra Leigh", "E. Leigh"),
        ("Ezra Leigh", "Ezra Leigh-Marsh"),
        ("Ezra Leigh", "Leigh Ezra"),
        ("Ezra Leigh", "Leigh"),
        ("", ""),
        (" ", ","),
        ("Leigh, Ezra, Dr", "Ezra Dr Leigh"),
    ],
)
def test_what_may_be_two_people_is_not_made_one(one: str, other: str) -> None:
    assert not same_person(one, other)


@settings(max_examples=50)
@given(_WORD, _WORD)
def test_the_order_of_a_list_makes_no_difference(first: str, last: str) -> None:
    assert same_person(f"{first} {last}", f"{last.upper()},  {first}")
