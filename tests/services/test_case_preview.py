"""What an import says before anything is saved: columns and rows."""

from datetime import date

import pytest

from audit_desk.domain.cells import Cell
from audit_desk.errors import UserError
from audit_desk.services.case_columns import BIRTH_DATE, LEAVE_OUT, SYSTEM_ID
from tests.services.lists import look
from tests.services.preview_examples import (
    faults,
)


def refusal(
    headers: list[str], *rows: list[Cell], mapping: dict[int, str] | None = None
) -> UserError:
    with pytest.raises(UserError) as caught:
        look(headers, *rows, mapping=mapping)
    assert caught.value.hint
    return caught.value


class TestColumns:
    def test_kept_dropped_and_unknown_are_told_apart(self) -> None:
        found = look(
            ["Child Unique ID", "Gender", "Surname", "Date of Birth", "Age", "Colour", ""],
            [1.0, "b) Female", "Leigh", date(2010, 1, 1), 16.4, "blue", ""],
        )

        assert [(c.index, c.header, c.target) for c in found.kept] == [
            (0, "Child Unique ID", "system_id"),
            (1, "Gender", "gender"),
            (4, "Age", "age"),
        ]
        assert [c.header for c in found.dropped] == ["Surname", "Date of Birth"]
        assert all(c.note for c in found.dropped)
        assert [c.header for c in found.unknown] == ["Colour"]
        assert dict(found.rows[0].facts) == {"gender": "Female", "age": 16}
        assert found.rows[0].system_id == "1"

    def test_no_column_with_a_childs_id(self) -> None:
        error = refusal(["Team", "Age"], ["A", 12])

        assert "no column with the child's ID" in error.message
        assert "Child Unique ID" in error.hint
        assert "by hand" in error.hint

    def test_columns_mapped_by_hand(self) -> None:
        found = look(
            ["Key", "Where", "When", "Team"],
            ["7", "North", "25/03/2021", "x"],
            mapping={0: SYSTEM_ID, 1: "team", 2: "opened", 3: LEAVE_OUT},
        )

        assert dict(found.rows[0].facts) == {"team": "North", "opened": "2021-03-25"}
        assert [(c.header, c.note) for c in found.dropped] == [("Team", "Left out by hand.")]

    def test_a_choice_by_hand_goes_before_a_heading(self) -> None:
        found = look(["Child ID", "Team", "Hub"], ["1", "A", "B"], mapping={2: "team"})

        assert found.rows[0].facts == {"team": "B"}
        assert "\u201cHub\u201d was chosen" in found.unknown[0].note

    def test_a_column_without_a_heading_has_its_letter(self) -> None:
        headers = ["Child ID", *[""] * 26]
        found = look(headers, ["1", *[""] * 25, "x"])

        assert [column.header for column in found.unknown] == ["Column AA"]

    def test_two_columns_mapped_to_one_field(self) -> None:
        error = refusal(["Child ID", "a", "b"], ["1", "x", "y"], mapping={1: "team", 2: "team"})

        assert (
            "\u201ca\u201d and \u201cb\u201d are both mapped to \u201cTeam\u201d" in error.message
        )

    @pytest.mark.parametrize("mapping", [{9: "team"}, {1: "no_such_field"}])
    def test_a_mapping_that_does_not_fit(self, mapping: dict[int, str]) -> None:
        assert refusal(["Child ID", "a"], ["1", "x"], mapping=mapping).message

    @pytest.mark.parametrize(
        ("header", "target"),
        [("Surname", "team"), ("Home postcode", "placement_la"), ("DOB", "opened")],
    )
    def test_an_identifying_heading_cannot_be_mapped_to_a_fact(
        self, header: str, target: str
    ) -> None:
        error = refusal(["Child ID", header], ["1", "x"], mapping={1: target})

        assert f"\u201c{header}\u201d" in error.message
        assert "never keeps" in error.message

    @pytest.mark.parametrize(
        ("values", "what"),
        [
            (["Ezra Leigh", "Petra Wills"], "names"),
            (["M1 1AE", "OL9 7XX"], "postcodes"),
            ([9434765919.0, 9434765870.0], "NHS numbers"),
            (["07700 900123", "07700 900124"], "telephone numbers"),
        ],
    )
    def test_identifying_content_is_dropped_or_refused(self, values: list[Cell], what: str) -> None:
        headers = ["Child ID", "Col7"]
        rows = [[str(index), value] for index, value in enumerate(values)]

        dropped = look(headers, *rows)
        error = refusal(headers, *rows, mapping={1: "team"})

        assert dropped.unknown == ()
        assert what in dropped.dropped[0].note
        assert what in error.message
        assert all(str(value) not in str(error) for value in values)

    def test_a_column_of_names_under_a_known_heading_is_dropped(self) -> None:
        names = ["Ezra Leigh", "Petra Wills", "Rose Cunningham", "Isis Chandler", "Jae Vang"]
        found = look(["Child ID", "Team"], *[[str(n), name] for n, name in enumerate(names)])

        assert [column.header for column in found.dropped] == ["Team"]
        assert all(row.facts == {} for row in found.rows)

    def test_workers_may_be_named(self) -> None:
        found = look(["Child ID", "Who"], ["1", "Ezra\u00a0Leigh"], mapping={1: "worker"})

        assert found.rows[0].facts == {"worker": "Ezra Leigh"}

    def test_a_date_of_birth_under_another_name_is_found_by_the_ages(self) -> None:
        births = [date(2009, 5, 2), date(2010, 8, 3), date(2011, 1, 9), date(2012, 2, 2)]
        births.append(date(2013, 4, 4))
        rows: list[list[Cell]] = [
            [str(n), 2026 - birth.year, birth] for n, birth in enumerate(births)
        ]

        found = look(["Child ID", "Age", "Opened"], *rows)

        assert [column.header for column in found.dropped] == ["Opened"]
        assert "dates of birth" in found.dropped[0].note

    def test_the_number_of_a_child_may_not_be_a_name_or_an_nhs_number(self) -> None:
        rows: list[list[Cell]] = [["9434765919"], ["9434765870"]]

        assert "NHS numbers" in refusal(["Child ID"], *rows).message


class TestRows:
    def test_a_fault_names_row_column_value_and_reason(self) -> None:
        found = look(
            ["Child ID", "Age", "Opened"],
            ["1", "12", "25/03/2021"],
            ["2", "old", "03/25/2021"],
            ["3", "13", "25/03/2031"],
        )

        assert [row.system_id for row in found.rows] == ["1"]
        assert faults(found) == [
            (3, "Age", "old"),
            (3, "Opened", "03/25/2021"),
            (4, "Opened", "25/03/2031"),
        ]
        assert found.refused[2].reason == "lies in the future"
        assert found.refused_rows == 2

    def test_blank_rows_are_passed_over(self) -> None:
        found = look(["Child ID", "Age"], ["1", 12], [], ["", ""], [None, "\u00a0"], ["2", 13])

        assert [row.row_number for row in found.rows] == [2, 6]
        assert found.refused == ()

    def test_a_row_without_a_number_is_refused(self) -> None:
        found = look(["Child ID", "Age"], ["", 12], ["Total", ""], ["Ezra Leigh", 3])

        assert found.rows == ()
        assert faults(found) == [(2, "Child ID", ""), (3, "Child ID", ""), (4, "Child ID", "")]

    def test_a_short_row_is_filled_and_a_slipped_row_refused(self) -> None:
        found = look(["Child ID", "Age"], ["1"], ["2", 13, ""], ["3", 14, "x"])

        assert [row.system_id for row in found.rows] == ["1", "2"]
        assert found.refused[0].row == 4
        assert "slipped" in found.refused[0].reason

    @pytest.mark.parametrize(
        ("start", "end"),
        [
            ("Opened", "Closed"),
            ("CP start", "CP end"),
            ("CLA start date", "CLA end date"),
            ("Date last missing", "Date last returned"),
        ],
    )
    def test_an_end_before_its_beginning_is_refused(self, start: str, end: str) -> None:
        found = look(
            ["Child ID", start, end],
            ["1", "02/03/2021", "01/03/2021"],
            ["2", "02/03/2021", "02/03/2021"],
            ["3", "", "02/03/2021"],
        )

        assert faults(found) == [(2, end, "01/03/2021")]
        assert f"before \u201c{start}\u201d (02/03/2021)" in found.refused[0].reason
        assert len(found.rows) == 2

    def test_a_column_with_american_dates_is_not_guessed_at(self) -> None:
        found = look(
            ["Child ID", "Opened"],
            ["1", "03/04/2021"],
            ["2", "03/25/2021"],
            ["3", "2021-04-03"],
            ["4", "04/04/2021"],
        )

        assert faults(found) == [(2, "Opened", "03/04/2021"), (3, "Opened", "03/25/2021")]
        assert all("American" in fault.reason for fault in found.refused)

    def test_a_slip_in_a_plainly_british_column_refuses_itself_alone(self) -> None:
        british = [[str(n), "25/03/2021"] for n in range(20)]
        found = look(["Child ID", "Opened"], *british, ["a1", "03/04/2021"], ["a2", "03/25/2021"])

        assert faults(found) == [(23, "Opened", "03/25/2021")]

    def test_an_identifier_in_a_cell_is_refused_and_never_shown(self) -> None:
        found = look(["Child ID", "Team"], ["1", "North"], ["2", "M1 1AE"], ["3", "South"])

        assert faults(found) == [(3, "Team", "")]
        assert "M1" not in found.refused[0].reason

    def test_ages_come_from_births_where_the_list_has_none(self) -> None:
        found = look(
            ["Child ID", "DOB", "Age"],
            ["1", "02/06/2010", ""],
            ["2", "01/06/2010", ""],
            ["3", "01/06/2010", "14.9"],
            ["4", "01/09/2026", ""],
            ["5", "", ""],
        )

        assert [row.facts.get("age") for row in found.rows] == [15, 16, 14, 0, None]

    def test_a_birth_that_cannot_be_read_is_never_shown(self) -> None:
        found = look(
            ["Child ID", "Date of birth"], ["1", "05/25/2010"], ["2", "1/1/1980"], ["3", "1/1/2028"]
        )

        assert faults(found) == [(row, "Date of birth", "") for row in (2, 3, 4)]
        assert not any("2010" in fault.reason for fault in found.refused)

    def test_a_birth_column_chosen_by_hand(self) -> None:
        found = look(["Child ID", "When"], ["1", "01/06/2010"], mapping={1: BIRTH_DATE})

        assert found.rows[0].facts == {"age": 16}
        assert found.dropped[0].header == "When"
