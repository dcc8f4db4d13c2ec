"""Agreement and drift against scikit-learn, statsmodels and scipy, and what is left unsaid."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from math import sqrt
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit_desk.domain.agreement import Kappa, Pair, agreement
from audit_desk.domain.drift import LEAST_FOR_DRIFT, Graded, drift
from audit_desk.domain.student_t import t_point
from audit_desk.services.findings_moderation import moderation_findings
from tests.reports.example_moderation import make_moderation
from tests.reports.example_tool import EXAMPLE_TOOL

GRADES = st.integers(1, 4)
PAIRS = st.lists(st.tuples(GRADES, GRADES), min_size=10, max_size=60)
LOPSIDED = st.lists(
    st.sampled_from([(2, 2)] * 12 + [(2, 3), (1, 2), (4, 2)]), min_size=10, max_size=60
)
EXAMPLES = settings(max_examples=30, deadline=None)
CLOSE = 1e-6
"""How near the libraries, which reckon in floating point, come to what is reckoned in fractions.

A formula that was wrong would be off by a hundredth. Where a variance is nothing or all but
nothing, theirs may as well lie a hair below nothing, and its root be undefined.
"""


@pytest.fixture(scope="module")
def libraries() -> Any:
    """The reference implementations; imported here, so that other tests stay quick."""
    import numpy as np
    from scipy import stats
    from sklearn.metrics import cohen_kappa_score
    from statsmodels.stats.inter_rater import cohens_kappa
    from statsmodels.stats.weightstats import DescrStatsW

    return SimpleNamespace(
        np=np,
        t=stats.t,
        kappa_score=cohen_kappa_score,
        kappa=cohens_kappa,
        describe=DescrStatsW,
    )


@contextmanager
def quietly(libraries: Any) -> Iterator[None]:
    """Let libraries warn: they divide by roots of nothing for figures nobody asks for here."""
    with warnings.catch_warnings(), libraries.np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        yield


def assert_same_kappa(libraries: Any, found: Kappa, pairs: list[Pair], levels: int) -> None:
    """Hold kappa and its interval to those of both libraries."""
    places = range(1, levels + 1)
    table = [[pairs.count((one, two)) for two in places] for one in places]
    first, second = zip(*pairs, strict=True)
    with quietly(libraries):
        scored = libraries.kappa_score(first, second, weights="linear", labels=list(places))
        reference = libraries.kappa(table, wt="linear")
    assert found.value == pytest.approx(scored, abs=CLOSE)
    assert found.value == pytest.approx(reference.kappa, abs=CLOSE)
    if reference.var_kappa > CLOSE:
        assert found.low == pytest.approx(max(reference.kappa_low, -1), abs=CLOSE)
        assert found.high == pytest.approx(min(reference.kappa_upp, 1), abs=CLOSE)
    elif found.low is not None and found.high is not None:
        assert found.high - found.low < 4 * sqrt(2 * CLOSE), "next to no variance"


@EXAMPLES
@given(pairs=PAIRS | LOPSIDED)
def test_kappa_and_its_interval_are_those_of_both_libraries(
    libraries: Any, pairs: list[Pair]
) -> None:
    found = agreement(pairs)
    if len({value for pair in pairs for value in pair}) == 1:
        assert found.kappa is None
        assert "not defined" in found.notes[0]
        assert len(found.notes) == 1, "what is not defined is not low either"
        return
    assert found.kappa is not None
    assert (found.kappa.low is None) == any("no interval" in note for note in found.notes)
    assert_same_kappa(libraries, found.kappa, pairs, 4)


@EXAMPLES
@given(pairs=st.lists(st.tuples(st.integers(1, 3), st.integers(1, 3)), min_size=10, max_size=40))
def test_three_values_are_weighted_as_three(libraries: Any, pairs: list[Pair]) -> None:
    found = agreement(pairs, levels=3)
    if found.kappa is not None:
        assert_same_kappa(libraries, found.kappa, pairs, 3)


@EXAMPLES
@given(pairs=st.lists(st.tuples(GRADES, GRADES), max_size=30))
def test_the_counts_add_up_and_turn_round_with_the_readers(pairs: list[Pair]) -> None:
    found = agreement(pairs)
    turned = agreement([(two, one) for one, two in pairs])
    assert found.first_better + found.same + found.second_better == found.n == len(pairs)
    assert found.same <= found.within_one.n <= found.n
    assert (found.first_better, found.exact) == (turned.second_better, turned.exact)
    if found.n < 10:
        assert (found.mean_difference, found.kappa, found.exact.percent) == (None, None, None)
        assert "%" not in " ".join((*found.notes, found.direction))
    else:
        assert turned.mean_difference == -(found.mean_difference or 0)
    if found.kappa and turned.kappa:
        assert found.kappa == turned.kappa


def test_a_negative_difference_means_that_the_first_reader_graded_better() -> None:
    found = agreement([(1, 2)] * 6 + [(2, 2)] * 6)
    assert found.mean_difference == -0.5
    assert found.direction.endswith("on average the first reader graded 0.50 of a step better")
    assert found.exact.text == "6 of 12"


def test_one_grade_that_dominates_is_said_with_what_it_does_to_kappa() -> None:
    lopsided = agreement([(2, 2)] * 17 + [(1, 2), (2, 1), (3, 2)])
    assert lopsided.exact.percent == 85
    assert lopsided.kappa is not None
    assert lopsided.kappa.value < 0.1
    assert "One value makes up 37 of the 40 given." in lopsided.notes[-1]
    assert not agreement([(1, 1), (2, 2), (3, 3), (4, 3)] * 3).notes
    just = agreement([(2, 2)] * 7 + [(2, 3)] + [(1, 1)] * 2)  # 15 of 20: exactly three quarters
    assert any("15 of the 20" in note for note in just.notes)


def test_values_outside_the_scale_are_no_agreement() -> None:
    for pairs, levels in (([(0, 1)], 4), ([(1, 4)], 3), ([], 1)):
        with pytest.raises(ValueError):
            agreement(pairs, levels)
    assert agreement([]).direction == ""
    assert agreement([]).notes == ()


@EXAMPLES
@given(
    differences=st.lists(st.tuples(GRADES, GRADES), min_size=LEAST_FOR_DRIFT, max_size=60),
)
def test_the_drift_interval_is_that_of_statsmodels(libraries: Any, differences: list[Pair]) -> None:
    (found,) = drift(Graded("Ada Vane", own, settled) for own, settled in differences)
    plain = libraries.np.array([own - settled for own, settled in differences])
    assert found.mean == pytest.approx(plain.mean(), abs=CLOSE)
    if found.low is None:
        assert len(set(plain)) == 1
        return
    with quietly(libraries):
        low, high = libraries.describe(plain).tconfint_mean(0.05)
    assert (found.low, found.high) == pytest.approx((low, high), abs=CLOSE)
    assert found.better + found.same + found.worse == found.n


@pytest.mark.parametrize("degrees", [1, 2, 3, 4, 9, 10, 29, 30, 101, 1000])
def test_the_points_of_t_are_those_of_scipy(libraries: Any, degrees: int) -> None:
    for level in (0.5, 0.95, 0.999):
        assert t_point(degrees, level) == pytest.approx(libraries.t.ppf((1 + level) / 2, degrees))


def test_there_is_no_t_of_nothing() -> None:
    for degrees, level in ((0, 0.95), (3, 0.0), (3, 1.0)):
        with pytest.raises(ValueError):
            t_point(degrees, level)


def test_drift_is_sorted_by_name_counts_alone_below_ten_and_is_said_calmly() -> None:
    files = [
        *(Graded("Zora Hale", 4, 2) for _ in range(9)),
        *(Graded("Vane, Ada", 1, 2) for _ in range(9)),
        Graded("Ada Vane", 2, 2),
        *(Graded("Milo Reed", 2, 2 + at % 2 * (1 if at % 4 == 1 else -1)) for at in range(12)),
    ]
    found = drift(files)
    assert [each.auditor for each in found] == ["Vane, Ada", "Milo Reed", "Zora Hale"]
    ada, milo, zora = found
    assert (ada.n, ada.better, ada.same) == (10, 9, 1)
    assert ada.words == "Tends to grade better than settled, by about 0.9 of a grade."
    assert milo.words == "No difference beyond chance."
    assert (zora.mean, zora.low, zora.worse) == (None, None, 9)
    assert zora.words == "Too few files to say."
    (little,) = drift([Graded("Ivo Lunt", 2 + (at < 4), 2) for at in range(100)])
    assert little.words == "Tends to grade less well than settled, by less than 0.1 of a grade."
    (same,) = drift(Graded("Ivo Lunt", 2, 2) for _ in range(10))
    assert (same.words, same.low) == ("As settled in every file.", None)


def test_the_table_of_a_round_has_the_figures_of_both_libraries(libraries: Any) -> None:
    moderation = make_moderation(14)
    found = moderation_findings(EXAMPLE_TOOL, moderation)
    pairs = [pair for pair in moderation.pairs if pair.is_sealed][:14]
    for named in (found.overall, *found.themes):
        given = [
            (int(item.first.standing), int(item.second.standing))
            for pair in pairs
            for item in pair.items
            if item.key == f"judgement/{named.id}"
            and {item.first.standing, item.second.standing} <= {"1", "2", "3", "4"}
        ]
        assert named.agreement.n == len(given)
        if named.agreement.kappa is None:
            assert len(given) < 10
            continue
        assert_same_kappa(libraries, named.agreement.kappa, given, 4)
