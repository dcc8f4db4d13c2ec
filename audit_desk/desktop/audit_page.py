"""Opens an audit over the whole window."""

from audit_desk.desktop.surroundings import Surroundings
from audit_desk.errors import UserError
from audit_desk.services.desk import Desk
from audit_desk.ui.main_window import MainWindow
from audit_desk.ui.screens.audit.look import Look
from audit_desk.ui.screens.audit.ports import AuditPorts
from audit_desk.ui.screens.audit.ports import Desk as Reader
from audit_desk.ui.screens.audit.screen import AuditScreen


def open_audit(audit_id: str, desk: Desk, around: Surroundings, window: MainWindow) -> None:
    """Show an audit; one that cannot be opened is told in a sentence."""
    reader = Reader(
        person=desk.settings.person(),
        holidays=desk.holidays,
        contacts=desk.settings.get().escalation_contacts,
        today=desk.today,
    )
    try:
        title = desk.auditing.open(audit_id).audit.reference
        page = AuditScreen(
            audit_id,
            AuditPorts(
                desk.auditing,
                desk.concerns,
                around.errors,
                desk.independence,
                desk.suggestions,
                actions=desk.actions,
            ),
            reader,
            Look(around.theme, around.icons),
            window.pop_full_page,
            window.full_page_parent,
        )
    except UserError as error:
        around.errors.show(error)
        return
    window.push_full_page(page, title, "auditing")
