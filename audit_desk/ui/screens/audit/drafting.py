"""Keeps what is typed and not understood yet, so that it is there after a break or a restart."""

from PySide6.QtCore import QObject, QTimer

from audit_desk.errors import AuditDeskError
from audit_desk.ui.screens.audit.draft_ports import Drafts, DraftsPort
from audit_desk.ui.screens.audit.sheet import PAUSE_MS, AuditSheet


class Drafting(QObject):
    """The typed texts of one audit; those that changed are written when typing pauses.

    Attributes:
        drafts: The texts by question and part, shared with whoever reads and changes them.
    """

    def __init__(self, port: DraftsPort, person: str, sheet: AuditSheet) -> None:
        super().__init__(sheet)
        self._port = port
        self._person = person
        self._sheet = sheet
        kept = port.of(sheet.audit.id, person) if person and not sheet.locked else {}
        self._kept: Drafts = kept
        self.drafts: Drafts = {question: dict(parts) for question, parts in kept.items()}
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self.keep)
        sheet.replaced.connect(self._forget_submitted)

    def wait(self) -> None:
        """Keep what is typed once the typing pauses."""
        self._pause.start()

    def keep(self) -> None:
        """Write what changed; what cannot be written stays on the page, and is tried again."""
        self._pause.stop()
        for question, parts in self.drafts.items():
            if not self._person or parts == self._kept.get(question, {}):
                continue
            try:
                self._port.keep(self._sheet.audit.id, self._person, question, parts)
            except (AuditDeskError, OSError):
                return
            self._kept[question] = dict(parts)

    def _forget_submitted(self) -> None:
        # The check list named them, and whoever submitted meant to leave them out.
        if self._sheet.locked:
            for parts in self.drafts.values():
                parts.clear()
            self.keep()
