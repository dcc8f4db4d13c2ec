"""The receipt of a draw: read aloud, verified, saved."""

from pathlib import Path

import pytest

from audit_desk.ui.screens.round.file_names import file_name
from audit_desk.ui.screens.round.sample.receipt_words import conditions, facts
from tests.ui.round_page import Opened, opened_page  # noqa: F401 - the fixture is used by name


def test_the_receipt_is_readable(opened: Opened) -> None:
    opened.draw(12, by=("team",), where=(("gender", "Female"),), minimum=1)
    opened.open("sample")
    said = " ".join(opened.screen.sample.receipt_page.facts())
    receipt = opened.register.receipts("round-1")[-1]
    for part in ("sha256-rank/1", "4711", "Gender is “Female”", "Team", receipt.frame_hash):
        assert part in said
    page = opened.screen.sample.receipt_page
    titles = [page.contents.item(place).text() for place in range(page.contents.count())]
    assert titles[:2] == ["Sample (12)", f"Spares ({receipt.frame_size - 12})"]
    assert titles[2:] == [f"Strata ({len(receipt.strata)})", "Is it representative?", "Receipt"]
    for page_shown, rows in (
        (page.sample_page, 12),
        (page.spares_page, receipt.frame_size - 12),
    ):
        assert page_shown.table.model().rowCount() == rows
    first = page.sample_page.table.model()
    shown = [first.index(row, 0).data() for row in range(12)]
    drawn = [len(stratum.drawn) for stratum in receipt.strata]
    assert shown == [f"{place + 1} of {number}" for number in drawn for place in range(number)]


def test_the_list_is_saved_for_verifying_elsewhere(opened: Opened, tmp_path: Path) -> None:
    opened.draw(12)
    opened.open("sample")
    opened.prompts.file = tmp_path / "list.csv"
    opened.screen.sample.list_button.click()
    opened.rest()
    assert opened.register.written == [tmp_path / "list.csv"]
    assert "46 cases are saved" in opened.screen.sample.receipt_page.note.accessibleName()


def test_two_values_of_a_field_are_either_and_two_fields_both() -> None:
    where = (("team", "East"), ("age", "13..15"), ("team", "West"))
    assert conditions(where) == "Team is “East” or “West”, and Age is from 13 to 15"


def test_swaps_stand_in_the_receipt() -> None:
    from tests.reports.example import make_frame, make_receipts

    receipt = make_receipts(make_frame())[1]
    assert any(receipt.swaps[0].removed in value for name, value in facts(receipt))


def test_verifying_says_that_it_agrees_or_what_differs(opened: Opened) -> None:
    opened.draw(12)
    opened.open("sample")
    sample = opened.screen.sample
    sample.verify_button.click()
    opened.rest()
    assert "is verified" in sample.receipt_page.note.accessibleName()
    gone = opened.register.cases.pop(0)
    sample.verify_button.click()
    opened.rest()
    assert gone.reference in sample.receipt_page.note.accessibleName()
    assert sample.receipt_page.note.property("tone") == "danger"


def test_the_receipt_is_saved_where_the_person_says(opened: Opened, tmp_path: Path) -> None:
    opened.draw(12)
    opened.open("sample")
    opened.screen.sample.save_button.click()
    assert opened.register.written == []  # they thought better of it
    opened.prompts.file = tmp_path / "receipt.json"
    opened.screen.sample.save_button.click()
    assert opened.register.written == [tmp_path / "receipt.json"]
    assert "receipt.json" in opened.screen.sample.receipt_page.note.accessibleName()


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Spring 2026", "Spring 2026 - draw receipt.json"),
        ("Q1/Q2: “both” <b>", "Q1 Q2 “both” b - draw receipt.json"),
        ("...", "Round - draw receipt.json"),
    ],
)
def test_a_file_is_named_so_that_every_system_accepts_it(name: str, wanted: str) -> None:
    assert file_name(name, "draw receipt", "json") == wanted


def test_a_drawn_round_without_cases_left_still_shows_its_receipt(opened: Opened) -> None:
    opened.draw(12)
    opened.register.cases.clear()
    opened.open("sample")
    assert opened.screen.sample.receipt_page.isVisible()
