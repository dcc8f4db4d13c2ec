"""Swapping a drawn file for the next spare of its stratum."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QComboBox, QWidget

from audit_desk.domain.audit import AuditState
from audit_desk.domain.receipt import Receipt
from audit_desk.domain.sampling import next_spare, standing
from audit_desk.ui.models.audit_model import AuditRow
from audit_desk.ui.widgets.asking_dialog import AskingDialog
from audit_desk.ui.widgets.field import Field
from audit_desk.ui.widgets.text import label

DoSwap = Callable[[str, str], object]
"""Swaps a file, by reference and reason; raises ``UserError`` where it cannot."""


@dataclass(frozen=True, slots=True)
class Swappable:
    """One drawn file, and what a swap would do.

    Attributes:
        reference: The file.
        comes_in: The spare that would take its place; empty where none is left.
        hindrance: Why it cannot be swapped; empty where it can.
    """

    reference: str
    comes_in: str
    hindrance: str


def swappable(receipt: Receipt, audits: Sequence[AuditRow]) -> list[Swappable]:
    """Return the drawn files in their order, each with what a swap would do."""
    states = {row.audit.reference: row for row in audits}
    return [
        _swappable(now, next_spare(receipt, drawn), states.get(now))
        for drawn, now in zip(receipt.drawn, standing(receipt), strict=True)
    ]


def _swappable(reference: str, spare: str, row: AuditRow | None) -> Swappable:
    if row is not None and row.audit.state is not AuditState.NOT_STARTED:
        reader = f" by {row.audit.auditor}" if row.audit.auditor else ""
        return Swappable(
            reference,
            spare,
            f"Reading of {reference} has started{reader}, so it stays in the sample. What could"
            " not be read is said in the audit.",
        )
    if not spare:
        return Swappable(reference, "", "Its stratum has no spare file left, so it stays.")
    return Swappable(reference, spare, "")


class SwapDialog(AskingDialog):
    """Asks which file goes and why; who comes in follows from the draw.

    Args:
        files: The drawn files.
        current: The one to begin with.
        swap: Swaps; the dialog stays open where it raises ``UserError``.
        parent: The window it stands over.
    """

    def __init__(
        self,
        files: Sequence[Swappable],
        current: str,
        swap: DoSwap,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            "Swap a file",
            "For a file that cannot be read, for example because the child's case went to"
            " another council. Nobody chooses who comes in: it is the next one of the draw.",
            "Swap",
            parent,
            heading="Swap a file for the next spare",
        )
        self._files = {each.reference: each for each in files}
        self._swap = swap
        self.file_box = QComboBox()
        """The file that goes."""
        self.file_box.addItems(list(self._files))
        self.file_box.setCurrentText(current)
        self.comes_in = label("", "strong")
        """The file that comes in, or why none does."""
        for part in (
            Field("File that goes", self.file_box),
            self.comes_in,
            Field("Reason", self.reason, "Printed in the report."),
        ):
            self.body.addWidget(part)
        self.file_box.currentTextChanged.connect(lambda _text: self._show())
        self._show()
        self.close_with(self.file_box)

    def _show(self) -> None:
        chosen = self._files.get(self.file_box.currentText())
        hindrance = chosen.hindrance if chosen is not None else "There is no drawn file."
        self.comes_in.set_role("warning" if hindrance else "strong")
        coming = f"{chosen.comes_in} comes in." if chosen is not None else ""
        self.comes_in.setText(hindrance or coming)
        self.file_box.setAccessibleDescription(self.comes_in.text())
        self.do_button.setEnabled(not hindrance)
        self.reason.setEnabled(not hindrance)
        self.fault.hide()

    def do(self) -> None:
        """Swap."""
        self._swap(self.file_box.currentText(), self.reason.toPlainText())
