"""Swapping at work: asks which file goes and why, and tells what came of it."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from audit_desk.domain.receipt import Receipt
from audit_desk.domain.round import Round
from audit_desk.ui.models.audit_model import AuditRow
from audit_desk.ui.screens.round.ports import RoundDesk, SamplingPort
from audit_desk.ui.screens.round.sample.swap_dialog import SwapDialog, swappable


class Swapping:
    """Swaps a drawn file for the next spare.

    Args:
        sampling: Swaps.
        desk: Who sits here.
        on_swapped: Called with the receipt after a swap.
        over: The widget whose window the question stands over.
    """

    def __init__(
        self,
        sampling: SamplingPort,
        desk: RoundDesk,
        on_swapped: Callable[[Receipt], object],
        over: QWidget,
    ) -> None:
        self._sampling = sampling
        self._desk = desk
        self._on_swapped = on_swapped
        self._over = over

    def ask(
        self, round_: Round, receipt: Receipt, audits: Sequence[AuditRow], current: str
    ) -> None:
        """Ask which file goes, beginning with the current one."""
        done: list[Receipt] = []

        def swap(reference: str, reason: str) -> None:
            done.append(self._sampling.swap(round_, reference, reason, self._desk.person()))

        dialog = SwapDialog(swappable(receipt, audits), current, swap, self._over.window())
        dialog.accepted.connect(lambda: self._on_swapped(done[-1]))
        dialog.open()
