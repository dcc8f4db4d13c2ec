"""What stays in sight above the reading: a concern, a lock, words that are not saved."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from audit_desk.domain.audit import Audit
from audit_desk.domain.concern import Concern
from audit_desk.domain.custody import Custody
from audit_desk.domain.moments import Moment, format_moment
from audit_desk.domain.submission import Submission
from audit_desk.ui.models.when import day
from audit_desk.ui.screens.audit.look import Look
from audit_desk.ui.screens.audit.way.resume_line import ResumedLine
from audit_desk.ui.widgets.banner import Banner, Tone


class Notices(QWidget):
    """Banners above the reading, each shown only while it is true.

    Signals:
        concern_asked: Open the concern.
        reopen_asked: Open the submitted audit again.
        retry_asked: Try to save again.
        kept_asked: Look at what was submitted before.
        take_back_asked: Take the audit back from whoever has it.
        versions_asked: Look at the two versions of the audit.
    """

    concern_asked = Signal()
    reopen_asked = Signal()
    retry_asked = Signal()
    kept_asked = Signal()
    take_back_asked = Signal()
    versions_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.kept: Banner | None = None
        self.held: Banner | None = None
        self.versions: Banner | None = None
        self.resumed: ResumedLine | None = None
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
        self._every: list[QWidget] = []
        self._lines = lines = QVBoxLayout(self)
        lines.setContentsMargins(12, 8, 12, 0)
        lines.setSpacing(6)
        for banner in (self.concern, self.locked, self.unsaved, self.other_reader):
            banner.hide()
            lines.addWidget(banner)
            self._every.append(banner)

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

    def show_held(self, held: Custody | None) -> None:
        """Show who has the audit in a pack, and since when."""
        if self.held is None:
            if held is None:
                return
            self.held = Banner(
                self._look.icons,
                "",
                tone="warning",
                action="Take back …",
                on_action=self.take_back_asked.emit,
            )
            self._add(self.held)
        if held is not None:
            due = f", {held.due_words}" if held.due_words else ""
            self.held.set_message(
                "It can be read here, not changed, until the pack is taken in.",
                heading=f"{held.words[0].upper()}{held.words[1:]}{due}",
            )
        self._set(self.held, shown=held is not None)

    def show_versions(self, waiting: int, chosen: int) -> None:
        """Show that the audit was changed here and in a pack."""
        if not (waiting or chosen or self.versions):
            return
        if self.versions is None:
            self.versions = Banner(
                self._look.icons,
                "",
                action="Look at both versions",
                on_action=self.versions_asked.emit,
            )
            self._add(self.versions)
        said = "Choose which of the two is to stand." if waiting else "The other one is kept."
        heading = "This audit was changed here and in a pack"
        tone: Tone = "warning" if waiting else "info"
        self.versions.set_message(said, heading=heading, tone=tone)
        self._set(self.versions, shown=bool(waiting or chosen))

    def show_kept(self, kept: Sequence[Submission], *, submitted: bool) -> None:
        """Show that something was submitted before, and why the audit was opened again."""
        if not kept:
            return
        if self.kept is None:
            self.kept = Banner(
                self._look.icons,
                "",
                action="Look at it and compare",
                on_action=self.kept_asked.emit,
            )
            self._add(self.kept)
        last = kept[-1]
        heading = (
            f"Submission {last.sequence + 1} of {last.sequence + 1}"
            if submitted
            else f"Correction of submission {last.sequence}"
        )
        text = (
            f"Submission {last.sequence}, sealed on {day(last.submitted_at)}, is kept as it was."
            f" The audit was opened again because: {last.reason}"
        )
        self.kept.set_message(text, heading=heading)
        self._set(self.kept, shown=True)

    def show_resumed(
        self, words: str, lead: str = "", on_lead: Callable[[], object] | None = None
    ) -> None:
        """Show quietly since when the reading rested here; gone with the next step.

        Args:
            words: Since when.
            lead: Where something is still open; empty for nowhere.
            on_lead: Goes there.
        """
        self.forget_resumed()
        self.resumed = ResumedLine(words, lead, on_lead)
        self._add(self.resumed)
        self._set(self.resumed, shown=True)

    def forget_resumed(self) -> None:
        """Take that line away."""
        if self.resumed is not None:
            line, self.resumed = self.resumed, None
            self._every.remove(line)
            self._lines.removeWidget(line)
            line.deleteLater()
            self._set(line, shown=False)

    def _add(self, one: QWidget) -> None:
        self._lines.addWidget(one)
        self._every.append(one)

    def _set(self, one: QWidget, *, shown: bool) -> None:
        one.setVisible(shown)
        self.setVisible(any(not each.isHidden() for each in self._every))
