"""An audit and its packs: who has it, taking it back, and two versions of it that came back."""

from audit_desk.ui.dialogs.take_in.take_back_dialog import TakeBackDialog
from audit_desk.ui.screens.audit.ports import AuditPorts
from audit_desk.ui.screens.audit.sheet import AuditSheet
from audit_desk.ui.screens.audit.view import AuditView


class Holding:
    """Says above the reading who has the audit, and whether there are two versions of it.

    Args:
        ports: Who has which audit, and what came back.
        person: Who reads.
        view: The parts of the page.
        sheet: The audit.
    """

    def __init__(self, ports: AuditPorts, person: str, view: AuditView, sheet: AuditSheet) -> None:
        self._custody = ports.custody
        self._versions = ports.versions
        self._person = person
        self._view = view
        self._sheet = sheet
        view.notices.take_back_asked.connect(self.ask)
        view.notices.versions_asked.connect(self.show_versions)

    def refresh(self) -> None:
        """Show who has it and what came back, or nothing where it never left."""
        self._view.notices.show_held(self._sheet.held)
        self._view.notices.show_versions(*self._versions.count(self._sheet.audit.id))

    def show_versions(self) -> None:
        """Show both versions side by side."""
        if self._sheet.flush():
            self._versions.show(self._sheet.audit.id, self._sheet.read_again)

    def ask(self) -> TakeBackDialog | None:
        """Ask why it is taken back, and take it."""
        held = self._sheet.held
        if held is None:
            return None

        def take_back(reason: str) -> object:
            return self._custody.take_back([held.audit_id], reason, self._person)

        dialog = TakeBackDialog([held], take_back, self._view.window())
        dialog.accepted.connect(self._sheet.read_again)
        dialog.open()
        return dialog
