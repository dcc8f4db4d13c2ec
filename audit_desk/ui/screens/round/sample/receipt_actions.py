"""What can be done with the draw that stands: verify it again, keep its receipt and its list."""

from collections.abc import Callable
from pathlib import Path

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
        jobs: Verifies and writes lists in the background.
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
        path = self._ask("Save the receipt", "Receipts (*.json)", round_, "draw receipt", "json")
        if path is None:
            return
        try:
            self._desk.save_receipt(receipt, path)
        except AuditDeskError as error:
            self._desk.errors.show(error)
            return
        self._say(f"The receipt is saved as {path}.", "success")

    def save_list(self, round_: Round) -> None:
        """Ask where to, and write the references with their facts there."""
        path = self._ask("Save the list", "Lists (*.csv)", round_, "case list", "csv")
        if path is None:
            return
        job = self._jobs.write_list

        def done(number: int) -> None:
            cases = "1 case is" if number == 1 else f"{number:,} cases are"
            self._say(
                f"{cases} saved as {path}, by reference alone. With the receipt anyone can"
                " verify the draw from it, on any computer.",
                "success",
            )

        self._desk.tasks.run(lambda _progress: job(path), title="Saving the list", on_done=done)

    def _ask(self, title: str, kinds: str, round_: Round, what: str, ending: str) -> Path | None:
        start = self._desk.documents() / file_name(round_.name, what, ending)
        return self._desk.prompts.save_file(title, kinds, start)

    def _show_verified(self, result: Verification) -> None:
        self._say(verification_words(result), "success" if result.agrees else "danger")
