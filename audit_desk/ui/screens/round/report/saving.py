"""How a report is saved: its texts are looked through, a place is asked for, then it is written."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from audit_desk.domain.audience import Audience
from audit_desk.domain.round import Round
from audit_desk.ui.screens.round.file_names import file_name
from audit_desk.ui.screens.round.ports import FoundInReport, RoundDesk, RoundJobs
from audit_desk.ui.screens.round.report.forms import PDF, Form
from audit_desk.ui.screens.round.report.identifier_banner import IdentifierBanner
from audit_desk.ui.screens.round.report.ports import OtherDocument
from audit_desk.ui.widgets.banner import Banner
from audit_desk.ui.widgets.boxes import GRID


class Saving(QWidget):
    """What is said while a report is saved, and where it is in the end.

    Args:
        jobs: Look through the texts and write, in the background.
        desk: Asks where to save.
        audience: For whom the report is.

    Signals:
        saved: A file was written.
        declined: It was thought better of.
    """

    saved = Signal()
    declined = Signal()

    def __init__(self, jobs: RoundJobs, desk: RoundDesk, audience: Callable[[], Audience]) -> None:
        super().__init__()
        self._jobs = jobs
        self._desk = desk
        self._audience = audience
        self._round: Round | None = None
        self._asked: tuple[str, ...] = ()
        self._agreed: tuple[str, ...] = ()
        self._form = PDF
        self.note = Banner(desk.icons, "", tone="success")
        """Where the report was saved."""
        self.identifiers = IdentifierBanner(desk.icons)
        """What looks like an identifier, to be answered before the report is saved."""
        self.identifiers.agreed.connect(self._ask_where)
        self.identifiers.declined.connect(self._leave_unsaved)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GRID)
        box.addWidget(self.note)
        box.addWidget(self.identifiers)
        self.note.hide()

    def show_round(self, round_: Round | None) -> None:
        """Take another round; what was said of the one before is not said any more."""
        self._round = round_
        self.note.hide()
        self.identifiers.hide()

    def save(self, form: Form) -> None:
        """Look through the report's texts, ask where to, and write it there."""
        round_, audience = self._round, self._audience()
        if round_ is None:
            return
        self._form = form
        self.note.hide()
        look = self._jobs.report_identifiers
        self._desk.tasks.run(
            lambda _progress: look(round_, audience, form.holds_all),
            title="Looking through the report's texts",
            on_done=lambda found: self._weigh(found) if self._round is round_ else None,
        )

    def save_document(self, document: OtherDocument) -> None:
        """Ask where to, and write another document there."""
        round_ = self._round
        if round_ is None:
            return
        form = Form(document.title, document.what, document.ending, document.kind)
        target = self._place(round_, form)
        if target is not None:
            self._write(
                f"Saving: {document.title}",
                lambda told: document.write(round_, target, told),
                target,
            )

    def _weigh(self, found: Sequence[FoundInReport]) -> None:
        """Ask about what looks like an identifier, unless a person has said it is to stay."""
        said = tuple(each.sentence for each in found)
        if found and said != self._agreed:
            self._asked = said
            self.identifiers.show_found(found)
        else:
            self._ask_where()

    def _leave_unsaved(self) -> None:
        self.identifiers.hide()
        self.declined.emit()

    def _ask_where(self) -> None:
        round_, audience = self._round, self._audience()
        if round_ is None:
            return
        if not self.identifiers.isHidden():
            self.identifiers.hide()
            self._agreed = self._asked
        target = self._place(round_, self._form)
        if target is None:
            return
        job = self._jobs.write_report
        self._write("Saving the report", lambda told: job(round_, target, audience, told), target)

    def _place(self, round_: Round, form: Form) -> Path | None:
        audience = self._audience()
        what = form.what if audience.is_full else f"{form.what} for {audience.whom}"
        name = file_name(round_.name, what, form.ending).rstrip(".")
        path = self._desk.prompts.save_file(
            "Save the report", form.kind, self._desk.documents() / name
        )
        return None if path is None else form.target(path)

    def _write(
        self, title: str, job: Callable[[Callable[[int, int], None]], None], target: Path
    ) -> None:
        self._desk.tasks.run(
            lambda progress: job(progress.report),
            title=title,
            on_done=lambda _nothing: self._say_saved(target),
        )

    def _say_saved(self, path: Path) -> None:
        self.note.set_message(f"It is saved as {path}.")
        self.note.show()
        self.saved.emit()
