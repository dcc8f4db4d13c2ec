from itertools import cycle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_desk.domain.case_field import CaseField
from audit_desk.domain.case_fields import CASE_FIELDS
from audit_desk.domain.column_recognition import (
    ColumnRole,
    adults_listed,
    count_recognised,
    header_key,
    recognise,
)
from tests.unit.annex_a import LISTS

DIRT = st.sampled_from(["", " ", "\u00a0", "  ", "_", ")", "(", "?", "\u2019", "*", ":", "\t"])


def role(header: str) -> ColumnRole:
    return recognise([header])[0].role


@pytest.mark.parametrize("case_field", CASE_FIELDS, ids=lambda each: each.key)
def test_every_heading_of_the_catalogue_is_recognised(case_field: CaseField) -> None:
    keys = {recognise([heading])[0].field_key for heading in case_field.headers}

    assert keys == {case_field.key}


@given(st.sampled_from([h for each in CASE_FIELDS for h in each.headers]), DIRT, DIRT)
def test_dirt_around_a_heading_never_matters(heading: str, before: str, after: str) -> None:
    dirty = before + heading.upper().replace(" ", "\u00a0 ").replace("'", "\u2018") + after

    assert recognise([dirty])[0].field_key == recognise([heading])[0].field_key


def test_the_dirt_of_real_workbooks() -> None:
    headers = [
        "Child Unique ID ",
        "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N))",
        "No. of missing\u00a0episodes:",
        "child_gender",
        "CINStartDate",
        "Age (as at 31/03/2025)",
    ]

    assert [match.field_key or match.role.value for match in recognise(headers)] == [
        "system_id",
        "uasc",
        "missing_episodes",
        "gender",
        "opened",
        "age",
    ]


@pytest.mark.parametrize(
    "header",
    [
        "Child's name",
        "Surname",
        "FORENAME(S)",
        "Initials",
        "Home address",
        "Placement postcode",
        "Post Code",
        "UPN",
        "NHS No.",
        "School",
        "URN of Placement",
        "Mobile",
        "Tel no",
        "E-mail",
        "Crime number",
        "Mother's date of birth",
        "Father",
        "Family identifier",
        "Place of birth",
        "Alleged perpetrator",
        "Case notes",
        "ChildFirstName",
        "childname",
        "NHSNo",
        "nhsnumber",
        "UPNumber_UPN",
        "HomePostcode",
        "EmailAddress",
    ],
)
def test_identifying_headings_are_dropped_with_the_reason(header: str) -> None:
    match = recognise([header])[0]

    assert match.role is ColumnRole.IDENTIFIER
    assert "never keeps" in match.reason


@pytest.mark.parametrize(
    "header", ["DOB", "D.O.B.", "Date of Birth", "Child DoB", "birth_date", "ChildDOB"]
)
def test_a_birth_date_gives_an_age(header: str) -> None:
    assert role(header) is ColumnRole.BIRTH_DATE


@pytest.mark.parametrize("header", ["WISE risk level", "Risk band", "RAG"])
def test_risk_bands_are_never_taken(header: str) -> None:
    assert role(header) is ColumnRole.IDENTIFIER


def test_of_two_columns_that_mean_the_same_the_first_is_taken() -> None:
    first, second = recognise(["Team", "Allocated Team"])

    assert first.field_key == "team"
    assert second.role is ColumnRole.UNKNOWN
    assert "\u201cTeam\u201d" in second.reason


def test_a_second_birth_date_is_dropped() -> None:
    assert [match.role for match in recognise(["DOB", "Date of birth"])] == [
        ColumnRole.BIRTH_DATE,
        ColumnRole.IDENTIFIER,
    ]


def test_a_bare_reference_is_the_number_only_where_nothing_better_is() -> None:
    assert [match.role for match in recognise(["Reference", "Team"])] == [
        ColumnRole.SYSTEM_ID,
        ColumnRole.FIELD,
    ]
    assert [match.role for match in recognise(["Child ID", "Reference"])] == [
        ColumnRole.SYSTEM_ID,
        ColumnRole.REFERENCE,
    ]
    assert role("Audit reference") is ColumnRole.REFERENCE


def test_a_list_of_adopters_is_told_from_one_of_children() -> None:
    children = ["Child Unique ID", "Family identifier", "Date of Adoption Order", "Carer type"]

    assert adults_listed(["Individual adopter identifier", "Family identifier"]) == "adopters"
    assert adults_listed(["Foster carer ID", "Gender"]) == "carers"
    assert adults_listed(children) == ""


def test_matching_a_child_with_adopters_is_a_date_and_not_a_family_member() -> None:
    match = recognise(["Date of Matching Child and Prospective Adopters"])[0]

    assert match.field_key == "adoption_match"


def test_an_unheard_heading_is_left_to_a_person() -> None:
    assert role("Mapping group") is ColumnRole.UNKNOWN
    assert role("") is ColumnRole.UNKNOWN
    assert count_recognised(["Mapping group", "", "Team", "Name"]) == 2


def test_a_heading_is_compared_by_letters_and_digits() -> None:
    assert header_key(" Child\u2019s  Unique_ID\u00a0(No.) ") == "childsuniqueidno"
    assert header_key("CSE & CCE") == "cseandcce"


@pytest.mark.parametrize("number", range(1, 11))
def test_every_column_of_annex_a_is_kept_or_dropped_with_a_reason(number: int) -> None:
    dirty = [
        each.replace("'", "\u2019").replace(" ", "\u00a0 ", 1) + end
        for each, end in zip(LISTS[number], cycle([" ", ")", "", "\u00a0", "*"]))
    ]
    matches = recognise(dirty)

    assert matches[0].role is ColumnRole.SYSTEM_ID
    assert not [match.header for match in matches if match.role is ColumnRole.UNKNOWN]
    assert all(match.reason for match in matches if match.role is ColumnRole.IDENTIFIER)
    assert {match.header.rstrip(")* ") for match in matches if match.reason} <= {
        "Placement postcode",
        "URN of Placement",
        "Family identifier",
    }


def test_annex_as_list_of_adopters_has_no_child() -> None:
    assert adults_listed(LISTS[11]) == "adopters"
    assert ColumnRole.SYSTEM_ID not in {match.role for match in recognise(LISTS[11])}
