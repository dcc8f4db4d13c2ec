"""The last page: what was brought in, and what comes next."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from audit_desk.services.case_import import ImportResult
from audit_desk.ui.icons import Icons
from audit_desk.ui.widgets.banner import Banner
from audit_desk.ui.widgets.boxes import GRID
from audit_desk.ui.widgets.buttons import button
from audit_desk.ui.widgets.text import label


class ResultPage(QWidget):
    """The counts of an import."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.done = Banner(icons, "", tone="success")
        self._refused = label("")
        self._next = label(
            "Next: create a round and draw a dip sample from these cases. The council's own number"
            " of each child stays in a table of its own and is never shown.",
            "muted",
        )
        self.again = button("Bring in another list")
        self.save = button("Save the rows left out…")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * GRID)
        for part in (self.done, self._refused, self.save, self._next, self.again):
            layout.addWidget(part)
        layout.addStretch(1)

    def show_result(self, result: ImportResult) -> None:
        """Show what an import did."""
        self.done.set_message(result_words(result), heading="The case list is in the register.")
        left = "1 row was" if result.refused == 1 else f"{result.refused:,} rows were"
        self._refused.setText(f"{left} left out. Correct them and bring the list in again.")
        self._refused.setVisible(bool(result.refused))
        self.save.setVisible(bool(result.refused))


def result_words(result: ImportResult) -> str:
    """Return what an import did, in one sentence."""
    return (
        f"{result.added:,} added, {result.updated:,} brought up to date,"
        f" {result.unchanged:,} unchanged."
    )
