"""Moments: the stored form, its words, and what people type."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_desk.domain.moments import Moment, format_moment, parse_moment, read_typed_moment
from audit_desk.errors import UserError

TODAY = dt.date(2026, 3, 16)  # a Monday

moments = st.builds(
    Moment,
    st.dates(dt.date(1990, 1, 1), dt.date(2026, 3, 15)),
    st.none() | st.builds(dt.time, st.integers(0, 23), st.integers(0, 59)),
)


def test_parses_a_date_alone_and_a_date_with_its_time() -> None:
    assert parse_moment("2026-03-02") == Moment(dt.date(2026, 3, 2), None)
    assert parse_moment("2026-03-02T18:40") == Moment(dt.date(2026, 3, 2), dt.time(18, 40))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026-3-2",
        "02/03/2026",
        "2026-02-30",
        "2026-03-02 18:40",
        "2026-03-02T",
        "2026-03-02T24:00",
        "2026-03-02T18:40:00",
        "2026-03-02T18:40Z",
        "2026-03-02\n",
        "20260302",
        "٢٠٢٦-٠٣-٠٢",
    ],
)
def test_refuses_what_is_not_the_stored_form(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        parse_moment(text)


def test_words_a_moment_in_english() -> None:
    assert format_moment(parse_moment("2026-03-02")) == "2 March 2026"
    assert format_moment(parse_moment("2026-03-02T08:05")) == "2 March 2026, 08:05"
    assert format_moment(parse_moment("2025-12-31T00:00")) == "31 December 2025, 00:00"


@given(moments)
def test_stored_form_is_read_back(moment: Moment) -> None:
    assert parse_moment(moment.stored) == moment
    assert read_typed_moment(moment.stored, TODAY) == moment.stored


@given(moments)
def test_the_words_of_a_moment_can_be_typed(moment: Moment) -> None:
    assert read_typed_moment(format_moment(moment), TODAY) == moment.stored


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("02/03/2026", "2026-03-02"),
        ("2/3/2026", "2026-03-02"),
        ("  2/3/2026  ", "2026-03-02"),
        ("2.3.2026", "2026-03-02"),
        ("2-3-2026", "2026-03-02"),
        ("2/3/26", "2026-03-02"),
        ("16/3/26", "2026-03-16"),
        ("2/3/98", "1998-03-02"),
        ("2/3", "2026-03-02"),
        ("16/3", "2026-03-16"),
        ("17/3", "2025-03-17"),
        ("31/12", "2025-12-31"),
        ("29/2", "2024-02-29"),
        ("3 Mar 2026", "2026-03-03"),
        ("3 March 2026", "2026-03-03"),
        ("3rd march 2026", "2026-03-03"),
        ("1 Sept 2025", "2025-09-01"),
        ("3 Mar. 2026", "2026-03-03"),
        ("3-Mar-2026", "2026-03-03"),
        ("3 mar", "2026-03-03"),
        ("4 may", "2025-05-04"),
        ("2026-03-02", "2026-03-02"),
        ("2026-3-2", "2026-03-02"),
        ("today", "2026-03-16"),
        ("Yesterday", "2026-03-15"),
        ("2/3/2026 14:20", "2026-03-02T14:20"),
        ("2/3/2026, 14:20", "2026-03-02T14:20"),
        ("2/3/2026 at 14.20", "2026-03-02T14:20"),
        ("2/3/2026 2.20pm", "2026-03-02T14:20"),
        ("2/3/2026 2:20 PM", "2026-03-02T14:20"),
        ("2/3/2026 2.20am", "2026-03-02T02:20"),
        ("2/3/2026 02:20", "2026-03-02T02:20"),
        ("2/3/2026 9am", "2026-03-02T09:00"),
        ("2/3/2026 12pm", "2026-03-02T12:00"),
        ("2/3/2026 12.05am", "2026-03-02T00:05"),
        ("2/3/2026 0:30", "2026-03-02T00:30"),
        ("2/3/2026 1420hrs", "2026-03-02T14:20"),
        ("2/3/2026 14:20 hrs", "2026-03-02T14:20"),
        ("2/3 14.20", "2026-03-02T14:20"),
        ("2.3 14.20", "2026-03-02T14:20"),
        ("3 Mar 2026 14:20", "2026-03-03T14:20"),
        ("3 Mar 10.15", "2026-03-03T10:15"),
        ("2026-03-02T18:40", "2026-03-02T18:40"),
        ("2026-03-02 18:40", "2026-03-02T18:40"),
        ("yesterday 9am", "2026-03-15T09:00"),
        ("today at 10:30", "2026-03-16T10:30"),
        ("\u200e2/\u200e3/\u200e2026 \u200f14:20", "2026-03-02T14:20"),  # copied from a window
        ("\u202e2/3/2026\u202c\a", "2026-03-02"),
    ],
)
def test_reads_what_people_type(typed: str, stored: str) -> None:
    assert read_typed_moment(typed, TODAY) == stored


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "not a date that can be read"),
        ("soon", "not a date that can be read"),
        ("14:20", "a time without its day"),
        ("2026", "not a date that can be read"),
        ("3 2026", "not a date that can be read"),
        ("2/3/202", "not a date that can be read"),
        ("2/3-2026", "not a date that can be read"),
        ("13/25", "there is no month 25"),
        ("03/25/2026", "there is no month 25"),
        ("2/0/2026", "there is no month 0"),
        ("3 Foo 2026", "there is no month “foo”"),
        ("31/2/2026", "no such day in that month"),
        ("31/2", "no such day in that month"),
        ("0/3", "no such day in that month"),
        ("29/2/2025", "no such day in that month"),
        ("2026-02-30", "no such day in that month"),
        ("0000-01-01", "no such day in that month"),
        ("26-03-02", "could begin with its day or with its year"),
        ("17/3/2026", "in the future"),
        ("2/3/2062", "in the future"),
        ("17/3/26", "in the future"),
        ("2/3/1989", "before 1990"),
        ("2/3/0026", "before 1990"),
        ("2/3/2026 2:20", "in the morning or in the afternoon"),
        ("2/3/2026 9.30", "in the morning or in the afternoon"),
        ("2/3/2026 25:00", "no such time of day"),
        ("2/3/2026 14:60", "no such time of day"),
        ("2/3/2026 14.20pm", "no such time of day"),
        ("2/3/2026 0am", "no such time of day"),
        ("tomorrow", "not a date that can be read"),
    ],
)
def test_refuses_what_is_absurd_or_could_mean_two_things(typed: str, sentence: str) -> None:
    with pytest.raises(UserError) as refused:
        read_typed_moment(typed, TODAY)
    assert sentence in refused.value.message
    assert refused.value.hint


def test_an_unclear_hour_is_answered_with_both_ways_to_type_it() -> None:
    with pytest.raises(UserError) as refused:
        read_typed_moment("2/3/2026 2:20", TODAY)
    assert refused.value.hint == "Type 02:20 or 14:20."


@given(st.text(max_size=30) | st.from_regex(r"[0-9/:. apm-]{1,20}", fullmatch=True))
def test_typed_text_is_read_or_refused_and_never_ahead(typed: str) -> None:
    try:
        stored = read_typed_moment(typed, TODAY)
    except UserError:
        return
    moment = parse_moment(stored)
    assert dt.date(1990, 1, 1) <= moment.day <= TODAY


@given(st.dates(dt.date(1990, 1, 1), TODAY))
def test_a_day_without_a_year_is_the_latest_such_day(day: dt.date) -> None:
    read = parse_moment(read_typed_moment(f"{day.day}/{day.month}", TODAY)).day
    assert (read.day, read.month) == (day.day, day.month)
    assert day <= read <= TODAY
