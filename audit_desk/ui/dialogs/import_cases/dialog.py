"""Bringing in a list, step by step: look first, and only then save."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from audit_desk.services.case_import import ImportResult
from audit_desk.ui.dialogs.import_cases.choices import Choices
from audit_desk.ui.dialogs.import_cases.keeping import Keeping
from audit_desk.ui.dialogs.import_cases.ports import ImportPort
from audit_desk.ui.dialogs.import_cases.route import Route
from audit_desk.ui.dialogs.import_cases.state import ImportState
from audit_desk.ui.dialogs.import_cases.steps import Step
from audit_desk.ui.dialogs.import_cases.view import ImportView, RemembersWindow
from audit_desk.ui.dialogs.import_cases.work import ImportWork
from audit_desk.ui.icons import Icons
from audit_desk.ui.prompts import Prompts, Question
from audit_desk.ui.shortcuts import BACK, Key, bind
from audit_desk.ui.task_runner import TaskRunner

KINDS = "Lists (*.csv *.txt *.tsv *.xlsx *.xlsm *.xlsb *.xls *.ods);;All files (*)"
_PAUSE_MS = 250
_FORWARD = Key("Alt+Right", "On to the next step")


class ImportDialog(ImportView):
    """One window for the whole import.

    Args:
        port: Reads, looks and brings in.
        runner: Does the reading away from the main thread; its progress stands over this window.
        icons: Where icons come from.
        prompts: Asks for files.
        folder: Where the choice of a file starts.
        memory: Keeps the window's size; ``None`` forgets it.
        parent: The window that it stands over.
    """

    imported = Signal(object)
    """An ``ImportResult``: the register has changed."""

    def __init__(
        self,
        port: ImportPort,
        runner: TaskRunner,
        icons: Icons,
        prompts: Prompts,
        *,
        folder: Path | None = None,
        memory: RemembersWindow | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(icons, memory, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._runner = runner
        self._prompts = prompts
        self._folder = folder or Path()
        self.work = ImportWork(port, runner, self)
        """What is done in the background."""
        self.state = ImportState()
        """What is known of the list, and what was said of it."""
        self.route = Route(self, self.work, port.profiles, self.state)
        """Where one is."""
        self.choices = Choices(self, self.work, self.route, self.state)
        """What a person chooses."""
        self._keeping = Keeping(self, port.profiles, prompts)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE_MS)
        self._soon.timeout.connect(self.choices.judge)
        self._under = runner.window
        runner.window = self
        self._connect()
        self.route.start()

    def _connect(self) -> None:
        self._connect_pages()
        self._connect_work()
        self.steps.chosen.connect(self.route.go)
        self.next.clicked.connect(lambda _on=False: self.route.forward())
        self.back.clicked.connect(lambda _on=False: self.route.backward())
        bind(self, BACK, self.route.backward, whole_window=True)
        bind(self, _FORWARD, self._go_on, whole_window=True)

    def _connect_pages(self) -> None:
        route = self.route
        self.file_page.zone.dropped.connect(self.take_file)
        self.file_page.zone.asked.connect(self.ask_file)
        self.file_page.other.clicked.connect(lambda _on=False: self.ask_file())
        self.file_page.sheets.taken.connect(route.take_sheet)
        self.columns.columns.chosen.connect(self._choose_target)
        self.columns.kind_chosen.connect(self.choices.choose_kind)
        self.columns.change_headings.connect(lambda: route.go(Step.HEADINGS))
        self.columns.profile_refused.connect(self.choices.refuse_profile)
        self.values.model.read_differently.connect(self.choices.choose_value)
        self.preview.edition.named.connect(self.choices.name_list)
        self.preview.edition.said_whole.connect(self.choices.say_whole)
        for save in (self.preview.save, self.outcome.save):
            save.clicked.connect(lambda _on=False: self.save_faults())
        self.outcome.keep.clicked.connect(lambda _on=False: self._keep())
        self.outcome.profile_name.returnPressed.connect(self._keep)
        self.outcome.again.clicked.connect(lambda _on=False: route.start())

    def _connect_work(self) -> None:
        work, route = self.work, self.route
        work.sheets_read.connect(route.take_sheets)
        work.looked.connect(route.take_look)
        work.columns_judged.connect(self.choices.take_judgement)
        work.read.connect(route.take_preview)
        work.brought_in.connect(self._brought_in)
        work.failed.connect(route.refuse)
        work.cancelled.connect(route.stay)

    def ask_file(self) -> None:
        """Ask for a file and read it."""
        file = self._prompts.open_file("Choose a list", KINDS, self._folder)
        if file is not None:
            self.take_file(file)

    def take_file(self, file: Path) -> None:
        """Read which lists a file holds."""
        self._folder = file.parent
        self.route.take_file(file)

    def _choose_target(self, header: str, target: str) -> None:
        self.choices.choose_target(header, target)
        # Arrow keys pass by many choices: look when the person has come to rest.
        self._soon.start()

    def _go_on(self) -> None:
        if self.next.isVisible() and self.next.isEnabled() and self.step is not Step.PREVIEW:
            self.route.forward()

    @property
    def is_settled(self) -> bool:
        """Whether the page shows what was chosen last."""
        return not self._soon.isActive() and not self._runner.is_busy

    def _brought_in(self, result: ImportResult) -> None:
        self.route.take_result(result)
        self.imported.emit(result)

    def _keep(self) -> None:
        self._keeping.keep_profile(self.state.draft, self.work.previewed)

    def save_faults(self) -> None:
        """Write the rows that are left out into a file."""
        self._keeping.save_faults(self.state.draft, self.work.previewed)

    def done(self, result: int) -> None:
        """Close, unless a list is being saved: that can be cancelled where it is shown."""
        if self.work.is_saving or not self._may_close():
            return
        self._soon.stop()
        self.work.forget()
        self._runner.window = self._under
        self.remember()
        super().done(result)

    def _may_close(self) -> bool:
        draft = self.state.draft
        if draft is None or not draft.by_hand or self.step is Step.RESULT:
            return True
        return self._prompts.confirm(
            Question(
                "Close without bringing the list in?",
                "Nothing of the list is saved, and what you said of its columns and values is"
                " forgotten.",
                "Close",
                harmful=True,
            )
        )
