"""The lead's words are saved as one types, and the figures they rest on stand beside them."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from audit_desk.domain.privacy_kinds import Kind
from audit_desk.domain.round_words import (
    HEADLINE,
    RECOMMENDATIONS,
    Recommendation,
    RoundWords,
    WrittenPart,
    theme_part,
)
from audit_desk.domain.written_texts import TextPlace
from audit_desk.services.identifier_scan import FoundIdentifier
from audit_desk.services.sampling import DrawRequest
from audit_desk.ui.screens.round.report.words.page import WordsPage
from audit_desk.ui.screens.round.screen import RoundScreen
from tests.ui.fake_report import AT, FIGURES, OLD, document, shelf_line, small_pdf
from tests.ui.fake_round_desk import make_desk
from tests.ui.fake_rounds import PERSON
from tests.ui.round_page import Opened, opened_page  # noqa: F401 - the fixture is used by name

STRATEGY = theme_part("strategy-meetings")


@pytest.fixture
def read(opened: Opened) -> Opened:
    opened.draw(12)
    opened.register.read(opened.register.rounds[0], submitted=11)
    opened.register.pdf = small_pdf(2)
    opened.register.report.words = RoundWords(
        {
            STRATEGY: WrittenPart("They meet.", OLD, PERSON, AT),
            RECOMMENDATIONS: WrittenPart("", FIGURES, PERSON, AT),
        },
        (Recommendation("Write it down.", "Team manager", date(2026, 5, 1)),),
    )
    return opened


def words_page(opened: Opened) -> WordsPage:
    opened.open("report")
    opened.screen.report.go("words")
    opened.rest()
    return opened.screen.report.words


def press(page: WordsPage, name: str) -> None:
    QTest.qWait(0)  # what was just made is shown
    found = [each for each in page.findChildren(QPushButton) if each.accessibleName() == name]
    (shown,) = [each for each in found if each.isVisible()]
    shown.click()


def states(page: WordsPage) -> dict[str, str]:
    items = [page.contents.item(place) for place in range(page.contents.count())]
    return {each.text(): each.toolTip() for each in items}


def test_a_headline_is_written_from_a_draft_by_keyboard_and_undone(
    qtbot: QtBot, read: Opened
) -> None:
    page = words_page(read)
    written = read.register.report.writes
    assert states(page)["Headline"] == "Not written"
    assert states(page)["Strategy meetings"] == "Figures changed since"
    assert states(page)["Recommendations"] == "Written"

    page.contents.setFocus()
    QTest.keyClick(page.contents, Qt.Key.Key_Return)
    assert page.editor.text.hasFocus()
    QTest.keyClicks(page.editor.text, "Sooner.")
    qtbot.waitUntil(lambda: written == [(HEADLINE, "Sooner.")])
    assert states(page)["Headline"] == "Written"

    press(page, "Use this draft")
    assert page.editor.text.toPlainText().startswith("Sooner.\n")
    assert "of the files" in page.editor.text.toPlainText()
    page.editor.text.undo()
    assert page.editor.text.toPlainText() == "Sooner."
    QTest.keyClick(page.editor.text, Qt.Key.Key_Escape)
    assert page.contents.hasFocus()


def test_words_behind_the_figures_say_so_until_they_are_confirmed(read: Opened) -> None:
    page = words_page(read)
    page.contents.setCurrentRow(2)
    assert page.editor.behind.isVisible()
    shown = {each.text() for each in page.figures.findChildren(QLabel)}
    assert any("graded files good or better" in each for each in shown)

    bar = page.figures.verticalScrollBar()
    page.figures.setFocus()
    QTest.keyClick(page.figures, Qt.Key.Key_PageDown)
    assert bar.value() > 0

    page.editor.confirmed.emit()
    assert read.register.report.writes == [(STRATEGY, "They meet.")]
    assert not page.editor.behind.isVisible()
    assert states(page)["Strategy meetings"] == "Written"


def test_what_is_typed_is_saved_when_the_page_is_left_and_the_preview_made_anew(
    read: Opened,
) -> None:
    page = words_page(read)
    QTest.keyClicks(page.editor.text, "Sooner.")
    read.register.pdf = small_pdf(4)
    read.screen.report.go("preview")
    read.rest()
    assert read.register.report.writes == [(HEADLINE, "Sooner.")]
    pane = read.screen.report.preview.pane
    assert pane is not None
    assert pane.document.pageCount() == 4


def test_what_cannot_be_saved_stays_and_holds_the_page(read: Opened) -> None:
    page = words_page(read)
    read.register.report.refuses = "The text is too long."
    QTest.keyClicks(page.editor.text, "Sooner.")
    read.screen.show_tab("audits")
    assert not read.screen.leave()
    assert page.isVisible()
    assert "Not saved: The text is too long." in page.editor.state.text()
    page.contents.setCurrentRow(1)
    page.contents.setCurrentRow(0)
    assert page.editor.text.toPlainText() == "Sooner."
    read.register.report.refuses = ""
    assert read.screen.leave()


def test_recommendations_are_drafted_removed_brought_back_and_made_actions(read: Opened) -> None:
    page = words_page(read)
    report = read.register.report
    page.contents.setCurrentRow(page.contents.count() - 1)
    (first,) = page.listing.rows
    press(page, "Use draft 1")
    assert len(page.listing.rows) == 2
    press(page, "Remove recommendation 1")
    page.save_now()
    assert [each.text for each in report.words.recommendations] != ["Write it down."]
    page.listing.undo()
    page.save_now()
    assert report.words.recommendations[0].text == "Write it down."

    first, second = page.listing.rows
    second.action_button.click()
    assert "no owner" in second.fault.text()
    first.action_button.click()
    assert report.actions[0].change == "Write it down."
    assert report.words.recommendations[0].action_id == "action-9"
    assert first.text.hasFocus(), "the next button removes a recommendation"
    assert not first.action_button.isVisible()


def test_saved_reports_and_other_documents_have_their_pages(
    qtbot: QtBot, read: Opened, tmp_path: Path
) -> None:
    report, written = read.register.report, list[Path]()
    report.shelf = (
        shelf_line("a.pdf", "PDF", "Board", behind=False),
        shelf_line("b.pdf", "PDF", "Full", behind=True),
    )
    place = TextPlace("Why it was settled", "CST-0142")
    found = [FoundIdentifier(place, Kind.POSTCODE, "BL9…")]
    report.documents = (
        document("Loop pack", "For a team.", written.append),
        replace(document("Reviews", "For us.", written.append), identifiers=lambda _round: found),
    )
    desk = replace(
        make_desk(read.register, read.screen._desk.theme, read.runner, read.errors),
        prompts=read.prompts,
    )
    screen = RoundScreen(read.register, read.register, read.register.jobs(), desk)
    qtbot.addWidget(screen)
    again = replace(read, screen=screen)
    again.open("report")
    screen.report.go("shelf")
    again.rest()
    model = screen.report.shelf.model
    assert [model.index(row, 3).data() for row in range(2)] == [
        "As the findings are now",
        "The findings have changed since",
    ]
    screen.report.go("documents")
    read.prompts.file = tmp_path / "pack"
    screen.report.documents.buttons["Loop pack"].click()
    again.rest()
    assert written == [tmp_path / "pack.pdf"]
    screen.show_tab("moderation")
    screen.moderation.report_button.click()
    assert screen.report.view.pages.currentWidget() is screen.report.documents
    screen.report.documents.buttons["Reviews"].click()
    again.rest()
    asked = screen.report.saving.identifiers
    assert (asked.isHidden(), len(written)) == (False, 1)
    asked.save_button.click()
    again.rest()
    assert (asked.isHidden(), len(written)) == (True, 2)


def test_the_findings_stand_beside_the_round_before(read: Opened) -> None:
    register = read.register
    register.create("Summer 2026", by=PERSON)
    register.report.before = register.rounds[0]
    register.draw(register.rounds[1], DrawRequest(12, 99), PERSON)
    register.read(register.rounds[1], submitted=12)
    read.open("findings", 2)
    read.screen.findings.go("Between rounds")
    shown = {each.text() for each in read.screen.findings.findChildren(QLabel)}
    assert any("support no change" in each or "than in the round before" in each for each in shown)
