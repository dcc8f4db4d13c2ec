"""Clocks of lists: each row by the rules of one event, each gap, and what they say together."""

import datetime as dt
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit_desk.domain.audit import Absence, Answer
from audit_desk.domain.audit_tool import (
    AnswerKind,
    AuditTool,
    Clock,
    ClockUnit,
    Condition,
    Option,
    Part,
    PartKind,
    Question,
    Theme,
    ToolStatus,
)
from audit_desk.domain.case import Facts
from audit_desk.domain.clocks import ClockReading, EventsReading, Outcome, read_clock, read_clocks
from audit_desk.domain.event_rows import Row, read_rows, write_rows
from tests.unit.clock_examples import HOLIDAYS

EPISODES = Part(
    "episodes",
    "Episodes",
    PartKind.EVENTS,
    columns=(
        Part("returned", "Returned", PartKind.MOMENT),
        Part("seen", "Interviewed", PartKind.MOMENT, not_before="returned"),
        Part(
            "outcome",
            "Outcome",
            PartKind.CHOICE,
            (Option("held", "Held"), Option("declined", "Declined")),
        ),
    ),
)
TO = Part("to", "Complete up to", PartKind.DATE)
QUESTION = Question("Q1", "When?", AnswerKind.FACTS, "", (), parts=(EPISODES, TO))
WAITS = Clock(
    "waits",
    "Every interview",
    "missing",
    "Q1.episodes.returned",
    "Q1.episodes.seen",
    72,
    ClockUnit.HOURS,
    "Within 72 hours",
    "Statutory guidance",
    not_counted_when=(Condition(answer="Q1.episodes.outcome", any_of=("declined",)),),
    not_counted_label="declined",
)
GAPS = replace(
    WAITS,
    id="gaps",
    stop="Q1.episodes.returned",
    limit=4,
    unit=ClockUnit.WEEKS,
    until="Q1.to",
    not_counted_when=(),
)


def tool(*clocks: Clock, when: tuple[Condition, ...] = ()) -> AuditTool:
    question = replace(QUESTION, applies_when=when)
    theme = Theme("missing", "Missing", "", (question,))
    return AuditTool("t", 1, ToolStatus.DRAFT, "T", "", (), (theme,), clocks)


def answer(rows: list[Row], until: str = "", absence: Absence | None = None) -> Answer:
    parts = {"episodes": write_rows(EPISODES, rows), "to": until}
    return Answer("Q1", absence=absence, parts={key: each for key, each in parts.items() if each})


def read(of: Clock, given_answer: Answer, facts: Facts | None = None) -> ClockReading:
    (reading,) = read_clocks(tool(of), {"Q1": given_answer}, facts or {}, HOLIDAYS)
    return reading


def events(reading: ClockReading) -> EventsReading:
    assert reading.events is not None
    return reading.events


def said(reading: ClockReading) -> list[tuple[int, Outcome, str]]:
    return [
        (each.row, each.reading.outcome, each.reading.result) for each in events(reading).events
    ]


def held(*days: str) -> list[Row]:
    return [{"returned": day} for day in days]


FIVE: list[Row] = [
    {"returned": "2026-03-02T18:40", "seen": "2026-03-05T18:40"},
    {"returned": "2026-03-12T18:40", "seen": "2026-03-16T10:00"},
    {"returned": "2026-03-22T18:40", "seen": "2026-03-24"},
    {"returned": "2026-04-02T18:40"},
    {"returned": "2026-04-12T18:40", "outcome": "declined"},
]


def test_each_row_is_read_by_itself_with_all_five_outcomes() -> None:
    reading = read(WAITS, answer(FIVE))
    assert said(reading) == [
        (0, Outcome.IN_TIME, "in time"),
        (1, Outcome.LATE, "late by 15 h 20 min"),
        (2, Outcome.CANNOT_CONFIRM, "cannot confirm: “Interviewed” has no time"),
        (3, Outcome.NO_RECORD, "no record: “Interviewed” has no date"),
        (4, Outcome.NOT_APPLICABLE, "declined"),
    ]
    assert reading.outcome is Outcome.LATE
    assert reading.late_seconds == 55200
    assert reading.result == (
        "1 of 2 in time, 1 cannot be confirmed, 1 with no record, 1 not counted; "
        "longest wait 3 days 15 h"
    )
    assert reading.working == "72 hours; each row counted from “Returned” to “Interviewed”"


def test_the_rule_of_a_row_is_spelled_out_as_for_one_event() -> None:
    (_, late, *_) = events(read(WAITS, answer(FIVE))).events
    assert late.reading.due == "15 March 2026, 18:40"
    assert late.reading.working == (
        "72 hours; counted from 12 March 2026, 18:40 (“Returned”); due by 15 March 2026, 18:40; "
        "event 16 March 2026, 10:00 (“Interviewed”)"
    )


@pytest.mark.parametrize(
    ("rows", "outcome"),
    [
        (FIVE, Outcome.LATE),
        ([FIVE[0], *FIVE[2:]], Outcome.NO_RECORD),
        ([FIVE[0], FIVE[2], FIVE[4]], Outcome.CANNOT_CONFIRM),
        ([FIVE[0], FIVE[4]], Outcome.IN_TIME),
        ([FIVE[4]], Outcome.NOT_APPLICABLE),
    ],
)
def test_a_child_counts_by_the_worst_that_happened(rows: list[Row], outcome: Outcome) -> None:
    assert read(WAITS, answer(rows)).outcome is outcome


def test_gaps_are_read_from_each_date_to_the_next() -> None:
    reading = read(GAPS, answer(held("2026-01-05", "2026-02-02", "2026-03-15")))
    assert said(reading) == [
        (1, Outcome.IN_TIME, "in time"),
        (2, Outcome.LATE, "late by 13 days"),
    ]
    assert reading.result == "1 of 2 in time; longest gap 41 days"
    assert reading.outcome is Outcome.LATE
    assert reading.working.endswith("the time from the last one on is not counted")


def test_the_last_gap_is_open_and_counts_only_once_it_is_too_long() -> None:
    rows = held("2026-01-05", "2026-02-02")
    running = read(GAPS, answer(rows, until="2026-03-02"))
    assert said(running)[-1] == (1, Outcome.NOT_APPLICABLE, "still open, in time so far")
    assert events(running).events[-1].is_open
    assert running.result == "1 of 1 in time, the last still open; longest gap 28 days"
    assert running.outcome is Outcome.IN_TIME
    overdue = read(GAPS, answer(rows, until="2026-03-03"))
    assert said(overdue)[-1] == (1, Outcome.LATE, "still open, late by 1 day")
    assert overdue.result == "1 of 2 in time; longest gap 29 days"


def test_a_list_that_is_said_to_end_before_its_last_date_asks_to_check() -> None:
    reading = read(GAPS, answer(held("2026-02-02"), until="2026-02-01"))
    assert reading.outcome is Outcome.CANNOT_CONFIRM
    assert "check the dates" in said(reading)[-1][2]


def test_a_row_without_its_date_may_have_fallen_into_a_gap() -> None:
    rows = [*held("2026-01-05", "2026-03-15"), {"outcome": "held"}]
    reading = read(GAPS, answer(rows))
    assert [outcome for _, outcome, _ in said(reading)] == [
        Outcome.CANNOT_CONFIRM,
        Outcome.NO_RECORD,
    ]
    assert "may fall into this gap" in said(reading)[0][2]


def test_one_date_makes_no_gap() -> None:
    reading = read(GAPS, answer(held("2026-01-05")))
    assert reading.outcome is Outcome.NOT_APPLICABLE
    assert reading.result == "not applicable: no two dates make a gap yet"


@pytest.mark.parametrize("of", [WAITS, GAPS])
def test_an_empty_list_accuses_nobody_and_an_absence_says_what_it_says(of: Clock) -> None:
    assert read(of, answer([])).result == "no record: nothing is listed"
    latest_alone = read(of, answer([], until="2026-03-02"))
    assert latest_alone.outcome is Outcome.NOT_APPLICABLE
    assert latest_alone.result == "not listed event by event"
    assert read(of, answer([], absence=Absence.NOT_EVIDENCED)).outcome is Outcome.NO_RECORD
    assert read(of, answer([], absence=Absence.NOT_ACCESSIBLE)).outcome is Outcome.CANNOT_CONFIRM
    damaged = Answer("Q1", parts={"episodes": "[1"})
    assert read(of, damaged).result == "cannot confirm: the list cannot be read"
    (unanswered,) = read_clocks(tool(of), {}, {}, HOLIDAYS)
    assert unanswered.outcome is Outcome.NO_RECORD


def test_an_exempt_child_and_a_question_that_does_not_apply_leave_all_rows_out() -> None:
    exempt = replace(GAPS, not_counted_when=(Condition(case="status", any_of=("closed",)),))
    late = answer(held("2026-01-05", "2026-03-15"))
    assert read(exempt, late, {"status": "closed"}).outcome is Outcome.NOT_APPLICABLE
    assert read(exempt, late, {"status": "open"}).outcome is Outcome.LATE
    folded = tool(GAPS, when=(Condition(case="missing", at_least=1),))
    (reading,) = read_clocks(folded, {"Q1": late}, {"missing": 0}, HOLIDAYS)
    assert reading.outcome is Outcome.NOT_APPLICABLE


def test_gaps_in_hours_need_times_and_do_not_shift_with_the_clocks() -> None:
    hours = replace(GAPS, unit=ClockUnit.HOURS, limit=72)
    spring = read(hours, answer(held("2026-03-27T18:00", "2026-03-30T19:00")))
    assert spring.result == "1 of 1 in time; longest gap 3 days"
    late = read(hours, answer(held("2026-03-27T18:00", "2026-03-30T19:01")))
    assert said(late)[0][2] == "late by 1 min"
    vague = read(hours, answer(held("2026-03-27", "2026-03-28T10:00")))
    assert vague.outcome is Outcome.CANNOT_CONFIRM
    assert events(vague).longest is None


days = st.dates(dt.date(2022, 2, 1), dt.date(2026, 11, 1)).map(dt.date.isoformat)
moments = st.builds(
    lambda day, minute: day if minute is None else f"{day}T{minute // 60:02}:{minute % 60:02}",
    days,
    st.none() | st.integers(0, 1439),
)
rows_of = st.lists(
    st.fixed_dictionaries(
        {}, optional={"returned": moments, "seen": moments, "outcome": st.just("declined")}
    ),
    max_size=8,
)


@settings(max_examples=50)
@given(rows_of)
def test_a_row_says_what_its_own_clock_would_say(rows: list[Row]) -> None:
    given_answer = answer(rows)
    stored = read_rows(given_answer.parts.get("episodes", ""))
    reading = read(WAITS, given_answer)
    alone = replace(WAITS, start="Q1.returned", stop="Q1.seen", not_counted_when=())
    counts = dict.fromkeys(Outcome, 0)
    for row, each in zip(stored, reading.events.events if reading.events else (), strict=True):
        single = read_clock(alone, {"Q1": Answer("Q1", parts=row)}, HOLIDAYS)
        declined = row.get("outcome") == "declined"
        outcome = Outcome.NOT_APPLICABLE if declined else single.outcome
        assert each.reading.outcome is outcome
        counts[outcome] += 1
    if stored:
        share = events(reading).in_time
        assert (share.n, share.of) == (
            counts[Outcome.IN_TIME],
            counts[Outcome.IN_TIME] + counts[Outcome.LATE],
        )


@settings(max_examples=50)
@given(st.lists(days, min_size=2, max_size=8))
def test_the_gaps_of_a_list_add_up_and_their_order_never_matters(listed: list[str]) -> None:
    forwards = read(GAPS, answer(held(*listed)))
    assert forwards == read(GAPS, answer(held(*reversed(listed))))
    ordered = sorted(map(dt.date.fromisoformat, listed))
    gaps = [after - before for before, after in pairwise(ordered)]
    assert events(forwards).longest == max(gaps)
    assert events(forwards).count(Outcome.LATE) == sum(gap > dt.timedelta(28) for gap in gaps)


@settings(max_examples=50)
@given(st.lists(days, min_size=1, max_size=6), days, st.integers(0, 400))
def test_waiting_longer_never_makes_an_open_gap_better(
    listed: list[str], until: str, more: int
) -> None:
    later = dt.date.fromisoformat(until) + dt.timedelta(more)
    if until < max(listed):
        return
    sooner = read(GAPS, answer(held(*listed), until))
    last = read(GAPS, answer(held(*listed), later.isoformat()))
    assert last.late_seconds >= sooner.late_seconds
    assert events(last).in_time.n == events(sooner).in_time.n
    assert events(last).in_time.of >= events(sooner).in_time.of
