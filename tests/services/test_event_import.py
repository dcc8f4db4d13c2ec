"""Lists of events: what is kept, what is left out and why, and what a second list changes."""

from collections.abc import Sequence

import pytest

from audit_desk.domain.case import Case
from audit_desk.domain.case_event import CaseEvent, ListKind
from audit_desk.domain.cells import Cell
from audit_desk.domain.event_recognition import recognise_kind
from audit_desk.errors import Cancelled, UserError
from audit_desk.paths import database_file
from audit_desk.services.case_files import read_table
from audit_desk.services.case_preview import ImportPreview
from audit_desk.services.case_table import Table
from audit_desk.services.desk import Desk
from audit_desk.services.event_import import EventImport
from audit_desk.storage.event_repo import EventRepo
from audit_desk.storage.rows import new_id
from tests.make_sample_lists import COHORT_HEADERS, cohort_rows
from tests.sample_episodes import EPISODES, FAULTS, HEADERS, episode_rows
from tests.services.conftest import TODAY
from tests.stored_cases import add_cases

LIQUIDLOGIC = (
    "PERSON_ID",
    "START_DTTM",
    "END_DTTM",
    "MISSING_STATUS",
    "RETURN_INTERVIEW_OFFERED",
    "RETURN_INTERVIEW_ACCEPTED",
)
EVERYDAY = ("Child ID", "Missing from", "Returned", "RHI offered", "RHI date")


@pytest.fixture
def events(desk: Desk) -> EventImport:
    return EventImport(desk.register, lambda: TODAY)


def _look(
    events: EventImport,
    headers: Sequence[str],
    *rows: Sequence[Cell],
    kind: ListKind = ListKind.MISSING,
) -> ImportPreview:
    return events.preview(Table.of_rows("The list", headers, rows), kind)


def _held(desk: Desk, reference: str) -> list[CaseEvent]:
    case = next(case for case in desk.cases.all() if case.reference == reference)
    return EventRepo(desk.register).of_case(case.id)


def _faults(preview: ImportPreview) -> list[tuple[int, str, str]]:
    return [(fault.row, fault.column, fault.reason) for fault in preview.refused]


def test_a_liquidlogic_list_becomes_the_childs_episodes(desk: Desk, events: EventImport) -> None:
    preview = _look(
        events,
        LIQUIDLOGIC,
        ["900001", "02/03/2026 18:40:00", "04/03/2026 09:10:00", "M", "Y", "N"],
        ["900001", "11/04/2026 00:00:00", "", "A", "NA", "NA"],
        ["900002", "01/05/2026 22:00:00", "02/05/2026 01:15:00", "M", "N", ""],
    )
    assert (preview.kind, preview.new, preview.refused_rows) == (ListKind.MISSING, 3, 0)
    events.apply(preview, "Ada")
    later, earlier = _held(desk, "CST-0001")
    assert later.facts == {
        "missing_from": "2026-04-11",
        "missing_status": "Away without authorisation",
    }
    assert earlier.happened == "2026-03-02T18:40"
    assert earlier.facts == {
        "missing_from": "2026-03-02T18:40",
        "returned": "2026-03-04T09:10",
        "missing_status": "Missing",
        "rhi_offered": "Yes",
        "rhi_accepted": "No",
    }


def test_one_column_may_say_yes_no_or_when(desk: Desk, events: EventImport) -> None:
    preview = _look(
        events,
        EVERYDAY,
        ["900001", "02/03/2026", "03/03/2026", "04/03/2026 10:30", "06/03/2026"],
        ["900002", "02/03/2026", "03/03/2026", "Y", "declined"],
        ["900003", "02/03/2026", "03/03/2026", "unknown", "N/A"],
        ["900004", "02/03/2026", "03/03/2026", "perhaps", ""],
    )
    assert _faults(preview) == [(5, "RHI offered", "is neither yes, no nor a date")]
    events.apply(preview, "Ada")
    first, second, third = (_held(desk, f"CST-000{n}")[0].facts for n in (1, 2, 3))
    assert first["rhi_offered"] == first["rhi_done"] == "Yes"
    assert (first["rhi_offered_on"], first["rhi_held"]) == ("2026-03-04T10:30", "2026-03-06")
    assert (second["rhi_offered"], second["rhi_done"]) == ("Yes", "No")
    assert set(third) == {"missing_from", "returned"}


def test_a_time_in_a_column_of_its_own_joins_its_date(desk: Desk, events: EventImport) -> None:
    preview = _look(
        events,
        ("Child ID", "Date missing", "Time missing", "Date returned", "Time returned"),
        ["900001", "02/03/2026", "18:40", "04/03/2026", ""],
        ["900002", "02/03/2026 17:00", "18:40", "", "09:10"],
        ["900003", "02/03/2026", "19:00", "02/03/2026", "18:00"],
    )
    assert [(row, column) for row, column, _ in _faults(preview)] == [(4, "Date returned")]
    events.apply(preview, "Ada")
    assert _held(desk, "CST-0001")[0].facts == {
        "missing_from": "2026-03-02T18:40",
        "returned": "2026-03-04",
    }
    assert _held(desk, "CST-0002")[0].facts == {"missing_from": "2026-03-02T17:00"}


def test_every_row_that_is_left_out_says_why(events: EventImport) -> None:
    preview = _look(
        events,
        EVERYDAY,
        ["555", "02/03/2026", "", "", ""],
        ["", "02/03/2026", "", "", ""],
        ["900001", "", "03/03/2026", "", ""],
        ["900001", "02/03/2026 10:00", "01/03/2026", "", ""],
        ["900001", "02/03/2026", "03/03/2026", "", "02/03/2026"],
        ["900001", "05/03/2026", "later", "", ""],
        ["900002", "05/03/2026", "06/03/2026", "Y", ""],
        ["900002", "05/03/2026", "06/03/2026", "N", ""],
        ["900002", "05/03/2026", "06/03/2026", "Y", ""],
        ["", "", "", "", ""],
        ["900003", "05/03/2026", "06/03/2026", "Y", "", "slipped"],
    )
    reasons = {row: reason for row, _, reason in _faults(preview)}
    assert reasons[2] == "is a child whom this register does not have on a case list"
    assert reasons[3] == "has no number of a child in it"
    assert reasons[4].startswith("is empty")
    assert reasons[5] == "lies before “Missing from” (2 March 2026, 10:00)"
    assert reasons[6] == "lies before “Returned” (3 March 2026)"
    assert "is not a date" in reasons[7]
    assert reasons[9] == "tells the same event as row 8, but differs in “RHI offered”"
    assert "slipped" in reasons[12]
    assert (preview.refused_rows, preview.new, preview.repeated) == (8, 1, 1)
    assert not any(fault.value for fault in preview.refused if fault.column == "Child ID")


def test_an_american_list_is_refused_and_not_guessed(events: EventImport) -> None:
    rows = [["900001", f"{month:02}/25/2026 10:00", "", "", ""] for month in range(1, 6)]
    preview = _look(events, EVERYDAY, *rows, ["900002", "03/04/2026 10:00", "", "", ""])
    assert preview.new == 0
    assert all("American" in reason for _, _, reason in _faults(preview))
    assert len(preview.refused) == 6


def test_the_same_list_again_doubles_nothing(desk: Desk, events: EventImport) -> None:
    row = ["900001", "02/03/2026", "", "Y", ""]
    events.apply(_look(events, EVERYDAY, row), "Ada")
    again = _look(events, EVERYDAY, row)
    assert (again.new, again.changed, again.unchanged) == (0, 0, 1)
    told = ["900001", "02/03/2026 18:40", "04/03/2026 09:10", "", "06/03/2026"]
    more = _look(events, EVERYDAY, told, ["900001", "09/04/2026", "", "", ""])
    assert (more.new, more.changed, more.unchanged) == (1, 1, 0)
    changes = {change.label: (change.before, change.after) for change in more.changes}
    assert changes["Returned (event of 2 March 2026)"] == ("", "2026-03-04T09:10")
    assert {change.reference for change in more.changes} == {"CST-0001"}
    events.apply(more, "Ada")
    _, first = _held(desk, "CST-0001")
    assert first.happened == "2026-03-02T18:40"
    assert first.facts["rhi_offered"] == "Yes", "what a list does not bring is kept"


def test_children_are_found_by_the_audit_reference_too(desk: Desk, events: EventImport) -> None:
    for heading in ("Audit reference", "Reference"):
        preview = _look(
            events,
            (heading, "Date of supervision", "Supervisor", "Next supervision due"),
            ["CST-0007", "01/05/2026", "Jo Bell", "01/07/2026"],
            ["CST-0099", "01/05/2026", "Jo Bell", ""],
            kind=ListKind.SUPERVISION,
        )
        assert (preview.new + preview.unchanged, preview.refused_rows) == (1, 1)
        events.apply(preview, "Ada")
    held = _held(desk, "CST-0007")
    assert [event.facts["supervisor"] for event in held] == ["Jo Bell"]
    assert held[0].facts["next_due"] == "2026-07-01"


def test_what_belongs_to_the_case_list_is_left_to_it(events: EventImport) -> None:
    preview = _look(
        events,
        ("Child ID", "Missing from", "Age", "Team", "Weather"),
        ["900001", "02/03/2026", "15", "North", "fine"],
    )
    notes = {column.header: column.note for column in preview.unknown}
    assert notes["Weather"] == ""
    assert notes["Age"] == notes["Team"] != ""


def test_names_and_birth_dates_go_before_anything_is_kept(desk: Desk, events: EventImport) -> None:
    preview = _look(
        events,
        ("Child ID", "Surname", "DOB", "Missing from", "Home postcode", "Missing status"),
        *(
            [f"90000{n}", "Ashworth", "03/02/2011", "02/03/2026", "BL9 0EJ", name]
            for n, name in enumerate(("Amy Bell", "Bob Cole", "Cat Dunn", "Dan Eade"), 1)
        ),
        *(
            [f"90000{n}", "Ashworth", "03/02/2011", "02/03/2026", "BL9 0EJ", name]
            for n, name in enumerate(("Eva Ford", "Fay Gray", "Gus Hall", "Hal Ince"), 5)
        ),
    )
    dropped = {column.header for column in preview.dropped}
    assert dropped == {"Surname", "DOB", "Home postcode", "Missing status"}
    events.apply(preview, "Ada")
    assert _held(desk, "CST-0001")[0].facts == {"missing_from": "2026-03-02"}


def test_one_import_is_one_line_of_history_and_cancelling_leaves_nothing(
    desk: Desk, events: EventImport
) -> None:
    preview = _look(events, EVERYDAY, ["900001", "02/03/2026", "", "Y", ""])
    before = desk.register.history.count()

    def cancel(_done: int, _of: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        events.apply(preview, "Ada", cancel)
    assert _held(desk, "CST-0001") == []
    assert desk.register.history.count() == before
    events.apply(preview, "Ada")
    line = desk.register.history.lines()[-1]
    assert (line.action, line.subject) == ("imported", "missing events")
    assert "900001" not in str(line)
    assert desk.register.history.count() == before + 1


def test_a_list_without_children_or_with_a_stranger_for_a_field_is_refused(
    events: EventImport,
) -> None:
    with pytest.raises(UserError, match="no column with the child's ID"):
        _look(events, ("Missing from", "Returned"), ["02/03/2026", ""])
    table = Table.of_rows("The list", EVERYDAY, [["900001", "02/03/2026", "", "", ""]])
    with pytest.raises(UserError, match="no case field"):
        events.preview(table, ListKind.MISSING, {2: "cst_start"})


def test_codes_are_shown_to_be_translated(events: EventImport) -> None:
    table = Table.of_rows(
        "The list",
        ("Child ID", "Missing from", "Missing status"),
        [["900001", "02/03/2026", "MIS"], ["900002", "02/03/2026", "M"]],
    )
    plain = events.preview(table, ListKind.MISSING)
    (field,) = plain.values
    assert {value.text: value.known for value in field.values} == {"MIS": False, "M": True}
    told = events.preview(
        table, ListKind.MISSING, translations={"missing_status": {"MIS": "Missing"}}
    )
    assert all(value.known and value.read_as == "Missing" for value in told.values[0].values)
    assert [event.facts["missing_status"] for event in told.staged] == ["Missing"] * 2


def test_the_sample_episodes_belong_to_the_sample_cohort(desk: Desk, events: EventImport) -> None:
    cohort = cohort_rows()
    table = read_table(database_file("sample", EPISODES))
    assert [list(row) for row in table.sample] == episode_rows(cohort, COHORT_HEADERS)
    with desk.register.transaction():
        children = [(row[0], Case(new_id(), f"S-{n}", {})) for n, row in enumerate(cohort)]
        add_cases(desk.register, children)
    assert table.headers == HEADERS
    preview = events.preview(table, recognise_kind(table.headers))
    assert preview.refused_rows == len(FAULTS)
    assert preview.repeated == 1
    assert {column.header for column in preview.dropped} == {
        "Initials",
        "Date of birth",
        "Police log number",
    }
    assert preview.new == table.row_count - len(FAULTS) - 1
