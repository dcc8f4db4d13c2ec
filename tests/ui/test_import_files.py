"""The import in the window on a real register, through the services."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from audit_desk.services.case_rows import RowFault
from audit_desk.services.desk import Desk
from audit_desk.services.registers import create_register
from audit_desk.ui.dialogs.import_cases.dialog import ImportDialog
from audit_desk.ui.dialogs.import_cases.fault_file import write_faults
from audit_desk.ui.dialogs.import_cases.from_desk import DeskImport
from audit_desk.ui.icons import Icons
from audit_desk.ui.screens.cases.from_desk import DeskCases
from audit_desk.ui.screens.cases.screen import CasesScreen
from audit_desk.ui.screens.home.from_desk import DeskHome
from audit_desk.ui.task_runner import TaskRunner
from tests.ui.conftest import FakePrompts
from tests.ui.fake_import import HEADINGS, cst_list


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    register = create_register(
        tmp_path / "test.auditdesk", "marble kettle fern", "Northshire Council", "Alex Morgan"
    )
    yield Desk(register, {}, lambda: date(2026, 3, 3))
    register.close()


def test_cases_come_into_the_register_and_onto_the_page(
    desk: Desk, qtbot: QtBot, runner: TaskRunner, icons: Icons, prompts: FakePrompts, tmp_path: Path
) -> None:
    cases = CasesScreen(DeskCases(desk), runner, icons, prompts, lambda: None)
    qtbot.addWidget(cases)
    dialog = ImportDialog(DeskImport(desk, "Alex Morgan"), runner, icons, prompts)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.imported.connect(lambda _result: cases.reload())
    file = cst_list(tmp_path / "cst.csv", headings=HEADINGS.replace("Their No.", "Child ID"))
    dialog.take_file(file)
    runner.drain()
    dialog.choose_target("Colour", "skip")
    qtbot.waitUntil(lambda: dialog.is_settled)
    dialog.bring_in_cases()
    runner.drain()
    assert desk.cases.count() == 34
    assert cases.model.total == 34
    assert cases.model.index(0, 0).data() == "CST-0001"
    dialog.start_again()
    dialog.take_file(file)
    runner.drain()
    assert dialog.preview._counts.text() == "34 cases, all known already"
    home = DeskHome(desk)
    assert home.case_count() == 34
    assert home.person() == "Alex Morgan"
    assert (home.my_audits(), home.round_lines(), home.open_concerns()) == ((), (), ())


def test_a_known_column_is_left_out_of_the_register(
    desk: Desk, qtbot: QtBot, runner: TaskRunner, icons: Icons, prompts: FakePrompts, tmp_path: Path
) -> None:
    dialog = ImportDialog(DeskImport(desk, "Alex Morgan"), runner, icons, prompts)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.take_file(cst_list(tmp_path / "cst.csv", headings=HEADINGS))
    runner.drain()
    dialog.choose_target("Their No.", "system_id")
    qtbot.waitUntil(lambda: dialog.is_settled)
    dialog.choose_target("Team", "skip")
    qtbot.waitUntil(lambda: dialog.is_settled)
    dialog.bring_in_cases()
    runner.drain()
    assert desk.cases.count() == 34
    assert all("team" not in case.facts for case in desk.cases.all())


def test_no_cell_of_the_saved_faults_runs_as_a_formula(tmp_path: Path) -> None:
    target = tmp_path / "faults.csv"
    write_faults([RowFault(2, "=cmd", "+1", "is not a date")], target)
    text = target.read_text(encoding="utf-8-sig").splitlines()[1]
    assert text == "2,'=cmd,'+1,is not a date"
