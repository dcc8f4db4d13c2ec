"""How the dialog of forms is laid out."""

from PySide6.QtWidgets import QWidget

from audit_desk.ui.icons import Icons
from audit_desk.ui.screens.audit.answers.radio_option import RadioOption
from audit_desk.ui.theme import Theme
from audit_desk.ui.widgets.banner import Banner
from audit_desk.ui.widgets.boxes import column, line, row
from audit_desk.ui.widgets.buttons import button, primary_button
from audit_desk.ui.widgets.roomy_dialog import RoomyDialog
from audit_desk.ui.widgets.text import label

_CHARS = 78
_REPORT = (
    "What was judged, what was done well, what needs to improve, and what happens now: to learn"
    " from together. It tells of this child alone, and names the auditor."
)


class FormView(RoomyDialog):
    """Which form, what to do with it, and reading one back.

    Args:
        title: What the form is of.
        theme: Colours.
        icons: The icons.
        is_audit: Whether it is an audit's.
        is_locked: Whether nothing can be read back.
        parent: The window.
    """

    def __init__(
        self,
        title: str,
        theme: Theme,
        icons: Icons,
        *,
        is_audit: bool,
        is_locked: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, _CHARS)
        self.setWindowTitle("Form")
        self.filled = RadioOption("With the answers so far", theme)
        self.blank = RadioOption("Blank, to be filled in", theme)
        self.names = Banner(icons, "", tone="warning")
        """What in the answers looks as if it names somebody."""
        self.print_button = button("Print …")
        self.pdf_button = button("Save as PDF …")
        self.workbook_button = primary_button("Save as workbook …")
        self.read_button = button("Read a filled workbook …")
        self.report_pdf_button = button("Save as PDF …")
        self.report_word_button = button("Save as Word …")
        for one in (self.report_pdf_button, self.report_word_button):
            one.setAccessibleName(f"Report of the audit: {one.text()}")
        self.note = Banner(icons, "", tone="success")
        """What came of it."""
        self.close_button = button("Close", self.accept)
        self.names.hide()
        self.note.hide()
        layout = self.body
        layout.setSpacing(12)
        layout.addWidget(label(f"Form of {title}" if is_audit else title, "heading"))
        layout.addWidget(label(_about(is_audit=is_audit)))
        if is_audit:
            layout.addLayout(column(self.filled, self.blank))
            layout.addWidget(self.names)
        layout.addLayout(row(self.workbook_button, self.pdf_button, self.print_button, None))
        if is_locked:
            layout.addWidget(line())
            layout.addWidget(label("A report for the child's worker and manager", "strong"))
            layout.addWidget(label(_REPORT, "muted"))
            layout.addLayout(row(self.report_pdf_button, self.report_word_button, None))
        if is_audit:
            layout.addWidget(line())
            layout.addWidget(label("A workbook that was filled in", "strong"))
            layout.addWidget(label(_reading(is_locked=is_locked), "muted"))
            layout.addLayout(row(self.read_button, None))
            self.read_button.setEnabled(not is_locked)
        layout.addWidget(self.note)
        self.end_with(row(None, self.close_button))
        (self.filled if is_audit else self.blank).setChecked(True)
        self.workbook_button.setFocus()


def _about(*, is_audit: bool) -> str:
    if is_audit:
        return (
            "To read a file where there is no Audit Desk: on paper, or in a spreadsheet program."
            " The file that you save is not encrypted: keep it as you keep the child's file."
        )
    return (
        "A blank form of this tool, for any audit: to print and write on, or to fill in with a"
        " spreadsheet program and read in on the audit's page."
    )


def _reading(*, is_locked: bool) -> str:
    if is_locked:
        return "This audit is submitted and locked. Reopen it, with a reason, to read a form in."
    return "You see what it would change before anything is saved."
