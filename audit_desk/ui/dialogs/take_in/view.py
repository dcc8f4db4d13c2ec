"""How the dialog that takes a pack in is laid out: the file, what it brings, what came of it."""

from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QWidget

from audit_desk.services.merge_preview import AuditChange, MergePreview
from audit_desk.ui.dialogs.import_cases.drop_zone import DropZone
from audit_desk.ui.dialogs.take_in.words import becomes, by_need, pack_words
from audit_desk.ui.icons import Icons
from audit_desk.ui.screens.unlock.view import passphrase_edit
from audit_desk.ui.widgets.banner import Banner
from audit_desk.ui.widgets.boxes import clear, column, holder, row
from audit_desk.ui.widgets.buttons import button, primary_button
from audit_desk.ui.widgets.field import Field
from audit_desk.ui.widgets.roomy_dialog import RoomyDialog
from audit_desk.ui.widgets.row_model import Column, RowModel
from audit_desk.ui.widgets.table import Table
from audit_desk.ui.widgets.text import label

_CHARS = 88
_MOST_ROWS = 7
_ABOUT = (
    "Choose the file that somebody handed back. You see first what it would change; the file"
    " itself is only read, and may stay on its stick."
)
_HINT = "The pack's own, as it was agreed when the files were handed out."
_KINDS = "A pack ends in .auditdesk, whatever it is called by now"


class TakeInView(RoomyDialog):
    """Three steps in one dialog, one of them shown.

    Args:
        icons: The icons.
        parent: The window.
    """

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent, _CHARS)
        self.setWindowTitle("Take in a pack")
        self.heading = label("Take in a pack", "heading")
        self.about = label(_ABOUT)
        self.zone = DropZone(icons, "Drop the pack here, or choose it", _KINDS)
        self.file_name = label("", "strong")
        self.passphrase: QLineEdit = passphrase_edit(icons)
        self.fault = Banner(icons, "", tone="danger")
        self.sentences = column(spacing=6)
        self.model: RowModel[AuditChange] = RowModel(
            (
                Column("Reference", lambda change: change.reference),
                Column("In the pack", lambda change: change.state.label),
                Column("What becomes of it", becomes),
            )
        )
        self.table = Table(self.model, "Audits of the pack", widths=(14, 16, 40))
        self.outcome = Banner(icons, "", tone="success")
        self.concerns = Banner(icons, "", tone="danger")
        self.choose_button = button("Choose between the versions…")
        self.leave_button = button("Cancel", self.reject)
        self.back_button = button("Back")
        self.look_button = primary_button("Show what it brings")
        self.take_button = primary_button("Take it in")
        self.done_button = primary_button("Done", self.accept)
        self._lay_out()

    def _lay_out(self) -> None:
        chosen = column(self.file_name, Field("Passphrase", self.passphrase, _HINT))
        self._file_step = holder(column(self.zone, chosen, self.fault, None, spacing=12))
        self._preview_step = holder(column(self.sentences, self.table, None, spacing=12))
        choosing = row(self.choose_button, None)
        self._result_step = holder(column(self.outcome, choosing, None, spacing=12))
        self._steps = (self._file_step, self._preview_step, self._result_step)
        for part in (self.heading, self.about, self.concerns, *self._steps):
            self.body.addWidget(part)
        buttons = (self.look_button, self.take_button, self.done_button)
        self.end_with(row(None, self.leave_button, self.back_button, *buttons))
        self.fault.hide()
        self.show_file(None)

    def show_file(self, path: Path | None) -> None:
        """Show the first step, with the file that is chosen."""
        again = [self.back_button] if path else []
        self._show(self._file_step, self.look_button, self.leave_button, *again)
        self.back_button.setText("Another file")
        self.heading.setText("Take in a pack")
        self.about.setText(_ABOUT)
        self.file_name.setText(f"File: {path.name}" if path else "")
        self.file_name.setVisible(path is not None)
        self.zone.setVisible(path is None)
        self.look_button.setEnabled(path is not None and bool(self.passphrase.text()))
        self.look_button.setDefault(True)

    def show_preview(self, preview: MergePreview, concerns: str) -> None:
        """Show the second step: what the pack would change."""
        self.heading.setText(f"What {preview.slip.person}'s pack brings back")
        self.about.setText(pack_words(preview))
        clear(self.sentences)
        for sentence in preview.sentences:
            self.sentences.addWidget(label(sentence))
        self.model.set_rows(by_need(preview.audits))
        self.table.setVisible(bool(preview.audits) and not preview.known)
        high = self.table.verticalHeader().defaultSectionSize()
        shown = min(len(preview.audits), _MOST_ROWS)
        head = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(high * shown + head + 2 * self.table.frameWidth() + 4)
        self.take_button.setVisible(not preview.known)
        buttons = [self.leave_button, self.back_button]
        self._show(self._preview_step, *buttons, *([] if preview.known else [self.take_button]))
        self.back_button.setText("Back")
        self._show_concerns(concerns)
        self.leave_button.setText("Close" if preview.known else "Cancel")
        first = self.leave_button if preview.known else self.take_button
        first.setDefault(True)
        first.setFocus()

    def show_result(self, words: str, concerns: str, *, conflicts: bool) -> None:
        """Show the third step: what came of it."""
        self.heading.setText("The pack is taken in")
        self.about.setText("")
        self.outcome.set_message(words)
        self._show(self._result_step, self.done_button)
        self._show_concerns(concerns)
        self.choose_button.setVisible(conflicts)
        (self.choose_button if conflicts else self.done_button).setFocus()

    def _show_concerns(self, words: str) -> None:
        self.concerns.set_message(words, heading="A child may not be safe")
        self.concerns.setVisible(bool(words))

    def _show(self, step: QWidget, *buttons: QWidget) -> None:
        for each in self._steps:
            each.setVisible(each is step)
        self.concerns.hide()
        every = (self.leave_button, self.back_button, self.look_button, self.take_button)
        for one in (*every, self.done_button):
            one.setVisible(one in buttons)
        self.about.setVisible(bool(self.about.text()))
        self.leave_button.setText("Cancel")
