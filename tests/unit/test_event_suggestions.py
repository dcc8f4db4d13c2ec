"""What lists suggest for the dates of a question, and when they are silent."""

from dataclasses import replace
from datetime import date

import pytest

from audit_desk.domain.audit_tool import Part, PartKind
from audit_desk.domain.case import Facts
from audit_desk.domain.case_event import CaseEvent, ListKind
from audit_desk.domain.event_suggestions import Suggestion, suggest
from audit_desk.domain.list_source import ListSource, read_source

TODAY = date(2026, 11, 22)
AT = "2026-11-03T12:00:00.000000+00:00"
FACTS: Facts = {"last_missing": "2026-01-02", "last_rhi": "2026-01-05", "cst_start": "2025-12-01"}
MISSING_LIST = "the missing episodes list, brought in 3 Nov 2026"


def _event(kind: ListKind, happened: str, **facts: str) -> CaseEvent:
    first = "missing_from" if kind is ListKind.MISSING else "held"
    return CaseEvent("e", "c", kind, happened, {first: happened, **facts}, AT)


def _part(*from_list: str, kind: PartKind = PartKind.MOMENT) -> Part:
    return Part("part", "Part", kind, from_list=from_list)


EPISODES = (
    _event(ListKind.MISSING, "2026-03-02T18:40", returned="2026-03-04T09:10"),
    _event(ListKind.MISSING, "2026-02-01", returned="2026-02-02", rhi_held="2026-02-03"),
    _event(ListKind.MISSING, "2026-11-20T22:00"),
)


def test_the_latest_episode_that_has_ended_speaks() -> None:
    missing_from = suggest(
        _part("missing.missing_from", "case.last_missing"), FACTS, EPISODES, TODAY
    )
    assert missing_from == Suggestion("2026-03-02T18:40", MISSING_LIST)
    day = suggest(_part("missing.returned", kind=PartKind.DATE), FACTS, EPISODES, TODAY)
    assert day == Suggestion("2026-03-04", MISSING_LIST)


def test_an_interview_of_another_episode_is_never_suggested() -> None:
    held = _part("missing.rhi_held", "case.last_rhi")
    assert suggest(held, FACTS, EPISODES, TODAY) is None
    assert suggest(held, FACTS, (), TODAY) == Suggestion("2026-01-05", "the case list")


def test_an_episode_that_goes_on_is_all_there_is_to_say() -> None:
    found = suggest(_part("missing.missing_from"), FACTS, EPISODES[2:], TODAY)
    assert found is not None
    assert found.value == "2026-11-20T22:00"


def test_the_supervision_before_the_latest_is_not_the_latest() -> None:
    events = [_event(ListKind.SUPERVISION, f"2026-0{month}-10") for month in (4, 6, 5)]
    last = suggest(_part("supervision.held"), {}, events, TODAY)
    before = suggest(_part("supervision.previous.held"), {}, events, TODAY)
    assert last is not None
    assert before is not None
    assert (last.value, before.value) == ("2026-06-10", "2026-05-10")
    assert suggest(_part("supervision.previous.held"), {}, events[:1], TODAY) is None


@pytest.mark.parametrize("value", ["soon", "2026-13-01", "2027-01-01", "", 7])
def test_what_is_no_date_that_has_been_is_not_suggested(value: str | int) -> None:
    assert suggest(_part("case.cst_start"), {"cst_start": value}, (), TODAY) is None


def test_a_list_of_events_is_offered_every_event_oldest_first() -> None:
    columns = (
        Part("left", "Left", PartKind.MOMENT, from_list=("missing.missing_from",)),
        Part("back", "Back", PartKind.DATE, from_list=("missing.returned",)),
        Part("note", "Note", PartKind.TEXT),
    )
    part = Part("all", "All", PartKind.EVENTS, columns=columns)
    ahead = _event(ListKind.MISSING, "2026-12-01", returned="2026-12-02")
    others = _event(ListKind.SUPERVISION, "2026-05-05")
    found = suggest(part, FACTS, (*EPISODES, ahead, others), TODAY)
    assert found == Suggestion(
        '[{"back":"2026-02-02","left":"2026-02-01"},'
        '{"back":"2026-03-04","left":"2026-03-02T18:40"},'
        '{"left":"2026-11-20T22:00"}]',
        MISSING_LIST,
    )
    assert suggest(part, FACTS, (others,), TODAY) is None
    assert suggest(replace(part, columns=columns[2:]), FACTS, EPISODES, TODAY) is None


def test_a_place_that_is_not_known_any_more_is_passed_over() -> None:
    found = suggest(_part("missing.gone", "case.cst_start"), FACTS, (), TODAY)
    assert found == Suggestion("2025-12-01", "the case list")


def test_a_part_that_names_no_list_has_no_suggestion() -> None:
    assert suggest(_part(), FACTS, EPISODES, TODAY) is None


def test_a_source_is_read_or_refused_with_what_there_is() -> None:
    assert read_source("case.cst_start") == ListSource(ListKind.CASES, "cst_start")
    previous = ListSource(ListKind.SUPERVISION, "held", previous=True)
    assert read_source("supervision.previous.held") == previous
    for text, why in (
        ("health.seen", "names no list"),
        ("missing.left", "no date 'left'; it may be any of missing_from, returned"),
        ("missing.rhi_offered", "no date 'rhi_offered'"),
        ("case.team", "no date 'team'"),
        ("case.previous.cst_start", "no date"),
        ("supervision", "no date ''"),
    ):
        with pytest.raises(ValueError, match=why):
            read_source(text)
