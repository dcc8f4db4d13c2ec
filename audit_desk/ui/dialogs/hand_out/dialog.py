"""Handing out files in a pack: whose, how, and then where it lies."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from audit_desk.domain.own_contact import Letter
from audit_desk.domain.pack import PackKind
from audit_desk.errors import UserError
from audit_desk.services.pack_order import PackMade, ShareLine
from audit_desk.ui.dialogs.hand_out.done_page import DonePage
from audit_desk.ui.dialogs.hand_out.how_page import HowPage
from audit_desk.ui.dialogs.hand_out.ports import HandOutDesk, HandOutPort, Wanted
from audit_desk.ui.dialogs.hand_out.who_page import WhoPage
from audit_desk.ui.screens.round.file_names import file_name
from audit_desk.ui.screens.unlock.screen import SUFFIX
from audit_desk.ui.task_runner import Progress
from audit_desk.ui.widgets.boxes import row
from audit_desk.ui.widgets.buttons import button, primary_button
from audit_desk.ui.widgets.identifier_watch import holds_letter
from audit_desk.ui.widgets.roomy_dialog import RoomyDialog
from audit_desk.ui.widgets.text import label

_CHARS = 100
_MOST_PACKS = 20
_KINDS = f"Packs (*{SUFFIX})"


class HandOutDialog(RoomyDialog):
    """Three pages; the last only says what was done.

    Args:
        port: The packs of the round.
        desk: What surrounds the dialog.
        parent: The window it stands over.
    """

    handed_out = Signal()
    """Files were handed out."""

    def __init__(self, port: HandOutPort, desk: HandOutDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent, _CHARS)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Hand out")
        self._port = port
        self._desk = desk
        self._suggested = ""
        self.who = WhoPage(port.shares(), desk.icons, self._look, self._next)
        """Whose files."""
        self.how = HowPage(desk.icons, desk.today, port.new_phrase, self._choose_file)
        """By when, with which note, passphrase and file."""
        self._fault = label("", "error")
        self._cancel = button("Cancel", self.reject)
        self._back = button("Back", self._show_who)
        self.go = primary_button("Next", self._go)
        """Goes on, and at last hands out."""
        self._lay_out()
        self._show_who()
        self._look()

    def _lay_out(self) -> None:
        self._heading = label("", "heading")
        for part in (self._heading, self.who, self.how):
            self.body.addWidget(part)
        for other in (self._cancel, self._back):
            other.setAutoDefault(False)
        self.go.setDefault(True)
        self.end_with(row(self._back, None, self._cancel, self.go), self._fault)

    def _show_who(self) -> None:
        self._heading.setText(f"Hand out files of {self._port.round_name}")
        self._turn(self.who, "Next")
        self._look()
        self.who.table.setFocus()

    def _show_how(self) -> None:
        share = self.who.chosen
        if share is None:
            return
        count = len(share.waiting)
        files = "1 file" if count == 1 else f"{count} files"
        self._heading.setText(f"{files} of {self._port.round_name} for {share.person}")
        if self.how.place.text() in {"", self._suggested}:
            self._suggested = str(self._free_place(share))
            self.how.place.setText(self._suggested)
        self.how.suggest_due(share)
        holds_letter(self.how.note, Letter(self._port.lead, share.person))
        self._turn(self.how, "Hand out")
        self.go.setEnabled(True)
        self.how.due.setFocus()

    def _free_place(self, share: ShareLine) -> Path:
        """Return a file that is not there yet: the same person may have been given one before."""
        kind = "pack" if share.kind is PackKind.FIRST else "second readings"
        names = (kind, *(f"{kind} {number}" for number in range(2, _MOST_PACKS)))
        about = f"{self._port.round_name} {share.person}"
        places = [self._desk.folder / file_name(about, name, SUFFIX[1:]) for name in names]
        return next((place for place in places if not place.exists()), places[0])

    def _turn(self, page: QWidget, action: str) -> None:
        self._fault.hide()
        for each in (self.who, self.how):
            each.setVisible(each is page)
        self._back.setVisible(page is self.how)
        self.go.setText(action)
        self.go.setAccessibleName(action)

    def _look(self) -> None:
        share = self.who.chosen
        if share is None:
            self.who.show_preview(None, "No file of this round has an auditor. Assign some first.")
            self.go.setEnabled(False)
            return
        preview = self._port.preview(share.person, share.kind)
        fault = ""
        try:
            self._port.refuse(preview)
        except UserError as refused:
            fault = str(refused)
        self.who.show_preview(preview, fault)
        self.go.setEnabled(not fault)

    def _next(self) -> None:
        if self.go.isEnabled():
            self._show_how()

    def _choose_file(self, start: Path) -> Path | None:
        return self._desk.prompts.save_file("Where the pack goes", _KINDS, start)

    def _go(self) -> None:
        if self.how.isHidden():
            self._show_how()
        else:
            self._make()

    def _make(self) -> None:
        share = self.who.chosen
        self._fault.hide()
        if share is None or self.how.faults():
            return
        try:
            due = self.how.due.day()
        except UserError:
            return  # the field says why
        wanted = Wanted(
            share,
            Path(self.how.place.text().strip()).expanduser(),
            self.how.first.text(),
            due,
            self.how.note.toPlainText(),
        )
        self.go.setEnabled(False)

        def job(progress: Progress) -> PackMade:
            return self._port.make(wanted, progress.report)

        self._desk.tasks.run(
            job,
            title="Handing out files",
            on_done=lambda made: self._done(made, wanted.passphrase),
            on_failed=self._failed,
            on_cancelled=lambda: self.go.setEnabled(True),
        )

    def _failed(self, error: Exception) -> None:
        self.go.setEnabled(True)
        if isinstance(error, UserError):
            self._fault.setText(str(error))
            self._fault.show()

    def _done(self, made: PackMade, passphrase: str) -> None:
        self._heading.hide()
        for each in (self.how.first, self.how.second):
            each.clear()
        self.how.hide()
        self._back.hide()
        self._cancel.hide()
        self.done_page = DonePage(made, passphrase, self._desk.icons)
        """What was handed out, once it was."""
        self.body.addWidget(self.done_page)
        self.go.clicked.disconnect()
        self.go.clicked.connect(self.accept)
        self.go.setText("Close")
        self.go.setAccessibleName("Close")
        self.go.setEnabled(True)
        self.go.setFocus()
        self.handed_out.emit()
