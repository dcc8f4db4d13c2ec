"""What stays in sight above the reading: a concern, a lock, words that are not saved."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from audit_desk.domain.audit import Audit
from audit_desk.domain.concern import Concern
from audit_desk.domain.moments import Moment, format_moment
from audit_desk.ui.screens.audit.look import Look
from audit_desk.ui.widgets.banner import Banner


class Notices(QWidget):
    """Banners above the reading, each shown only while it is true.

    Signals:
        concern_asked: Open the concern.
        reopen_asked: Open the submitted audit again.
        retry_asked: Try to save again.
    """

    concern_asked = Signal()
    reopen_asked = Signal()
    retry_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.concern = Banner(
            look.icons,
            "",
            tone="danger",
            action="Open the concern  (F4)",
            on_action=self.concern_asked.emit,
        )
        self.locked = Banner(
            look.icons,
            "",
            tone="success",
            action="Open it again …",
            on_action=self.reopen_asked.emit,
        )
        self.unsaved = Banner(
            look.icons,
            "",
            tone="danger",
            action="Try again",
            on_action=self.retry_asked.emit,
        )
        self.other_reader = Banner(look.icons, "")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(12, 8, 12, 0)
        lines.setSpacing(6)
        for banner in (self.concern, self.locked, self.unsaved, self.other_reader):
            banner.hide()
            lines.addWidget(banner)

    def show_concerns(self, concerns: Sequence[Concern]) -> None:
        """Show that a concern is open, and whether anybody was told."""
        untold = [concern for concern in concerns if not concern.contacts]
        if concerns:
            first = (untold or list(concerns))[0]
            more = f" And {len(concerns) - 1} more." if len(concerns) > 1 else ""
            told = "Nobody is recorded as told." if untold else "Somebody was told."
            heading = f"A concern for this child is open. {told}"
            self.concern.set_message(f"{first.cause}{more}", heading=heading)
        self._set(self.concern, shown=bool(concerns))

    def show_lock(self, audit: Audit, *, locked: bool) -> None:
        """Show that the audit is submitted, and since when."""
        when = ""
        if audit.submitted_at is not None:
            local = audit.submitted_at.astimezone()
            when = f" on {format_moment(Moment(local.date(), local.time()))}"
        by = f" by {audit.auditor}" if audit.auditor else ""
        self.locked.set_message("It can be read, not changed.", heading=f"Submitted{when}{by}")
        self._set(self.locked, shown=locked)

    def show_unsaved(self, count: int, why: str) -> None:
        """Show that something could not be saved."""
        answers = "one answer" if count == 1 else f"{count} answers"
        text = f"{why} Your words stay on the page and are tried again at the next change."
        self.unsaved.set_message(text, heading=f"Not saved: {answers}")
        self._set(self.unsaved, shown=count > 0)

    def show_reader(self, auditor: str, person: str) -> None:
        """Show that the audit is somebody else's."""
        other = bool(auditor) and auditor != person
        text = f"This audit is read by {auditor}. What you change is recorded under your name."
        self.other_reader.set_message(text)
        self._set(self.other_reader, shown=other)

    def _set(self, banner: Banner, *, shown: bool) -> None:
        banner.setVisible(shown)
        every = (self.concern, self.locked, self.unsaved, self.other_reader)
        self.setVisible(any(not one.isHidden() for one in every))
