"""How a report is saved: its texts are looked through, a place is asked for, then it is written."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from audit_desk.domain.audience import Audience
from audit_desk.domain.round import Round
from audit_desk.ui.screens.round.file_names import file_name
from audit_desk.ui.screens.round.ports import RoundDesk, RoundJobs
from audit_desk.ui.screens.round.report.forms import Form
from audit_desk.ui.screens.round.report.identifier_banner import IdentifierBanner
from audit_desk.ui.screens.round.report.ports import FoundInReport, OtherDocument
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
        self._go_on: Callable[[], object] = lambda: None
        self.note = Banner(desk.icons, "", tone="success")
        """Where the report was saved."""
        self.identifiers = IdentifierBanner(desk.icons)
        """What looks like an identifier, to be answered before the report is saved."""
        self.identifiers.agreed.connect(self._agree)
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
        look = self._jobs.report_identifiers
        self._look(
            round_,
            lambda: look(round_, audience, form.holds_all),
            lambda: self._save_report(round_, audience, form),
        )

    def save_document(self, document: OtherDocument) -> None:
        """Look through its texts where they are not released, and save another document."""
        round_ = self._round
        if round_ is None:
            return
        look = document.identifiers
        if look is None:
            self._save_document(round_, document)
            return
        self._look(round_, lambda: look(round_), lambda: self._save_document(round_, document))

    def _look(
        self,
        round_: Round,
        look: Callable[[], Sequence[FoundInReport]],
        go_on: Callable[[], object],
    ) -> None:
        """Look through texts that would leave, and go on once what is found is answered."""
        self.note.hide()
        self._go_on = go_on
        self._desk.tasks.run(
            lambda _progress: look(),
            title="Looking through the report's texts",
            on_done=lambda found: self._weigh(found) if self._round is round_ else None,
        )

    def _weigh(self, found: Sequence[FoundInReport]) -> None:
        """Ask about what looks like an identifier, unless a person has said it is to stay."""
        said = tuple(each.sentence for each in found)
        if found and said != self._agreed:
            self._asked = said
            self.identifiers.show_found(found)
        else:
            self.identifiers.hide()
            self._go_on()

    def _leave_unsaved(self) -> None:
        self.identifiers.hide()
        self.declined.emit()

    def _agree(self) -> None:
        self.identifiers.hide()
        self._agreed = self._asked
        self._go_on()

    def _save_report(self, round_: Round, audience: Audience, form: Form) -> None:
        what = form.what if audience.is_full else f"{form.what} for {audience.whom}"
        target = self._place(round_, form, what)
        if target is None:
            return
        job = self._jobs.write_report
        self._write("Saving the report", lambda told: job(round_, target, audience, told), target)

    def _save_document(self, round_: Round, document: OtherDocument) -> None:
        form = Form(document.title, document.what, document.ending, document.kind)
        target = self._place(round_, form, form.what)
        if target is not None:
            self._write(
                f"Saving: {document.title}",
                lambda told: document.write(round_, target, told),
                target,
            )

    def _place(self, round_: Round, form: Form, what: str) -> Path | None:
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
