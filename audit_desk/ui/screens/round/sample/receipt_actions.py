"""What can be done with the draw that stands: verify it again, and keep its receipt."""

from collections.abc import Callable

from audit_desk.domain.receipt import Receipt
from audit_desk.domain.round import Round
from audit_desk.domain.verify_draw import Verification
from audit_desk.errors import AuditDeskError
from audit_desk.ui.screens.round.file_names import file_name
from audit_desk.ui.screens.round.ports import RoundDesk, RoundJobs
from audit_desk.ui.screens.round.sample.receipt_words import verification_words
from audit_desk.ui.widgets.banner import Tone

Say = Callable[[str, Tone], None]


class ReceiptActions:
    """Verifies and saves.

    Args:
        jobs: Verifies in the background.
        desk: Asks where to save.
        say: Says what came of it.
    """

    def __init__(self, jobs: RoundJobs, desk: RoundDesk, say: Say) -> None:
        self._jobs = jobs
        self._desk = desk
        self._say = say

    def verify(self, round_: Round) -> None:
        """Run the draw again over the present cases and say what differs."""
        job = self._jobs.verify
        self._desk.tasks.run(
            lambda _progress: job(round_), title="Verifying the draw", on_done=self._show_verified
        )

    def save(self, round_: Round, receipt: Receipt) -> None:
        """Ask where to, and write the receipt there."""
        start = self._desk.documents() / file_name(round_.name, "draw receipt", "json")
        path = self._desk.prompts.save_file("Save the receipt", "Receipts (*.json)", start)
        if path is None:
            return
        try:
            self._desk.save_receipt(receipt, path)
        except AuditDeskError as error:
            self._desk.errors.show(error)
            return
        self._say(f"The receipt is saved as {path}.", "success")

    def _show_verified(self, result: Verification) -> None:
        self._say(verification_words(result), "success" if result.agrees else "danger")
