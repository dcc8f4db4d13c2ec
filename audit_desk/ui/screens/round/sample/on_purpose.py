"""Files chosen on purpose: adding one, and saying which there are."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from audit_desk.domain.round import Round
from audit_desk.ui.models.audit_model import AuditRow
from audit_desk.ui.screens.round.ports import RoundDesk, RoundJobs, SamplingPort
from audit_desk.ui.screens.round.sample.purposive_dialog import PurposiveDialog


def purposive_words(rows: Sequence[AuditRow]) -> str:
    """Return which files were chosen on purpose; empty where none was."""
    chosen = [row.audit.reference for row in rows if row.is_purposive]
    if not chosen:
        return ""
    noun = "1 file was" if len(chosen) == 1 else f"{len(chosen)} files were"
    return f"{noun} chosen on purpose and counted in no percentage: {', '.join(chosen)}."


class OnPurpose:
    """Adds a file that somebody has a reason to read.

    Args:
        sampling: Adds it.
        jobs: Reads the references to choose from.
        desk: Runs that.
        on_added: Called when a file was added.
        over: The widget whose window the question stands over.
    """

    def __init__(
        self,
        sampling: SamplingPort,
        jobs: RoundJobs,
        desk: RoundDesk,
        on_added: Callable[[], object],
        over: QWidget,
    ) -> None:
        self._sampling = sampling
        self._jobs = jobs
        self._desk = desk
        self._on_added = on_added
        self._over = over

    def ask(self, round_: Round) -> None:
        """Ask for a reference and a reason, and add the case."""
        cases = self._jobs.cases

        def add(reference: str, reason: str) -> None:
            self._sampling.add_on_purpose(round_, reference, reason, self._desk.person())

        def show(references: dict[str, str]) -> None:
            dialog = PurposiveDialog(references, add, self._over.window())
            dialog.accepted.connect(self._on_added)
            dialog.open()

        self._desk.tasks.run(
            lambda _progress: {case.reference: case.closed_on for case in cases()},
            title="Reading the references",
            on_done=show,
        )
