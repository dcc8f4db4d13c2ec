"""Looks for identifiers on the audit page: while it is written, and before it is submitted."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit, QWidget

from audit_desk.domain.audit import FullAudit
from audit_desk.domain.privacy_kinds import PassageKey
from audit_desk.errors import AuditDeskError
from audit_desk.ui.error_presenter import ShowsErrors
from audit_desk.ui.screens.audit.answers.growing_text import GrowingText
from audit_desk.ui.screens.audit.check_panel import CheckPanel
from audit_desk.ui.screens.audit.follow_up.action_card import ActionCard
from audit_desk.ui.screens.audit.identifiers.identifier_ports import FoundPort, IdentifiersPort
from audit_desk.ui.screens.audit.sheet import AuditSheet
from audit_desk.ui.screens.audit.view import AuditView
from audit_desk.ui.screens.audit.way.places import Place
from audit_desk.ui.theme import Theme
from audit_desk.ui.widgets.identifier_watch import IdentifierWatch, Watching
from audit_desk.ui.widgets.identifier_watches import watch_all

if TYPE_CHECKING:
    from collections.abc import Collection


class Identifying(QObject):
    """Watches the page's texts, and lists what was found in all of the audit's.

    Args:
        port: Knows the names and looks through an audit.
        view: The page, whose texts are watched.
        theme: The colours.
        errors: Where an error is shown.
        person: Who says that something is no identifier.
    """

    def __init__(
        self,
        port: IdentifiersPort,
        view: AuditView,
        theme: Theme,
        errors: ShowsErrors,
        person: str,
    ) -> None:
        super().__init__(view)
        self._port = port
        self._view = view
        self._errors = errors
        self._person = person
        self._sheet: AuditSheet | None = None
        self._not_ones: Collection[PassageKey] = ()
        self._watching = Watching(port.names, theme, lambda: self._not_ones)
        watch_all(view.findChildren(GrowingText), self._watching)
        view.question.action.made.connect(self._watch_card)
        view.contribution.text_made.connect(self._watch)
        view.question.parts.built.connect(self._watch_lines)
        view.panel_made.connect(self._watch_panel)

    def open(self, sheet: AuditSheet) -> None:
        """Take what was said of an audit's passages before."""
        self._sheet = sheet
        self._not_ones = self._port.not_ones(sheet.audit.id)

    def _watch_card(self, card: ActionCard) -> None:
        owner = card.owner.lineEdit()
        watch_all([*card.texts(), *([] if owner is None else [owner])], self._watching)

    def _watch_panel(self, panel: QWidget) -> None:
        watch_all(panel.findChildren(GrowingText), self._watching)
        if isinstance(panel, CheckPanel):
            panel.identifiers.said.connect(self._say)

    def _watch(self, text: GrowingText) -> None:
        watch_all([text], self._watching)

    def _watch_lines(self, holder: QWidget) -> None:
        watch_all(holder.findChildren(QLineEdit), self._watching)

    def show(self, sheet: AuditSheet) -> None:
        """List what looks like an identifier, where the check is shown: then all is saved."""
        if self._view.is_checking:
            full = FullAudit(sheet.audit, sheet.answers, sheet.judgements, sheet.contributions)
            found = self._port.of_audit(sheet.tool, full)
            listed = [(self._place(sheet, each), each) for each in found]
            self._view.check.identifiers.show_found(listed)

    def _say(self, key: PassageKey, is_none: bool) -> None:
        """Put on record what somebody says of a passage, and show it here and in the texts."""
        if self._sheet is None:
            return
        audit_id = self._sheet.audit.id
        try:
            self._port.say(audit_id, key, self._person, is_none=is_none)
        except AuditDeskError as error:
            self._errors.show(error)
            return
        self._not_ones = self._port.not_ones(audit_id)
        self.show(self._sheet)
        for watch in self._view.findChildren(IdentifierWatch):
            watch.look()

    def _place(self, sheet: AuditSheet, each: FoundPort) -> Place:
        place = each.place
        if place.question_id:
            return Place(sheet.tool.theme_of(place.question_id).id, place.question_id)
        return Place(place.theme_id)
