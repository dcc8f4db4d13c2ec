"""The draw that is being thought about: counted anew after each change, in the background."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer

from audit_desk.domain.receipt import Receipt
from audit_desk.domain.representativeness import Picture, expected_picture
from audit_desk.domain.round import Round
from audit_desk.services.sampling import DrawRequest
from audit_desk.ui.screens.round.ports import RoundDesk, RoundJobs

_PAUSE_MS = 150


@dataclass(frozen=True, slots=True)
class Preview:
    """What a draw would give.

    Attributes:
        request: What was asked for.
        receipt: What it would give.
        pictures: The frame, with what is usual in a sample of that size.
    """

    request: DrawRequest
    receipt: Receipt
    pictures: tuple[Picture, ...]


class Draft(QObject):
    """Counts what a draw would give, a pause after the last change; late answers are dropped.

    Args:
        jobs: Counts.
        desk: Runs the counting.
        on_counted: Called with what the draw would give.
        on_refused: Called with why it cannot be made.
        parent: Qt's owner.
    """

    def __init__(
        self,
        jobs: RoundJobs,
        desk: RoundDesk,
        on_counted: Callable[[Preview], object],
        on_refused: Callable[[Exception], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._desk = desk
        self._on_counted = on_counted
        self._on_refused = on_refused
        self._wanted: tuple[Round, DrawRequest] | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.count)

    def ask(self, round_: Round, request: DrawRequest) -> None:
        """Count this request after a pause."""
        self._wanted = (round_, request)
        self._pause.start()

    def forget(self) -> None:
        """Count nothing; what is under way comes too late."""
        self._wanted = None
        self._pause.stop()

    def count(self) -> None:
        """Count what is wanted now."""
        self._pause.stop()
        wanted = self._wanted
        if wanted is None:
            return
        round_, request = wanted
        person, preview = self._desk.person(), self._jobs.preview_draw

        def work(_progress: object) -> Preview:
            found = preview(round_, request, person)
            pictures = (expected_picture(each, request.size) for each in found.profile)
            return Preview(request, found.receipt, tuple(pictures))

        self._desk.tasks.run(
            work,
            title="Counting the cases",
            on_done=lambda counted: self._on_counted(counted) if wanted is self._wanted else None,
            on_failed=lambda error: self._on_refused(error) if wanted is self._wanted else None,
        )
