"""A list of 100,000 children comes in through the window, and every fault is told by its row."""

import csv
from pathlib import Path

import pytest

from audit_desk import app
from audit_desk.ui import task_runner
from audit_desk.ui.dialogs.import_cases.dialog import ImportDialog
from tests.cli.conftest import PASSPHRASE
from tests.e2e.person import Person
from tests.faulty_list import faulty_list

ROWS = 100_000


def test_a_list_of_100_000_rows_comes_in_and_its_faults_are_right_to_the_row(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(task_runner, "SHOW_AFTER_MS", 0)  # however quick the computer is
    register, list_, left_out = (
        tmp_path / name for name in ("long.auditdesk", "long.csv", "left out.csv")
    )
    made = faulty_list(ROWS)
    list_.write_text("\r\n".join(made.lines) + "\r\n", encoding="utf-8", newline="")
    app.create_desk(register, PASSPHRASE, "Northshire Council", "Amina Khan").register.close()
    person.start(register, PASSPHRASE)

    person.press("Ctrl+2")
    person.answers.file = list_
    person.press_button("Bring in a case list")
    person.press_button("Choose a file")
    dialog = person.dialog
    assert isinstance(dialog, ImportDialog)
    assert "10 kept" in person.words()
    person.press_button("Next")
    assert f"{made.children:,} cases, all new" in person.words()
    person.tab_to("What bringing the list in would do")
    while dialog.preview.tab != "refused":
        person.press("Right")
    person.answers.file = left_out
    person.press_button("Save these rows")
    with left_out.open(encoding="utf-8-sig", newline="") as file:
        told = [(int(row["Row"]), row["Column"], row["Reason"]) for row in csv.DictReader(file)]
    assert len(told) == len(made.faults) == ROWS // 20
    for found, due in zip(told, made.faults, strict=True):
        assert found[:2] == (due.row, due.column)
        assert found[2].startswith(due.reason), (found, due)

    person.press_button(f"Bring in {made.children:,} cases")
    assert person.desk.cases.count() == made.children
    shown = "\n".join(person.strays.dialogs)
    assert "Reading long.csv" in shown
    assert "Bringing in the list" in shown
