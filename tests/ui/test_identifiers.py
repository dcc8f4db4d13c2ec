"""What looks like an identifier is underlined where it stands, told in words, and holds nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QHelpEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QToolTip,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from audit_desk.domain.known_names import NOBODY, KnownNames
from audit_desk.domain.privacy_kinds import Kind
from audit_desk.ui.screens.audit.way.places import Place
from audit_desk.ui.theme import Theme
from audit_desk.ui.widgets.identifier_guard import IdentifierGuard
from audit_desk.ui.widgets.identifier_lines import LineScanner
from audit_desk.ui.widgets.identifier_watch import IdentifierWatch
from audit_desk.ui.widgets.identifier_watches import holds_words
from tests.ui.audit_page import Key, Page, build_page
from tests.ui.conftest import RecordedErrors
from tests.ui.fake_identifiers import FakeIdentifiers


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, errors: RecordedErrors) -> Page:
    made = build_page(qtbot, theme, errors, identifiers=FakeIdentifiers("Priya Shah"))
    made.screen.moving.go_to(Place("meetings", "ST3"))
    return made


def _watch(field: QWidget) -> IdentifierWatch:
    watch = IdentifierWatch.of(field)
    assert watch is not None
    return watch


def _underlined(field: QPlainTextEdit) -> list[str]:
    return [each.cursor.selectedText() for each in field.extraSelections()]


@pytest.mark.usefixtures("qapp")
@given(st.lists(st.sampled_from(["BL9 0AB", "😀", "é", "\n", " ", "a", "\u05d0", "👩‍👧", "."])))
@settings(max_examples=60, deadline=None)
def test_positions_are_those_of_qt_whatever_stands_before(pieces: list[str]) -> None:
    text = " ".join(pieces)
    document = QTextDocument()
    document.setPlainText(text)
    found = LineScanner().found_in(text, NOBODY)
    cursor = QTextCursor(document)
    for each in found:
        cursor.setPosition(each.start)
        cursor.setPosition(each.end, QTextCursor.MoveMode.KeepAnchor)
        assert cursor.selectedText() == "BL9 0AB"
    assert len(found) == pieces.count("BL9 0AB")


def test_what_is_typed_is_underlined_and_told_and_goes_with_the_words(page: Page) -> None:
    field = page.screen.view.question.evidence.text
    watch = _watch(field)
    page.press(Key.Key_E)
    page.type("Moved to BL9 0AB")
    assert _underlined(field) == []  # not while a word is being typed
    watch.look()
    assert _underlined(field) == ["BL9 0AB"]
    assert watch.note is not None
    assert watch.note.isVisible()
    line = "1 thing here looks like an identifier: postcode “BL9…”. Write the area instead."
    assert watch.note.text() == line
    assert field.accessibleDescription().endswith(line)
    page.press(Key.Key_Home)
    field.insertPlainText("😀 Ms Shah said: ")
    assert _underlined(field) == ["BL9 0AB"]  # it moves along before the next look
    watch.look()
    assert _underlined(field) == ["Shah", "BL9 0AB"]
    assert "2 things here look like identifiers: name “Sh…”, postcode “BL9…”" in watch.note.text()
    page.screen.moving.go_to(Place("meetings", "ST2"))
    assert _underlined(field) == []
    assert not watch.note.isVisible()
    assert "identifier" not in field.accessibleDescription()


def test_a_tip_says_what_it_looks_like(page: Page) -> None:
    field = page.screen.view.question.evidence.text
    field.setPlainText("BL9 0AB")
    _watch(field).look()
    inside = field.cursorRect().center() + QPoint(8, 0)
    tip = QHelpEvent(QHelpEvent.Type.ToolTip, inside, field.mapToGlobal(inside))
    QApplication.sendEvent(field.viewport(), tip)
    assert QToolTip.text() == "Looks like a postcode. Write the area instead."
    QToolTip.hideText()


def test_places_are_listed_before_submitting_and_hold_nothing_up(page: Page) -> None:
    check = page.screen.view.check
    page.screen.check()
    missing = check.title.text()
    assert not check.identifiers.isVisible()
    page.screen.back_to_reading()
    page.press(Key.Key_E)
    page.type("Priya Shah rang 0161 496 0000.")
    page.screen.check()
    assert check.identifiers.title.text() == "2 places look like identifiers"
    assert [each.text() for each in check.identifiers.rows] == [
        "Go to ST3, evidence: name “Pri…”, telephone number “016…”"
    ]
    assert check.title.text() == missing
    page.screen.moving.go_to(Place("meetings", "ST1"))
    page.screen.check()
    check.identifiers.rows[0].click()
    assert page.here == "ST3"
    assert page.screen.view.is_reading


@pytest.mark.dressed
def test_a_field_of_a_dialog_is_watched_from_the_first_focus(qtbot: QtBot, theme: Theme) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    field, fixed = QPlainTextEdit(), QPlainTextEdit()
    fixed.setReadOnly(True)
    box = QVBoxLayout(dialog)
    box.addWidget(field)
    box.addWidget(fixed)
    line, number = QLineEdit(), QLineEdit()
    holds_words(line)
    box.addWidget(line)
    box.addWidget(number)
    IdentifierGuard(lambda: KnownNames(["Priya Shah"]), theme, dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.activateWindow()
    fixed.setFocus()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    assert IdentifierWatch.of(fixed) is None
    field.setPlainText("Shah asked for it.")
    _watch(field).look()
    note = _watch(field).note
    assert note is not None
    assert note.isVisible()
    assert box.indexOf(note) == 1
    for one in (line, number):
        one.setFocus()
        qtbot.waitUntil(one.hasFocus)
    assert IdentifierWatch.of(number) is None
    line.setText("Told Shah")
    _watch(line).look()
    assert note_below(line) == "1 thing here looks like an identifier: name “Sh…”. " + ADVICE
    assert _dashes(line, theme) > _NO_DASHES
    line.setCursorPosition(0)
    qtbot.keyClicks(line, "Not ")  # type: ignore[no-untyped-call]
    assert _dashes(line, theme) <= _NO_DASHES
    _watch(line).look()
    assert _dashes(line, theme) > _NO_DASHES
    line.setText("Told her worker")
    assert note_below(line) == ""
    assert line.isUndoAvailable() is False


def test_what_a_person_says_is_none_is_not_counted_until_they_say_otherwise(page: Page) -> None:
    check = page.screen.view.check
    evidence = page.screen.view.question.evidence.text
    page.press(Key.Key_E)
    page.type("Shah rang 0161 496 0000; SHAH came.")
    page.screen.check()
    assert check.identifiers.title.text() == "3 places look like identifiers"
    names = [each.text() for each in check.identifiers.say_buttons]
    assert names == ["name “Sh…” is not one", "telephone number “016…” is not one"]
    check.identifiers.say_buttons[0].setFocus()
    page.press(Key.Key_Return)
    assert page.focused() is check.identifiers.say_buttons[0], "the next one, not the way home"
    assert check.identifiers.title.text() == "1 place looks like an identifier"
    assert _underlined(evidence) == ["0161 496 0000"]
    assert [each.text() for each in check.identifiers.say_buttons] == [
        "telephone number “016…” is not one",
        "name “Sh…” is one after all",
    ]
    check.identifiers.say_buttons[1].click()
    assert check.identifiers.title.text() == "3 places look like identifiers"
    assert len(_underlined(evidence)) == 3


def note_below(field: QWidget) -> str:
    note = _watch(field).note
    return note.text() if note is not None and note.isVisible() else ""


def _dashes(line: QLineEdit, theme: Theme) -> int:
    """Return how many points of a line have the colour of the underlines."""
    shown = line.grab().toImage()
    accent = QColor(theme.colours.accent).rgb()
    edge = 6  # the frame that shows the focus has the same colour
    return sum(
        shown.pixel(x, y) == accent
        for x in range(edge, shown.width() - edge)
        for y in range(edge, shown.height() - edge)
    )


_NO_DASHES = 2
ADVICE = Kind.NAME.advice
