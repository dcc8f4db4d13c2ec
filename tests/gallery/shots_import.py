"""Pictures of bringing in a list, step by step."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

from audit_desk.domain.case_event import ListKind
from audit_desk.domain.cells import Cell
from audit_desk.domain.list_profile import Profile, heading_keys
from audit_desk.errors import UserError
from audit_desk.services.case_preview import Leaving
from audit_desk.ui.dialogs.import_cases.dialog import ImportDialog
from audit_desk.ui.dialogs.import_cases.steps import Step
from audit_desk.ui.dialogs.import_cases.value_model import READ_AS
from audit_desk.ui.prompts import DialogPrompts, Question
from audit_desk.ui.task_runner import TaskRunner
from tests.gallery.registry import STANDARD, Shot, Studio
from tests.ui import fake_import
from tests.ui.fake_import import HEADINGS, FakeImport

_DIALOG = None  # as large as it opens
_FILE = Path("CST cohort March 2026.csv")
_ANNEX: dict[str, list[list[Cell]]] = {
    "Cover": [["Annex A, March 2026"]],
    "List 6 – Children in need": fake_import.sheet(),  # noqa: RUF001 - as workbooks have it
    "List 8 – Children in care": fake_import.sheet(),  # noqa: RUF001
    "Look-ups": fake_import.sheet(),
}
_PROFILE = Profile(
    "Children in need (Mosaic)",
    headings=heading_keys(HEADINGS),
    mapping={"Colour": "status"},
    list_name="CST cohort",
)

Then = Callable[[ImportDialog, FakeImport, Callable[[], None]], object]


class _Loud:
    def show(self, error: BaseException) -> None:
        raise error


class _Agrees(DialogPrompts):
    def confirm(self, question: Question) -> bool:
        del question
        return True


def _open(studio: Studio, then: Then) -> QWidget:
    runner = TaskRunner(_Loud())
    port = FakeImport()
    made = ImportDialog(port, runner, studio.icons, _Agrees())
    runner.setParent(made)
    then(made, port, runner.drain)
    return made


def _nothing(_dialog: ImportDialog, _port: FakeImport, _drain: Callable[[], None]) -> None:
    """Leave the window as it opens."""


def _refuse(dialog: ImportDialog, port: FakeImport, drain: Callable[[], None]) -> None:
    port.refusal = UserError(
        "“cases.xlsx” is protected with a password.",
        "Save it without one, then choose it again. Nothing was brought in.",
    )
    dialog.take_file(Path("cases.xlsx"))
    drain()


def _sheets(dialog: ImportDialog, port: FakeImport, drain: Callable[[], None]) -> None:
    port.sheets_of, port.hidden = _ANNEX, frozenset({"Look-ups"})
    dialog.take_file(Path("annex-a.xlsx"))
    drain()


def _headings(dialog: ImportDialog, port: FakeImport, drain: Callable[[], None]) -> None:
    port.sheets_of = {"x": fake_import.sheet(title=["Complex safeguarding, March 2026"])}
    port.header_row = 2
    dialog.take_file(_FILE)
    drain()
    dialog.route.go(Step.HEADINGS)


def _columns(dialog: ImportDialog, _port: FakeImport, drain: Callable[[], None]) -> None:
    dialog.take_file(_FILE)
    drain()


def _twice(dialog: ImportDialog, port: FakeImport, drain: Callable[[], None]) -> None:
    port.sheets_of = {"x": fake_import.sheet(["Key", *HEADINGS[1:]])}
    _columns(dialog, port, drain)
    dialog.choices.choose_target("Colour", "status")
    dialog.choices.choose_target("Exploitation type", "status")
    dialog.choices.judge()
    drain()


def _profile(dialog: ImportDialog, port: FakeImport, drain: Callable[[], None]) -> None:
    port.profiles.kept.append(_PROFILE)
    _columns(dialog, port, drain)


def _values(dialog: ImportDialog, port: FakeImport, drain: Callable[[], None]) -> None:
    _columns(dialog, port, drain)
    dialog.route.forward()
    drain()


def _translating(dialog: ImportDialog, port: FakeImport, drain: Callable[[], None]) -> None:
    _values(dialog, port, drain)
    model, table = dialog.values.model, dialog.values.table
    model.setData(model.index(0, READ_AS), "Team East")
    dialog.show()
    table.edit(model.index(1, READ_AS))
    QApplication.processEvents()


def _preview(
    dialog: ImportDialog, port: FakeImport, drain: Callable[[], None], tab: str = "new"
) -> None:
    _values(dialog, port, drain)
    dialog.route.forward()
    drain()
    dialog.preview.show_tab(tab)


def _clean(dialog: ImportDialog, port: FakeImport, drain: Callable[[], None]) -> None:
    port.made = fake_import.understood()
    _values(dialog, port, drain)


def _partial(dialog: ImportDialog, port: FakeImport, drain: Callable[[], None]) -> None:
    leaving = tuple(Leaving(f"CST-{each:04}", closes=True) for each in range(40, 70))
    port.made = replace(port.made, gone=30, leaving=leaving)
    _preview(dialog, port, drain, "leaving")


def _events(dialog: ImportDialog, port: FakeImport, drain: Callable[[], None]) -> None:
    port.made = replace(
        fake_import.understood(), kind=ListKind.MISSING, rows=(), list_name="", new=61, changed=3
    )
    _values(dialog, port, drain)


def _done(dialog: ImportDialog, port: FakeImport, drain: Callable[[], None]) -> None:
    _columns(dialog, port, drain)
    dialog.choices.choose_target("Colour", "status")
    dialog.route.forward()
    drain()
    dialog.route.forward()
    drain()
    dialog.route.forward()
    drain()


def _shot(name: str, then: Then, size: QSize | None = _DIALOG, scale: int = 100) -> Shot:
    return Shot(f"import-{name}", partial(_open, then=then), size, scale)


SHOTS = [
    _shot("choose", _nothing),
    _shot("refused", _refuse),
    _shot("sheets", _sheets),
    _shot("headings", _headings),
    _shot("columns", _columns),
    _shot("columns-fault", _twice),
    _shot("columns-profile", _profile),
    _shot("values", _values),
    _shot("values-editing", _translating),
    _shot("preview", _preview),
    _shot("preview-changed", partial(_preview, tab="changed")),
    _shot("preview-leaving", _partial),
    _shot("preview-left-out", partial(_preview, tab="refused")),
    _shot("preview-dropped", partial(_preview, tab="dropped")),
    _shot("preview-clean", _clean),
    _shot("preview-events", _events),
    _shot("columns-200", _columns, STANDARD, 200),
    _shot("preview-150", partial(_preview, tab="refused"), STANDARD, 150),
    _shot("done", _done),
]
