"""Who may read which file, how files are shared out, and when they are due."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit_desk.domain.assignment import Spread, spread
from audit_desk.domain.audit import Audit, AuditState, Selection
from audit_desk.domain.due_dates import Timeliness, due_words, read_due, timeliness
from audit_desk.domain.independence import (
    Declaration,
    FormerStaff,
    Override,
    Record,
    Standing,
    Statement,
    conflicts,
)
from audit_desk.errors import UserError

TODAY = date(2026, 10, 12)
AT = datetime(2026, 10, 1, 9, tzinfo=UTC)
NAMES = ("Ada", "Ben", "Cai", "Dee")


def sentences(auditor: str, **record: object) -> list[str]:
    held = Record("CST-0142", **{"at_draw": {}, "now": {}, **record})  # type: ignore[arg-type]
    return [each.sentence("CST-0142") for each in held.conflicts(auditor)]


def test_worker_manager_and_chair_are_found_however_the_list_writes_them() -> None:
    now = {"worker": "Leigh, Ezra", "manager": "EZRA  LEIGH", "chair": "Other, An"}
    assert sentences("Ezra Leigh", now=now) == [
        "Leigh, Ezra is the allocated worker of CST-0142.",
        "EZRA  LEIGH is the team manager of CST-0142.",
    ]
    assert sentences("Ezra Leigh-Marsh", now=now) == []
    assert sentences("", now={"worker": ""}) == []


def test_who_was_in_the_case_before_is_found_with_the_day() -> None:
    former = (
        FormerStaff("worker", "Leigh, Ezra", "2026-03-01"),
        FormerStaff("chair", "Ezra Leigh", "2026-10-03"),
        FormerStaff("worker", "Ezra Leigh", "2026-08-09"),
    )
    assert sentences("Ezra Leigh", former=former) == [
        "Ezra Leigh was the reviewing officer or chair of CST-0142 until 3 October 2026.",
        "Ezra Leigh was the allocated worker of CST-0142 until 9 August 2026.",
    ]


def test_who_stood_there_at_the_draw_only_is_found() -> None:
    drawn = {"manager": "Ezra Leigh"}
    assert [each.when for each in conflicts("ezra leigh", drawn, {}, ())] == [
        "was when the sample was drawn"
    ]
    assert [each.when for each in conflicts("ezra leigh", drawn, drawn, ())] == ["is"]


def test_their_own_word_bars_a_person_until_somebody_allows_it() -> None:
    said = Declaration("Ezra Leigh", Statement.INVOLVED, AT)
    record = Record("CST-0142", {}, {}, declarations=(said,))
    assert record.bars("leigh, ezra")
    assert record.involved == ("Ezra Leigh",)
    assert sentences("Ezra Leigh", declarations=(said,)) == [
        "Ezra Leigh says to have had a part in the case of CST-0142."
    ]
    allowed = Override("EZRA LEIGH", "…", "Nobody else can read Welsh", "Ada", AT)
    assert not replace(record, overrides=(allowed,)).bars("Ezra Leigh")


def test_what_came_after_an_audit_was_submitted_is_no_conflict_of_it() -> None:
    record = Record(
        "CST-0142",
        {"chair": "Cai"},
        {"manager": "Ada", "chair": "Cai"},
        (FormerStaff("worker", "Ben", "2026-03-01"), FormerStaff("worker", "Dee", "2026-06-01")),
    ).as_of(date(2026, 5, 1))
    assert [name for name in NAMES if record.bars(name)] == ["Ben", "Cai"]
    assert [record.standing(name) for name in ("Ada", "Ben", "")] == [
        Standing.NOT_DECLARED,
        Standing.CONFLICT,
        Standing.NOBODY,
    ]


# Sharing out


@st.composite
def dealt(draw: st.DrawFn) -> tuple[list[str], dict[str, int], dict[str, set[str]]]:
    files = [f"f{number}" for number in range(draw(st.integers(0, 7)))]
    load = draw(st.dictionaries(st.sampled_from(NAMES), st.integers(0, 4)))
    barred = {file: draw(st.sets(st.sampled_from(NAMES))) for file in files}
    return files, load, barred


@settings(max_examples=50)
@given(dealt())
def test_every_file_goes_to_one_person_who_may_read_it_or_is_named(
    made: tuple[list[str], dict[str, int], dict[str, set[str]]],
) -> None:
    files, load, barred = made
    shared = spread(files, NAMES, load, barred)
    given_out = [file for portion in shared.portions for file in portion.gets]
    assert sorted([*given_out, *shared.nobody]) == sorted(files)
    assert all(barred[file] == set(NAMES) for file in shared.nobody)
    for portion in shared.portions:
        assert all(portion.auditor not in barred[file] for file in portion.gets)
        assert portion.holds == load.get(portion.auditor, 0)


@settings(max_examples=50)
@given(st.integers(0, 40), st.sets(st.sampled_from(NAMES), min_size=1))
def test_without_conflicts_nobody_has_two_more_than_another(size: int, names: set[str]) -> None:
    totals = [p.total for p in spread([str(n) for n in range(size)], [*names], {}).portions]
    assert sum(totals) == size
    assert max(totals) - min(totals) <= 1


@settings(max_examples=40)
@given(
    st.lists(st.sets(st.sampled_from(NAMES[:3])), max_size=6),
    st.lists(st.integers(0, 3), min_size=3, max_size=3),
)
def test_no_other_sharing_out_is_more_level(bars: list[set[str]], loads: list[int]) -> None:
    names = NAMES[:3]
    load = dict(zip(names, loads, strict=True))
    barred = {str(number): bar for number, bar in enumerate(bars) if len(bar) < len(names)}
    shared = spread([*barred], names, load, barred)
    choices = [[name for name in names if name not in bar] for bar in barred.values()]
    best = min(
        sorted((load[name] + pick.count(name) for name in names), reverse=True)
        for pick in product(*choices)
    )
    assert sorted((portion.total for portion in shared.portions), reverse=True) == best


def test_who_has_less_is_given_more_and_ties_go_by_name() -> None:
    shared = spread(list("abcde"), ["Cai", "ada", "Ben"], {"Ben": 2})
    assert gets(shared) == {"ada": ("a", "c", "e"), "Ben": (), "Cai": ("b", "d")}
    assert gets(spread(list("abcde"), ["Ben", "ada", "Cai"], {"Ben": 2})) == gets(shared)


def test_a_file_changes_hands_so_that_a_conflict_costs_nobody() -> None:
    shared = spread(["a", "b"], ["Ada", "Ben"], {}, {"b": {"Ben"}})
    assert gets(shared) == {"Ada": ("b",), "Ben": ("a",)}


def test_a_thousand_files_are_shared_out_at_once() -> None:
    names = [f"Auditor {number:02}" for number in range(20)]
    files = [str(number) for number in range(1000)]
    barred = {file: {names[(int(file) % 7 + step) % 20] for step in range(17)} for file in files}
    totals = [portion.total for portion in spread(files, names, {}, barred).portions]
    assert sum(totals) == 1000
    assert (totals.count(0), min(filter(None, totals)), max(totals)) == (11, 111, 112)


def gets(shared: Spread) -> Mapping[str, tuple[str, ...]]:
    return {portion.auditor: portion.gets for portion in shared.portions}


# Due dates


def audit(due: date | None, state: AuditState = AuditState.NOT_STARTED) -> Audit:
    return Audit("a", "r", "c", "CST-1", Selection.RANDOM, state, "", {}, due_on=due)


@pytest.mark.parametrize(
    ("days", "words", "how"),
    [
        (-3, "9 Oct 2026, overdue by 3 days", Timeliness.OVERDUE),
        (-1, "11 Oct 2026, overdue by 1 day", Timeliness.OVERDUE),
        (0, "12 Oct 2026, today", Timeliness.SOON),
        (1, "13 Oct 2026, tomorrow", Timeliness.SOON),
        (3, "15 Oct 2026, in 3 days", Timeliness.SOON),
        (4, "16 Oct 2026", Timeliness.NONE),
    ],
)
def test_how_late_a_file_is_stands_in_words(days: int, words: str, how: Timeliness) -> None:
    made = audit(TODAY + timedelta(days=days))
    assert (due_words(made, TODAY), timeliness(made, TODAY)) == (words, how)


def test_a_submitted_audit_is_never_late_and_one_without_a_date_has_no_words() -> None:
    done = audit(date(2026, 10, 1), AuditState.SUBMITTED)
    assert (due_words(done, TODAY), timeliness(done, TODAY)) == ("1 Oct 2026", Timeliness.NONE)
    assert due_words(audit(None), TODAY) == ""


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("", None),
        ("1/11/2026", date(2026, 11, 1)),
        ("3/2", date(2027, 2, 3)),
        ("12 Oct", TODAY),
        ("11 Oct", date(2027, 10, 11)),
        ("29 Feb", date(2028, 2, 29)),
        ("1 March 26", date(2026, 3, 1)),
        ("Tomorrow", date(2026, 10, 13)),
        ("in 2 weeks", date(2026, 10, 26)),
        ("10 days", date(2026, 10, 22)),
    ],
)
def test_a_typed_due_date_lies_ahead(typed: str, day: date | None) -> None:
    assert read_due(typed, TODAY) == day


@pytest.mark.parametrize("typed", ["soon", "31/2/2027", "10/13/2026", "1/1/2206", "12/10/2026 9am"])
def test_what_is_no_due_date_is_refused(typed: str) -> None:
    with pytest.raises(UserError):
        read_due(typed, TODAY)
