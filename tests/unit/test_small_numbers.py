"""Nobody who knows the rules, and all that is shown, can work back what is withheld."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit_desk.domain.shown_rows import Parts, shown
from audit_desk.domain.small_numbers import Joining, Totals, is_safe, joined, merged

Table = tuple[int, ...]
COUNTS = st.integers(0, 30)


def tables(total: int, cells: int) -> Iterator[Table]:
    """All rows of so many counts that add up to the total."""
    if cells == 1:
        yield (total,)
        return
    for first in range(total + 1):
        yield from ((first, *rest) for rest in tables(total - first, cells - 1))


def parts(table: Table) -> Parts:
    """Outstanding, good, requires improvement, not evidenced, not applicable."""
    good, better, worse, no_record, unfit = table
    return Parts({"1": better, "2": good}, {"3": worse}, {"none": no_record}, unfit)


def assert_open(possible: dict[object, set[Table]]) -> None:
    """Every small count that is not shown has two values at least, of all that show the same."""
    for same in possible.values():
        columns = list(zip(*same, strict=True))
        for values in columns:
            if any(not is_safe(value) for value in values):
                assert len(set(values)) > 1, same


@pytest.mark.no_cover  # tens of thousands of rows through the same lines
def test_a_row_that_is_withheld_or_joined_cannot_be_worked_back() -> None:
    for total in (*range(1, 12), 16):
        possible: dict[object, set[Table]] = defaultdict(set)
        for table in tables(total, 5):
            row = shown(parts(table), Totals({total}))
            possible[tuple(row.groups.items())].add(table)
        assert_open(possible)


@pytest.mark.no_cover  # tens of thousands of rows through the same lines
def test_two_rows_that_share_a_total_cannot_be_subtracted() -> None:
    """As a theme and its question do: whom the one does not fit, the other does not fit either."""
    total = 11
    possible: dict[object, set[Table]] = defaultdict(set)
    for unfit in range(total + 1):
        rows = list(tables(total - unfit, 3))
        for first in rows:
            totals = Totals({total})
            told = tuple(shown(parts((0, *first, unfit)), totals).groups.items())
            for second in rows:
                after = Totals(set(totals.shown))
                said = tuple(shown(parts((0, *second, unfit)), after).groups.items())
                possible[told, said].add((*first, *second, unfit))
    assert_open(possible)


@pytest.mark.no_cover  # thousands of rows through the same lines
def test_who_declined_cannot_be_told_from_whom_there_are_facts_and_whom_a_standard_fits() -> None:
    total = 12
    possible: dict[object, set[Table]] = defaultdict(set)
    for in_time, late, unfit in tables(total, 3):
        totals = Totals({total})
        timed = Parts({"in_time": in_time}, {"late": late}, {}, unfit)
        told = tuple(shown(timed, totals).groups.items())
        for declined in range(unfit + 1):
            recorded = in_time + late + declined
            facts = Parts({"recorded": recorded}, {}, {}, total - recorded)
            row = shown(replace(facts, totals=(("recorded",),)), Totals(set(totals.shown)))
            possible[told, tuple(row.groups.items())].add((declined,))
    assert_open(possible)


@pytest.mark.no_cover  # tens of thousands of rows through the same lines
def test_a_value_that_is_joined_to_others_cannot_be_worked_back() -> None:
    for frame, sample in ((10, 4), (14, 6), (18, 9)):
        possible: dict[object, set[Table]] = defaultdict(set)
        for wholes in tables(frame, 3):
            for drawn in tables(sample, 3):
                if any(part > whole for part, whole in zip(drawn, wholes, strict=True)):
                    continue
                rows = [
                    (f"v{at}", *pair) for at, pair in enumerate(zip(wholes, drawn, strict=True))
                ]
                possible[merged(rows, "others")].add((*wholes, *drawn))
        assert_open(possible)


@settings(max_examples=30)
@given(st.lists(st.one_of(st.just(0), st.integers(5, 40)), min_size=5, max_size=5))
def test_a_row_without_small_counts_stays_as_it_is(counts: list[int]) -> None:
    total = sum(counts)
    found = shown(parts(tuple(counts)), Totals({total}))

    assert {name: found.count(name) for name in ("1", "2", "3")} == {
        "1": counts[1],
        "2": counts[0],
        "3": counts[2],
    }
    assert merged([("a", total, counts[0])], "others") == (("a", total, counts[0]),) or not is_safe(
        total - counts[0]
    )


@settings(max_examples=30)
@given(st.lists(COUNTS, min_size=5, max_size=5))
def test_what_is_shown_holds_no_small_count_and_shown_again_says_the_same(
    counts: list[int],
) -> None:
    total = sum(counts)
    row = parts(tuple(counts))
    totals = Totals({total})
    once = shown(row, totals)
    kept = set(totals.shown)

    assert all(is_safe(count) for count in once.groups.values())
    assert all(is_safe(abs(one - other)) for one in kept for other in kept)
    assert shown(row, totals) == once, "a row seen twice in a report says one thing"
    as_it_is = Joining(tuple(("+".join(group),) for group in once.groups))
    again = {"+".join(group): count for group, count in once.groups.items()}
    assert list(joined(again, [as_it_is], Totals()).values()) == list(again.values())
    if once.share is not None:
        assert is_safe(once.share.n)
        assert is_safe(once.share.of - once.share.n)
        assert is_safe(total - once.share.of)
