"""What looks like an identifier is found wherever it stands, and ordinary audit words are not."""

from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from audit_desk.domain.known_names import KnownNames
from audit_desk.domain.privacy import excerpt, scan
from audit_desk.domain.privacy_kinds import Kind
from tests.unit.test_identifiers import upn

NAMES = KnownNames(
    ["Priya Shah", "OKAFOR, James", "Team East", "Duty and Assessment", "Grace Young", "Sam Lee"]
)
_AROUND = st.text(
    st.sampled_from([*"aZ é😀\u05d0\n.,:;()'", "\u2013", "\u00a0", "\u200f", "😀"]), max_size=30
)


def _nhs(nine: str) -> str | None:
    rest = 11 - sum((10 - place) * int(digit) for place, digit in enumerate(nine)) % 11
    return None if rest == 10 else nine + str(0 if rest == 11 else rest)


@given(
    _AROUND,
    st.text("0123456789", min_size=9, max_size=9),
    st.sampled_from(["", " ", "-", "\u00a0"]),
    _AROUND,
)
@settings(max_examples=60)
def test_an_nhs_number_is_found_anywhere(before: str, nine: str, gap: str, after: str) -> None:
    number = _nhs(nine)
    assume(number is not None and not number.startswith("0"))
    assert number is not None
    written = gap.join([number[:3], number[3:6], number[6:]])
    text = before + written + after
    [mark] = [one for one in scan(text) if one.kind is Kind.NHS_NUMBER]
    assert text[mark.start : mark.end] == written
    wrong = number[:9] + str((int(number[9]) + 1) % 10)
    assert not scan(f"{before}{wrong}{after}")


@given(
    _AROUND.filter(lambda text: not text[-1:].isalnum()),
    st.text("0123456789", min_size=12, max_size=12),
    st.sampled_from([(), (1,), (1, 4, 8), (1, 7)]),
    _AROUND.filter(lambda text: not text[:1].isalnum()),
)
@settings(max_examples=60)
def test_a_pupil_number_is_found_anywhere(
    before: str, digits: str, gaps: tuple[int, ...], after: str
) -> None:
    number = upn(digits)
    edges = [0, *gaps, len(number)]
    written = " ".join(number[start:end] for start, end in pairwise(edges))
    text = before + written + after
    found = [text[one.start : one.end] for one in scan(text) if one.kind is Kind.PUPIL_NUMBER]
    assert found == [written]


@given(
    st.lists(
        st.sampled_from(
            [
                "CST-0142",
                "ST4",
                "RH2 asks",
                "14:20",
                "on 3/4/2026",
                "2 March 2026 18:40",
                "72 hours",
                "late by 15 h 20 min",
                "10 working days",
                "5th visit",
                "the child",
                "Team East",
                "2 of 3",
                "Good",
                "high school",
                "the Virtual School",
                "her worker",
                "aged 14",
                "on 12 03 26 a visit",
                "code 1234567890",
                "unborn",
                "review 2026-03-04",
                "Young people",
                "in 2 weeks",
                "A&E",
                "£250",
                "section 47",
                "log 2026",
                "9 of 10",
                "police",
                "log",
                "incident",
                "101",
                "shah",
                "Lee",
                "Duty",
                "26.",
                "strategy",
            ]
        ),
        max_size=40,
    )
)
def test_ordinary_words_of_an_audit_raise_nothing(words: list[str]) -> None:
    assert scan(" ".join(words), NAMES) == ()


@pytest.mark.parametrize(
    ("text", "found", "kind"),
    [
        ("Moved to BL9 0AB in May", "BL9 0AB", Kind.POSTCODE),
        ("lives in bl9 0ab.", "bl9 0ab", Kind.POSTCODE),
        ("Her mother (0161 496 0000) rang", "0161 496 0000", Kind.PHONE),
        ("on +44 (0)7700 900123", "+44 (0)7700 900123", Kind.PHONE),
        ("wrote to ada.holt@example.org.", "ada.holt@example.org", Kind.EMAIL),
        ("born 3/4/2010", "3/4/2010", Kind.BIRTH_DATE),
        ("DOB: 3rd of April 2010, seen 4/5/2026", "3rd of April 2010", Kind.BIRTH_DATE),
        ("3.4.10 (d.o.b.)", "3.4.10", Kind.BIRTH_DATE),
        ("reported as 06AB/12345/26", "06AB/12345/26", Kind.CRIME),
        ("police log 1234 of 3/4/2026", "1234", Kind.CRIME),
        ("crime ref: 0612345/26", "0612345/26", Kind.CRIME),
        ("AB 12 34 56 C", "AB 12 34 56 C", Kind.INSURANCE),
        ("placed at SC035422", "SC035422", Kind.PLACEMENT),
        ("12 Acacia Avenue", "12 Acacia Avenue", Kind.ADDRESS),
        ("Attends St Mary\u2019s Primary School", "St Mary\u2019s Primary School", Kind.SCHOOL),
        ("Priya Shah visited", "Priya Shah", Kind.NAME),
        ("priya  shah visited", "priya  shah", Kind.NAME),
        ("Shah\u2019s visit", "Shah", Kind.NAME),
        ("by Okafor, James", "Okafor, James", Kind.NAME),
        ("Ms Young saw", "Young", Kind.NAME),
        ("Mr Lee", "Lee", Kind.NAME),
    ],
)
def test_what_identifies_is_found(text: str, found: str, kind: Kind) -> None:
    [mark] = scan(text, NAMES)
    assert (text[mark.start : mark.end], mark.kind) == (found, kind)
    assert mark.words.startswith("Looks like ")
    assert found not in excerpt(text, mark)
