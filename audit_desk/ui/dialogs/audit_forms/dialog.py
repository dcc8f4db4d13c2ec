"""What the dialog of forms does: print, save, and read a filled workbook back."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from audit_desk.domain.audit_form import AuditForm
from audit_desk.domain.audit_report import AuditReport
from audit_desk.errors import UserError
from audit_desk.services.form_preview import FormPreview
from audit_desk.ui.dialogs.audit_forms.ports import FormDesk, FormPort
from audit_desk.ui.dialogs.audit_forms.preview import FormPreviewDialog
from audit_desk.ui.dialogs.audit_forms.view import FormView
from audit_desk.ui.names_asked import asked_about
from audit_desk.ui.screens.round.file_names import file_name

_KINDS = {
    ".pdf": "PDF (*.pdf)",
    ".xlsx": "Workbooks (*.xlsx)",
    ".docx": "Word document (*.docx)",
}
_NAMES_SHOWN = 3


class AuditFormDialog(FormView):
    """The form of one audit, or the blank one of a tool.

    Args:
        port: The form.
        desk: What surrounds the dialog.
        parent: The window.

    Signals:
        read_in: A form was read back and saved; tells whether it raised a concern.
    """

    read_in = Signal(bool)

    def __init__(self, port: FormPort, desk: FormDesk, parent: QWidget | None = None) -> None:
        super().__init__(
            port.title,
            desk.theme,
            desk.icons,
            is_audit=port.is_audit,
            is_locked=port.is_locked,
            parent=parent,
        )
        self._port = port
        self._desk = desk
        self.preview: FormPreviewDialog | None = None
        """What a form that is being read would change."""
        for one, act in (
            (self.print_button, self.print),
            (self.pdf_button, lambda: self.save(".pdf")),
            (self.workbook_button, lambda: self.save(".xlsx")),
            (self.read_button, self.read),
            (self.report_pdf_button, lambda: self.save_report(".pdf")),
            (self.report_word_button, lambda: self.save_report(".docx")),
        ):
            one.clicked.connect(lambda _checked=False, act=act: act())
        self.filled.toggled.connect(lambda _on: self._show_names())
        self._show_names()

    def print(self) -> None:
        """Ask for a printer, then make the form and print it beside the window's own work."""
        form = self._make()
        # The name stands in the printer's list of work, which others see.
        prints = self._desk.ask_printer("Audit form", self) if form else None
        if form is None or prints is None:
            return
        self._desk.tasks.run(
            lambda progress: prints(self._port.render(form, ".pdf"), progress.report),
            title="Printing the form",
            on_done=lambda _nothing: self._printed(form),
            on_failed=lambda error: self._say(error) if isinstance(error, UserError) else None,
        )

    def save(self, ending: str) -> None:
        """Ask where to, and write the form there."""
        form = self._make()
        if form is None:
            return
        what = "audit form" if form.filled else "blank audit form"
        start = self._desk.documents / file_name(self._port.title, what, ending.lstrip("."))
        path = self._desk.prompts.save_file("Save the form", _KINDS[ending], start)
        if path is None:
            return
        target = path if path.suffix.lower() == ending else path.with_name(path.name + ending)
        self._desk.tasks.run(
            lambda _progress: self._port.write(form, target),
            title="Saving the form",
            on_done=lambda _nothing: self._saved(form, target),
        )

    def save_report(self, ending: str) -> None:
        """Ask where to, and write the report for the child's worker and manager there.

        What in the audit looks as if it names somebody has to be answered first.
        """
        self.note.hide()
        try:
            report = self._port.make_report()
        except UserError as error:
            self._say(error)
            return
        named = self._port.identifiers(report)
        if named and not self._desk.prompts.confirm(asked_about(named, "report")):
            return
        start = self._desk.documents / file_name(self._port.title, "audit report", ending[1:])
        path = self._desk.prompts.save_file("Save the report", _KINDS[ending], start)
        if path is None:
            return
        target = path if path.suffix.lower() == ending else path.with_name(path.name + ending)
        self._desk.tasks.run(
            lambda _progress: self._port.write_report(report, target),
            title="Saving the report",
            on_done=lambda _nothing: self._report_saved(report, target),
        )

    def read(self) -> None:
        """Ask for a filled workbook and show what it would change."""
        path = self._desk.prompts.open_file(
            "Read a filled workbook", _KINDS[".xlsx"], self._desk.documents
        )
        if path is None:
            return
        self.note.hide()
        try:
            found = self._port.read_back(path)
        except UserError as error:
            self._say(error)
            return
        self.preview = FormPreviewDialog(found, self._desk.theme, self._desk.icons, self)
        self.preview.accepted.connect(lambda: self._take_over(found))
        self.preview.open()

    def _take_over(self, found: FormPreview) -> None:
        taken = self.preview.taken() if self.preview else set()
        try:
            self._port.apply(found, taken)
        except UserError as error:
            self._say(error)
            return
        number = len(found.changes) + len(taken)
        answers = "1 answer" if number == 1 else f"{number} answers"
        self._tell(f"{answers} taken over from the form and saved.")
        self.read_in.emit(bool(found.concerns))
        if found.concerns:
            self.accept()  # the page says whom to tell

    def _make(self) -> AuditForm | None:
        self.note.hide()
        try:
            return self._port.make(filled=self.filled.isChecked())
        except UserError as error:
            self._say(error)
            return None

    def _printed(self, form: AuditForm) -> None:
        self._port.note(form, ".pdf")
        self._tell("The form is at the printer. Fetch it at once: it is about a child.")

    def _saved(self, form: AuditForm, target: Path) -> None:
        self._port.note(form, target.suffix)
        self._tell(f"The form is saved as {target}.")

    def _report_saved(self, report: AuditReport, target: Path) -> None:
        self._port.note_report(report, target.suffix)
        self._tell(f"The report is saved as {target}. It is not encrypted.")

    def _show_names(self) -> None:
        found = self._port.identifiers() if self.filled.isChecked() else ()
        more = len(found) - _NAMES_SHOWN
        lines = [*found[:_NAMES_SHOWN], *([f"and {more} more"] if more > 0 else [])]
        self.names.set_message(
            "\n".join(lines), heading="The answers may name somebody. Put it right first:"
        )
        self.names.setVisible(bool(found))

    def _tell(self, text: str) -> None:
        self.note.set_message(text, tone="success")
        self.note.show()

    def _say(self, error: UserError) -> None:
        self.note.set_message(error.hint, heading=error.message, tone="danger")
        self.note.show()
