from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from audit_desk.domain.inference import chance_of_meeting
from audit_desk.domain.sampling import draw
from audit_desk.services.sampling import DrawRequest
from audit_desk.ui.screens.round.file_names import file_name
from audit_desk.ui.screens.round.sample.case_values import case_values
from audit_desk.ui.screens.round.sample.purposive_dialog import PurposiveDialog
from audit_desk.ui.screens.round.sample.receipt_words import conditions, facts
from audit_desk.ui.screens.round.sample.size_advice import size_advice
from tests.ui.fake_rounds import PERSON, make_cases
from tests.ui.round_page import Opened, opened_page  # noqa: F401 - the fixture is used by name


def _settle(opened: Opened) -> None:
    QTest.qWait(200)  # the pause after which a draw is counted
    opened.rest()


def test_the_advice_names_the_size_that_meets_a_fault_in_one_of_ten() -> None:
    said = size_advice(40, 12)
    assert said == (
        "To have a 95 % chance of meeting a fault found in 1 of 10 files, read 21 of these 40."
        " With 12 the chance is 78 %."
    )


@given(st.integers(1, 300), st.data())
def test_the_advice_never_claims_more_than_the_chance(population: int, data: st.DataObject) -> None:
    size = data.draw(st.integers(1, population))
    said = size_advice(population, size)
    chance = chance_of_meeting(max(1, population // 10), population, size)
    assert ("chance is 100 %" in said) <= (chance == 1)
    assert ("chance is 95 %" in said) <= (chance >= 0.95)
    assert ("nothing is left to chance" in said) == (size == population)


def test_without_a_possible_size_there_is_no_advice() -> None:
    assert size_advice(10, 11) == size_advice(0, 1) == ""


def test_only_fields_that_group_and_occur_are_offered() -> None:
    values = case_values(make_cases())
    keys = [each.field.key for each in values.fields]
    assert "team" in keys
    assert "missing_episodes" not in keys  # it groups nothing
    assert "legal_status" not in keys  # no case has it
    team = next(each for each in values.fields if each.field.key == "team")
    counts = [count for _, count in team.values]
    assert sum(counts) == values.total == 46
    assert counts == sorted(counts, reverse=True)


def test_a_field_with_one_value_for_all_divides_nothing() -> None:
    cases = [case for case in make_cases() if case.facts["team"] == "East CST"]
    keys = [each.field.key for each in case_values(cases).dividing()]
    assert "team" not in keys
    assert "gender" in keys


def test_a_register_without_cases_says_what_to_do_first(opened: Opened) -> None:
    opened.register.cases.clear()
    opened.open("sample")
    page = opened.screen.sample.empty
    assert page.isVisible()
    assert page.action_button is not None
    page.action_button.click()
    assert opened.register.opened == ["cases"]


def test_the_preview_follows_what_is_typed(opened: Opened) -> None:
    opened.open("sample")
    _settle(opened)
    page = opened.screen.sample.form_page
    assert "20 of 46" in page.preview.text
    page.form.size_box.setFocus()
    page.form.size_box.selectAll()
    QTest.keyClicks(page.form.size_box, "7")
    assert not page.draw_button.isEnabled()
    _settle(opened)
    assert "7 of 46" in page.preview.text
    assert page.draw_button.isEnabled()


def test_strata_and_conditions_show_their_share(opened: Opened) -> None:
    opened.open("sample")
    page = opened.screen.sample.form_page
    page.form.by_list.setFocus()
    page.form.by_list.setCurrentRow(0)
    QTest.keyClick(page.form.by_list, Qt.Key.Key_Space)
    page.form.conditions.add_button.click()
    row = page.form.conditions.rows[0]
    row.choose("status", "Child in need")
    page.form.size_box.setValue(8)
    _settle(opened)
    held = [case for case in opened.register.cases if case.facts["status"] == "Child in need"]
    assert sum(size for _, size, _ in page.preview.strata) == len(held)
    assert sum(drawn for _, _, drawn in page.preview.strata) == 8
    assert f"{46 - len(held)} of 46 cases are left out" in page.preview.text
    row.remove_button.click()
    _settle(opened)
    assert "No case is left out" in page.preview.text


def test_a_minimum_counts_only_where_there_are_strata(opened: Opened) -> None:
    opened.open("sample")
    form = opened.screen.sample.form_page.form
    assert not form.minimum_box.isEnabled()
    form.tick("team")
    assert form.minimum_box.isEnabled()
    form.minimum_box.setValue(2)
    assert form.request().minimum == 2
    form.tick()
    assert form.request().minimum == 0


def test_a_draw_that_cannot_be_made_says_why(opened: Opened) -> None:
    opened.open("sample")
    page = opened.screen.sample.form_page
    page.form.tick("team", "status")
    page.form.minimum_box.setValue(5)
    page.form.size_box.setValue(6)
    _settle(opened)
    assert "At least 5 from each" in page.preview.text
    assert not page.draw_button.isEnabled()


def test_without_a_seed_nothing_is_drawn(opened: Opened) -> None:
    opened.open("sample")
    page = opened.screen.sample.form_page
    page.form.seed.line.clear()
    _settle(opened)
    assert "Type a seed" in page.preview.text
    assert not page.draw_button.isEnabled()
    page.form.seed.renew_button.click()
    _settle(opened)
    assert page.draw_button.isEnabled()


def test_the_seed_in_the_field_is_the_seed_of_the_draw(opened: Opened) -> None:
    opened.open("sample")
    page = opened.screen.sample.form_page
    page.form.seed.line.selectAll()
    QTest.keyClicks(page.form.seed.line, "4711x")
    page.form.size_box.setValue(9)
    _settle(opened)
    QTest.keyClick(page.draw_button, Qt.Key.Key_Space)
    opened.rest()
    receipt = opened.register.receipts("round-1")[-1]
    frame = dict.fromkeys((case.reference for case in opened.register.cases), "All cases")
    again = draw(
        frame,
        seed=4711,
        size=9,
        where=(),
        by=(),
        exclusions=(),
        drawn_by=PERSON,
        drawn_at=receipt.drawn_at,
    )
    assert receipt.drawn == again.drawn
    assert opened.screen.sample.receipt_page.isVisible()
    assert len(opened.screen.audits.rows) == 9


def test_the_receipt_is_readable(opened: Opened) -> None:
    opened.draw(12, by=("team",), where=(("gender", "Female"),), minimum=1)
    opened.open("sample")
    said = " ".join(opened.screen.sample.receipt_page.facts())
    receipt = opened.register.receipts("round-1")[-1]
    for part in ("sha256-rank/1", "4711", "Gender is “Female”", "Team"):
        assert part in said
    assert receipt.frame_hash in said.replace("\n", "")
    assert opened.screen.sample.receipt_page.strata_table.isVisible()
    table = opened.screen.sample.receipt_page.order_table
    assert table.model().rowCount() == receipt.frame_size


def test_two_values_of_a_field_are_either_and_two_fields_both() -> None:
    where = (("team", "East"), ("gender", "Male"), ("team", "West"))
    assert conditions(where) == "Team is “East” or “West”, and Gender is “Male”"


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


def test_drawing_again_asks_and_keeps_the_earlier_draw(opened: Opened) -> None:
    opened.draw(12)
    opened.open("sample")
    sample = opened.screen.sample
    sample.again_button.click()
    opened.rest()
    _settle(opened)
    assert sample.form_page.form.size_box.value() == 12
    opened.prompts.answer = False
    sample.form_page.draw_button.click()
    assert len(opened.register.receipts("round-1")) == 1
    opened.prompts.answer = True
    sample.form_page.draw_button.click()
    opened.rest()
    assert len(opened.register.receipts("round-1")) == 2
    assert "Earlier draws" in sample.receipt_page.facts()
    assert opened.prompts.asked == ["Draw Spring 2026 again?"] * 2


def test_the_draw_that_stands_can_be_kept(opened: Opened) -> None:
    opened.draw(12)
    opened.open("sample")
    sample = opened.screen.sample
    sample.again_button.click()
    opened.rest()
    sample.form_page.back_button.click()
    _settle(opened)
    assert sample.receipt_page.isVisible()
    assert len(opened.register.receipts("round-1")) == 1


def test_a_round_that_is_being_read_is_not_drawn_again(opened: Opened) -> None:
    opened.draw(12)
    opened.register.read(opened.register.rounds[0], submitted=0, begun=1)
    opened.open("sample")
    assert not opened.screen.sample.again_button.isEnabled()
    assert "sample stands" in opened.screen.sample.again_button.toolTip()


def test_reading_that_began_meanwhile_is_said(opened: Opened) -> None:
    opened.draw(12)
    opened.open("sample")
    sample = opened.screen.sample
    sample.again_button.click()
    opened.rest()
    _settle(opened)
    opened.register.read(opened.register.rounds[0], submitted=0, begun=1)
    sample.form_page.draw_button.click()
    assert "Reading has started" in str(opened.errors.shown.pop())
    assert len(opened.register.receipts("round-1")) == 1


def _purposive() -> PurposiveDialog:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PurposiveDialog)
    return dialog


def test_a_case_is_added_on_purpose_with_its_reason(opened: Opened) -> None:
    opened.draw(12)
    opened.open("sample")
    spare = opened.register.receipts("round-1")[-1].strata[0].spares[-1]
    opened.screen.sample.purposive_button.click()
    opened.rest()
    dialog = _purposive()
    reference, reason = dialog.findChildren(QLineEdit)[0], dialog.findChildren(QPlainTextEdit)[0]
    reference.setText("CST-9999")
    dialog.accept()
    assert dialog.fault.text()
    reference.setText(spare)
    QTest.keyClicks(reason, "A complaint was upheld.")
    dialog.accept()
    opened.rest()
    assert opened.register.reasons == ["A complaint was upheld."]
    assert any(spare in said for said in opened.screen.sample.receipt_page.facts())
    assert opened.screen.audits.rows[-1].is_purposive


def test_a_change_of_round_while_cases_are_read_shows_the_later_one(opened: Opened) -> None:
    second = opened.register.create("Summer 2026", by=PERSON)
    opened.register.draw(second, DrawRequest(5, 3), PERSON)
    opened.screen.open("round-1", "sample")
    opened.screen.open("round-2", "sample")
    opened.rest()
    assert opened.screen.round_id == "round-2"
    assert opened.screen.sample.receipt_page.isVisible()


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


def test_drawing_again_begins_with_the_choices_of_the_draw_that_stands(opened: Opened) -> None:
    opened.draw(8, by=("team",), where=(("gender", "Female"), ("team", "West CST")), minimum=1)
    opened.open("sample")
    opened.register.cases = [
        case for case in opened.register.cases if case.facts["team"] != "West CST"
    ]
    opened.screen.sample.again_button.click()
    _settle(opened)
    asked = opened.screen.sample.form_page.form.request()
    assert (asked.size, asked.by, asked.minimum) == (8, ("team",), 1)
    assert asked.where == (("gender", "Female"),)  # no case is of the other team any more
    assert asked.seed != 4711
