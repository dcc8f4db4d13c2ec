"""Open concerns on Home: who was told, what is recorded, and how one is closed."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from audit_desk.errors import UserError
from audit_desk.ui.screens.home.concern_card import how_long, told_words
from tests.ui.fake_home import (
    AUDITS,
    MEETING,
    NOW,
    ROUNDS,
    TOLD,
    UNSAFE,
    FakeHome,
)
from tests.ui.home_page import FULL, Open, open_

__all__ = ["open_"]


def test_open_concerns_stand_on_top_with_who_was_told(open_: Open) -> None:
    home = open_(replace(FULL))
    texts = home.texts()
    assert texts[2] == "2 open concerns for a child's safety"
    assert any("Audit Desk has told nobody" in text for text in texts)
    assert "open for 2 days · audited by Robin Hale" in texts
    assert any(text.startswith("Told Sam Okafor (Team manager), 1 March 2026") for text in texts)
    assert texts.count("Nobody is on record as told.") == 1


def test_without_concerns_nothing_of_them_is_shown(open_: Open) -> None:
    home = open_(FakeHome(audits=AUDITS, rounds=ROUNDS))
    assert not home.screen.view.concerns.isVisible()
    assert not home.screen.view.steps.isVisible()


def test_who_was_told_goes_on_record(open_: Open) -> None:
    home = open_(replace(FULL, told=[]))
    dialog = home.screen.record_told(MEETING)
    QTest.keyClick(dialog.contacts.buttons[0], Qt.Key.Key_Space)
    assert dialog.who.text() == "Sam Okafor (Team manager)"
    dialog.when.clear()
    QTest.keyClicks(dialog.when, "03/03/2026 09:30")
    QTest.keyClicks(dialog.answer, "Will ring the family now.")
    QTest.keyClick(dialog.who, Qt.Key.Key_Return)
    at = datetime(2026, 3, 3, 9, 30).astimezone(UTC)
    assert home.port.told == [
        ("concern-2", "Sam Okafor (Team manager)", at, "Will ring the family now.")
    ]
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("who", "when", "says"),
    [
        ("", "03/03/2026 09:30", "Say who was told"),
        ("Duty team", "04/03/2026 09:30", "04/03/2026"),
        ("Duty team", "soon", ""),
    ],
)
def test_a_telling_that_cannot_be_is_put_right_in_place(
    open_: Open, who: str, when: str, says: str
) -> None:
    home = open_(replace(FULL, told=[]))
    dialog = home.screen.record_told(MEETING)
    dialog.who.setText(who)
    dialog.when.setText(when)
    dialog.accept()
    assert home.port.told == []
    notes = [dialog._who_field.note, dialog._when_field.note]
    assert any(says in note for note in notes)
    assert "true" in {dialog.who.property("invalid"), dialog.when.property("invalid")}
    dialog.reject()


def test_the_auditor_s_name_is_not_offered_for_closing(open_: Open) -> None:
    home = open_(replace(FULL))
    own = home.screen.record_safe(MEETING)
    assert own.by.text() == ""
    own.reject()
    other = home.screen.record_safe(UNSAFE)
    assert other.by.text() == "Alex Morgan"
    other.reject()


def test_a_child_seen_takes_the_concern_from_home(open_: Open) -> None:
    home = open_(replace(FULL, closed=[]))
    dialog = home.screen.record_safe(UNSAFE)
    dialog.accept()
    assert dialog._note_field.note == "Say who saw the child, and when."
    QTest.keyClicks(dialog.note, "Seen at home by the duty worker at 10:15, well.")
    QTest.keyClick(dialog.by, Qt.Key.Key_Return)
    assert home.port.closed == [
        ("concern-1", "Seen at home by the duty worker at 10:15, well.", "Alex Morgan")
    ]
    assert "1 open concern for a child's safety" in home.texts()


def test_a_refusal_is_shown_and_nothing_is_lost(open_: Open) -> None:
    refusal = UserError("Whoever audited the file cannot close its concern.", "Ask another.")
    home = open_(replace(FULL, refusal=refusal))
    dialog = home.screen.record_safe(MEETING)
    dialog.note.setPlainText("Seen.")
    dialog.accept()
    assert dialog._by_field.note == "Type the name of whoever records this."
    dialog.by.setText("Alex Morgan")
    dialog.accept()
    assert dialog.fault.text() == str(refusal)
    assert dialog.note.toPlainText() == "Seen."
    dialog.reject()
    told = home.screen.record_told(MEETING)
    told.who.setText("Duty team")
    told.accept()
    assert told.fault.text() == str(refusal)
    told.reject()


def test_how_long_is_said_in_the_largest_unit() -> None:
    assert how_long(NOW, NOW) == "opened just now"
    assert how_long(NOW - timedelta(minutes=1), NOW) == "open for 1 minute"
    assert how_long(NOW - timedelta(hours=23, minutes=59), NOW) == "open for 23 hours"
    assert how_long(NOW - timedelta(days=1), NOW) == "open for 1 day"
    assert how_long(NOW + timedelta(days=1), NOW) == "opened just now"


def test_the_last_telling_stands_for_those_before() -> None:
    silent = replace(TOLD, response="", told="Duty team")
    assert told_words((TOLD, silent)).endswith(". Told before: 1 more.")
    assert told_words((silent,)).startswith("Told Duty team, 1 March 2026")
    assert "evening" in told_words((TOLD,))
