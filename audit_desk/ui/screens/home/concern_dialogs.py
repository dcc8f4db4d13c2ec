"""The two dialogs in which something is recorded of an open concern."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QDialog, QWidget

from audit_desk.domain.concern import Concern
from audit_desk.ui.dialogs.concern_close import ConcernCloseDialog
from audit_desk.ui.dialogs.concern_contact import ConcernContactDialog
from audit_desk.ui.screens.home.ports import ConcernPort


class ConcernDialogs:
    """Opens them over a page.

    Args:
        port: What is recorded.
        now: The present moment, with its zone.
        page: The page.
        on_recorded: Called when something was recorded.
    """

    def __init__(
        self,
        port: ConcernPort,
        now: Callable[[], datetime],
        page: QWidget,
        on_recorded: Callable[[], object],
    ) -> None:
        self._port = port
        self._now = now
        self._page = page
        self._on_recorded = on_recorded

    def record_told(self, concern: Concern) -> ConcernContactDialog:
        """Ask who was told about a concern, and record it."""
        dialog = ConcernContactDialog(
            concern,
            self._port.contacts(),
            partial(self._port.record_contact, concern.id),
            self._now,
            self._page,
        )
        self._open(dialog)
        return dialog

    def record_safe(self, concern: Concern) -> ConcernCloseDialog:
        """Ask who saw the child, and record it."""
        dialog = ConcernCloseDialog(
            concern, self._port.person(), partial(self._port.close_concern, concern.id), self._page
        )
        self._open(dialog)
        return dialog

    def _open(self, dialog: QDialog) -> None:
        dialog.accepted.connect(self._on_recorded)
        dialog.open()
