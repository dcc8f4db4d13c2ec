"""Drawing, and drawing again: once, with the seed that is seen, and never over what is read."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from audit_desk.domain.sampling import draw
from audit_desk.services.sampling import DrawRequest
from audit_desk.ui.screens.round.sample.tab import SampleTab
from audit_desk.ui.widgets.likeness_bars import LikenessBars
from tests.ui.fake_rounds import PERSON
from tests.ui.round_page import Opened, opened_page  # noqa: F401 - the fixture is used by name
from tests.ui.sample_page import (
    no_pause,  # noqa: F401 - the fixture is used by name
    settle,
)


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
    settle(opened)
    opened.open("sample", number=2)
    assert form.request().size == 20
    assert form.request().where == ()
    opened.open("sample")
    assert form.request() == asked


def test_a_draw_that_cannot_be_made_says_why(opened: Opened) -> None:
    opened.open("sample")
    page = opened.screen.sample.form_page
    page.form.tick("team", "status")
    page.form.minimum_box.setValue(5)
    page.form.size_box.setValue(6)
    settle(opened)
    assert "At least 5 from each" in page.preview.text
    assert not page.draw_button.isEnabled()


def test_without_a_seed_nothing_is_drawn(opened: Opened) -> None:
    opened.open("sample")
    page = opened.screen.sample.form_page
    page.form.seed.line.clear()
    settle(opened)
    assert "Type a seed" in page.preview.text
    assert not page.draw_button.isEnabled()
    page.form.seed.renew_button.click()
    settle(opened)
    assert page.draw_button.isEnabled()


def test_the_seed_in_the_field_is_the_seed_of_the_draw(opened: Opened) -> None:
    opened.open("sample")
    page = opened.screen.sample.form_page
    page.form.seed.line.selectAll()
    QTest.keyClicks(page.form.seed.line, "4711x")
    page.form.size_box.setValue(9)
    settle(opened)
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


def test_a_double_click_draws_once_and_a_cancelled_draw_leaves_nothing(opened: Opened) -> None:
    opened.open("sample")
    settle(opened)
    page = opened.screen.sample.form_page
    opened.register.on_draw = opened.runner.cancel_all
    page.draw_button.click()
    opened.rest()
    assert opened.register.receipts("round-1") == ()
    opened.register.on_draw = lambda: None
    settle(opened)
    for _ in range(2):
        page.draw_button.click()
    assert not page.draw_button.isEnabled()
    opened.rest()
    assert len(opened.register.receipts("round-1")) == 1


def asked_again(opened: Opened) -> SampleTab:
    """Draw a sample of 12 and open the form that draws another."""
    opened.draw(12)
    opened.open("sample")
    sample = opened.screen.sample
    sample.again_button.click()
    opened.rest()
    settle(opened)
    return sample


def test_drawing_again_asks_and_keeps_the_earlier_draw(opened: Opened) -> None:
    sample = asked_again(opened)
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
    settle(opened)
    assert sample.receipt_page.isVisible()
    assert len(opened.register.receipts("round-1")) == 1


def test_a_round_that_is_being_read_is_not_drawn_again(opened: Opened) -> None:
    opened.draw(12)
    opened.register.read(opened.register.rounds[0], submitted=0, begun=1)
    opened.open("sample")
    assert not opened.screen.sample.again_button.isEnabled()
    assert "sample stands" in opened.screen.sample.again_button.toolTip()


def test_reading_that_began_meanwhile_is_said(opened: Opened) -> None:
    sample = asked_again(opened)
    opened.register.read(opened.register.rounds[0], submitted=0, begun=1)
    sample.form_page.draw_button.click()
    opened.rest()
    assert "Reading has started" in str(opened.errors.shown.pop())
    assert len(opened.register.receipts("round-1")) == 1


def test_a_change_of_round_while_cases_are_read_shows_the_later_one(opened: Opened) -> None:
    second = opened.register.create("Summer 2026", by=PERSON)
    opened.register.draw(second, DrawRequest(5, 3), PERSON)
    opened.screen.open("round-1", "sample")
    opened.screen.open("round-2", "sample")
    opened.rest()
    assert opened.screen.round_id == "round-2"
    assert opened.screen.sample.receipt_page.isVisible()


def test_drawing_again_begins_with_the_choices_of_the_draw_that_stands(opened: Opened) -> None:
    opened.draw(8, by=("team",), where=(("gender", "Female"), ("team", "West CST")), minimum=1)
    opened.open("sample")
    opened.register.cases = [
        case for case in opened.register.cases if case.facts["team"] != "West CST"
    ]
    opened.screen.sample.again_button.click()
    settle(opened)
    asked = opened.screen.sample.form_page.form.request()
    assert (asked.size, asked.by, asked.minimum) == (8, ("team",), 1)
    assert asked.where == (("gender", "Female"),)  # no case is of the other team any more
    assert asked.seed != 4711
