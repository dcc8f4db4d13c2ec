"""Looking at a list in a worker's thread: a preview, or the headings and what is wrong."""

from collections.abc import Callable
from dataclasses import dataclass

from audit_desk.errors import UserError
from audit_desk.services.case_import import ImportRequest
from audit_desk.services.case_preview import ImportPreview
from audit_desk.ui.dialogs.import_cases.ports import ImportPort
from audit_desk.ui.task_runner import Progress


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of looking at a list.

    Attributes:
        previewed: What bringing it in would do; ``None`` where its columns stand in the way.
        headings: Then its headings, so that a person can say what they are.
        fault: Then what stands in the way.
    """

    previewed: ImportPreview | None
    headings: tuple[str, ...] = ()
    fault: UserError | None = None


def teller(progress: Progress, text: str) -> Callable[[int, int], None]:
    """Return what the services tell their steps to."""
    return lambda done, total: progress.report(done, total, text)


def read_list(port: ImportPort, request: ImportRequest, progress: Progress) -> Reading:
    """Look at a list.

    Raises:
        UserError: The file cannot be read at all.
        Cancelled: The person cancelled.
    """
    tell = teller(progress, "Reading")
    try:
        return Reading(port.preview(request, tell))
    except UserError as fault:
        return Reading(None, port.headings(request, tell), fault)
