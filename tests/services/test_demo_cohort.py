"""The invented cohort has the proportions that a real service published."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_desk.domain.case import Facts
from audit_desk.domain.case_field import FieldKind
from audit_desk.domain.case_fields import DATE_ORDER, field
from audit_desk.services.demo.chance import chance, dealt
from audit_desk.services.demo.cohort import (
    ASSESSMENT,
    BOY,
    CARE,
    CRIMINAL,
    GIRL,
    MIXED,
    NEED,
    PROTECTION,
    SEXUAL,
    cohort,
)

TODAY = date(2026, 6, 1)
CHILDREN: list[Facts] = [facts for _, facts in cohort(2000, 7, TODAY)]
OPEN = [facts for facts in CHILDREN if "cst_end" not in facts]
BOYS = [facts for facts in CHILDREN if facts["gender"] == BOY]
GIRLS = [facts for facts in CHILDREN if facts["gender"] == GIRL]


def share(children: Sequence[Facts], key: str, *values: object) -> float:
    return sum(facts[key] in values for facts in children) / len(children)


def test_boys_and_girls_are_as_the_performance_overview_says() -> None:
    assert share(CHILDREN, "gender", BOY) == pytest.approx(0.5)
    assert share(BOYS, "exploitation_type", CRIMINAL) > 0.9
    assert share(GIRLS, "exploitation_type", SEXUAL) > 0.5
    assert share(GIRLS, "exploitation_type", MIXED) > share(BOYS, "exploitation_type", MIXED)
    assert share(BOYS, "age", 16, 17) > 0.55
    assert share(GIRLS, "age", 16, 17) < 0.3


def test_the_other_published_proportions_hold() -> None:
    assert share(CHILDREN, "previously_open", "Yes") == pytest.approx(0.24)
    assert share(CHILDREN, "deprivation_decile", 1, 2, 3) > 0.6
    assert share(OPEN, "status", NEED, ASSESSMENT) > 0.7
    assert 0.05 < share(OPEN, "status", CARE, PROTECTION) < 0.3
    mixed = ("MWBC", "MWAS", "MWBA", "MOTH")
    assert share(CHILDREN, "ethnicity", *mixed) > share(CHILDREN, "ethnicity", "APKN", "AOTH")
    year = [facts for _, facts in cohort(133, 1, TODAY)]
    assert 30 <= sum("cst_end" not in facts for facts in year) <= 50


def test_children_in_care_or_protected_are_more_often_girls() -> None:
    lasting = (CARE, PROTECTION)
    girls, boys = ([facts for facts in OPEN if facts["gender"] == gender] for gender in (GIRL, BOY))
    assert share(girls, "status", *lasting) > share(boys, "status", *lasting)


@given(st.integers(0, 10_000), st.dates(date(2024, 1, 1), date(2030, 12, 31)))
def test_every_fact_is_one_that_an_import_would_accept(seed: int, today: date) -> None:
    for _, facts in cohort(8, seed, today):
        for key, value in facts.items():
            case_field = field(key)
            if case_field.kind is FieldKind.DATE:
                assert date.fromisoformat(str(value)) <= today, key
            elif case_field.choices:
                assert value in [choice.value for choice in case_field.choices], key
        for first, last in DATE_ORDER:
            if first in facts and last in facts:
                assert str(facts[first]) <= str(facts[last]), (first, last)


def test_going_missing_hangs_together() -> None:
    for facts in CHILDREN:
        gone = bool(facts["missing_episodes"])
        assert (facts["missing"] == "Yes") is gone
        assert ("last_missing" in facts) is gone
        if "last_rhi" in facts:
            assert facts["rhi_accepted"] == facts["rhi_offered"] == "Yes"
            assert str(facts["last_returned"]) <= str(facts["last_rhi"])


def test_a_council_number_stands_once() -> None:
    numbers = [number for number, _ in cohort(500, 3, TODAY)]
    assert len(set(numbers)) == 500


@given(st.integers(0, 300), st.lists(st.integers(1, 100), min_size=1, max_size=8))
def test_shares_are_dealt_to_within_one(count: int, weights: list[int]) -> None:
    found = dealt(chance("test"), count, list(enumerate(weights)))
    assert len(found) == count
    for value, weight in enumerate(weights):
        assert abs(found.count(value) - count * weight / sum(weights)) < 1
