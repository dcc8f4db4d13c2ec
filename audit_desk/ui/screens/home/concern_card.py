"""The open concerns on top of Home."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from audit_desk.domain.concern import Concern, ConcernContact
from audit_desk.ui.icons import Icons, Ink
from audit_desk.ui.models.when import day_and_time
from audit_desk.ui.widgets.boxes import GRID, clear, column, holder, line, row
from audit_desk.ui.widgets.buttons import button, quiet_button
from audit_desk.ui.widgets.icon_label import IconLabel
from audit_desk.ui.widgets.text import label

_NOBODY = (
    "Audit Desk has told nobody. Each stays here until someone other than the auditor records"
    " that the child was seen or is safe."
)


class ConcernCard(QFrame):
    """Every open concern: whose, why, how long, who was told, and what can be recorded.

    Args:
        icons: Where its icon comes from.
        on_told: Records who was told about a concern.
        on_close: Records that the child was seen or is safe.
        on_open: Opens the audit in which it arose.
    """

    def __init__(
        self,
        icons: Icons,
        on_told: Callable[[Concern], object],
        on_close: Callable[[Concern], object],
        on_open: Callable[[str], object],
    ) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self.setProperty("tone", "danger")
        self._icons = icons
        self._on_told, self._on_close, self._on_open = on_told, on_close, on_open
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(2 * GRID, 12, 2 * GRID, 12)
        self._layout.setSpacing(GRID)
        self._boxes: list[tuple[QBoxLayout, QWidget, QWidget]] = []

    def show_concerns(self, concerns: Sequence[Concern], now: datetime) -> None:
        """Show these concerns; without any, nothing at all."""
        clear(self._layout)
        self._boxes = []
        self.setVisible(bool(concerns))
        count = "1 open concern" if len(concerns) == 1 else f"{len(concerns)} open concerns"
        self.setAccessibleName(count)
        icon = IconLabel(self._icons.icon("alert-octagon-outline", Ink.DANGER), 22)
        heading = label(f"{count} for a child's safety", "heading", wrap=False)
        self._layout.addLayout(row(icon, heading, None))
        self._layout.addWidget(label(_NOBODY, "small"))
        for concern in concerns:
            self._layout.addWidget(line())
            self._add(concern, now)

    def _add(self, concern: Concern, now: datetime) -> None:
        reference = label(concern.reference, "strong", wrap=False)
        raised = f"{how_long(concern.raised_at, now)} · audited by {concern.raised_by}"
        head = row(reference, label(raised, "muted", wrap=False), None)
        told = label(told_words(concern.contacts), "small" if concern.contacts else "error")
        words = holder(column(holder(head), label(concern.cause), told, spacing=2))
        tell = button("Record who was told…", partial(self._on_told, concern))
        close = button("Child seen or safe…", partial(self._on_close, concern))
        audit = quiet_button("Open the audit", partial(self._on_open, concern.audit_id))
        for made in (tell, close, audit):
            made.setAccessibleName(f"{made.text().rstrip('…')}: {concern.reference}")
        actions = holder(column(row(None, tell, close), row(None, audit), None, spacing=4))
        box = row(words, actions, spacing=2 * GRID)
        box.setStretch(0, 1)
        self._layout.addLayout(box)
        self._boxes.append((box, words, actions))

    def fit(self, room: int) -> None:
        """Put the buttons below the words where large text leaves no room beside them."""
        inside = room - self._layout.contentsMargins().left() * 2
        for box, words, actions in self._boxes:
            wanted = words.minimumSizeHint().width() + actions.minimumSizeHint().width()
            fits = wanted + box.spacing() <= inside
            direction = QBoxLayout.Direction
            box.setDirection(direction.LeftToRight if fits else direction.TopToBottom)


def told_words(contacts: Sequence[ConcernContact]) -> str:
    """Return who was told last and what they answered, or that nobody is on record."""
    if not contacts:
        return "Nobody is on record as told."
    last = contacts[-1]
    said = f": “{last.response}”" if last.response else ""
    earlier = len(contacts) - 1
    more = f" Told before: {earlier} more." if earlier else ""
    return f"Told {last.told}, {day_and_time(last.told_at)}{said}.{more}".replace(".”.", ".”")


def how_long(since: datetime, now: datetime) -> str:
    """Return how long something has been open: ``open for 2 days``."""
    minutes = max(0, int((now - since).total_seconds() // 60))
    for size, name in ((24 * 60, "day"), (60, "hour"), (1, "minute")):
        count = minutes // size
        if count:
            return f"open for {count} {name}{'' if count == 1 else 's'}"
    return "opened just now"
