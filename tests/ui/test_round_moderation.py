"""The Moderation tab: only differences at first, settled by keys, and who is read twice."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from audit_desk.domain.audit import Grade
from audit_desk.domain.moderation import RoundModeration
from audit_desk.domain.second_reading import Choice, How
from audit_desk.services.sampling import DrawRequest
from audit_desk.ui.models.audit_model import audit_rows
from audit_desk.ui.screens.round.moderation.drift_picture import DriftPicture
from audit_desk.ui.screens.round.moderation.tab import ModerationTab
from audit_desk.ui.task_runner import TaskRunner
from audit_desk.ui.theme import Theme
from tests.reports.example_moderation import READER, make_moderation
from tests.ui.conftest import RecordedErrors
from tests.ui.fake_round_desk import make_desk
from tests.ui.fake_rounds import PERSON, FakeRegister, make_cases, the_tool


@cache
def _found() -> RoundModeration:
    return make_moderation(12, the_tool())


@dataclass
class Opened:
    """The tab and what stands behind it."""

    register: FakeRegister
    runner: TaskRunner
    tab: ModerationTab

    def show(self, found: RoundModeration) -> None:
        self.register.moderation.found = found
        round_ = self.register.rounds[0]
        rows = audit_rows(the_tool(), self.register.full[round_.id])
        self.tab.show_round(round_, the_tool(), rows)
        self.rest()

    def rest(self) -> None:
        self.runner.drain()
        QTest.qWait(0)
        self.runner.drain()


@pytest.fixture
def opened(
    qtbot: QtBot, theme: Theme, runner: TaskRunner, errors: RecordedErrors
) -> Iterator[Opened]:
    """The tab of a drawn round with twelve pairs, of which every third differs."""
    register = FakeRegister(make_cases())
    register.draw(register.create("Spring 2026", by=PERSON), DrawRequest(4, 4711), PERSON)
    desk = make_desk(register, theme, runner, errors)
    tab = ModerationTab(register.jobs(), desk, lambda: None, lambda: None)
    qtbot.addWidget(tab)
    tab.resize(1080, 600)
    with qtbot.waitActive(tab):
        tab.show()
    made = Opened(register, runner, tab)
    made.show(_found())
    yield made
    runner.drain()


@pytest.fixture
def tab(opened: Opened) -> ModerationTab:
    return opened.tab


def open_keys(opened: Opened) -> int:
    return opened.register.moderation.found.unresolved


def test_only_differences_are_shown_and_settled_by_keys_with_a_reason(
    opened: Opened, tab: ModerationTab, qtbot: QtBot
) -> None:
    pairs, comparison = tab.pairs, tab.pairs.comparison
    assert pairs.pair is not None
    assert pairs.pair.open_items, "the first pair with something to settle"
    model = comparison.table.model()
    assert model.rowCount() == len(pairs.pair.differences)
    comparison.everything.click()
    assert model.rowCount() == len(pairs.pair.items)
    comparison.everything.click()
    item = comparison.item
    assert item is not None
    assert item.is_open
    said = [label.text() for label in comparison.words.findChildren(QLabel)]
    assert any(text.startswith(f"{READER}: ") for text in said)
    assert comparison.words.asked.text() == item.title, "a row may cut it"
    before = open_keys(opened)
    comparison.table.setFocus()
    QTest.keyClick(comparison.table, Qt.Key.Key_Tab)
    both_words = QApplication.focusWidget()
    assert both_words is not None
    QTest.keyClick(both_words, Qt.Key.Key_Tab)
    assert comparison.panel.answers[0].hasFocus(), "after the readers' words"
    comparison.table.setFocus()
    QTest.keyClick(comparison.table, Qt.Key.Key_3)
    assert comparison.panel.chosen == "3"
    assert comparison.panel.reason.hasFocus()
    comparison.panel.settle_button.click()
    assert comparison.panel.fault.text().startswith("No reason is given")
    QTest.keyClicks(comparison.panel.reason, "1 plan has no date.")
    QTest.keyClick(comparison.panel.reason, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: open_keys(opened) == before - 1)  # the button shows that it is pressed
    following = comparison.item
    assert following is not None
    assert following.key != item.key
    assert following.is_open
    assert comparison.panel.reason.toPlainText() == ""
    comparison.go(-1)
    kept = next(each for each in pairs.pair.items if each.key == item.key)
    assert kept.settled is not None
    assert (kept.settled.standing, kept.settled.reason) == ("3", "1 plan has no date.")
    place = [each.key for each in pairs.pair.differences].index(item.key)
    comparison.table.setCurrentIndex(model.index(place, 0))
    assert f"settled by {PERSON}, " in comparison.words.asked.text()
    comparison.panel.back_button.click()
    assert open_keys(opened) == before


def test_the_rest_is_settled_at_once_and_the_auditor_is_told(
    opened: Opened, tab: ModerationTab
) -> None:
    before = open_keys(opened)
    dialog = tab.pairs.settle_rest()
    assert dialog is not None
    assert tab.pairs.pair is not None
    count = len(tab.pairs.pair.open_items)
    dialog.second.setChecked(True)
    dialog.do_button.click()
    assert "No reason" in dialog.fault.text()
    dialog.reason.setPlainText("The second reader saw the minutes.")
    dialog.do_button.click()
    opened.rest()
    assert open_keys(opened) == before - count
    told = tab.pairs.feedback()
    assert told is not None
    told.do_button.click()
    assert "Nothing is said" in told.fault.text()
    told.boxes[1].setCurrentText("Partly")
    told.reason.setPlainText("Say who puts it right.")
    told.do_button.click()
    opened.rest()
    given = opened.register.moderation.found.feedback[-1]
    assert (given.moderator, given.answers) == (PERSON, ("", "partly", ""))
    told_button = tab.pairs.comparison.feedback_button
    assert told_button.text().startswith("Feed&back (")
    assert "names failings: partly. Say who puts it right." in told_button.toolTip()


def test_a_reader_settles_nothing_and_a_pair_that_waits_shows_nothing(
    opened: Opened, tab: ModerationTab
) -> None:
    pairs = tab.pairs
    model = pairs.table.model()
    pairs.table.setCurrentIndex(model.index(model.rowCount() - 1, 0))
    assert "is not submitted yet" in pairs.comparison.nothing.text()
    assert not pairs.comparison.table.isVisible()
    (first, *others) = _found().pairs
    mine = replace(first, first=replace(first.first, auditor=PERSON))
    opened.show(RoundModeration((mine, *others)))
    pairs.table.setCurrentIndex(model.index(0, 0))
    assert not pairs.comparison.panel.isEnabled()
    assert "You read this file yourself" in pairs.comparison.panel.fault.text()


def test_the_rule_is_applied_and_files_are_chosen_by_hand_and_given_to_readers(
    opened: Opened, tab: ModerationTab
) -> None:
    fake, page = opened.register.moderation, tab.second
    fake.would_add = [Choice("audit-1", "CST-0142", "Judged Outstanding overall.")]
    tab.pages.setCurrentWidget(page)
    page.rule.grades[Grade.GOOD].click()
    assert page.rule.adds.text() == "It adds 1 file now: CST-0142."
    page.rule.share.setValue(0)
    assert page.rule.adds.text().startswith("It adds no file now")
    page.rule.share.setValue(50)
    page.rule.apply_button.click()
    opened.rest()
    (rule,) = fake.applied
    assert (rule.grades, rule.share_percent, rule.seed) == (
        (Grade.OUTSTANDING, Grade.GOOD, Grade.INADEQUATE),
        50,
        4711,
    )
    last = page.table.model().rowCount() - 1
    page.table.setCurrentIndex(page.table.model().index(last, 0))
    dialog = page.give()
    assert dialog is not None
    dialog.who.setEditText(fake.found.pairs[last].first.auditor)
    assert "reads this file already" in dialog.conflict.accessibleName()
    assert not dialog.reason.isVisibleTo(dialog), "nobody can allow that"
    assert not dialog.do_button.isEnabled()
    dialog.who.setEditText("Mirela Danso")
    dialog.do_button.click()
    opened.rest()
    assert fake.given[-1][1] == "Mirela Danso"
    low, high = page.table.rowHeight(last), page.table.rowHeight(0)
    line = page.table.fontMetrics().lineSpacing()
    assert high >= low + line, "a long reason wraps and is not cut"
    page.table.setCurrentIndex(page.table.model().index(last, 0))
    assert not page.remove_button.isEnabled(), "it has begun"

    hand = page.by_hand()
    hand.do_button.click()
    assert "No file is chosen" in hand.fault.text()
    hand.files.item(0).setCheckState(Qt.CheckState.Checked)
    hand.reason.setPlainText("The family complained.")
    hand.do_button.click()
    opened.rest()
    assert (fake.chosen[0][0], fake.chosen[0][2]) == (How.HAND, "The family complained.")
    common = page.calibrate()
    common.do_button.click()
    assert "Nobody is named" in common.fault.text()
    common.others.setText("Mirela Danso; Ivo Lunt")
    common.reason.setPlainText("To grade alike.")
    common.do_button.click()
    opened.rest()
    assert fake.chosen[1][1][1:] == ("Mirela Danso", "Ivo Lunt")


def test_agreement_has_figures_from_ten_pairs_on_and_an_empty_page_before(
    opened: Opened, tab: ModerationTab
) -> None:
    tab.pages.setCurrentWidget(tab.agreement)
    said = " ".join(label.text() for label in tab.agreement.findChildren(QLabel))
    assert "Counted from 12 pairs" in said
    assert "Fleiss" in said
    drift = tab.agreement.findChild(DriftPicture)
    assert drift is not None
    assert "Tobias Wren" in drift.accessibleDescription()
    opened.show(RoundModeration())
    assert tab.agreement.currentWidget() is tab.agreement.empty
    tab.pages.setCurrentIndex(0)
    assert tab.none_twice.isVisible()
