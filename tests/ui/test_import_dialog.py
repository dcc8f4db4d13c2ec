from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from audit_desk.errors import Cancelled, UserError
from audit_desk.services.case_columns import LEAVE_OUT
from audit_desk.services.case_import import ImportResult
from audit_desk.ui.dialogs.import_cases.choices import CHILD_ID
from audit_desk.ui.dialogs.import_cases.dialog import ImportDialog
from audit_desk.ui.dialogs.import_cases.ports import Tell
from audit_desk.ui.icons import Icons
from audit_desk.ui.task_runner import TaskRunner
from tests.ui.conftest import FakePrompts
from tests.ui.fake_import import HEADINGS, FakeImport, cst_list, workbook

WITH_ID = HEADINGS.replace("Their No.", "Child ID")


@dataclass
class Open:
    """An import window with everything around it."""

    qtbot: QtBot
    dialog: ImportDialog
    port: FakeImport
    runner: TaskRunner
    prompts: FakePrompts
    results: list[ImportResult] = field(default_factory=list)

    def take(self, file: Path) -> None:
        self.dialog.take_file(file)
        self.runner.drain()

    def choose(self, header: str, target: str) -> None:
        """Choose with the keyboard, as a person does."""
        box = self.dialog.preview.columns.box_of(header)
        box.setFocus()
        steps = box.findData(target) - box.currentIndex()
        for _ in range(abs(steps)):
            QTest.keyClick(box, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)
        self.settle()

    def settle(self) -> None:
        """Wait until the page shows what was chosen."""
        assert not self.dialog.bring_in.isEnabled()
        self.qtbot.waitUntil(lambda: self.dialog.is_settled)

    @property
    def counts(self) -> str:
        return self.dialog.preview._counts.text()

    @property
    def error(self) -> str:
        shown = self.dialog.error
        return shown.accessibleName() if shown.isVisible() else ""


@pytest.fixture
def opened(qtbot: QtBot, runner: TaskRunner, icons: Icons, prompts: FakePrompts) -> Open:
    port = FakeImport()
    dialog = ImportDialog(port, runner, icons, prompts)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    made = Open(qtbot, dialog, port, runner, prompts)
    dialog.imported.connect(made.results.append)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return made


def test_a_list_is_looked_at_before_it_is_brought_in(opened: Open, tmp_path: Path) -> None:
    opened.prompts.file = cst_list(tmp_path / "cst.csv", headings=WITH_ID)
    QTest.keyClick(opened.dialog.choose.zone.button, Qt.Key.Key_Space)
    opened.runner.drain()
    assert opened.counts == "34 cases, all new"
    assert opened.dialog.preview.faults.rowCount() == 6
    assert opened.port.brought == []
    assert opened.dialog.bring_in.text() == "Bring in 34 cases"
    assert opened.dialog.focusWidget() is opened.dialog.preview.columns.box_of("Colour")
    QTest.keyClick(opened.dialog.bring_in, Qt.Key.Key_Space)
    opened.runner.drain()
    assert [len(each.rows) for each in opened.port.brought] == [34]
    assert opened.results == [ImportResult(34, 0, 0, 6)]
    assert "34 added" in opened.dialog.outcome.done.accessibleName()


def test_what_identifies_children_is_named_and_nowhere_shown(opened: Open, tmp_path: Path) -> None:
    opened.take(cst_list(tmp_path / "cst.csv", headings=WITH_ID))
    dropped = opened.dialog._previewed
    assert dropped is not None
    assert [column.header for column in dropped.dropped] == ["Child's name"]
    table = opened.dialog.preview.kept_table.model()
    cells = {
        str(table.index(row, column).data())
        for row in range(table.rowCount())
        for column in range(table.columnCount())
    }
    assert not any(cell.startswith(("Ann Lee", "900")) for cell in cells)
    assert {"East", "3 Feb 2025", "Sexual exploitation"} <= cells


def test_a_refused_row_says_where_and_why(opened: Open, tmp_path: Path) -> None:
    opened.take(cst_list(tmp_path / "cst.csv", headings=WITH_ID))
    faults = opened.dialog.preview.faults
    assert [faults.index(0, column).data() for column in range(4)] == [
        "2",
        "CST start date",
        "2027-01-01",
        "Lies in the future",
    ]


def test_a_list_without_the_child_s_id_is_put_right_by_hand(opened: Open, tmp_path: Path) -> None:
    opened.take(cst_list(tmp_path / "cst.csv"))
    assert "no column with the child's ID" in opened.error
    assert not opened.dialog.bring_in.isEnabled()
    opened.choose("Their No.", CHILD_ID)
    assert opened.error == ""
    assert opened.dialog.mapping == {"Their No.": CHILD_ID}
    assert opened.dialog.bring_in.isEnabled()
    box = opened.dialog.preview.columns.box_of("Their No.")
    assert opened.dialog.focusWidget() is box


def test_an_unknown_column_is_mapped_and_let_go_again(opened: Open, tmp_path: Path) -> None:
    opened.take(cst_list(tmp_path / "cst.csv", headings=WITH_ID))
    opened.choose("Colour", "worker")
    previewed = opened.dialog._previewed
    assert previewed is not None
    assert "worker" in [column.target for column in previewed.kept]
    opened.choose("Colour", LEAVE_OUT)
    assert opened.dialog.mapping == {}


def test_a_known_column_may_be_left_out_and_taken_back(opened: Open, tmp_path: Path) -> None:
    opened.take(cst_list(tmp_path / "cst.csv", headings=WITH_ID))
    opened.dialog.choose_target("Team", LEAVE_OUT)
    opened.settle()
    assert opened.dialog._previewed is not None
    assert "team" not in [column.target for column in opened.dialog._previewed.kept]
    opened.choose("Team", "team")
    assert opened.dialog.mapping == {}


def test_a_column_that_identifies_children_cannot_be_chosen(opened: Open, tmp_path: Path) -> None:
    opened.take(cst_list(tmp_path / "cst.csv", headings=WITH_ID))
    with pytest.raises(KeyError):
        opened.dialog.preview.columns.box_of("Child's name")
    opened.dialog.choose_target("Child's name", "team")
    opened.settle()
    assert "cannot be kept" in opened.error
    assert not opened.dialog.bring_in.isEnabled()


def test_one_of_several_sheets_is_taken_by_keyboard(opened: Open, tmp_path: Path) -> None:
    opened.take(workbook(tmp_path / "annex.xlsx"))
    sheets = opened.dialog.choose.sheets
    assert sheets.isVisible()
    assert opened.dialog.focusWidget() is sheets
    QTest.keyClick(sheets, Qt.Key.Key_Down)
    QTest.keyClick(sheets, Qt.Key.Key_Return)
    opened.runner.drain()
    assert opened.counts == "2 cases, all new"
    box = opened.dialog.sheet_box
    assert box.currentText() == "List 8"
    QTest.keyClick(box, Qt.Key.Key_Up)
    opened.runner.drain()
    assert opened.counts == "1 case, new"


def test_known_children_are_counted_apart(opened: Open, tmp_path: Path) -> None:
    opened.port.known = {"9001": "CST-0001"}
    opened.take(cst_list(tmp_path / "cst.csv", headings=WITH_ID))
    assert opened.counts == "34 cases: 33 new, 1 known already"


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.csv", b"", "empty"),
        ("broken.csv", b'Child ID,Team\n1,"East\n', "quotation mark"),
        ("picture.csv", bytes(range(256)), "not a text file"),
    ],
)
def test_a_bad_file_is_refused_in_place(
    opened: Open, tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    opened.take(file)
    assert says in opened.error
    assert opened.dialog.choose.zone.isVisible()
    opened.take(cst_list(tmp_path / "good.csv", headings=WITH_ID))
    assert opened.error == ""


def test_a_folder_is_refused_in_place(opened: Open, tmp_path: Path) -> None:
    opened.take(tmp_path)
    assert opened.error != ""


def test_what_cannot_be_saved_leaves_the_preview(opened: Open, tmp_path: Path) -> None:
    opened.take(cst_list(tmp_path / "cst.csv", headings=WITH_ID))
    opened.port.refusal = UserError("The register is locked.", "Nothing was saved.")
    opened.dialog.bring_in_cases()
    opened.runner.drain()
    assert "The register is locked." in opened.error
    assert opened.dialog.bring_in.text() == "Bring in 34 cases"
    assert opened.results == []


def test_cancelling_brings_nothing_in(
    opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cancelled(_previewed: object, _tell: Tell) -> ImportResult:
        raise Cancelled

    opened.take(cst_list(tmp_path / "cst.csv", headings=WITH_ID))
    monkeypatch.setattr(opened.port, "apply", cancelled)
    opened.dialog.bring_in_cases()
    opened.runner.drain()
    assert opened.results == []
    assert opened.dialog.bring_in.isEnabled()


def test_the_window_stays_while_cases_are_being_saved(opened: Open, tmp_path: Path) -> None:
    opened.take(cst_list(tmp_path / "cst.csv", headings=WITH_ID))
    opened.dialog.bring_in_cases()
    opened.dialog.reject()
    assert opened.dialog.isVisible()
    opened.runner.drain()
    opened.dialog.reject()
    assert not opened.dialog.isVisible()


def test_closing_while_a_file_is_read_forgets_it(opened: Open, tmp_path: Path) -> None:
    before = opened.runner.window
    opened.dialog.take_file(cst_list(tmp_path / "cst.csv", headings=WITH_ID))
    opened.dialog.reject()
    opened.runner.drain()
    assert opened.dialog._previewed is None
    assert before is opened.dialog
    assert opened.runner.window is None


def test_the_rows_left_out_are_saved_for_whoever_corrects_them(
    opened: Open, tmp_path: Path
) -> None:
    opened.take(cst_list(tmp_path / "cst.csv", headings=WITH_ID))
    opened.prompts.file = tmp_path / "left out.csv"
    opened.dialog.save_faults()
    lines = opened.prompts.file.read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == "Row,Column,Value,Reason"
    assert lines[1] == "2,CST start date,2027-01-01,lies in the future"
    assert len(lines) == 7
    opened.prompts.file = tmp_path / "no such folder" / "left out.csv"
    opened.dialog.save_faults()
    assert "cannot be written" in opened.error


def test_a_file_is_taken_by_dropping_it(opened: Open, tmp_path: Path) -> None:
    zone = opened.dialog.choose.zone
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(cst_list(tmp_path / "cst.csv", headings=WITH_ID)))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    held = Qt.KeyboardModifier.NoModifier
    zone.dropEvent(QDropEvent(QPointF(5, 5), copy, data, left, held))
    opened.runner.drain()
    assert opened.counts == "34 cases, all new"


def test_after_one_list_comes_the_next(opened: Open, tmp_path: Path) -> None:
    file = cst_list(tmp_path / "cst.csv", headings=WITH_ID)
    opened.take(file)
    opened.dialog.bring_in_cases()
    opened.runner.drain()
    QTest.keyClick(opened.dialog.outcome.again, Qt.Key.Key_Space)
    assert opened.dialog.choose.zone.isVisible()
    opened.take(file)
    opened.dialog.bring_in_cases()
    opened.runner.drain()
    assert len(opened.results) == 2
