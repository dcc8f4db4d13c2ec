"""The dialog of forms: what leaves the register, and what comes back only after a look at it."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from audit_desk.errors import Cancelled, UserError
from audit_desk.ui.dialogs.audit_forms.dialog import AuditFormDialog
from audit_desk.ui.dialogs.audit_forms.ports import FormDesk, Prints
from audit_desk.ui.dialogs.audit_forms.printing import print_pages
from audit_desk.ui.icons import Icons
from audit_desk.ui.task_runner import TaskRunner
from audit_desk.ui.theme import Theme
from tests.ui.conftest import FakePrompts
from tests.ui.fake_forms import FAULTS, FakeForm, a_preview


class Desk:
    """The dialog with its fakes."""

    def __init__(
        self, qtbot: QtBot, runner: TaskRunner, prompts: FakePrompts, theme: Theme, folder: Path
    ) -> None:
        self.port = FakeForm()
        self.prompts = prompts
        self.printed: list[bytes] = []
        self._qtbot = qtbot
        self.refusal: UserError | None = None
        self._beside = FormDesk(runner, prompts, theme, Icons(theme), folder, self._ask_printer)
        self.drain = runner.drain

    def open(self) -> AuditFormDialog:
        dialog = AuditFormDialog(self.port, self._beside)
        self._qtbot.addWidget(dialog)
        return dialog

    def _ask_printer(self, name: str, _parent: QWidget) -> Prints | None:
        assert "CST" not in name, "others see the printer's list of work"
        return self._print if self.prompts.answer else None

    def _print(self, content: bytes, _tell: Callable[[int, int], object]) -> None:
        assert threading.current_thread() is not threading.main_thread(), "a quarter second a page"
        if self.refusal is not None:
            raise self.refusal
        self.printed.append(content)


@pytest.fixture
def desk(
    qtbot: QtBot, runner: TaskRunner, prompts: FakePrompts, theme: Theme, tmp_path: Path
) -> Desk:
    return Desk(qtbot, runner, prompts, theme, tmp_path)


def test_a_form_is_saved_and_printed_with_the_answers_or_without(
    desk: Desk, tmp_path: Path
) -> None:
    desk.port.names = ("CST-0142: ST4, evidence: postcode “BL9…”",)
    dialog = desk.open()
    assert not dialog.names.isHidden()
    desk.prompts.file = tmp_path / "form"
    dialog.workbook_button.click()
    desk.drain()
    assert (tmp_path / "form.xlsx").read_text() == ".xlsx True"
    dialog.blank.setChecked(True)
    assert dialog.names.isHidden()
    dialog.print_button.click()
    desk.drain()
    assert desk.printed == [b".pdf False"]
    assert desk.port.noted == [(True, ".xlsx"), (False, ".pdf")]
    desk.refusal = UserError("The printer did not take the pages.", "Is it switched on?")
    dialog.print_button.click()
    desk.drain()
    assert "did not take" in dialog.note.accessibleName()
    desk.prompts.answer = False
    dialog.print_button.click()
    desk.drain()
    assert len(desk.port.noted) == 2, "what was not printed is not on record as printed"


def test_the_dialog_grows_with_what_it_says(desk: Desk, qtbot: QtBot) -> None:
    dialog = desk.open()
    with qtbot.waitExposed(dialog):
        dialog.show()
    before = dialog.height()
    dialog.print_button.click()
    desk.drain()
    qtbot.waitUntil(lambda: dialog.height() > before)


def test_a_submitted_audit_is_saved_as_a_report_for_its_team(desk: Desk, tmp_path: Path) -> None:
    assert not desk.open().report_pdf_button.isVisibleTo(desk.open())
    desk.port.is_locked = True
    desk.port.names = ("CST-0142: ST4, evidence: postcode “BL9…”",)
    dialog = desk.open()
    desk.prompts.file = tmp_path / "to learn from"
    desk.prompts.answer = False
    dialog.report_word_button.click()
    assert desk.port.noted == [], "a text that may name somebody is asked about first"
    desk.prompts.answer = True
    dialog.report_word_button.click()
    desk.drain()
    assert (tmp_path / "to learn from.docx").read_text() == "CST-0142"
    assert desk.port.noted == [(True, ".docx")]
    desk.port.refusal = UserError("It is not submitted.", "Submit it first.")
    dialog.report_pdf_button.click()
    assert "not submitted" in dialog.note.accessibleName()


def test_nothing_is_saved_before_a_person_has_seen_what_changes(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    desk.prompts.file = tmp_path / "form.xlsx"
    dialog = desk.open()
    dialog.read_button.click()
    assert dialog.preview is not None
    dialog.preview.reject()
    assert desk.port.applied == []
    dialog.read_button.click()
    assert dialog.preview.taken() == set(), "the register's answer stays unless somebody chooses"
    dialog.preview.take_form["ST2"].setChecked(True)
    with qtbot.waitSignal(dialog.read_in) as told:
        dialog.preview.take_over.click()
    assert told.args == [False]
    assert desk.port.applied == [{"ST2"}]
    assert "6 answers" in dialog.note.accessibleName()


def test_a_form_with_faults_or_without_news_cannot_be_saved(desk: Desk, tmp_path: Path) -> None:
    desk.prompts.file = tmp_path / "form.xlsx"
    dialog = desk.open()
    for found in (a_preview(faults=FAULTS), a_preview(empty=True)):
        desk.port.found = found
        dialog.read_button.click()
        assert dialog.preview is not None
        assert not dialog.preview.take_over.isEnabled()
        dialog.preview.reject()
    desk.port.refusal = UserError("This is the form of CST-0007.", "Open CST-0007.")
    dialog.read_button.click()
    assert "CST-0007" in dialog.note.accessibleName()
    desk.port.is_locked = True
    assert not desk.open().read_button.isEnabled()
    desk.port.is_audit = False
    assert not desk.open().read_button.isVisibleTo(dialog)


def test_every_page_is_printed_on_a_sheet_of_its_own(qtbot: QtBot, tmp_path: Path) -> None:
    from io import BytesIO

    from reportlab.pdfgen.canvas import Canvas

    stream = BytesIO()
    canvas = Canvas(stream)
    for text in ("one", "two"):
        canvas.drawString(100, 100, text)
        canvas.showPage()
    canvas.save()
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setResolution(72)
    print_pages(stream.getvalue(), printer, lambda _done, _total: None)
    assert len(PdfReader(tmp_path / "printed.pdf").pages) == 2

    def stop(done: int, _total: int) -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        print_pages(stream.getvalue(), printer, stop)
    assert not [*tmp_path.iterdir()], "half a report is none"
