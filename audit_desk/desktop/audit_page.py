"""Opens audits over the whole window."""

from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from audit_desk.desktop.identifiers import DeskIdentifiers
from audit_desk.desktop.packs_back import DeskVersions
from audit_desk.desktop.surroundings import Surroundings
from audit_desk.errors import UserError
from audit_desk.services.blindness import refuse_other_reading
from audit_desk.services.desk import Desk
from audit_desk.ui.main_window import MainWindow
from audit_desk.ui.screens.audit.history.history_ports import Records
from audit_desk.ui.screens.audit.look import Look
from audit_desk.ui.screens.audit.ports import AuditPorts
from audit_desk.ui.screens.audit.ports import Desk as Reader
from audit_desk.ui.screens.audit.screen import AuditScreen
from audit_desk.ui.screens.audit.way.places import Place
from audit_desk.ui.shortcuts import FORM, bind

_REST_MS = 300
"""How long an audit that was opened rests before what it does not show yet is made."""


class AuditPages(QObject):
    """A page for each audit that is opened; one stands ready for the next.

    Most of the time that an audit takes to open goes into the page's four hundred parts, which
    are the same for every audit. So they are made while nobody is waiting. A page shows one
    audit and is let go: nothing of a child can be left standing on the next one's page.
    """

    def __init__(self, desk: Desk, around: Surroundings, window: MainWindow) -> None:
        super().__init__(window)
        self._desk = desk
        self._around = around
        self._window = window
        self._ready: tuple[Reader, AuditScreen] | None = None
        around.theme.changed.connect(self._forget)  # it was measured in another text size

    def prepare(self) -> None:
        """Make a page ready for the next audit, unless one is, or one is being read."""
        if self._ready is None and self._window.full_page is None:
            reader = self._reader()
            page = self._page(reader)
            page.hide()
            page.view.question.make_all()
            page.resize(self._window.full_page_parent.size())
            for part in page.findChildren(QWidget):
                part.ensurePolished()
            self._desk.identifiers.names()  # what looks through texts is loaded by now, too
            self._ready = (reader, page)

    def open(self, audit_id: str, place: Place | None = None) -> None:
        """Show an audit; one that cannot be opened is told in a sentence.

        Args:
            audit_id: The audit.
            place: Where in it; ``None`` goes on where this person left it.
        """
        try:
            refuse_other_reading(self._desk.register, audit_id, self._desk.settings.person())
        except UserError as error:
            self._around.errors.show(error)
            return
        page = self._take(self._reader())
        try:
            page.open(audit_id)
        except UserError as error:
            page.deleteLater()
            self._around.errors.show(error)
            return
        if place is not None and not page.declaring.holds_back:
            page.moving.go_to(place)
        self._window.push_full_page(page, page.sheet.audit.reference, "auditing")
        QTimer.singleShot(_REST_MS, page, partial(self._make_rest, page))

    def _make_rest(self, page: AuditScreen) -> None:
        if self._window.full_page is page:  # else it was left before it rested
            page.view.question.make_all()

    def _take(self, reader: Reader) -> AuditScreen:
        ready = self._ready
        if ready is None or ready[0] != reader:  # the settings have changed since
            self._forget()
            return self._page(reader)
        self._ready = None
        return ready[1]

    def _forget(self) -> None:
        if self._ready is not None:
            self._ready[1].deleteLater()
            self._ready = None

    def _reader(self) -> Reader:
        desk = self._desk
        return Reader(
            person=desk.settings.person(),
            holidays=desk.holidays,
            contacts=desk.settings.get().escalation_contacts,
            today=desk.today,
        )

    def _page(self, reader: Reader) -> AuditScreen:
        desk, around, window = self._desk, self._around, self._window
        ports = AuditPorts(
            desk.auditing,
            desk.concerns,
            around.errors,
            desk.independence,
            desk.suggestions,
            actions=desk.actions,
            records=Records(desk.answer_history, desk.submissions, desk.places),
            identifiers=DeskIdentifiers(desk),
            drafts=desk.drafts,
            custody=desk.custody,
            versions=DeskVersions(desk, around),
        )
        look = Look(around.theme, around.icons)
        page = AuditScreen(ports, reader, look, window.pop_full_page, window.full_page_parent)
        page.view.header.form_asked.connect(partial(self._open_form, page))
        bind(page, FORM, page.view.header.form_asked.emit)
        return page

    def _open_form(self, page: AuditScreen) -> None:
        from audit_desk.desktop.forms import open_audit_form

        open_audit_form(page, self._desk, self._around)
