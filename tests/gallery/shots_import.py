"""Pictures of bringing in a case list."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from audit_desk.ui.dialogs.import_cases.dialog import ImportDialog
from audit_desk.ui.prompts import DialogPrompts
from audit_desk.ui.task_runner import TaskRunner
from tests.gallery.registry import Shot, Studio
from tests.ui.fake_import import HEADINGS, FakeImport, cst_list, workbook

_DIALOG = None  # as large as it opens
_WITH_ID = HEADINGS.replace("Their No.", "Child ID")


class _Loud:
    def show(self, error: BaseException) -> None:
        raise error


Then = Callable[[ImportDialog, Callable[[], None], Path], object]


def _open(studio: Studio, then: Then) -> QWidget:
    runner = TaskRunner(_Loud())
    made = ImportDialog(FakeImport(), runner, studio.icons, DialogPrompts())
    runner.setParent(made)
    then(made, runner.drain, studio.folder)
    return made


def _choose(_dialog: ImportDialog, _drain: Callable[[], None], _folder: Path) -> None:
    """Leave the window as it opens."""


def _refuse(dialog: ImportDialog, drain: Callable[[], None], folder: Path) -> None:
    file = folder / "cases.csv"
    file.write_text('Child ID,Team\nA1,"East\n', encoding="utf-8")
    dialog.take_file(file)
    drain()


def _sheets(dialog: ImportDialog, drain: Callable[[], None], folder: Path) -> None:
    dialog.take_file(workbook(folder / "annex-a.xlsx"))
    drain()


def _look(dialog: ImportDialog, drain: Callable[[], None], folder: Path) -> None:
    dialog.take_file(cst_list(folder / "CST cohort March 2026.csv", headings=_WITH_ID))
    drain()


def _clean(dialog: ImportDialog, drain: Callable[[], None], folder: Path) -> None:
    _sheets(dialog, drain, folder)
    dialog.take_sheet("List 8")
    drain()


def _fault(dialog: ImportDialog, drain: Callable[[], None], folder: Path) -> None:
    dialog.take_file(cst_list(folder / "CST cohort March 2026.csv"))
    drain()


def _done(dialog: ImportDialog, drain: Callable[[], None], folder: Path) -> None:
    _look(dialog, drain, folder)
    dialog.bring_in_cases()
    drain()


SHOTS = [
    Shot("import-choose", partial(_open, then=_choose), _DIALOG),
    Shot("import-refused", partial(_open, then=_refuse), _DIALOG),
    Shot("import-sheets", partial(_open, then=_sheets), _DIALOG),
    Shot("import-look", partial(_open, then=_look), _DIALOG),
    Shot("import-clean", partial(_open, then=_clean), _DIALOG),
    Shot("import-fault", partial(_open, then=_fault), _DIALOG),
    Shot("import-done", partial(_open, then=_done), _DIALOG),
]
