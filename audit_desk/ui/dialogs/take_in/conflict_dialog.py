"""What the choice between two versions does: one audit after the other, each with its reason."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from audit_desk.errors import UserError
from audit_desk.services.conflicts import Choice, Conflict
from audit_desk.ui.dialogs.take_in.conflict_view import ConflictView
from audit_desk.ui.dialogs.take_in.ports import ConflictPort
from audit_desk.ui.theme import Theme


class ConflictDialog(ConflictView):
    """The audits that wait for a choice, one at a time; or how it was made, for looking at.

    Args:
        port: The audits of which there are two versions.
        theme: Colours.
        parent: The window.
        shown: Which are shown; all that wait where it is ``None``.

    Signals:
        chosen: A choice was made.
    """

    chosen = Signal()

    def __init__(
        self,
        port: ConflictPort,
        theme: Theme,
        parent: QWidget | None = None,
        shown: Sequence[Conflict] | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._port = port
        self._waiting = list(port.waiting() if shown is None else shown)
        self._number = len(self._waiting)
        self.choose_button.clicked.connect(lambda _checked=False: self.choose())
        self.reason.escaped.connect(self.reject)
        if self._waiting:
            self._show()

    @property
    def current(self) -> Conflict:
        """The one that is shown."""
        return self._waiting[0]

    def choose(self) -> None:
        """Let the version that is marked stand, and go on to the next audit."""
        if self.current.chosen:
            self._go_on()
            return
        choice = (
            Choice.OURS
            if self.ours.isChecked()
            else Choice.THEIRS
            if self.theirs.isChecked()
            else None
        )
        if choice is None:
            self.reason_field.set_error("Mark which version is to stand.")
            self.ours.setFocus()
            return
        try:
            self._port.choose(self.current, choice, self.reason.toPlainText())
        except UserError as refused:
            self.reason_field.set_error(str(refused))
            self.reason.setFocus()
            return
        self.chosen.emit()
        self._go_on()

    def _go_on(self) -> None:
        self._waiting.pop(0)
        if self._waiting:
            self._show()
        else:
            self.accept()

    def _show(self) -> None:
        at = self._number - len(self._waiting) + 1
        place = f" · {at} of {self._number}" if self._number > 1 else ""
        self.show_versions(self.current, self._port.versions(self.current), place)
        self.choose_button.setVisible(not self.current.chosen or len(self._waiting) > 1)
