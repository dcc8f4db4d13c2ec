"""One action in full: what, who, when, from which answers, and what happened to it."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from audit_desk.domain.action import Finding
from audit_desk.domain.due_dates import Timeliness
from audit_desk.ui.models.action_model import ActionRow
from audit_desk.ui.models.when import day
from audit_desk.ui.widgets.boxes import GRID, clear, row, scrolled
from audit_desk.ui.widgets.buttons import button, quiet_button
from audit_desk.ui.widgets.text import Role, label

_ROLES: dict[Timeliness, Role] = {
    Timeliness.NONE: "body",
    Timeliness.SOON: "warning",
    Timeliness.OVERDUE: "error",
}
_LEAST = 26
_ABREAST = 2
_UNSAID = "Not said yet"


class DetailPanel(QFrame):
    """The chosen action with what can be recorded of it.

    Args:
        open_audit: Opens the audit of a finding.
    """

    def __init__(self, open_audit: Callable[[str], object]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._open_audit = open_audit
        self.done_button = button("Mark &done…")
        """Records what showed that practice changed."""
        self.change_button = button("Chan&ge…")
        """Changes what, who or by when."""
        self.drop_button = button("Dro&p…")
        """Gives the action up."""
        self.reopen_button = button("Open a&gain…")
        """Opens an action that has ended."""
        self._inner = QWidget()
        self._lines = QVBoxLayout(self._inner)
        self._lines.setContentsMargins(0, 0, GRID, 0)
        self._lines.setSpacing(6)
        self.finding_buttons: list[QPushButton] = []
        box = QVBoxLayout(self)
        box.setContentsMargins(2 * GRID, 12, GRID, 12)
        box.setSpacing(GRID)
        box.addWidget(scrolled(self._inner), 1)
        box.addLayout(row(self.done_button, self.change_button, None))
        box.addLayout(row(self.drop_button, self.reopen_button, None))
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LEAST)
        self.setAccessibleName("The chosen action")

    def show_action(
        self, chosen: ActionRow | None, story: Sequence[tuple[datetime, str, str]]
    ) -> None:
        """Show an action, or that none is chosen."""
        clear(self._lines)
        self.finding_buttons = []
        for each in (self.done_button, self.change_button, self.drop_button):
            each.setVisible(chosen is not None and chosen.is_open)
        self.reopen_button.setVisible(chosen is not None and not chosen.is_open)
        if chosen is None:
            self._lines.addWidget(label("Choose an action to see where it comes from.", "muted"))
        else:
            self._add_words(chosen)
            self._add_findings(chosen.line.findings)
            self._add_story(story)
        self._lines.addStretch(1)

    def _add_words(self, chosen: ActionRow) -> None:
        action = chosen.line.action
        self._lines.addWidget(label(action.draft.change or _UNSAID, "heading"))
        self._lines.addWidget(label(f"Owner: {action.draft.owner or _UNSAID}"))
        due = chosen.due or _UNSAID
        self._lines.addWidget(label(f"Due: {due}", _ROLES[chosen.timeliness]))
        self._lines.addWidget(label(f"State: {action.state.label}"))
        if action.outcome:
            self._lines.addWidget(label(f"“{action.outcome}”"))
        self._lines.addWidget(label(chosen.line.round_name, "muted"))

    def _add_findings(self, findings: Sequence[Finding]) -> None:
        self._lines.addWidget(label("What it responds to", "strong"))
        if not findings:
            self._lines.addWidget(label("Added by hand; no answer is linked to it.", "muted"))
        for question in dict.fromkeys(each.question_id for each in findings):
            of_it = [each for each in findings if each.question_id == question]
            self._lines.addWidget(label(f"{question}: {of_it[0].wording}", "small"))
            for start in range(0, len(of_it), _ABREAST):
                links = [self._link(each) for each in of_it[start : start + _ABREAST]]
                self._lines.addLayout(row(*links, None, spacing=0))

    def _link(self, finding: Finding) -> QPushButton:
        made = quiet_button(finding.reference, partial(self._open_audit, finding.audit_id))
        name = f"Open the audit of {finding.reference}, {finding.question_id}"
        made.setAccessibleName(name)
        made.setToolTip("Open the audit")
        self.finding_buttons.append(made)
        return made

    def _add_story(self, story: Sequence[tuple[datetime, str, str]]) -> None:
        self._lines.addWidget(label("What happened", "strong"))
        for at, who, words in story:
            self._lines.addWidget(label(f"{day(at)}, {who}", "muted"))
            self._lines.addWidget(label(words, "small"))
