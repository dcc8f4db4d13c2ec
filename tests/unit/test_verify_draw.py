"""Verifying a draw: what agrees, and in plain words what does not."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from audit_desk.domain.sampling import (
    frame_hash,
)
from audit_desk.domain.verify_draw import Verification, verify
from tests.unit.verify_examples import ADDED, CASES, make, said


def test_a_draw_agrees_with_the_list_it_was_made_from() -> None:
    assert verify(make(), CASES) == Verification(agrees=True, differences=(), notes=())


@given(st.permutations(sorted(CASES)), st.integers(), st.integers(1, 30), st.integers(0, 3))
def test_the_order_of_the_list_never_matters(
    order: list[str], seed: int, size: int, minimum: int
) -> None:
    receipt = make(seed=seed, size=max(size, 3 * minimum), minimum=minimum)
    assert verify(receipt, {ref: CASES[ref] for ref in order}).agrees


def test_a_list_of_references_alone_is_enough_and_says_what_it_could_not_show() -> None:
    result = verify(make(), {ref: {} for ref in CASES})
    assert result.agrees
    assert result.notes == (
        (
            "The list does not have Status, so the conditions could not be tested and the "
            "receipt's own frame was taken."
        ),
        (
            "The list does not have Team, so each case was put into the stratum that the receipt "
            "gives it."
        ),
    )


def test_a_simple_draw_is_verified_from_references_alone_without_a_note() -> None:
    receipt = make(by=(), where=())
    assert verify(receipt, {ref: {} for ref in CASES}) == Verification(True, ())


def test_a_list_without_the_strata_still_tests_the_conditions() -> None:
    bare = {ref: {"status": facts["status"]} for ref, facts in CASES.items()}
    result = verify(make(), bare)
    assert result.agrees
    assert len(result.notes) == 1


def test_a_missing_reference_is_named() -> None:
    receipt = make()
    gone = receipt.drawn[2]
    text = said(verify(receipt, {ref: CASES[ref] for ref in CASES if ref != gone}))
    assert f"1 case of the frame is missing from the list: {gone}." in text
    assert "The frame hash differs" in text
    assert f"the sample differs from position 3: {gone} in the receipt" in text


def test_a_missing_spare_alters_the_frame_but_not_the_sample() -> None:
    receipt = make(by=(), where=())
    gone = receipt.strata[0].spares[0]
    result = verify(receipt, {ref: {} for ref in CASES if ref != gone})
    assert f"missing from the list: {gone}." in said(result)
    assert "the sample differs" not in said(result)


def test_missing_references_are_missed_without_the_conditions_too() -> None:
    receipt = make()
    text = said(verify(receipt, {ref: {} for ref in CASES if ref not in receipt.drawn}))
    assert "12 cases of the frame are missing from the list: " in text
    assert " and 7 more." in text


def test_a_case_added_since_alters_the_frame_and_is_named() -> None:
    receipt = make()
    added = {**CASES, "CST-0099": ADDED}
    text = said(verify(receipt, added))
    assert "1 case of the list is not in the receipt's frame: CST-0099." in text
    assert f"the receipt has {receipt.frame_hash}, the list gives " in text
    assert "Only the list is another one" in " ".join(verify(receipt, added).notes)
    # Where the receipt was altered as well, it is not only the list.
    assert verify(replace(receipt, seed=1), added).notes == ()
    assert verify(replace(receipt, frame_size=31), added).notes == ()
    later = {ref for ref, facts in added.items() if facts["status"] == "CIN"}
    assert frame_hash(later) in text


def test_a_case_added_outside_the_conditions_is_nobodys_concern() -> None:
    added = {**CASES, "CST-0099": ADDED | {"status": "CP"}}
    assert verify(make(), added).agrees


def test_cases_left_out_by_the_first_receipts_are_counted_not_guessed() -> None:
    newer = make(left_out=("CST-0001", "CST-0003"))
    status, audited = newer.exclusions
    receipt = replace(newer, exclusions=(status, replace(audited, references=())))
    result = verify(receipt, CASES)
    assert result.agrees
    assert result.notes == (
        (
            "2 cases of the list are not in the frame, as many as the receipt says were left out; "
            "it does not say which."
        ),
    )
    added = {**CASES, "CST-0099": ADDED}
    assert "3 cases of the list are not in the receipt's frame" in said(verify(receipt, added))


def test_cases_left_out_by_name_are_left_out_again_and_no_other_case_passes_for_them() -> None:
    receipt = make(left_out=("CST-0001", "CST-0003"))
    assert verify(receipt, CASES) == Verification(True, ())
    # Whoever was left out may have gone from the list, or may meet the conditions no more.
    gone = {ref: facts for ref, facts in CASES.items() if ref != "CST-0001"}
    assert verify(receipt, {**gone, "CST-0003": ADDED | {"status": "CP"}}).agrees
    text = said(verify(receipt, {**gone, "CST-0098": ADDED, "CST-0099": ADDED}))
    assert "2 cases of the list are not in the receipt's frame: CST-0098, CST-0099." in text


def test_ranges_are_tested_on_texts_as_a_file_has_them() -> None:
    receipt = make(where=(("age", "13..15"),))
    from_file = {ref: {key: str(fact) for key, fact in CASES[ref].items()} for ref in CASES}
    assert verify(receipt, from_file) == Verification(True, ())
    unreadable = replace(receipt, where=(("age", "15..13"),))
    assert "The conditions cannot be read: The range on “Age”" in said(verify(unreadable, CASES))


def test_a_case_that_no_longer_meets_the_conditions_is_named() -> None:
    receipt = make()
    moved = receipt.drawn[0]
    text = said(verify(receipt, {**CASES, moved: {**CASES[moved], "status": "CP"}}))
    assert f"1 case of the frame no longer meets its conditions in the list: {moved}." in text


def test_a_case_in_another_stratum_is_named_with_both() -> None:
    receipt = make()
    moved = receipt.strata[0].drawn[0]
    text = said(verify(receipt, {**CASES, moved: {**CASES[moved], "team": "West"}}))
    assert f"{moved} is in “West” in the list and in “East” in the receipt." in text


def test_an_empty_list_says_so_in_sentences() -> None:
    text = said(verify(make(), {}))
    assert "30 cases of the frame are missing from the list" in text
    assert "There is no case to draw from." in text


def test_a_list_with_one_case_says_what_is_missing() -> None:
    receipt = make(by=())
    only = receipt.drawn[0]
    text = said(verify(receipt, {only: CASES[only]}))
    assert "29 cases of the frame are missing from the list" in text
    assert "12 cases were asked for, but only 1 can be drawn." in text
