"""Opens the dialog of forms, for an audit or for a tool."""

from PySide6.QtWidgets import QWidget

from audit_desk.desktop.surroundings import Surroundings
from audit_desk.domain.audit_tool import AuditTool
from audit_desk.errors import UserError
from audit_desk.services.desk import Desk
from audit_desk.ui.dialogs.audit_forms.dialog import AuditFormDialog
from audit_desk.ui.dialogs.audit_forms.from_desk import DeskForm
from audit_desk.ui.dialogs.audit_forms.ports import FormDesk, Prints
from audit_desk.ui.screens.audit.screen import AuditScreen


def open_audit_form(page: AuditScreen, desk: Desk, around: Surroundings) -> None:
    """Open the form of the audit that a page shows, with all on it saved first."""
    if not page.sheet.flush():
        return
    dialog = _dialog(DeskForm(desk, page.sheet.audit.id), around, page.window())
    if dialog is None:
        return

    def show(concerned: bool) -> None:
        page.sheet.read_again()
        if concerned:
            page.concerning.show_open()

    dialog.read_in.connect(show)
    dialog.open()


def open_audit_papers(audit_id: str, desk: Desk, around: Surroundings, on: QWidget) -> None:
    """Open what a submitted audit can be saved as: its form, and the report for its team."""
    dialog = _dialog(DeskForm(desk, audit_id), around, on.window())
    if dialog is not None:
        dialog.open()


def open_tool_form(tool: AuditTool | None, desk: Desk, around: Surroundings, on: QWidget) -> None:
    """Open the blank form of a tool."""
    dialog = _dialog(DeskForm(desk, tool=tool), around, on.window()) if tool else None
    if dialog is not None:
        dialog.open()


def _dialog(port: DeskForm, around: Surroundings, window: QWidget) -> AuditFormDialog | None:
    beside = FormDesk(
        around.runner, around.prompts, around.theme, around.icons, around.documents, _ask_printer
    )
    try:
        return AuditFormDialog(port, beside, window)
    except UserError as error:
        around.errors.show(error)
        return None


def _ask_printer(name: str, parent: QWidget) -> Prints | None:
    from audit_desk.ui.dialogs.audit_forms.printing import ask_printer, print_pages

    printer = ask_printer(name, parent)
    return None if printer is None else lambda content, tell: print_pages(content, printer, tell)
