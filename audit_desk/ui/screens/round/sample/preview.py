"""What a draw would give, before anything is drawn."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from audit_desk.domain.receipt import Exclusion, Receipt
from audit_desk.ui.models.stratum_model import stratum_model
from audit_desk.ui.widgets.boxes import GRID
from audit_desk.ui.widgets.table import RemembersColumns, Table
from audit_desk.ui.widgets.text import label

_WIDTHS = (38, 9, 9)


def exclusion_words(exclusions: tuple[Exclusion, ...], frame_size: int) -> str:
    """Return how many cases are left out of the frame, and why, in words."""
    left_out = sum(exclusion.count for exclusion in exclusions)
    if not left_out:
        return "No case is left out."
    reasons = "; ".join(
        f"{exclusion.reason}: {exclusion.count:,}" for exclusion in exclusions if exclusion.count
    )
    return f"{left_out:,} of {left_out + frame_size:,} cases are left out ({reasons})."


class DrawPreview(QWidget):
    """Says what a draw would give, or why it cannot be made.

    Args:
        memory: Keeps column widths.
    """

    def __init__(self, memory: RemembersColumns | None) -> None:
        super().__init__()
        self._model = stratum_model("To read")
        self._head = label("", "heading")
        self._left_out = label("", "muted")
        self._fault = label("", "error")
        self.table = Table(
            self._model,
            "What each stratum would give",
            widths=_WIDTHS,
            memory=memory,
            memory_key="draw-preview",
        )
        """The strata."""
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GRID)
        for part in (self._head, self._left_out, self._fault):
            box.addWidget(part)
        box.addWidget(self.table, 1)
        self._fault.hide()

    @property
    def text(self) -> str:
        """All that is said above the table."""
        return f"{self._head.text()} {self._left_out.text()} {self._fault.text()}".strip()

    @property
    def strata(self) -> list[tuple[str, int, int]]:
        """The table's rows: name, cases, to read."""
        return [(each.name, each.frame_size, len(each.drawn)) for each in self._model.rows()]

    def show_receipt(self, receipt: Receipt) -> None:
        """Say what the draw would give."""
        size, frame = len(receipt.drawn), receipt.frame_size
        self._head.setText(f"This would draw {size:,} of {frame:,} cases.")
        self._left_out.setText(exclusion_words(receipt.exclusions, frame))
        self._fault.hide()
        self._fault.setText("")
        self._model.set_rows(receipt.strata)

    def show_fault(self, fault: str) -> None:
        """Say why it cannot be drawn like this."""
        self._head.setText("Nothing can be drawn like this yet.")
        self._left_out.setText("")
        self._fault.setText(fault)
        self._fault.show()
        self._model.set_rows(())
