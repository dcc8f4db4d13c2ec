"""Every version of what stands at one place of the audit, and bringing one of them back."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from audit_desk.domain.audit_tool import Question
from audit_desk.domain.contribution import Contribution
from audit_desk.domain.follow_up import FollowUp
from audit_desk.domain.version import Version, Written
from audit_desk.domain.written_words import differences, lines_of
from audit_desk.ui.models.when import day_and_time
from audit_desk.ui.screens.audit.history.history_text import ChangeText
from audit_desk.ui.widgets.boxes import clear, frame, row
from audit_desk.ui.widgets.buttons import button
from audit_desk.ui.widgets.text import label

_MOST = 30
"""How many versions are shown at once; the older ones one step away."""
_ABOUT = (
    "Newest first. What was struck out went, what is underlined came. Restoring a version writes"
    " it again as a new one: nothing that was written is ever lost."
)
_LOCKED = (
    "This audit can only be read, so no version can be restored. Open it again, or take it back"
    " from whoever has it, with a reason, to do that."
)
_NOTHING = "Nothing was written here yet."


class HistoryPanel(QWidget):
    """The versions of one place, newest first.

    Signals:
        restored: The version that is wanted back.
        left: Back to the reading.
    """

    restored = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.restore_buttons: list[QPushButton] = []
        self.title = label("", "heading")
        self.about = label("")
        self.back_button = button("Go on reading  (Esc)", self.left.emit)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(12)
        column.addWidget(self.title)
        column.addWidget(self.about)
        column.addLayout(self._lines)
        column.addLayout(row(self.back_button, None))
        column.addStretch(1)

    def show_versions(
        self,
        title: str,
        versions: Sequence[Version],
        question: Callable[[str], Question],
        *,
        locked: bool,
    ) -> None:
        """Show the versions of another place.

        Args:
            title: What the place is called.
            versions: Its versions, newest first.
            question: Gives a question by its id.
            locked: Whether nothing can be restored.
        """
        clear(self._lines)
        self.restore_buttons = []
        self.title.setText(f"{title}: every version")
        self.about.setText(_NOTHING if not versions else _LOCKED if locked else _ABOUT)
        newest: set[object] = set()
        for version in versions[:_MOST]:
            key = _key(version.after)
            current = key not in newest
            newest.add(key)
            card = self._card(version, question, current=current, locked=locked)
            self._lines.addWidget(card)
        if len(versions) > _MOST:
            rest = f"And {len(versions) - _MOST} older ones: audit-desk history prints them all."
            self._lines.addWidget(label(rest, "muted"))

    def focus_start(self) -> None:
        """Put the focus on the first version that can be restored, or on the way back."""
        start = self.restore_buttons[0] if self.restore_buttons else self.back_button
        start.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _card(
        self, version: Version, question: Callable[[str], Question], *, current: bool, locked: bool
    ) -> QFrame:
        who = f"{day_and_time(version.at)} · {version.who}"
        of = version.after
        role = f"{of.role.label} · " if isinstance(of, Contribution) else ""
        role = "What follows · " if isinstance(of, FollowUp) else role
        now = "As it stands now" if current else ""
        head = row(
            label(f"{role}{who}", "strong", wrap=False), label(now, "muted", wrap=False), None
        )
        if not current and not locked:
            restore = button("Restore this", lambda: self.restored.emit(version))
            restore.setAccessibleName(f"Restore this: {role}{who}")
            self.restore_buttons.append(restore)
            head.addWidget(restore)
        before = lines_of(version.before, question) if version.before is not None else ()
        changes = differences(before, lines_of(version.after, question))
        words = [ChangeText(change) for change in changes]
        none = [label("Taken back: nothing was said.", "muted")] if not words else []
        return frame(head, *words, *none, spacing=6, margin=12)


def _key(item: Written) -> object:
    return item.role if isinstance(item, Contribution) else type(item)
