"""Swapped files, and the receipt of a draw."""

import json
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_desk.domain.receipt import Purposive
from audit_desk.domain.sampling import (
    Exclusion,
    Receipt,
    next_spare,
    receipt_from_dict,
    receipt_to_dict,
    standing,
    swap,
)
from audit_desk.errors import UserError
from tests.unit.draw_examples import (
    REFERENCES,
    make,
)

TWO_TEAMS = {reference: "North" if reference < "CST-0021" else "South" for reference in REFERENCES}


def test_a_swap_takes_the_next_spare_of_its_stratum_in_its_place() -> None:
    receipt = make(TWO_TEAMS, 8)
    south = receipt.strata[1]
    first = swap(receipt, south.drawn[1], " moved away ", "QA lead", "2026-03-03T09:00:00Z")
    second = swap(first, south.drawn[2], "sealed", "QA lead", "2026-03-04T09:00:00Z")
    assert [done.added for done in second.swaps] == list(south.spares[:2])
    assert first.swaps[0].reason == "moved away"
    expected = list(receipt.drawn)
    expected[5], expected[6] = south.spares[0], south.spares[1]
    assert standing(second) == tuple(expected)
    assert second.drawn == receipt.drawn
    assert receipt.swaps == ()


def test_a_spare_that_came_in_can_go_again_and_is_not_taken_twice() -> None:
    receipt = make(TWO_TEAMS, 8)
    north = receipt.strata[0]
    once = swap(receipt, north.drawn[0], "sealed", "QA lead", "t")
    twice = swap(once, north.spares[0], "sealed as well", "QA lead", "t")
    assert standing(twice)[0] == north.spares[1]


def test_a_swap_passes_over_a_case_that_was_chosen_on_purpose() -> None:
    receipt = make(REFERENCES, 5)
    spares = receipt.strata[0].spares
    chosen = replace(receipt, purposive=(Purposive(spares[0], "A complaint", "QA lead", "t"),))
    assert next_spare(chosen, receipt.drawn[0]) == spares[1]
    assert next_spare(chosen, "CST-9999") == ""


@pytest.mark.parametrize(
    ("removed", "reason", "sentence"),
    [
        ("CST-9999", "sealed", "CST-9999 is not in the sample"),
        ("spare", "sealed", "is not in the sample"),
        ("drawn", "  ", "no reason was given"),
    ],
)
def test_refuses_a_swap_that_cannot_be(removed: str, reason: str, sentence: str) -> None:
    receipt = make(REFERENCES, 5)
    known = {"spare": receipt.strata[0].spares[0], "drawn": receipt.drawn[0]}
    with pytest.raises(UserError) as refused:
        swap(receipt, known.get(removed, removed), reason, "QA lead", "t")
    assert sentence in refused.value.message


def test_a_case_that_was_swapped_out_cannot_go_again() -> None:
    receipt = make(REFERENCES, 5)
    after = swap(receipt, receipt.drawn[0], "sealed", "QA lead", "t")
    with pytest.raises(UserError, match="is not in the sample"):
        swap(after, receipt.drawn[0], "sealed", "QA lead", "t")


def test_a_stratum_without_spares_refuses_a_swap() -> None:
    receipt = make(REFERENCES, 40)
    with pytest.raises(UserError, match="no spare case left"):
        swap(receipt, receipt.drawn[0], "sealed", "QA lead", "t")


@given(st.integers(), st.integers(1, 40), st.lists(st.integers(0, 39), max_size=6))
def test_swaps_keep_the_sample_its_size_and_inside_the_frame(
    seed: int, size: int, gone: list[int]
) -> None:
    receipt = make(TWO_TEAMS, size, seed=seed)
    for place in gone:
        leaving = standing(receipt)[place % size]
        if next_spare(receipt, leaving):
            receipt = swap(receipt, leaving, "sealed", "QA lead", "t")
    now = standing(receipt)
    assert len(set(now)) == size
    assert set(now) <= set(REFERENCES)
    assert Counter(TWO_TEAMS[one] for one in now) == Counter(
        TWO_TEAMS[one] for one in receipt.drawn
    )


def swapped() -> Receipt:
    receipt = make(TWO_TEAMS, 8)
    after = swap(receipt, receipt.drawn[0], "sealed", "QA lead", "2026-03-03T09:00:00Z")
    added = Purposive("CST-0040", "A complaint", "QA lead", "2026-03-04T09:00:00Z")
    left_out = Exclusion("Audited within 12 months", 2, ("CST-0041", "CST-0042"))
    return replace(after, purposive=(added,), exclusions=(*after.exclusions, left_out))


def test_a_receipt_of_the_first_form_is_read_as_it_is() -> None:
    data = json.loads(json.dumps(receipt_to_dict(swapped())))
    data["purposive"] = ["CST-0040"]
    for exclusion in data["exclusions"]:
        del exclusion["references"]
    read = receipt_from_dict(data)
    assert read.purposive == (Purposive("CST-0040", "", "", ""),)
    assert [each.references for each in read.exclusions] == [(), ()]


def test_a_receipt_goes_through_json_and_back_unchanged() -> None:
    receipt = swapped()
    assert receipt_from_dict(json.loads(json.dumps(receipt_to_dict(receipt)))) == receipt


@pytest.mark.parametrize(
    ("path", "value", "sentence"),
    [
        (("seed",), "7", "“seed” is not a whole number"),
        (("seed",), 7.0, "“seed” is not a whole number"),
        (("size",), True, "“size” is not a whole number"),
        (("frame_hash",), None, "“frame_hash” is not a text"),
        (("strata",), {}, "“strata” is not a list"),
        (("strata", 1), "x", "“strata[1]” is not a group of named values"),
        (("strata", 1, "drawn", 0), 5, "“strata[1].drawn[0]” is not a text"),
        (("where", 0, "value"), 5, "“where[0].value” is not a text"),
        (("exclusions", 0, "count"), "3", "“exclusions[0].count” is not a whole number"),
        (("swaps", 0, "reason"), [], "“swaps[0].reason” is not a text"),
        (("by", 0), 1, "“by[0]” is not a text"),
        (("purposive",), "CST-0040", "“purposive” is not a list"),
        (("purposive", 0), 5, "“purposive[0]” is not a group of named values"),
        (("purposive", 0, "by"), None, "“purposive[0].by” is not a text"),
        (("exclusions", 1, "references", 0), 5, "“exclusions[1].references[0]” is not a text"),
        (("algorithm",), "dice/1", "names the method “dice/1”"),
    ],
)
def test_a_broken_receipt_names_the_field_at_fault(
    path: tuple[str | int, ...], value: object, sentence: str
) -> None:
    data = json.loads(json.dumps(receipt_to_dict(swapped())))
    place = data
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    with pytest.raises(UserError) as refused:
        receipt_from_dict(data)
    assert sentence in refused.value.message


@pytest.mark.parametrize("key", sorted(receipt_to_dict(swapped())))
def test_a_receipt_that_lacks_a_field_names_it(key: str) -> None:
    data = receipt_to_dict(swapped())
    del data[key]
    with pytest.raises(UserError, match=f"lacks “{key}”"):
        receipt_from_dict(data)


@pytest.mark.parametrize("data", [None, [], "receipt", 5])
def test_what_is_no_receipt_at_all_is_refused(data: object) -> None:
    with pytest.raises(UserError, match="“receipt” is not a group of named values"):
        receipt_from_dict(data)
