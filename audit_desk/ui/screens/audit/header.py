"""The head of the page: which child's file, whose reading, and whether all is saved."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame

from audit_desk.domain.audit import Audit, Selection
from audit_desk.ui.shortcuts import FORM
from audit_desk.ui.widgets.boxes import row
from audit_desk.ui.widgets.buttons import button
from audit_desk.ui.widgets.text import label


class Header(QFrame):
    """Reference, reader, progress and what has been saved.

    Signals:
        check_asked: What is left to do is asked for, and then submitting.
        form_asked: The audit is wanted on paper or as a workbook, or one is to be read in.
    """

    check_asked = Signal()
    form_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        self._locked = False
        self.reference = label("", "heading", wrap=False)
        self.about = label("", "muted", wrap=False)
        self.progress = label("", "small", wrap=False)
        self.saved = label("", "muted", wrap=False)
        self.form = button("Form …", self.form_asked.emit, tip=FORM.shown)
        self.check = button("Check and submit", self.check_asked.emit)
        self.check.setToolTip("Ctrl+Shift+Enter")
        self.check_key = label("Ctrl+Shift+Enter", "key")
        self._right = (self.saved, self.progress, self.form, self.check, self.check_key)
        bar = row(self.reference, self.about, None, *self._right)
        bar.setSpacing(12)
        bar.setContentsMargins(16, 6, 16, 6)
        self.setLayout(bar)

    def minimumSizeHint(self) -> QSize:
        """Ask for no room for what gives way on a narrow page."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what there is no room for, rather than cut it."""
        super().resizeEvent(event)
        shown = [one for one in (self.reference, *self._right) if one is not self.check_key]
        room = self.width() - 32 - sum(one.sizeHint().width() + 12 for one in shown)
        for one in (self.check_key, self.about):
            room -= one.sizeHint().width() + 12
            one.setVisible(room >= 0 and not (one is self.check_key and self._locked))

    def show_audit(self, audit: Audit, tool_title: str) -> None:
        """Show which audit this is."""
        chosen = "Chosen on purpose" if audit.selection is Selection.PURPOSIVE else "Drawn"
        parts = [tool_title, chosen, f"read by {audit.auditor}" if audit.auditor else ""]
        self.reference.setText(audit.reference)
        self.about.setText(" · ".join(part for part in parts if part))

    def show_progress(self, done: int, of: int) -> None:
        """Show how many questions are answered."""
        self.progress.setText(f"{done} of {of} answered")

    def show_locked(self, locked: bool, *, submitted: bool) -> None:
        """Offer submitting only while there is something to submit."""
        self._locked = locked
        self.form.setText("Report and form …" if submitted else "Form …")
        for one in (self.check, self.check_key, self.saved):
            one.setVisible(not locked)

    def show_saved(self, *, unsaved: bool, waiting: bool) -> None:
        """Show whether all is on disk."""
        if unsaved:
            self.saved.set_role("error")
            self.saved.setText("Not saved")
        else:
            self.saved.set_role("muted")
            self.saved.setText("Saving when you pause …" if waiting else "Saved as you go")
