"""Bringing in a case list: choose a file, see what would happen, and only then save."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from audit_desk.errors import UserError
from audit_desk.services.case_columns import LEAVE_OUT
from audit_desk.services.case_import import ImportRequest, ImportResult
from audit_desk.ui.dialogs.import_cases.choices import choices_from, choices_of
from audit_desk.ui.dialogs.import_cases.fault_file import write_faults
from audit_desk.ui.dialogs.import_cases.ports import ImportPort
from audit_desk.ui.dialogs.import_cases.reading import Reading, read_list, teller
from audit_desk.ui.dialogs.import_cases.view import ImportView, RemembersWindow
from audit_desk.ui.icons import Icons
from audit_desk.ui.prompts import Prompts
from audit_desk.ui.task_runner import Progress, TaskRunner

if TYPE_CHECKING:
    from audit_desk.services.case_preview import ImportPreview

KINDS = "Case lists (*.csv *.txt *.tsv *.xlsx *.xlsm *.xlsb *.xls *.ods);;All files (*)"
_PAUSE_MS = 350
_CSV = "CSV files (*.csv)"


class ImportDialog(ImportView):
    """One window for the whole import.

    Args:
        port: Reads, looks and brings in.
        runner: Does so away from the main thread; its progress stands over this window.
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
        self._port = port
        self._runner = runner
        self._prompts = prompts
        self._folder = folder or Path()
        self._file: Path | None = None
        self._sheets: tuple[str, ...] = ()
        self._sheet = ""
        self._mapping: dict[str, str] = {}
        self._own: dict[str, str] = {}
        self._previewed: ImportPreview | None = None
        self._turn = 0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE_MS)
        self._soon.timeout.connect(self._look)
        self._saving = False
        self._under = runner.window
        runner.window = self
        self._connect()

    def _connect(self) -> None:
        self.choose.zone.dropped.connect(self.take_file)
        self.choose.zone.asked.connect(self.ask_file)
        self.choose.sheets.taken.connect(self.take_sheet)
        self.sheet_box.textActivated.connect(self.take_sheet)
        self.other_file.clicked.connect(lambda _on=False: self.ask_file())
        self.preview.columns.chosen.connect(self.choose_target)
        self.preview.save.clicked.connect(lambda _on=False: self.save_faults())
        self.outcome.save.clicked.connect(lambda _on=False: self.save_faults())
        self.outcome.again.clicked.connect(lambda _on=False: self.start_again())
        self.bring_in.clicked.connect(lambda _on=False: self.bring_in_cases())

    def ask_file(self) -> None:
        """Ask for a file and read it."""
        file = self._prompts.open_file("Choose a case list", KINDS, self._folder)
        if file is not None:
            self.take_file(file)

    def start_again(self) -> None:
        """Begin with another file."""
        self._turn += 1
        self._previewed = None
        self.show_choose()

    def take_file(self, file: Path) -> None:
        """Read which lists a file holds; the only one is taken at once."""
        self._file, self._folder = file, file.parent
        self._sheets, self._sheet = (), ""
        self._previewed = None
        self.clear_error()
        turn = self._next_turn()
        self._runner.run(
            lambda _progress: self._port.sheets(file),
            title=f"Opening {file.name}",
            on_done=lambda sheets: self._take_sheets(turn, sheets),
            on_failed=lambda error: self._refuse_file(turn, error),
        )

    def _take_sheets(self, turn: int, sheets: tuple[str, ...]) -> None:
        if turn != self._turn or self._file is None:
            return
        self._sheets = sheets
        if len(sheets) == 1:
            self.take_sheet(sheets[0])
        else:
            self.offer_sheets(self._file.name, sheets)

    def _refuse_file(self, turn: int, error: Exception) -> None:
        if turn == self._turn:
            self.show_choose()
            self.show_error(error)

    def take_sheet(self, sheet: str) -> None:
        """Look at one list; what was chosen for another does not count."""
        self._sheet = sheet
        self._mapping, self._own = {}, {}
        self._look()

    def choose_target(self, header: str, target: str) -> None:
        """Take what a person says of a column and look again."""
        self._mapping.pop(header, None)
        if target != self._own.get(header, LEAVE_OUT):
            self._mapping[header] = target
        # Arrow keys pass by many choices: look when the person has come to rest.
        self.set_ready(0)
        self._soon.start()

    @property
    def is_settled(self) -> bool:
        """Whether the page shows what was chosen last."""
        return not self._soon.isActive() and not self._runner.is_busy

    def _look(self) -> None:
        if self._file is None:
            return
        request = ImportRequest(self._file, self._sheet_or_none(), mapping=dict(self._mapping))
        self._soon.stop()
        turn = self._next_turn()
        self.set_ready(0)
        self._runner.run(
            lambda progress: read_list(self._port, request, progress),
            title=f"Reading {self._file.name}",
            on_done=lambda reading: self._show_reading(turn, reading),
            on_failed=lambda error: self._refuse_file(turn, error),
            on_cancelled=lambda: self._back(turn),
        )

    def _sheet_or_none(self) -> str | None:
        return self._sheet if len(self._sheets) > 1 else None

    def _back(self, turn: int) -> None:
        if turn == self._turn:
            self.start_again()

    def _show_reading(self, turn: int, reading: Reading) -> None:
        if turn != self._turn or self._file is None:
            return
        self._previewed = reading.previewed
        arrives = not self.shows_preview
        self.show_preview(self._file.name, self._sheets, self._sheet)
        if reading.previewed is not None:
            choices = choices_of(reading.previewed, self._mapping)
            self.preview.show_preview(reading.previewed, choices)
            self.set_ready(len(reading.previewed.rows))
        else:
            choices = choices_from(reading.headings, self._mapping)
            self.preview.show_fault(choices)
        if reading.fault is not None:
            self.show_error(reading.fault)
        if arrives:
            self.take_focus()
        # What the list itself means: choosing it again is no choice by hand.
        for choice in choices:
            if not choice.by_hand:
                self._own.setdefault(choice.header, choice.target)

    def bring_in_cases(self) -> None:
        """Save what the preview shows."""
        previewed = self._previewed
        if previewed is None or not previewed.rows or self._saving:
            return
        self._saving = True
        self.set_ready(0)

        def job(progress: Progress) -> ImportResult:
            return self._port.apply(previewed, teller(progress, "Saving"))

        self._runner.run(
            job,
            title="Bringing in the cases",
            on_done=self._brought_in,
            on_failed=self._not_brought_in,
            on_cancelled=lambda: self._not_brought_in(None),
        )

    def _brought_in(self, result: ImportResult) -> None:
        self._saving = False
        self.outcome.show_result(result)
        self.show_result()
        self.imported.emit(result)

    def _not_brought_in(self, error: Exception | None) -> None:
        self._saving = False
        self.set_ready(len(self._previewed.rows) if self._previewed else 0)
        if error is not None:
            self.show_error(error)

    def save_faults(self) -> None:
        """Write the rows that are left out into a file."""
        if self._previewed is None or self._file is None:
            return
        start = self._folder / f"{self._file.stem} rows left out.csv"
        target = self._prompts.save_file("Save the rows left out", _CSV, start)
        if target is None:
            return
        try:
            write_faults(self._previewed.refused, target)
        except UserError as error:
            self.show_error(error)

    @property
    def mapping(self) -> Mapping[str, str]:
        """What a person chose, by heading."""
        return dict(self._mapping)

    def _next_turn(self) -> int:
        self._turn += 1
        return self._turn

    def done(self, result: int) -> None:
        """Close, unless cases are being saved: that can be cancelled where it is shown."""
        if self._saving:
            return
        self._turn += 1
        self._soon.stop()
        self._runner.window = self._under
        self.remember()
        super().done(result)
