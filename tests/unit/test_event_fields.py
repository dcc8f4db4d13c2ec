"""Lists of events: their fields, their moments, and how such a list is told from a case list."""

# ruff: noqa: DTZ001 - lists hold local times without a zone

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_desk.domain.case_event import ListKind
from audit_desk.domain.case_field import FieldKind
from audit_desk.domain.case_fields import CASE_FIELDS
from audit_desk.domain.case_moments import is_before, read_moment, read_time
from audit_desk.domain.case_values import reader
from audit_desk.domain.cells import Cell, ValueFault
from audit_desk.domain.column_recognition import header_key
from audit_desk.domain.event_fields import CATALOGUES, SAID_OR_DATED, TIMES, beginning, catalogue
from audit_desk.domain.event_matching import merged, pair
from audit_desk.domain.event_recognition import recognise_kind

TODAY = date(2026, 11, 3)
EXCEL_2_MARCH = 46_083


@pytest.mark.parametrize(
    ("cell", "stored"),
    [
        ("02/03/2026 18:40", "2026-03-02T18:40"),
        ("2/3/26, 6.40pm", "2026-03-02T18:40"),
        ("2026-03-02T18:40:59.120", "2026-03-02T18:40"),
        ("2 Mar 2026 at 07:05", "2026-03-02T07:05"),
        ("02/03/2026", "2026-03-02"),
        ("02/03/2026 00:00:00", "2026-03-02"),
        (datetime(2026, 3, 2, 18, 40), "2026-03-02T18:40"),
        (datetime(2026, 3, 2), "2026-03-02"),
        (date(2026, 3, 2), "2026-03-02"),
        (EXCEL_2_MARCH, "2026-03-02"),
        (EXCEL_2_MARCH + 0.7777777778, "2026-03-02T18:40"),
        (EXCEL_2_MARCH + 0.99999, "2026-03-02T23:59"),
        ("#N/A", None),
        (None, None),
    ],
)
def test_a_moment_is_read_day_first_with_its_time(cell: Cell, stored: str | None) -> None:
    assert read_moment(cell, TODAY) == stored


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("03/25/2026 18:40", "American"),
        ("04/11/2026 00:30", "future"),
        ("02/03/2026 25:10", "no such time"),
        ("02/03/2026 13:10pm", "no such time"),
        ("2026-07-02T18:40:00Z", "time zone"),
        (datetime(2026, 7, 2, 18, 40, tzinfo=UTC), "time zone"),
        ("31/02/2026 10:00", "calendar"),
        ("after school", "not a date"),
    ],
)
def test_a_moment_that_is_not_sure_is_refused(cell: Cell, why: str) -> None:
    read = read_moment(cell, TODAY)
    assert isinstance(read, ValueFault)
    assert why in read.message


@pytest.mark.parametrize(
    ("cell", "stored"),
    [
        ("18:40", "18:40"),
        ("6.40pm", "18:40"),
        ("1840", "18:40"),
        ("0705 hrs", "07:05"),
        (time(18, 40), "18:40"),
        (timedelta(hours=18, minutes=40), "18:40"),
        (0.7777777778, "18:40"),
        ("00:00", None),
        ("", None),
    ],
)
def test_a_time_of_its_own_is_read(cell: Cell, stored: str | None) -> None:
    assert read_time(cell) == stored


@pytest.mark.parametrize("cell", ["evening", "25:10", "2/3/2026 18:40", "18", 3])
def test_what_is_no_time_is_refused(cell: Cell) -> None:
    assert isinstance(read_time(cell), ValueFault)


@given(st.datetimes(datetime(1990, 1, 1), datetime(2026, 11, 2)))
def test_a_moment_is_read_back_from_every_way_of_writing_it(moment: datetime) -> None:
    moment = moment.replace(second=0, microsecond=0)
    ways = {
        read_moment(cell, TODAY)
        for cell in (
            moment,
            f"{moment:%d/%m/%Y %H:%M}",
            f"{moment:%d-%m-%Y %I:%M} {'AM' if moment.hour < 12 else 'PM'}",  # %p is the computer's
            moment.isoformat(),
            (moment - datetime(1899, 12, 30)).total_seconds() / 86_400,
        )
    }
    assert len(ways) == 1


def test_a_day_alone_is_before_nothing_of_its_own_day() -> None:
    assert is_before("2026-03-01T23:00", "2026-03-02")
    assert not is_before("2026-03-02", "2026-03-02T18:40")
    assert not is_before("2026-03-02T08:00", "2026-03-02")
    assert is_before("2026-03-02T08:00", "2026-03-02T18:40")


@pytest.mark.parametrize("kind", list(CATALOGUES))
def test_a_catalogue_is_sound(kind: ListKind) -> None:
    fields = catalogue(kind).fields
    keys = [field.key for field in fields]
    assert len(set(keys)) == len(keys)
    assert beginning(kind).kind is FieldKind.MOMENT
    by_field = [{header_key(heading) for heading in field.headers} for field in fields]
    assert len(set().union(*by_field)) == sum(map(len, by_field)), "a heading means two fields"
    for start, end in catalogue(kind).date_order:
        assert {start, end} <= set(keys)
    assert not any(field.names_staff for field in fields if field.kind is not FieldKind.TEXT)


def test_yes_or_a_date_stand_beside_one_another() -> None:
    missing = catalogue(ListKind.MISSING)
    for said, dated in SAID_OR_DATED.items():
        assert missing.field(said).kind is FieldKind.YES_NO
        assert missing.field(dated).kind is FieldKind.MOMENT


def test_every_time_belongs_to_a_date_of_its_list() -> None:
    for kind, times in (
        (ListKind.MISSING, {"missing_from_time", "returned_time", "rhi_held_time"}),
        (ListKind.STRATEGY, {"held_time"}),
        (ListKind.SUPERVISION, set()),
    ):
        fields = catalogue(kind)
        assert {field.key for field in fields.fields if field.kind is FieldKind.TIME} == times
        assert all(fields.field(TIMES[key]).kind is FieldKind.MOMENT for key in times)


def test_only_what_is_due_may_lie_ahead() -> None:
    due = catalogue(ListKind.SUPERVISION).field("next_due")
    assert reader(due, TODAY)("01/12/2026") == "2026-12-01"
    held = catalogue(ListKind.SUPERVISION).field("held")
    assert isinstance(reader(held, TODAY)("01/12/2026"), ValueFault)


LIST_5 = (
    "Child Unique ID|Gender|Ethnicity|Age of Child (Years)|"
    "Strategy discussion initiating Section 47 Enquiry Start Date|"
    "Date of Initial Child Protection Conference|"
    "Number of ICPCs in the last 12 months|Allocated Team|Allocated Worker"
)
COHORT = (
    "Child ID|Age|Sex|Team|Plan status|Type of exploitation|Opened to CST|WISE completed|"
    "Missing episodes|Date last missing|RHI offered|RHI accepted|Last visit"
)
WITH_SUPERVISION = (
    "Child ID|Team|Type of exploitation|Opened to CST|WISE completed|IMD decile|"
    "Referral date|Supervision date|Supervisor"
)


@pytest.mark.parametrize(
    ("headings", "kind"),
    [
        ("CHILD_ID START_DTTM END_DTTM MISSING_STATUS RETURN_INTERVIEW_OFFERED", ListKind.MISSING),
        ("CHILD_ID START_DTTM END_DTTM RETURN_INTERVIEW_OFFERED", ListKind.MISSING),
        ("Mosaic ID|DOB|Team|Missing from|Returned|RHI offered|RHI date", ListKind.MISSING),
        ("Audit reference|Date went missing|Date returned", ListKind.MISSING),
        ("Person ID|Strategy meeting requested|Date of strategy meeting", ListKind.STRATEGY),
        ("Child ID|Date of supervision|Supervisor|Next supervision due", ListKind.SUPERVISION),
        ("Child ID|Case supervision date", ListKind.SUPERVISION),
        # A person has to say what these are.
        ("CHILD_ID START_DTTM END_DTTM", ListKind.CASES),
        ("Child ID|Start date|End date|Type", ListKind.CASES),
        ("Child ID|Name|Date of birth", ListKind.CASES),
        (LIST_5, ListKind.CASES),
        (COHORT, ListKind.CASES),
        (WITH_SUPERVISION, ListKind.CASES),
    ],
)
def test_a_list_is_one_of_events_only_without_doubt(headings: str, kind: ListKind) -> None:
    parted = headings.split("|") if "|" in headings else headings.split()
    assert recognise_kind(parted) is kind


@given(st.lists(st.sampled_from(CASE_FIELDS), min_size=3, unique_by=lambda field: field.key))
def test_a_case_list_with_annex_a_headings_stays_one(fields: list) -> None:  # type: ignore[type-arg]
    assert recognise_kind(["Child ID", *(field.headers[0] for field in fields)]) is ListKind.CASES


def test_the_same_event_may_be_told_more_precisely() -> None:
    assert pair(["2026-03-02T18:40"], ["2026-03-02"]) == {"2026-03-02T18:40": "2026-03-02"}
    assert pair(["2026-03-02"], ["2026-03-02T18:40"]) == {"2026-03-02": "2026-03-02T18:40"}
    assert pair(["2026-03-02T09:00"], ["2026-03-02T18:40"]) == {}
    assert pair(["2026-03-02"], ["2026-03-02T09:00", "2026-03-02T18:40"]) == {}


MOMENTS = st.sampled_from(
    ["2026-03-02", "2026-03-02T09:00", "2026-03-02T18:40", "2026-03-03", "2026-03-03T10:00"]
)


@given(st.lists(MOMENTS, unique=True), st.lists(MOMENTS, unique=True))
def test_no_known_event_is_taken_for_two(new: list[str], known: list[str]) -> None:
    found = pair(new, known)
    assert len(set(found.values())) == len(found)
    assert all(found[moment] == moment for moment in set(new) & set(known))
    assert all(moment[:10] == other[:10] for moment, other in found.items())


def test_a_vaguer_list_takes_nothing_back() -> None:
    known = {"missing_from": "2026-03-02T18:40", "returned": "2026-03-04", "rhi_offered": "Yes"}
    new = {"missing_from": "2026-03-02", "returned": "2026-03-04T09:10"}
    assert merged(known, new) == {
        "missing_from": "2026-03-02T18:40",
        "returned": "2026-03-04T09:10",
        "rhi_offered": "Yes",
    }
