"""The last page: what was brought in, what to keep, and what comes next."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from audit_desk.domain.case_event import ListKind
from audit_desk.services.case_import import ImportResult
from audit_desk.ui.icons import Icons
from audit_desk.ui.widgets.banner import Banner
from audit_desk.ui.widgets.boxes import GRID, frame, row
from audit_desk.ui.widgets.buttons import button
from audit_desk.ui.widgets.text import label

_NAME = 320  # pixels
_NEXT = {
    ListKind.CASES: "Next: create a round and draw a dip sample from these cases. The council's own"
    " number of each child stays in a table of its own and is never shown.",
}
_BESIDE = (
    "What the list says stands beside the questions of an audit as “from the list, to be checked on"
    " file”. It never counts as an answer by itself."
)


class ResultPage(QWidget):
    """The counts of an import, and the offer to keep the choices.

    Args:
        icons: Where icons come from.
    """

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.done = Banner(icons, "", tone="success")
        self._refused = label("")
        self._next = label("", "muted")
        self.again = button("Bring in another list")
        self.save = button("Save the rows left out…")
        self.profile_name = QLineEdit()
        self.profile_name.setAccessibleName("Name of the profile")
        self.profile_name.setMaxLength(60)
        self.profile_name.setFixedWidth(_NAME)
        self.keep = button("Keep these choices")
        self.kept = label("", "success")
        self.offer = frame(
            label("Keep these choices as a profile", "strong"),
            label(
                "The next edition, with the same columns, is then read in the same way by itself."
                " A profile holds headings and codes only, nothing of a child.",
                "muted",
            ),
            row(self.profile_name, self.keep, None),
            self.kept,
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * GRID)
        left = Qt.AlignmentFlag.AlignLeft
        for part in (self.done, self._refused):
            layout.addWidget(part)
        layout.addWidget(self.save, 0, left)
        layout.addWidget(self.offer)
        layout.addWidget(self._next)
        layout.addWidget(self.again, 0, left)
        layout.addStretch(1)

    def show_result(self, result: ImportResult, kind: ListKind, profile: str | None) -> None:
        """Show what an import did.

        Args:
            result: What it did.
            kind: What a row of the list stands for.
            profile: The name that a profile might have; ``None`` where there is nothing to keep.
        """
        self.done.set_message(result_words(result), heading="The list is in the register.")
        left = "1 row was" if result.refused == 1 else f"{result.refused:,} rows were"
        self._refused.setText(f"{left} left out. Correct them and bring the list in again.")
        self._refused.setVisible(bool(result.refused))
        self.save.setVisible(bool(result.refused))
        self._next.setText(_NEXT.get(kind, _BESIDE))
        self.offer.setVisible(profile is not None)
        self.profile_name.setText(profile or "")
        self.say("")

    def say(self, words: str, *, wrong: bool = False) -> None:
        """Say what became of keeping the choices."""
        self.kept.setText(words)
        self.kept.set_role("error" if wrong else "success")
        self.kept.setVisible(bool(words))


def result_words(result: ImportResult) -> str:
    """Return what an import did, in one sentence."""
    parts = [
        f"{result.added:,} added",
        f"{result.updated:,} brought up to date",
        f"{result.unchanged:,} unchanged",
    ]
    if result.closed:
        parts.append(f"{result.closed:,} closed")
    if result.reopened:
        parts.append(f"{result.reopened:,} open again")
    return f"{', '.join(parts)}."
