"""What the dialog of forms asks of the rest of the application."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from PySide6.QtWidgets import QWidget

from audit_desk.domain.audit_form import AuditForm
from audit_desk.domain.audit_report import AuditReport
from audit_desk.services.form_preview import FormPreview
from audit_desk.ui.icons import Icons
from audit_desk.ui.prompts import Prompts
from audit_desk.ui.task_runner import Progress
from audit_desk.ui.theme import Theme

T = TypeVar("T")


class FormPort(Protocol):
    """The forms of one audit, or the blank one of a tool."""

    @property
    def title(self) -> str:
        """What the form is of: a reference, or a tool's title."""

    @property
    def is_audit(self) -> bool:
        """Whether it is an audit's: it can then be filled, and read back."""

    @property
    def is_locked(self) -> bool:
        """Whether the audit is submitted, so that nothing can be read back."""

    def make(self, *, filled: bool) -> AuditForm:
        """Return the form.

        Raises:
            UserError: The audit is not in the register any more.
        """

    def render(self, form: AuditForm, ending: str) -> bytes:
        """Return a form as the content of a file; in any thread."""

    def write(self, form: AuditForm, target: Path) -> None:
        """Write a form into a file; in any thread.

        Raises:
            UserError: It cannot be written.
        """

    def note(self, form: AuditForm, ending: str) -> None:
        """Put on record that a form with answers left the register."""

    def identifiers(self, report: AuditReport | None = None) -> tuple[str, ...]:
        """Return what looks as if it names somebody, each with its place.

        Args:
            report: The report that is to be written; ``None`` for the answers alone.
        """

    def make_report(self) -> AuditReport:
        """Return what the audit found, for the child's worker and manager.

        Raises:
            UserError: The audit is not submitted, or not in the register any more.
        """

    def write_report(self, report: AuditReport, target: Path) -> None:
        """Write that report into a file; in any thread.

        Raises:
            UserError: It cannot be written.
        """

    def note_report(self, report: AuditReport, ending: str) -> None:
        """Put on record that the report left the register."""

    def read_back(self, path: Path) -> FormPreview:
        """Return what a filled workbook would change.

        Raises:
            UserError: It is no form, or not this audit's.
        """

    def apply(self, preview: FormPreview, taken: Collection[str]) -> None:
        """Save what a form changes, with the form's answer in the conflicts that are named.

        Raises:
            UserError: Something keeps it from being saved; nothing was.
        """


class Runs(Protocol):
    """Runs long work in the background."""

    def run(
        self,
        job: Callable[[Progress], T],
        *,
        title: str,
        on_done: Callable[[T], object],
        on_failed: Callable[[Exception], object] | None = None,
    ) -> None:
        """Run a job, and tell in the main thread when it is done, or that it failed."""


Prints = Callable[[bytes, Callable[[int, int], object]], object]
"""Prints a PDF, in any thread, and tells how many pages are done, of how many."""


@dataclass(frozen=True)
class FormDesk:
    """What surrounds the dialog.

    Attributes:
        tasks: Runs what takes a second or two.
        prompts: Asks for files.
        theme: Colours.
        icons: The icons.
        documents: Where files are looked for first.
        ask_printer: Asks for a printer, by what its list of work is to say; ``None`` where the
            person thought better of it.
    """

    tasks: Runs
    prompts: Prompts
    theme: Theme
    icons: Icons
    documents: Path
    ask_printer: Callable[[str, QWidget], Prints | None]
