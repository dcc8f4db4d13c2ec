"""The form of a draw: its size, its conditions and strata, and what it would give."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from audit_desk.domain.case import Case
from audit_desk.domain.conditions import in_frame
from audit_desk.domain.inference import size_to_meet
from audit_desk.domain.size_words import still_possible
from audit_desk.ui.models.case_values import case_values
from audit_desk.ui.widgets.likeness_bars import LikenessBars
from audit_desk.ui.widgets.range_edit import RangeEdit
from audit_desk.ui.widgets.value_ticks import ValuePicker
from tests.ui.fake_rounds import make_cases
from tests.ui.round_page import Opened, opened_page  # noqa: F401 - the fixture is used by name
from tests.ui.sample_page import (
    no_pause,  # noqa: F401 - the fixture is used by name
    settle,
)


def test_the_size_that_meets_a_fault_is_said_and_taken(opened: Opened) -> None:
    opened.open("sample")
    settle(opened)
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
    settle(opened)
    page = opened.screen.sample.form_page
    assert "20 of 46" in page.preview.text
    page.form.size_box.setFocus()
    page.form.size_box.selectAll()
    QTest.keyClicks(page.form.size_box, "7")
    assert not page.draw_button.isEnabled()
    settle(opened)
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
    settle(opened)
    held = [case for case in opened.register.cases if case.facts["status"] == "Child in need"]
    assert sum(size for _, size, _ in page.preview.strata) == len(held)
    assert sum(drawn for _, _, drawn in page.preview.strata) == 8
    assert f"{len(held)} of 46 children · {46 - len(held)} left out" in page.preview.text
    row.remove_button.click()
    settle(opened)
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
    settle(opened)
    met = [case for case in opened.register.cases if in_frame(case.facts, where)]
    assert f"3 of {len(met)} children" in page.preview.text
    QTest.keyClicks(edit.high, "1")
    settle(opened)
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
    settle(opened)
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
    settle(opened)
    page = opened.screen.sample.form_page
    form, out = page.form, page.form.exclusions
    for key in ("missing_episodes", "status"):
        form.conditions.add_button.click()
        form.conditions.rows[-1].choose(key)
    for name in ("A. Farouk", "B. Osei"):
        QTest.keyClicks(out.person, name)
        QTest.keyClick(out.person, Qt.Key.Key_Return)
    out.cases.add(opened.register.cases[5].reference, "Moved to another council")
    settle(opened)
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
    settle(opened)
    page = opened.screen.sample.form_page
    shown = [bars.accessibleDescription() for bars in page.preview.findChildren(LikenessBars)]
    assert len(shown) > 4
    assert all("usually" in text and "in the sample." in text for text in shown)
    assert not any("than chance" in text for text in shown)
    page.form.seed.renew_button.click()
    settle(opened)
    again = [bars.accessibleDescription() for bars in page.preview.findChildren(LikenessBars)]
    assert again == shown


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
