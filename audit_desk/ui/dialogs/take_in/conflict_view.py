"""How the choice between two versions of an audit is laid out: side by side, only what differs."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from audit_desk.domain.content_changes import PlaceChanges
from audit_desk.services.conflict_words import Versions
from audit_desk.services.conflicts import Conflict
from audit_desk.ui.models.when import day
from audit_desk.ui.screens.audit.answers.growing_text import GrowingText
from audit_desk.ui.screens.audit.answers.radio_option import RadioOption
from audit_desk.ui.theme import Theme
from audit_desk.ui.widgets.boxes import (
    GRID,
    clear,
    column,
    frame,
    holder,
    reached_by_keys,
    row,
    scrolled,
)
from audit_desk.ui.widgets.buttons import button, primary_button
from audit_desk.ui.widgets.field import Field
from audit_desk.ui.widgets.roomy_dialog import RoomyDialog
from audit_desk.ui.widgets.text import label

_SIZE, _CHARS, _LEAST_LINES = QSize(1040, 676), 100, 8
_LONGEST = 1_500
_NOTHING = "(nothing)"
_SAME = "Nothing that is written differs: only the times at which it was written."


class ConflictView(RoomyDialog):
    """Two columns of what differs, and below them which is to stand and why.

    Args:
        theme: Colours.
        parent: The window.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, _CHARS)
        self.setWindowTitle("Choose between two versions")
        self.heading = label("", "heading")
        self.about = label("", "muted")
        self.ours = RadioOption("Let this register's version stand", theme)
        self.theirs = RadioOption("Let the pack's version stand", theme)
        self.reason = GrowingText("Why this one?", 1)
        self.reason_field = Field("Why this one? It stays on record", self.reason)
        self.outcome = label("", "strong")
        self.choose_button = primary_button("Let it stand")
        self.later_button = button("Later", self.reject)
        self._places = column(spacing=12)
        self._group = QButtonGroup(self)
        for option in (self.ours, self.theirs):
            self._group.addButton(option)
            option.setAccessibleName(option.text())
        self._lay_out()

    def _lay_out(self) -> None:
        body = holder(column(self._places, None))
        self.area = scrolled(body)
        reached_by_keys(self.area, "What differs")
        self.area.setMinimumHeight(_LEAST_LINES * self.fontMetrics().lineSpacing())
        self.body.setSpacing(12)
        self.body.addWidget(self.heading)
        self.body.addWidget(self.about)
        self.body.addWidget(self.area, 1)
        self.body.addWidget(self.outcome)
        self.body.addLayout(row(self.ours, self.theirs, None, spacing=3 * GRID))
        self.body.addWidget(self.reason_field)
        self.end_with(row(None, self.later_button, self.choose_button))
        self.resize(_SIZE)

    def show_versions(self, conflict: Conflict, versions: Versions, place: str) -> None:
        """Show one audit's two versions.

        Args:
            conflict: The audit.
            versions: Both versions.
            place: Which of how many it is, in words.
        """
        self.heading.setText(f"{conflict.reference}: two versions of the audit")
        self.about.setText(
            f"{conflict.round_name} · {conflict.person}'s pack came in on {day(conflict.found_at)}"
            f"{place}. Both stay readable, whichever you choose."
        )
        clear(self._places)
        self._places.addLayout(_heads(conflict, versions))
        for part in _parts(versions.places):
            self._places.addWidget(part)
        self._group.setExclusive(False)
        for option in (self.ours, self.theirs):
            option.setChecked(False)
        self._group.setExclusive(True)
        self.reason.load("")
        self.reason_field.clear_error()
        self.area.verticalScrollBar().setValue(0)
        self._offer(conflict)

    def _offer(self, conflict: Conflict) -> None:
        """Ask for the choice, or say how it was made."""
        self.outcome.setText(outcome_words(conflict))
        self.outcome.setVisible(bool(conflict.chosen))
        for part in (self.ours, self.theirs, self.reason_field):
            part.setVisible(not conflict.chosen)
        self.choose_button.setText("Next" if conflict.chosen else "Let it stand")
        self.later_button.setText("Close" if conflict.chosen else "Later")
        (self.area if conflict.chosen else self.ours).setFocus()


def outcome_words(conflict: Conflict) -> str:
    """Return which version stands, since when and why; empty while nobody chose."""
    if not conflict.chosen or conflict.chosen_at is None:
        return ""
    when = day(conflict.chosen_at)
    if conflict.chosen == "superseded":
        return f"The same pack brought a later version on {when}, so nothing was chosen here."
    which = "This register's" if conflict.chosen == "ours" else "The pack's"
    return f"{which} version stands: {conflict.chosen_by} chose it on {when}. {conflict.reason}"


def _heads(conflict: Conflict, versions: Versions) -> QGridLayout:
    grid = _grid()
    for place, (title, standing) in enumerate(
        (
            ("In this register", versions.ours),
            (f"In {conflict.person}'s pack", versions.theirs),
        )
    ):
        grid.addWidget(label(title, "strong"), 0, place)
        grid.addWidget(label(standing, "muted"), 1, place)
    return grid


def _parts(places: Sequence[PlaceChanges]) -> Iterator[QWidget]:
    if not places:
        yield label(_SAME)
    for each in places:
        grid = _grid()
        for line, change in enumerate(each.changes):
            for place, (side, text) in enumerate(
                (("register", change.before), ("pack", change.after))
            ):
                words = label(_short(text))
                words.setAccessibleName(f"{each.title}, {change.label}, {side}: {text or _NOTHING}")
                grid.addWidget(label(change.label, "small"), 2 * line, place)
                grid.addWidget(words, 2 * line + 1, place)
        yield frame(label(each.title, "strong"), grid, margin=12)


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(3 * GRID)
    grid.setVerticalSpacing(GRID // 2)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    return grid


def _short(text: str) -> str:
    if len(text) > _LONGEST:
        return f"{text[:_LONGEST].rstrip()} … ({len(text):,} characters in all)"
    return text or _NOTHING
