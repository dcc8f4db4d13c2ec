"""The draw: anyone can repeat it, and nobody is preferred."""

from collections import Counter
from hashlib import sha256

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from audit_desk.domain.sampling import (
    ALGORITHM,
    ALL_CASES,
    NOT_RECORDED,
    frame_hash,
    in_frame,
    rank,
    stratum_name,
)
from audit_desk.errors import UserError
from tests.unit.draw_examples import (
    REFERENCES,
    make,
)

references = st.lists(
    st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\n"), min_size=1),
    min_size=1,
    max_size=30,
    unique=True,
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
