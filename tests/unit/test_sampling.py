"""The draw: the published steps, its fairness, its swaps and the receipt's file."""

import json
from collections import Counter
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from audit_desk.domain.receipt import Purposive
from audit_desk.domain.sampling import (
    ALGORITHM,
    ALL_CASES,
    NOT_RECORDED,
    Exclusion,
    Receipt,
    allot,
    draw,
    frame_hash,
    in_frame,
    next_spare,
    rank,
    receipt_from_dict,
    receipt_to_dict,
    standing,
    stratum_name,
    swap,
)
from audit_desk.errors import UserError

REFERENCES = [f"CST-{number:04}" for number in range(1, 41)]

references = st.lists(
    st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\n"), min_size=1),
    min_size=1,
    max_size=30,
    unique=True,
)
sizes = st.dictionaries(st.text(min_size=1, max_size=4), st.integers(1, 60), min_size=1)


def make(
    frame: dict[str, str] | list[str], size: int, *, seed: int = 7, minimum: int = 0
) -> Receipt:
    named = frame if isinstance(frame, dict) else dict.fromkeys(frame, ALL_CASES)
    return draw(
        named,
        seed=seed,
        size=size,
        minimum=minimum,
        where=(("team", "North"),),
        by=("team",),
        exclusions=(Exclusion("Team is not “North”", 3),),
        drawn_by="QA lead",
        drawn_at="2026-03-02T09:00:00+00:00",
        replaces=1,
    )


def test_the_steps_are_those_that_anyone_can_repeat() -> None:
    def key(reference: str) -> str:
        return sha256(b"20260302\n" + reference.encode()).hexdigest()

    receipt = make(REFERENCES, 12, seed=20260302)
    ordered = sorted(REFERENCES, key=key)
    assert receipt.algorithm == ALGORITHM == "sha256-rank/1"
    assert receipt.drawn == tuple(ordered[:12])
    assert receipt.strata[0].spares == tuple(ordered[12:])
    assert receipt.frame_hash == sha256("\n".join(REFERENCES).encode()).hexdigest()
    assert (receipt.frame_size, receipt.size, receipt.seed) == (40, 12, 20260302)
    assert (receipt.drawn_by, receipt.replaces) == ("QA lead", 1)


def test_a_draw_never_changes_from_one_version_to_the_next() -> None:
    assert rank(["CST-0001", "CST-0002", "CST-0003", "CST-0004"], 1) == (
        "CST-0002",
        "CST-0004",
        "CST-0001",
        "CST-0003",
    )
    assert frame_hash(["b", "a"]) == (
        "7e18f737311b2dc3b2f269dd78396b0351f14fb66efa879f768cb23181883c78"
    )


def test_the_frame_hash_sorts_by_code_point_and_takes_utf_8() -> None:
    assert frame_hash(["é", "Z", "a"]) == sha256("Z\na\né".encode()).hexdigest()
    assert frame_hash([]) == sha256(b"").hexdigest()


@given(references, st.integers(), st.data())
def test_the_order_of_the_input_never_matters(
    names: list[str], seed: int, data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(names))
    size = data.draw(st.integers(1, len(names)))
    frame = {name: str(len(name) % 3) for name in names}
    again = {name: frame[name] for name in shuffled}
    assert make(frame, size, seed=seed) == make(again, size, seed=seed)
    assert frame_hash(names) == frame_hash(shuffled)


@given(references, st.integers(), st.text(min_size=1, max_size=5))
def test_a_case_added_later_moves_nobody_but_itself(
    names: list[str], seed: int, added: str
) -> None:
    assume(added not in names)
    after = rank([*names, added], seed)
    assert tuple(name for name in after if name != added) == rank(names, seed)


@given(references, st.integers(), st.data())
def test_a_case_left_out_moves_nobody_and_only_its_own_place_is_filled(
    names: list[str], seed: int, data: st.DataObject
) -> None:
    assume(len(names) > 1)
    size = data.draw(st.integers(1, len(names) - 1))
    whole = make(names, size, seed=seed)
    gone = data.draw(st.sampled_from(names))
    left = make([name for name in names if name != gone], size, seed=seed)
    stay = [name for name in whole.drawn if name != gone]
    comes = whole.strata[0].spares[:1] if gone in whole.drawn else ()
    assert list(left.drawn) == [*stay, *comes]


@given(references, st.integers(), st.data())
def test_a_larger_sample_keeps_the_smaller_one(
    names: list[str], seed: int, data: st.DataObject
) -> None:
    size = data.draw(st.integers(1, len(names)))
    assert make(names, len(names), seed=seed).drawn[:size] == make(names, size, seed=seed).drawn


@given(references, st.integers(), st.data())
def test_drawn_and_spares_are_the_whole_frame_once(
    names: list[str], seed: int, data: st.DataObject
) -> None:
    frame = {name: data.draw(st.sampled_from("abc")) for name in names}
    receipt = make(frame, data.draw(st.integers(1, len(names))), seed=seed)
    everyone = [
        reference for stratum in receipt.strata for reference in (*stratum.drawn, *stratum.spares)
    ]
    assert sorted(everyone) == sorted(names)
    assert len(receipt.drawn) == receipt.size
    for stratum in receipt.strata:
        assert {frame[reference] for reference in (*stratum.drawn, *stratum.spares)} == {
            stratum.name
        }
        assert stratum.frame_size == len(stratum.drawn) + len(stratum.spares)


def test_each_case_is_drawn_equally_often() -> None:
    rounds, size = 4000, 10
    met = Counter(
        reference for seed in range(rounds) for reference in make(REFERENCES, size, seed=seed).drawn
    )
    expected = rounds * size / len(REFERENCES)
    chi_square = sum((met[one] - expected) ** 2 / expected for one in REFERENCES)
    # Drawn without replacement the statistic is smaller by (N - n) / (N - 1).
    chi_square *= (len(REFERENCES) - 1) / (len(REFERENCES) - size)
    assert chi_square < 72.06  # 39 degrees of freedom, exceeded once in a thousand


def test_each_pair_is_drawn_equally_often() -> None:
    few = REFERENCES[:6]
    met = Counter(frozenset(make(few, 2, seed=seed).drawn) for seed in range(3000))
    assert len(met) == 15
    chi_square = sum((count - 200) ** 2 / 200 for count in met.values())
    assert chi_square < 36.12  # 14 degrees of freedom, exceeded once in a thousand


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


@pytest.mark.parametrize(
    ("frame", "size", "minimum", "sentence"),
    [
        ([], 1, 0, "There is no case to draw from."),
        (REFERENCES, 0, 0, "A sample needs at least one case."),
        (REFERENCES, -1, 0, "A sample needs at least one case."),
        (REFERENCES, 41, 0, "41 cases were asked for, but only 40 can be drawn."),
        (REFERENCES, 5, 6, "At least 6 from each of 1 strata makes 6 cases"),
        (REFERENCES, 5, -1, "cannot be below 0"),
        (["A\nB"], 1, 0, "is empty or has a line break"),
        ([""], 1, 0, "is empty or has a line break"),
    ],
)
def test_refuses_a_draw_that_cannot_be(
    frame: list[str], size: int, minimum: int, sentence: str
) -> None:
    with pytest.raises(UserError) as refused:
        make(frame, size, minimum=minimum)
    assert sentence in refused.value.message
    assert refused.value.hint


def test_stratum_names_join_the_values_and_admit_what_is_not_recorded() -> None:
    facts = {"team": "North", "age": 0, "status": ""}
    assert stratum_name(facts, ()) == ALL_CASES
    assert stratum_name(facts, ("team",)) == "North"
    assert stratum_name(facts, ("team", "age")) == "North · 0"
    assert stratum_name(facts, ("status", "sex")) == f"{NOT_RECORDED} · {NOT_RECORDED}"


def test_conditions_on_one_field_are_alternatives_and_fields_add_up() -> None:
    facts = {"team": "North", "age": 16}
    assert in_frame(facts, ())
    assert in_frame(facts, (("team", "North"), ("age", "16")))
    assert in_frame(facts, (("team", "South"), ("team", "North")))
    assert not in_frame(facts, (("team", "North"), ("age", "17")))
    assert not in_frame(facts, (("status", "CIN"),))


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
