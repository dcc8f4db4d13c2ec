"""Lists as councils send them, looked at before anything is saved."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit_desk.domain.cells import Cell
from audit_desk.errors import Cancelled, UserError
from audit_desk.paths import database_file
from audit_desk.services.case_columns import REFERENCE
from audit_desk.services.case_files import read_table
from tests import make_sample_lists
from tests.services.list_files import write_workbook
from tests.services.lists import look, preview, table
from tests.services.preview_examples import (
    faults,
)


class TestRepetition:
    def test_the_same_row_twice_counts_once(self) -> None:
        found = look(["Child ID", "Age"], ["1", 12], ["1", "12.4"], [1.0, 12])

        assert len(found.rows) == 1
        assert found.repeated == 2
        assert found.refused == ()

    def test_the_same_child_with_other_facts_is_refused_with_both_rows(self) -> None:
        found = look(["Child ID", "Age", "Team"], ["1", 12, "A"], ["1", 13, "A"], ["2", 1, "B"])

        assert [row.row_number for row in found.rows] == [2, 4]
        assert faults(found) == [(3, "Child ID", "")]
        assert "row 2" in found.refused[0].reason
        assert "\u201cAge\u201d" in found.refused[0].reason

    def test_leading_zeros_make_another_child(self) -> None:
        assert len(look(["Child ID"], ["007"], ["7"]).rows) == 2

    def test_new_and_known_children_are_counted(self) -> None:
        found = look(["Child ID"], ["1"], ["2"], ["3"], known={"2": "CST-0002"})

        assert (found.new, found.known) == (2, 1)
        assert [row.reference for row in found.rows] == ["", "CST-0002", ""]

    def test_references_that_the_list_brings(self) -> None:
        found = look(
            ["Child ID", "Audit reference"],
            ["1", "CST-1"],
            ["2", "CST-1"],
            ["3", "CST-9"],
            ["4", "CST-4"],
            ["5", ""],
            known={"9": "CST-9", "4": "CST-5"},
        )

        assert [(row.system_id, row.reference) for row in found.rows] == [("1", "CST-1"), ("5", "")]
        assert [(fault.row, fault.value) for fault in found.refused] == [(3, ""), (4, ""), (5, "")]
        assert "row 2" in found.refused[0].reason
        assert "in the register" in found.refused[1].reason
        assert "the register has for this child" in found.refused[2].reason

    def test_a_reference_column_chosen_by_hand(self) -> None:
        found = look(["Child ID", "Label"], ["1", "A-1"], mapping={1: REFERENCE})

        assert found.rows[0].reference == "A-1"


ANNEX_A_DIRT: list[list[Cell]] = [
    ["List 8", None],
    [
        "Child Unique ID",
        "Gender",
        "Age",
        "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N))",
        "Date Started to be Looked After",
        "Child's Category of Need",
        "Placement postcode",
        make_sample_lists.MISSING_HEADER,
        "Allocated Team",
        "Allocated Worker",
    ],
    [
        1761444,
        "b) Female",
        19.08,
        "b) No",
        date(2009, 8, 6),
        "N1 - Abuse or Neglect",
        "T28 2WB",
        0,
        "Care Team 1",
        "Ezra\u00a0Leigh",
    ],
    [
        1373595,
        "Female",
        17.2,
        "#N/A",
        40031,
        "PSRMEM - Support with memory",
        "nope",
        3.0,
        12,
        "Ezra Leigh",
    ],
]


def test_the_dirt_of_a_real_workbook(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "annex.xlsx", {"List 8": ANNEX_A_DIRT})

    found = preview(read_table(path))

    assert found.refused == ()
    assert [dict(row.facts) for row in found.rows] == [
        {
            "gender": "Female",
            "age": 19,
            "uasc": "No",
            "cla_start": "2009-08-06",
            "need": "N1 Abuse or neglect",
            "missing_episodes": 0,
            "team": "Care Team 1",
            "worker": "Ezra Leigh",
        },
        {
            "gender": "Female",
            "age": 17,
            "cla_start": "2009-08-06",
            "need": "PSRMEM - Support with memory",
            "missing_episodes": 3,
            "team": "12",
            "worker": "Ezra Leigh",
        },
    ]


@pytest.mark.parametrize("name", [make_sample_lists.COHORT, make_sample_lists.CARE])
def test_the_sample_lists_import_whole(name: str) -> None:
    found = preview(read_table(database_file("sample", name)))

    assert not found.refused
    assert not found.unknown
    assert found.dropped
    assert found.new == len(found.rows) >= 14


@pytest.mark.parametrize("name", [make_sample_lists.COHORT, make_sample_lists.CARE])
def test_the_sample_lists_are_what_their_script_writes(tmp_path: Path, name: str) -> None:
    make_sample_lists.main(tmp_path)
    made, kept = read_table(tmp_path / name), read_table(database_file("sample", name))

    assert made.headers == kept.headers
    assert list(made.sample) == list(kept.sample)


@settings(max_examples=50)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["1", "2", "3", "", "x"]),
            st.sampled_from(["12", "old", "", 3.5, None]),
            st.sampled_from(["25/03/2021", "03/25/2021", "", 44280, "soon"]),
        ),
        min_size=1,
    )
)
def test_every_row_is_prepared_repeated_refused_or_blank(
    rows: list[tuple[Cell, Cell, Cell]],
) -> None:
    found = look(["Child ID", "Age", "Opened"], *rows)

    blank = sum(not any(cell not in ("", None) for cell in row) for row in rows)
    refused = {fault.row for fault in found.refused}
    prepared = {row.row_number for row in found.rows}

    assert len(prepared) + found.repeated + found.refused_rows + blank == len(rows)
    assert not prepared & refused
    assert len({row.system_id for row in found.rows}) == len(found.rows)


def test_progress_grows_to_the_whole_and_can_be_cancelled() -> None:
    steps: list[tuple[int, int]] = []
    rows = [[str(n), "North"] for n in range(45_000)]

    preview(table(["Child ID", "Team"], *rows), progress=lambda *s: steps.append(s))

    done = [step for step, _ in steps]
    assert done == sorted(done)
    assert steps[-1][0] == steps[-1][1]
    assert len(steps) == 3, "after each block"

    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        preview(table(["Child ID"], ["1"]), progress=stop)


def test_a_list_of_adopters_is_no_list_of_children() -> None:
    with pytest.raises(UserError, match="a list of adopters, not of children"):
        look(["Individual adopter identifier", "Gender"], ["7105179", "a) Male"])


def test_a_childs_number_may_look_like_that_of_a_home() -> None:
    found = look(["Child ID", "Setting"], ["SC000123", "SC035422"], ["SC000124", "SC035423"])

    assert [row.system_id for row in found.rows] == ["SC000123", "SC000124"]
    assert [column.header for column in found.dropped] == ["Setting"]
