"""The import in the window on a real register, through the services."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from audit_desk.services.desk import Desk
from audit_desk.services.registers import create_register
from audit_desk.ui.dialogs.import_cases.dialog import ImportDialog
from audit_desk.ui.dialogs.import_cases.from_desk import DeskImport
from audit_desk.ui.dialogs.import_cases.steps import Step
from audit_desk.ui.dialogs.import_cases.value_model import READ_AS
from audit_desk.ui.icons import Icons
from audit_desk.ui.screens.home.from_desk import DeskHome
from audit_desk.ui.task_runner import TaskRunner
from tests.ui.conftest import FakePrompts

HEADINGS = "Key,Child's name,Squad,Age,CST start date,Exploitation type"


def _write(file: Path, first: int, last: int, *, age: int = 14, team: str = "1042") -> Path:
    """Write an invented list: every seventh row has a date to come."""
    lines = [HEADINGS]
    for number in range(first, last):
        start = "2027-01-01" if number % 7 == 0 else "03/02/2025"
        lines.append(f"{9000 + number},Ann Lee{'abcdefgh'[number % 8]},{team},{age},{start},CSE")
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    register = create_register(
        tmp_path / "test.auditdesk", "marble kettle fern", "Northshire Council", "Alex Morgan"
    )
    yield Desk(register, {}, lambda: date(2026, 3, 3))
    register.close()


@pytest.fixture
def dialog(
    desk: Desk, qtbot: QtBot, runner: TaskRunner, icons: Icons, prompts: FakePrompts
) -> Iterator[ImportDialog]:
    made = ImportDialog(DeskImport(desk, "Alex Morgan"), runner, icons, prompts)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    yield made
    made.reject()


def test_two_editions_of_a_list_come_into_the_register(
    desk: Desk, dialog: ImportDialog, runner: TaskRunner, tmp_path: Path
) -> None:
    dialog.take_file(_write(tmp_path / "march.csv", 0, 40))
    runner.drain()
    for header, target in (("Key", "system_id"), ("Squad", "team")):
        dialog.choices.choose_target(header, target)
    dialog.choices.judge()
    runner.drain()
    dialog.route.forward()
    runner.drain()
    assert dialog.step is Step.VALUES
    model = dialog.values.model
    assert model.index(0, 1).data() == "1042"
    model.setData(model.index(0, READ_AS), "Team East")
    dialog.route.forward()
    runner.drain()
    assert dialog.preview.words == "34 cases, all new; 6 rows left out"
    dialog.preview.show_tab("refused")
    assert dialog.preview.table.model().index(0, 3).data() == "Lies in the future"
    dialog.route.forward()
    runner.drain()
    assert desk.cases.count() == 34
    assert {case.facts["team"] for case in desk.cases.all()} == {"Team East"}
    dialog.outcome.keep.click()
    assert desk.profiles.get("march").translations == {"team": {"1042": "Team East"}}

    dialog.route.start()
    dialog.take_file(_write(tmp_path / "april.csv", 20, 50, age=15))
    runner.drain()
    assert "march" in dialog.columns.profile.accessibleName()
    dialog.route.forward()
    runner.drain()
    assert dialog.preview.edition.which.currentText() == "the next edition of march"
    assert dialog.preview.words == "25 cases: 8 new, 17 changed; 5 rows left out"
    assert dialog.preview.tabs.tabText(3) == "Leaving 17"
    dialog.route.forward()
    runner.drain()
    assert "17 closed" in dialog.outcome.done.accessibleName()
    assert not dialog.outcome.offer.isVisibleTo(dialog), "the profile says it all"
    home = DeskHome(desk)
    assert (home.case_count(), home.person()) == (42, "Alex Morgan")
