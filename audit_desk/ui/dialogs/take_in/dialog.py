"""What the dialog that takes a pack in does: look first, then all of it or nothing."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from audit_desk.errors import UserError
from audit_desk.services.merging import MergePreview, MergeResult
from audit_desk.ui.dialogs.take_in.ports import TakeInDesk, TakeInPort
from audit_desk.ui.dialogs.take_in.view import TakeInView
from audit_desk.ui.dialogs.take_in.words import concern_words, result_words

_KINDS = "Packs (*.auditdesk);;All files (*)"


class TakeInDialog(TakeInView):
    """Takes one pack in.

    Args:
        port: Taking packs in.
        desk: What surrounds the dialog.
        parent: The window.

    Signals:
        taken: Something was taken in.
    """

    taken = Signal()

    def __init__(self, port: TakeInPort, desk: TakeInDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk.icons, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._port = port
        self._desk = desk
        self._is_open = True
        self._is_busy = False
        self._path: Path | None = None
        self.preview: MergePreview | None = None
        """What the pack would change, once it is looked at."""
        self.zone.asked.connect(self.ask)
        self.zone.dropped.connect(self.choose)
        self.passphrase.textChanged.connect(self._typed)
        for one, act in (
            (self.look_button, self.look),
            (self.back_button, self._back),
            (self.take_button, self.take),
            (self.choose_button, self._choose),
        ):
            one.clicked.connect(lambda _checked=False, act=act: act())

    def ask(self) -> None:
        """Ask for the file."""
        path = self._desk.prompts.open_file("Take in a pack", _KINDS, self._desk.documents)
        if path is not None:
            self.choose(path)

    def choose(self, path: Path) -> None:
        """Take a file as the pack."""
        self._path = path
        self.fault.hide()
        self.show_file(path)
        self.passphrase.setFocus()

    def look(self) -> None:
        """Read the pack in the background and show what it would change."""
        if self._path is None or not self.passphrase.text():
            return
        path, passphrase, port = self._path, self.passphrase.text(), self._port
        self._begin(self.look_button)
        self._desk.tasks.run(
            lambda progress: port.look(path, passphrase, progress.report),
            title="Reading the pack",
            on_done=self._looked,
            on_failed=self._failed,
            on_cancelled=lambda: self._stopped(self.look_button),
        )

    def take(self) -> None:
        """Take in what was shown, in the background."""
        preview, port = self.preview, self._port
        if preview is None:
            return
        self._begin(self.take_button)
        self._desk.tasks.run(
            lambda progress: port.apply(preview, progress.report),
            title="Taking in the pack",
            on_done=lambda result: self._took(preview, result),
            on_failed=self._failed,
            on_cancelled=lambda: self._stopped(self.take_button),
        )

    def reject(self) -> None:
        """Close, unless a pack is just being read or taken in: that is cancelled by itself."""
        if not self._is_busy:
            super().reject()

    def done(self, result: int) -> None:
        """Close; what is still running comes too late to be shown."""
        self._is_open = False
        self.passphrase.clear()
        super().done(result)

    def _begin(self, one: QPushButton) -> None:
        self._is_busy = True
        one.setEnabled(False)

    def _stopped(self, one: QPushButton) -> None:
        self._is_busy = False
        one.setEnabled(True)

    def _looked(self, preview: MergePreview) -> None:
        self._is_busy = False
        if self._is_open:
            self.preview = preview
            self.fault.hide()
            self.take_button.setEnabled(True)
            self.show_preview(preview, concern_words(preview))

    def _took(self, preview: MergePreview, result: MergeResult) -> None:
        self._is_busy = False
        if self._is_open:
            if result.changed:
                self.taken.emit()
            concerns = concern_words(preview)
            words = result_words(preview, result)
            self.show_result(words, concerns, conflicts=bool(result.conflicts))

    def _failed(self, error: Exception) -> None:
        self._is_busy = False
        if self._is_open:
            self.show_file(self._path)
            if isinstance(error, UserError):
                self.fault.set_message(error.hint, heading=error.message)
                self.fault.show()
            self.passphrase.selectAll()
            self.passphrase.setFocus()

    def _back(self) -> None:
        self._path = None
        self.passphrase.clear()
        self.fault.hide()
        self.show_file(None)
        self.zone.button.setFocus()

    def _choose(self) -> None:
        self.accept()
        self._desk.choose()

    def _typed(self) -> None:
        if self._is_open:
            self.look_button.setEnabled(bool(self._path and self.passphrase.text()))
