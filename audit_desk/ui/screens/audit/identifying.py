"""Looks for identifiers on the audit page: while it is written, and before it is submitted."""

from PySide6.QtCore import QObject

from audit_desk.domain.audit import FullAudit
from audit_desk.ui.screens.audit.growing_text import GrowingText
from audit_desk.ui.screens.audit.identifier_ports import FoundPort, IdentifiersPort
from audit_desk.ui.screens.audit.places import Place
from audit_desk.ui.screens.audit.sheet import AuditSheet
from audit_desk.ui.screens.audit.view import AuditView
from audit_desk.ui.theme import Theme
from audit_desk.ui.widgets.identifier_watch import watch_all


class Identifying(QObject):
    """Watches the page's texts, and lists what was found in all of the audit's.

    Args:
        port: Knows the names and looks through an audit.
        view: The page, whose texts are watched.
        theme: The colours.
    """

    def __init__(self, port: IdentifiersPort, view: AuditView, theme: Theme) -> None:
        super().__init__(view)
        self._port = port
        self._view = view
        self._theme = theme
        watch_all(view.findChildren(GrowingText), port.names, theme)
        view.contribution.text_made.connect(self._watch)

    def _watch(self, text: GrowingText) -> None:
        watch_all([text], self._port.names, self._theme)

    def show(self, sheet: AuditSheet) -> None:
        """List what looks like an identifier, where the check is shown: then all is saved."""
        if not self._view.is_checking:
            return
        full = FullAudit(sheet.audit, sheet.answers, sheet.judgements, sheet.contributions)
        found = self._port.of_audit(sheet.tool, full)
        listed = [(self._place(sheet, each), each) for each in found]
        self._view.check.identifiers.show_found(listed)

    def _place(self, sheet: AuditSheet, each: FoundPort) -> Place:
        place = each.place
        if place.question_id:
            return Place(sheet.tool.theme_of(place.question_id).id, place.question_id)
        return Place(place.theme_id)
