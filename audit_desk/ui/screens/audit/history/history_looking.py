"""Looking back: the versions of the place that is read, and what was submitted before."""

from collections.abc import Callable

from audit_desk.domain.audit import Answer, Judgement
from audit_desk.domain.follow_up import FollowUp
from audit_desk.domain.version import Version
from audit_desk.errors import AuditDeskError
from audit_desk.ui.screens.audit.history.history_panel import HistoryPanel
from audit_desk.ui.screens.audit.history.history_submissions import SubmissionsPanel
from audit_desk.ui.screens.audit.keys import escape
from audit_desk.ui.screens.audit.ports import AuditPorts, Desk
from audit_desk.ui.screens.audit.reading import Reading
from audit_desk.ui.screens.audit.sheet import AuditSheet
from audit_desk.ui.screens.audit.view import AuditView
from audit_desk.ui.screens.audit.way.moving import Moving
from audit_desk.ui.screens.audit.way.resume import Resuming


class Looking:
    """Shows the panels of the past; they are made when they are first asked for.

    Attributes:
        resuming: Where the reading was left.

    Args:
        ports: What is on record, and where errors are shown.
        desk: Who reads.
        view: The page.
        sheet: The working copy.
        reading: Its rules.
        moving: Where the reading is.
        restored: Called with the answer as it stood, after another version was brought back.
    """

    def __init__(
        self,
        ports: AuditPorts,
        desk: Desk,
        view: AuditView,
        sheet: AuditSheet,
        reading: Reading,
        moving: Moving,
        restored: Callable[[Answer], None],
    ) -> None:
        self._records = ports.records
        self._errors = ports.errors
        self._view = view
        self._sheet = sheet
        self._reading = reading
        self._moving = moving
        self._restored = restored
        self.resuming = Resuming(ports.records.places, desk, view, sheet, reading, moving)
        self.versions: HistoryPanel | None = None
        self.submissions: SubmissionsPanel | None = None
        view.notices.kept_asked.connect(self.show_submissions)
        view.history_asked.connect(self.show_versions)

    def refresh(self) -> None:
        """Show above the reading whether something was submitted before."""
        try:
            kept = self._records.submissions.of_audit(self._sheet.audit.id)
        except AuditDeskError as error:
            self._errors.show(error)
            return
        self._view.notices.show_kept(kept, submitted=self._sheet.submitted)

    def show_versions(self) -> None:
        """Show every version of what is read."""
        if not self._sheet.flush():
            return
        here = self._moving.here
        versions = self._records.history.of_place(
            self._sheet.audit.id, here.theme_id, here.question_id
        )
        panel = self._versions_panel()
        title = here.question_id or self._reading.title(here.theme_id)
        panel.show_versions(title, versions, self._reading.question, locked=self._sheet.locked)
        self._view.show_panel(panel)
        panel.focus_start()

    def show_submissions(self) -> None:
        """Show what was submitted before, beside what stands there now."""
        if not self._sheet.flush():
            return
        sheet = self._sheet
        kept = self._records.submissions.of_audit(sheet.audit.id)
        now = self._records.submissions.now(sheet.audit.id)
        panel = self._submissions_panel()
        panel.show_submissions(sheet.tool, kept, now, submitted=sheet.submitted)
        self._view.show_panel(panel)
        panel.focus_start()

    def restore(self, version: Version) -> None:
        """Write a version again, as a choice that is saved at once."""
        item, here = version.after, self._moving.here
        if isinstance(item, Answer):
            before = self._sheet.answer(item.question_id)
            self._sheet.choose(item)
            self._moving.go_to(here, to_fill=False)
            self._restored(before)
            return
        if isinstance(item, Judgement):
            self._sheet.decide(item)
        elif isinstance(item, FollowUp):
            self._sheet.choose_follow_up(item.as_kept)
        else:
            self._sheet.choose_contribution(item)
        self._moving.go_to(here, to_fill=False)

    def _versions_panel(self) -> HistoryPanel:
        if self.versions is None:
            self.versions = HistoryPanel()
            self.versions.restored.connect(self.restore)
            self.versions.left.connect(self._back)
            escape(self.versions, self._back)
        return self.versions

    def _submissions_panel(self) -> SubmissionsPanel:
        if self.submissions is None:
            self.submissions = SubmissionsPanel()
            self.submissions.left.connect(self._back)
            escape(self.submissions, self._back)
        return self.submissions

    def _back(self) -> None:
        self._view.show_reading()
        self._view.focus_start()
