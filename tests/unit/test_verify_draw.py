"""Verifying a draw: what agrees, and in plain words what does not."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_desk.domain.receipt import Purposive
from audit_desk.domain.sampling import (
    Exclusion,
    Receipt,
    draw,
    frame_hash,
    in_frame,
    stratum_name,
    swap,
)
from audit_desk.domain.verify_draw import Verification, verify

Facts = dict[str, object]

CASES: dict[str, Facts] = {
    f"CST-{number:04}": {
        "team": ("North", "South", "East")[number % 3],
        "status": "CIN" if number % 2 else "CP",
        "age": 12 + number % 6,
    }
    for number in range(1, 61)
}

ADDED: Facts = {"team": "North", "status": "CIN"}


def make(
    cases: Mapping[str, Facts] = CASES,
    *,
    size: int = 12,
    seed: int = 20260302,
    by: tuple[str, ...] = ("team",),
    where: tuple[tuple[str, str], ...] = (("status", "CIN"),),
    left_out: tuple[str, ...] = (),
    minimum: int = 0,
) -> Receipt:
    eligible = {ref: facts for ref, facts in cases.items() if in_frame(facts, where)}
    exclusions = [Exclusion("Status is not “CIN”", len(cases) - len(eligible))] if where else []
    if left_out:
        reason = "Audited in the last 12 months"
        exclusions.append(Exclusion(reason, len(left_out), left_out))
    return draw(
        {ref: stratum_name(facts, by) for ref, facts in eligible.items() if ref not in left_out},
        seed=seed,
        size=size,
        minimum=minimum,
        where=where,
        by=by,
        exclusions=tuple(exclusions),
        drawn_by="QA lead",
        drawn_at="2026-03-02T09:00:00+00:00",
    )


def said(result: Verification) -> str:
    assert not result.agrees
    return " ".join(result.differences)


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


def test_an_exclusion_that_contradicts_itself_is_found_out() -> None:
    receipt = make(left_out=("CST-0001", "CST-0003"))
    status, audited = receipt.exclusions
    fewer = replace(receipt, exclusions=(status, replace(audited, references=("CST-0001",))))
    text = said(verify(fewer, CASES))
    assert "states that 2 cases were left out (“Audited in the last 12 months”) and lists 1" in text
    assert "1 case of the list is not in the receipt's frame: CST-0003." in text
    both = (receipt.drawn[0], "CST-0001")
    wrong = replace(receipt, exclusions=(status, replace(audited, references=both)))
    assert f"{receipt.drawn[0]} was left out (“Audited" in said(verify(wrong, CASES))


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


def test_another_seed_is_found_out_at_the_first_position() -> None:
    receipt = replace(make(by=(), where=()), seed=1)
    text = said(verify(receipt, CASES))
    assert "“All cases”: the sample differs from position 1:" in text
    assert "The list is the one that was drawn from; so the seed" in text


def test_a_chosen_case_in_the_sample_is_found_out() -> None:
    receipt = make(by=(), where=())
    only = receipt.strata[0]
    bad = replace(
        only,
        drawn=(*only.drawn[:-1], only.spares[5]),
        spares=(*only.spares[:5], only.drawn[-1], *only.spares[6:]),
    )
    text = said(verify(replace(receipt, strata=(bad,)), CASES))
    assert (
        f"the sample differs from position 12: {only.spares[5]} in the receipt, "
        f"{only.drawn[-1]} from the list."
    ) in text


def test_reordered_spares_are_found_out() -> None:
    receipt = make(by=(), where=())
    only = receipt.strata[0]
    bad = replace(only, spares=(only.spares[1], only.spares[0], *only.spares[2:]))
    text = said(verify(replace(receipt, strata=(bad,)), CASES))
    assert text.startswith("“All cases”: the spares or their order differ. The list is the one")


def test_another_allotment_is_told_with_both_numbers() -> None:
    receipt = make()
    one, two = receipt.strata[:2]
    bad = replace(
        receipt,
        strata=(
            replace(one, drawn=one.drawn[:-1], spares=(one.drawn[-1], *one.spares)),
            replace(two, drawn=(*two.drawn, two.spares[0]), spares=two.spares[1:]),
            receipt.strata[2],
        ),
    )
    text = said(verify(bad, CASES))
    assert f"“{one.name}”: the receipt drew 3, the list gives 4." in text
    assert f"“{two.name}”: the receipt drew 5, the list gives 4." in text


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"size": 11}, "states that 11 cases were asked for and lists 12 as drawn"),
        ({"frame_size": 31}, "states a frame of 31 cases and lists 30"),
        ({"frame_hash": "0" * 64}, "frame hash is not that of the references it lists"),
        ({"size": 400}, "cannot be run again: 400 cases were asked for"),
        ({"minimum": 9}, "cannot be run again: At least 9 from each of 3 strata"),
    ],
)
def test_a_receipt_that_contradicts_itself_is_found_out(
    change: dict[str, object], sentence: str
) -> None:
    assert sentence in said(verify(replace(make(), **change), CASES))  # type: ignore[arg-type]


def test_a_stratum_that_contradicts_itself_is_found_out() -> None:
    receipt = make()
    first = receipt.strata[0]
    wrong = replace(first, frame_size=99)
    twice = replace(first, spares=(*first.spares, first.drawn[0]))
    rest = receipt.strata[1:]
    assert "states 99 cases in “East” and lists 10" in said(
        verify(replace(receipt, strata=(wrong, *rest)), CASES)
    )
    assert "lists a reference more than once" in said(
        verify(replace(receipt, strata=(twice, *rest)), CASES)
    )


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


def test_a_receipt_that_was_cut_off_is_found_out() -> None:
    receipt = make()
    text = said(verify(replace(receipt, strata=receipt.strata[:-1]), CASES))
    assert "The receipt states a frame of 30 cases and lists 20." in text
    assert "10 cases of the list are not in the receipt's frame" in text


def test_a_swap_after_which_its_cases_were_added_on_purpose_agrees() -> None:
    receipt = make()
    spares = receipt.strata[0].spares
    added = tuple(Purposive(ref, "A complaint", "QA lead", "t") for ref in spares[:2])
    # The first was chosen before the swap, which passed over it; the second was swapped in,
    # swapped out again, and only then chosen.
    once = swap(replace(receipt, purposive=added[:1]), receipt.drawn[0], "sealed", "Q", "t")
    assert once.swaps[0].added == spares[1]
    twice = swap(once, spares[1], "sealed too", "Q", "t")
    assert verify(replace(twice, purposive=added), CASES).agrees
    both = replace(twice, purposive=(*added, replace(added[0], reference=spares[2])))
    assert f"{spares[2]} is in the sample and was added on purpose" in said(verify(both, CASES))


def test_swaps_that_took_the_next_spare_agree() -> None:
    receipt = make()
    once = swap(receipt, receipt.drawn[0], "sealed", "QA lead", "t")
    twice = swap(once, once.swaps[0].added, "sealed too", "QA lead", "t")
    assert verify(twice, CASES).agrees


def test_a_swap_that_chose_its_case_is_found_out() -> None:
    receipt = make()
    good = swap(receipt, receipt.drawn[0], "sealed", "QA lead", "t")
    spares = receipt.strata[0].spares
    chosen = replace(good, swaps=(replace(good.swaps[0], added=spares[3]),))
    assert said(verify(chosen, CASES)) == (
        f"Swap 1 took {spares[3]}; the next spare was {spares[0]}."
    )
    ghost = replace(good.swaps[0], removed="CST-9999")
    text = said(verify(replace(good, swaps=(ghost, replace(ghost, removed="CST-8888"))), CASES))
    assert "Swap 1 removes CST-9999, which was not in the sample." in text
    assert "Swap 2 removes CST-8888, which was not in the sample." in text
