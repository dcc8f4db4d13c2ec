"""A receipt that was altered, cut off or contradicts itself is found out."""

from dataclasses import replace

import pytest

from audit_desk.domain.receipt import Purposive
from audit_desk.domain.sampling import (
    swap,
)
from audit_desk.domain.verify_draw import verify
from tests.unit.verify_examples import CASES, make, said


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
