from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from audit_desk.domain.case import Case
from audit_desk.domain.conditions import in_frame
from audit_desk.domain.inference import size_to_meet
from audit_desk.domain.sampling import draw
from audit_desk.domain.size_words import still_possible
from audit_desk.services.sampling import DrawRequest
from audit_desk.ui.models.case_values import case_values
from audit_desk.ui.screens.round.file_names import file_name
from audit_desk.ui.screens.round.sample import draft
from audit_desk.ui.screens.round.sample.purposive_dialog import PurposiveDialog
from audit_desk.ui.screens.round.sample.receipt_words import conditions, facts
from audit_desk.ui.screens.round.sample.swap_dialog import SwapDialog
from audit_desk.ui.widgets.likeness_bars import LikenessBars
from audit_desk.ui.widgets.range_edit import RangeEdit
from audit_desk.ui.widgets.value_ticks import ValuePicker
from tests.ui.fake_rounds import PERSON, make_cases
from tests.ui.round_page import Opened, opened_page  # noqa: F401 - the fixture is used by name


@pytest.fixture(autouse=True)
def _no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(draft, "_PAUSE_MS", 0)  # the pause in typing after which a draw is counted


def _settle(opened: Opened) -> None:
    QTest.qWait(5)
    opened.rest()


def test_the_size_that_meets_a_fault_is_said_and_taken(opened: Opened) -> None:
    opened.open("sample")
    _settle(opened)
    form = opened.screen.sample.form_page.form
    helper = form.size_helper
    needed = size_to_meet(4, 46)
    assert f"read {needed} of 46" in helper.text
    assert f"up to {still_possible(20, 46)} of 46 may still have one" in helper.text
    assert helper.take_button.text() == f"Read {needed}"
    helper.take_button.click()
    assert form.size_box.value() == needed
    assert not helper.take_button.isVisible()
    helper.rate_box.setValue(5)
    assert helper.take_button.text() == f"Read {size_to_meet(9, 46)}"


def test_every_field_that_occurs_narrows_and_those_that_group_divide() -> None:
    closed = replace(make_cases()[0], closed_on="2026-02-01")
    cases = [closed, *make_cases()[1:]]
    values = case_values(cases)
    narrowing = {each.field.key: each for each in values.narrowing()}
    dividing = [each.field.key for each in values.dividing()]
    assert (values.total, values.closed) == (45, 1)
    assert closed.reference not in values.references
    assert "missing_episodes" not in dividing  # counts make no strata
    assert "legal_status" not in narrowing  # no case has it
    counts = [count for _, count in narrowing["team"].values]
    assert sum(counts) == 45
    assert counts == sorted(counts, reverse=True)
    ages = [case.facts["age"] for case in cases[1:]]
    assert [value for value, _ in narrowing["age"].values] == [str(min(ages)), str(max(ages))]
    assert narrowing["age"].distinct == len(set(ages))
    assert narrowing["missing_episodes"].missing == sum(
        "missing_episodes" not in case.facts for case in cases[1:]
    )


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
    row.choose("status")
    assert isinstance(row.editor, ValuePicker)
    QTest.keyClick(row.editor.ticks, Qt.Key.Key_Space)
    assert page.form.request().where == (("status", "Child in need"),)
    page.form.size_box.setValue(8)
    _settle(opened)
    held = [case for case in opened.register.cases if case.facts["status"] == "Child in need"]
    assert sum(size for _, size, _ in page.preview.strata) == len(held)
    assert sum(drawn for _, _, drawn in page.preview.strata) == 8
    assert f"{len(held)} of 46 children · {46 - len(held)} left out" in page.preview.text
    row.remove_button.click()
    _settle(opened)
    assert "all 46 children · nobody left out" in page.preview.text


def test_a_range_and_what_is_not_recorded_narrow_the_frame(opened: Opened) -> None:
    opened.open("sample")
    page = opened.screen.sample.form_page
    page.form.conditions.add_button.click()
    row = page.form.conditions.rows[0]
    row.choose("missing_episodes")
    edit = row.editor
    assert isinstance(edit, RangeEdit)
    QTest.keyClicks(edit.low, "2")
    edit.without.click()
    where = (("missing_episodes", "2.."), ("missing_episodes", "Not recorded"))
    assert page.form.request().where == where
    page.form.size_box.setValue(3)
    _settle(opened)
    met = [case for case in opened.register.cases if in_frame(case.facts, where)]
    assert f"3 of {len(met)} children" in page.preview.text
    QTest.keyClicks(edit.high, "1")
    _settle(opened)
    assert "ends before it begins" in page.preview.text
    assert not page.draw_button.isEnabled()


def test_dates_are_typed_as_people_write_them(qtbot: QtBot) -> None:
    days = ("2025-11-03", "2026-02-28")
    cases = [Case(f"id-{day}", f"CST-{day}", {"opened": day}) for day in days]
    (of,) = case_values(cases).narrowing()
    edit = RangeEdit(of, lambda: date(2026, 3, 12))
    qtbot.addWidget(edit)
    assert edit.low.placeholderText() == "03/11/2025"
    edit.low.setText("1/1/2026")
    edit.high.setText("31 March 2026")
    assert edit.values() == ("2026-01-01..2026-03-31",)
    edit.choose(("..2026-02-01",))
    assert (edit.low.text(), edit.high.text()) == ("", "01/02/2026")
    edit.low.setText("a year ago")
    assert "a year ago" in edit.fault


def test_children_are_left_out_for_reasons_that_are_counted(opened: Opened) -> None:
    opened.open("sample")
    page = opened.screen.sample.form_page
    out = page.form.exclusions
    gone = opened.register.cases[5].reference
    out.lately.click()
    out.months.setValue(6)
    QTest.keyClicks(out.person, "A. Farouk")
    QTest.keyClick(out.person, Qt.Key.Key_Return)
    QTest.keyClicks(out.reference, gone)
    QTest.keyClick(out.reference, Qt.Key.Key_Return)
    assert out.leave_out == ()  # a reason is asked for
    assert "needs reference and reason" in page.preview.text
    assert not page.draw_button.isEnabled()
    QTest.keyClicks(out.reason, "Moved to another council")
    QTest.keyClick(out.reason, Qt.Key.Key_Return)
    asked = page.form.request()
    assert (asked.audited_within, asked.not_own_of) == (6, ("A. Farouk",))
    assert asked.leave_out == ((gone, "Moved to another council"),)
    _settle(opened)
    for said in (
        "45 of 46 children · 1 left out",
        "0 · Audited in another round within the last 6 months",
        "0 · A. Farouk, who is to read",
        "1 · Left out by hand: Moved to another council",
    ):
        assert said in page.preview.text
    out.cases.remove(gone)
    assert page.form.request().leave_out == ()


def test_tab_goes_through_the_form_from_top_to_bottom(opened: Opened) -> None:
    opened.open("sample")
    _settle(opened)
    page = opened.screen.sample.form_page
    form, out = page.form, page.form.exclusions
    for key in ("missing_episodes", "status"):
        form.conditions.add_button.click()
        form.conditions.rows[-1].choose(key)
    for name in ("A. Farouk", "B. Osei"):
        QTest.keyClicks(out.person, name)
        QTest.keyClick(out.person, Qt.Key.Key_Return)
    out.cases.add(opened.register.cases[5].reference, "Moved to another council")
    _settle(opened)
    stops = list[QWidget]()
    at: QWidget | None = form.size_box.nextInFocusChain()
    while at is not None and at is not page.draw_button:
        if form.isAncestorOf(at) and at.isVisible() and at.focusPolicy() & Qt.FocusPolicy.TabFocus:
            stops.append(at)
        at = at.nextInFocusChain()
    places = [stop.mapTo(form, stop.rect().center()).y() for stop in stops]
    assert {each.remove_button for each in form.conditions.rows} <= set(stops)
    assert len([stop for stop in stops if "from: " in stop.accessibleName()]) == 3
    beside = form.size_box.height()  # what stands in one line is not always centred alike
    assert all(after > before - beside for before, after in pairwise(places)), places


def test_the_preview_says_what_is_usual_and_not_what_the_seed_gives(opened: Opened) -> None:
    opened.open("sample")
    _settle(opened)
    page = opened.screen.sample.form_page
    shown = [bars.accessibleDescription() for bars in page.preview.findChildren(LikenessBars)]
    assert len(shown) > 4
    assert all("usually" in text and "in the sample." in text for text in shown)
    assert not any("than chance" in text for text in shown)
    page.form.seed.renew_button.click()
    _settle(opened)
    again = [bars.accessibleDescription() for bars in page.preview.findChildren(LikenessBars)]
    assert again == shown


def test_what_was_typed_is_there_when_one_comes_back(opened: Opened) -> None:
    opened.register.create("Summer 2026", by=PERSON)
    opened.open("sample")
    form = opened.screen.sample.form_page.form
    form.tick("team")
    form.size_box.setValue(7)
    form.conditions.add_button.click()
    form.conditions.rows[0].choose("gender", "Female")
    form.exclusions.lately.click()
    asked = form.request()
    _settle(opened)
    opened.open("sample", number=2)
    assert form.request().size == 20
    assert form.request().where == ()
    opened.open("sample")
    assert form.request() == asked


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


def test_the_drawn_sample_stands_beside_its_frame(opened: Opened) -> None:
    opened.draw(12)
    opened.open("sample")
    page = opened.screen.sample.receipt_page
    page.go(page.likeness)
    bars = page.likeness.findChildren(LikenessBars)
    profiles = opened.register.profile(opened.register.rounds[0])
    assert len(bars) == len(profiles)
    assert "values that were compared" in page.likeness.text
    row = profiles[0].rows[0]
    said = f"{row.value}: {row.in_frame} of 46 in the frame, {row.in_sample} of 12 in the sample"
    assert said in bars[0].accessibleDescription()


def _swap_dialog() -> SwapDialog:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SwapDialog)
    return dialog


def test_a_file_is_swapped_for_the_next_spare_of_its_stratum(opened: Opened) -> None:
    opened.draw(12, by=("team",))
    opened.open("sample")
    sample = opened.screen.sample
    before = opened.register.receipts("round-1")[-1]
    gone, due = before.strata[0].drawn[0], before.strata[0].spares[0]
    sample.receipt_page.sample_page.table.selectRow(0)
    sample.swap_button.click()
    dialog = _swap_dialog()
    assert dialog.file_box.currentText() == gone
    assert dialog.comes_in.text() == f"{due} comes in."
    dialog.accept()
    assert "no reason" in dialog.fault.text()
    QTest.keyClicks(dialog.reason, "Moved to another council")
    dialog.accept()
    opened.rest()
    assert opened.register.receipts("round-1")[-1].swaps[0].added == due
    table = sample.receipt_page.sample_page.table.model()
    assert (table.index(0, 1).data(), table.index(0, 5).data()) == (due, gone)
    assert f"{gone} gave way to {due}: Moved to another council" in " ".join(
        sample.receipt_page.facts()
    )
    assert due in {row.audit.reference for row in opened.screen.audits.rows}
    assert due in sample.receipt_page.note.accessibleName()


def test_a_file_that_is_being_read_is_not_swapped(opened: Opened) -> None:
    opened.draw(12)
    opened.register.read(opened.register.rounds[0], submitted=0, begun=1)
    opened.open("sample")
    opened.screen.sample.swap_button.click()
    dialog = _swap_dialog()
    assert "has started" in dialog.comes_in.text()
    assert not dialog.do_button.isEnabled()
    dialog.file_box.setCurrentIndex(1)
    assert dialog.do_button.isEnabled()
    dialog.reject()


def test_a_double_click_draws_once_and_a_cancelled_draw_leaves_nothing(opened: Opened) -> None:
    opened.open("sample")
    _settle(opened)
    page = opened.screen.sample.form_page
    opened.register.on_draw = opened.runner.cancel_all
    page.draw_button.click()
    opened.rest()
    assert opened.register.receipts("round-1") == ()
    opened.register.on_draw = lambda: None
    _settle(opened)
    for _ in range(2):
        page.draw_button.click()
    assert not page.draw_button.isEnabled()
    opened.rest()
    assert len(opened.register.receipts("round-1")) == 1


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
    opened.rest()
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
    waiting = sum(len(each.spares) for each in opened.register.receipts("round-1")[-1].strata) - 1
    titles = opened.screen.sample.receipt_page.contents
    assert f"Spares ({waiting})" in {titles.item(n).text() for n in range(titles.count())}


def test_a_child_who_is_on_no_list_any_more_is_told_before_the_file_is_added(qtbot: QtBot) -> None:
    dialog = PurposiveDialog({"CST-0101": "2026-03-03", "CST-0102": ""}, lambda *_typed: None)
    qtbot.addWidget(dialog)
    reference = dialog.findChildren(QLineEdit)[0]
    for typed, said in (("cst-0101", "no list since 3 Mar 2026"), ("CST-0102", "")):
        reference.setText(typed)
        assert said in dialog.note.text()
        assert dialog.note.isVisibleTo(dialog) == bool(said)


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
