from collections import Counter

import pytest

from audit_desk.domain.case_field import FieldKind
from audit_desk.domain.case_fields import CASE_FIELDS, DATE_ORDER, field
from audit_desk.domain.column_recognition import SYSTEM_ID_HEADERS, header_key


def test_keys_and_labels_are_unique() -> None:
    assert len({each.key for each in CASE_FIELDS}) == len(CASE_FIELDS)
    assert len({each.label for each in CASE_FIELDS}) == len(CASE_FIELDS)


def test_no_heading_means_two_things() -> None:
    keys = Counter(
        key
        for each in CASE_FIELDS
        for key in {header_key(heading) for heading in (each.label, *each.headers)}
    )
    keys.update({header_key(heading) for heading in SYSTEM_ID_HEADERS})

    assert [key for key, count in keys.items() if count > 1] == []


def test_no_word_means_two_codes() -> None:
    for each in CASE_FIELDS:
        words = Counter(
            word.casefold() for choice in each.choices for word in {choice.value, *choice.also}
        )
        assert [word for word, count in words.items() if count > 1] == [], each.key


def test_codes_are_lower_case_because_cells_are_compared_so() -> None:
    for each in CASE_FIELDS:
        for choice in each.choices:
            assert all(word == word.casefold() for word in choice.also), choice


def test_an_end_comes_after_a_beginning_among_dates() -> None:
    for start, end in DATE_ORDER:
        assert field(start).kind is field(end).kind is FieldKind.DATE


def test_dates_and_counts_do_not_group_and_staff_are_the_only_names() -> None:
    assert not any(each.groups for each in CASE_FIELDS if each.kind is FieldKind.DATE)
    assert {each.key for each in CASE_FIELDS if each.names_staff} == {
        "worker",
        "cst_worker",
        "manager",
        "chair",
    }


def test_a_key_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        field("wise_risk_level")
