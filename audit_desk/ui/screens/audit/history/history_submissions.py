"""What was submitted before an audit was opened again: to be looked at and compared."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from audit_desk.domain.audit_tool import AuditTool
from audit_desk.domain.content_changes import PlaceChanges, content_changes
from audit_desk.domain.submission import Content, Submission
from audit_desk.ui.models.when import day_and_time
from audit_desk.ui.screens.audit.history.history_text import ChangeText
from audit_desk.ui.widgets.boxes import clear, column, frame, row
from audit_desk.ui.widgets.buttons import button
from audit_desk.ui.widgets.text import label

_ABOUT = (
    "What was submitted is kept as it was sealed, whatever was corrected since. Nothing can be"
    " changed here."
)
_SAME = "Nothing differs."


class SubmissionsPanel(QWidget):
    """The kept submissions, newest first, each with what differs from the one after it.

    Signals:
        left: Back to the reading.
    """

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.compare_buttons: list[QPushButton] = []
        self.look_buttons: list[QPushButton] = []
        self.back_button = button("Go on reading  (Esc)", self.left.emit)
        self._lines = column(spacing=12)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 4, 0, 4)
        page.setSpacing(12)
        page.addWidget(label("What was submitted before", "heading"))
        page.addWidget(label(_ABOUT))
        page.addLayout(self._lines)
        page.addLayout(row(self.back_button, None))
        page.addStretch(1)

    def show_submissions(
        self, tool: AuditTool, kept: Sequence[Submission], now: Content, *, submitted: bool
    ) -> None:
        """Show the kept submissions.

        Args:
            tool: The tool that the audit is pinned to.
            kept: The submissions, oldest first.
            now: What stands in the audit.
            submitted: Whether it is submitted again.
        """
        clear(self._lines)
        self.compare_buttons, self.look_buttons = [], []
        after = [each.content for each in kept[1:]] + [now]
        for number, each in reversed(list(enumerate(kept))):
            later = number + 1 < len(kept) or submitted
            then = f"submission {each.sequence + 1}" if later else "what stands there now"
            card = self._card(tool, each, after[number], then, of=len(kept) + submitted)
            self._lines.addWidget(card)

    def focus_start(self) -> None:
        """Put the focus on comparing the last of them."""
        start = self.compare_buttons[0] if self.compare_buttons else self.back_button
        start.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _card(
        self, tool: AuditTool, kept: Submission, after: Content, then: str, *, of: int
    ) -> QFrame:
        places = column(spacing=10)
        changes = content_changes(tool, kept.content, after)
        compare = partial(_show, places, f"What differs in {then}:", changes)
        compare_button = button(f"Compare with {then}", compare, kind="quiet")
        every = partial(content_changes, tool, Content(""), kept.content)
        look = button(
            f"Look at submission {kept.sequence}",
            lambda: _show(places, f"All that stood in submission {kept.sequence}:", every()),
            kind="quiet",
        )
        self.compare_buttons.append(compare_button)
        self.look_buttons.append(look)
        compare()
        return frame(
            label(f"Submission {kept.sequence} of {of}", "strong"),
            label(sealed_words(kept), "muted"),
            label(f"Opened again because: {kept.reason}"),
            row(compare_button, look, None),
            places,
            spacing=6,
            margin=12,
        )


def sealed_words(kept: Submission) -> str:
    """Return when and by whom it was sealed and opened again, in a line."""
    return (
        f"Sealed on {day_and_time(kept.submitted_at)} by {kept.submitted_by} ({kept.seal[:8]}…)"
        f" · opened again on {day_and_time(kept.reopened_at)} by {kept.reopened_by}"
    )


def _show(lines: QVBoxLayout, heading: str, places: Sequence[PlaceChanges]) -> None:
    clear(lines)
    lines.addWidget(label(heading if places else _SAME, "strong"))
    for place in places:
        words = [ChangeText(change) for change in place.changes]
        lines.addLayout(column(label(place.title), *words, spacing=2))
