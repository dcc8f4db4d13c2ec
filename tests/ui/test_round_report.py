import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from audit_desk.domain.privacy_kinds import Kind
from audit_desk.domain.written_texts import TextPlace
from audit_desk.errors import BugError, Cancelled, UserError
from audit_desk.services.identifier_scan import FoundIdentifier
from audit_desk.ui.screens.round.report.pane import ReportPane
from tests.ui.fake_report import small_pdf
from tests.ui.round_page import Opened, opened_page  # noqa: F401 - the fixture is used by name

_CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def drawn(opened: Opened) -> Opened:
    opened.draw(6)
    opened.register.pdf = small_pdf(3)
    return opened


def _pane(opened: Opened) -> ReportPane:
    pane = opened.screen.report.preview.pane
    assert pane is not None
    return pane


def test_an_undrawn_round_has_nothing_to_report(opened: Opened) -> None:
    opened.open("report")
    assert opened.screen.report.empty.isVisible()
    assert opened.screen.report.preview.pane is None


def test_the_preview_is_made_when_it_is_looked_at_and_printed(
    qtbot: QtBot, drawn: Opened, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    names, paper = list[str](), tmp_path / "paper.pdf"

    def choose(name: str, _parent: QWidget) -> QPrinter:
        names.append(name)
        printer = QPrinter()
        printer.setOutputFileName(str(paper))
        return printer

    monkeypatch.setattr("audit_desk.ui.dialogs.audit_forms.printing.ask_printer", choose)
    drawn.open("report")
    QTest.keyClick(_pane(drawn).view, Qt.Key.Key_P, _CONTROL)
    qtbot.waitUntil(lambda: bool(names))
    drawn.rest()
    assert names == ["Spring 2026 - report"]
    assert len(PdfReader(paper).pages) == 3
    assert _pane(drawn).isVisible()
    assert _pane(drawn).document.pageCount() == 3
    assert _pane(drawn).page.text() == "1 of 3"


def test_pages_are_reached_by_number(drawn: Opened) -> None:
    drawn.open("report")
    pane = _pane(drawn)
    pane.page.setFocus()
    pane.page.selectAll()
    QTest.keyClicks(pane.page, "3")
    QTest.keyClick(pane.page, Qt.Key.Key_Return)
    assert pane.view.pageNavigator().currentPage() == 2


def test_zoom_by_keyboard(qtbot: QtBot, drawn: Opened) -> None:
    drawn.open("report")
    pane = _pane(drawn)
    assert pane.zoom_words.text() == ""
    QTest.keyClick(pane.view, Qt.Key.Key_Minus, _CONTROL)
    qtbot.waitUntil(lambda: pane.zoom_words.text().endswith(" %"))
    first = pane.view.zoomFactor()
    QTest.keyClick(pane.view, Qt.Key.Key_Minus, _CONTROL)
    qtbot.waitUntil(lambda: pane.view.zoomFactor() < first)
    QTest.keyClick(pane.view, Qt.Key.Key_0, _CONTROL)
    qtbot.waitUntil(lambda: pane.zoom_words.text() == "")
    assert pane.view.zoomMode() is pane.view.ZoomMode.FitToWidth


def test_what_is_found_is_scrolled_into_sight(qtbot: QtBot, drawn: Opened) -> None:
    drawn.register.pdf = small_pdf(3, above=40)
    drawn.open("report")
    pane = _pane(drawn)
    down, bar = pane.view.verticalScrollBar(), pane.find_bar
    head = down.value()
    bar.line.setText("Page 1")
    qtbot.waitUntil(lambda: bar.count.text() == "1 of 1")
    found = down.value()
    assert found > head + pane.view.viewport().height() / 2
    bar.step(1)  # the place is in sight already: it stays where it is
    assert down.value() == found
    bar.line.setText("Page 3")
    qtbot.waitUntil(lambda: pane.view.pageNavigator().currentPage() == 2)
    assert down.value() > found


def test_words_are_found_and_stepped_through(qtbot: QtBot, drawn: Opened) -> None:
    drawn.open("report")
    pane = _pane(drawn)
    QTest.keyClick(pane.view, Qt.Key.Key_F, _CONTROL)
    line = pane.find_bar.line
    assert line.hasFocus()
    QTest.keyClicks(line, "of the report")
    qtbot.waitUntil(lambda: pane.find_bar.count.text() == "1 of 3")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert pane.find_bar.count.text() == "2 of 3"
    assert pane.view.pageNavigator().currentPage() == 1
    QTest.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert pane.find_bar.count.text() == "3 of 3"
    line.clear()
    QTest.keyClicks(line, "nowhere")
    qtbot.waitUntil(lambda: pane.find_bar.count.text() == "not found")


def test_the_report_is_saved_as_pdf(qtbot: QtBot, drawn: Opened, tmp_path: Path) -> None:
    drawn.open("report")
    drawn.prompts.file = tmp_path / "report"
    QTest.keyClick(_pane(drawn).view, Qt.Key.Key_S, _CONTROL)
    qtbot.waitUntil(lambda: bool(drawn.register.written))
    drawn.rest()
    assert drawn.register.written == [tmp_path / "report.pdf"]
    assert drawn.screen.report.saving.note.isVisible()


@pytest.mark.parametrize(
    ("ending", "name"), [("docx", "r.docx"), ("xlsx", "r.xlsx"), ("", "r v1-2")]
)
def test_the_report_is_saved_in_other_forms(
    qtbot: QtBot, drawn: Opened, tmp_path: Path, ending: str, name: str
) -> None:
    drawn.open("report")
    drawn.prompts.file = tmp_path / ("r" if ending else "r v1.2")
    drawn.screen.report.others.actions[ending].trigger()
    qtbot.waitUntil(lambda: bool(drawn.register.written))
    drawn.rest()
    assert drawn.register.written == [tmp_path / name]


def test_what_looks_like_an_identifier_is_answered_before_a_report_is_saved(
    qtbot: QtBot, drawn: Opened, tmp_path: Path
) -> None:
    place = TextPlace("ST4, evidence", "CST-0142")
    drawn.register.identifiers = [FoundIdentifier(place, Kind.POSTCODE, "BL9…")]
    drawn.open("report")
    drawn.prompts.file = tmp_path / "report.pdf"
    tab = drawn.screen.report
    asked = tab.saving.identifiers

    def save() -> None:
        tab.save_button.click()
        drawn.rest()

    save()
    assert asked.heading == "1 place in this report looks like an identifier."
    asked.look_button.click()
    (line,) = asked.places.findChildren(QLabel)
    assert line.isVisible()
    assert line.text() == "CST-0142: ST4, evidence: postcode “BL9…”"
    asked.back_button.click()
    drawn.rest()
    assert not asked.isVisible()
    assert drawn.register.written == []
    save()
    asked.save_button.click()
    qtbot.waitUntil(lambda: bool(drawn.register.written))
    drawn.rest()
    save()  # the same again was answered
    assert len(drawn.register.written) == 2
    drawn.register.identifiers = [FoundIdentifier(place, Kind.NAME, "Sha…")]
    save()
    assert asked.isVisible()
    assert len(drawn.register.written) == 2


def test_saving_can_be_thought_better_of(drawn: Opened) -> None:
    drawn.open("report")
    drawn.screen.report.save_button.click()
    drawn.rest()
    assert drawn.register.written == []


@pytest.mark.parametrize(
    "fails", [UserError("There is no font."), BugError("Contradiction"), Cancelled()]
)
def test_a_preview_that_ends_early_can_be_made_again(drawn: Opened, fails: Exception) -> None:
    drawn.register.fails = fails
    drawn.open("report")
    shown = [] if isinstance(fails, Cancelled) else [fails]
    assert drawn.errors.shown == shown
    drawn.errors.shown.clear()
    stopped = drawn.screen.report.preview.stopped
    assert stopped.isVisible()
    drawn.register.fails = None
    assert stopped.action_button is not None
    stopped.action_button.click()
    drawn.rest()
    assert _pane(drawn).isVisible()


def test_a_preview_that_is_no_pdf_is_a_fault(drawn: Opened) -> None:
    drawn.register.pdf = b"nothing"
    drawn.open("report")
    assert isinstance(drawn.errors.shown.pop(), BugError)
    assert drawn.screen.report.preview.stopped.isVisible()


def test_the_preview_follows_the_audits_and_keeps_its_page(drawn: Opened) -> None:
    drawn.open("report")
    _pane(drawn).page.setValue(2)
    drawn.register.pdf = small_pdf(5)
    drawn.screen.refresh()
    drawn.rest()
    QTest.qWait(0)
    assert _pane(drawn).page.text() == "2 of 5"


def test_the_pdf_library_is_loaded_with_the_first_preview_only_and_pandas_never() -> None:
    code = (
        "import sys, audit_desk.ui.screens.rounds.page\n"
        "late = ('PySide6.QtPdf', 'pandas', 'numpy')\n"
        "sys.exit(any(name.startswith(late) for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
