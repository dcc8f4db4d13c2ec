"""The import's window on invented lists, by keyboard."""

from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from audit_desk.domain.case_event import ListKind
from audit_desk.domain.list_profile import Profile, heading_keys
from audit_desk.errors import Cancelled, UserError
from audit_desk.services.case_import import ImportResult
from audit_desk.services.case_preview import Leaving
from audit_desk.services.case_rows import RowFault
from audit_desk.services.list_fields import LEAVE_OUT
from audit_desk.ui.dialogs.import_cases.dialog import ImportDialog
from audit_desk.ui.dialogs.import_cases.head_model import HIDDEN
from audit_desk.ui.dialogs.import_cases.ports import Tell
from audit_desk.ui.dialogs.import_cases.steps import Step
from audit_desk.ui.icons import Icons
from audit_desk.ui.task_runner import TaskRunner
from tests.ui import fake_import
from tests.ui.conftest import FakePrompts
from tests.ui.fake_import import HEADINGS, FakeImport

LIST = Path("cst.csv")
KEYS = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


@dataclass
class Open:
    """An import window with everything around it."""

    qtbot: QtBot
    dialog: ImportDialog
    port: FakeImport
    runner: TaskRunner
    prompts: FakePrompts
    results: list[ImportResult] = field(default_factory=list)

    def take(self, file: Path = LIST) -> None:
        self.dialog.take_file(file)
        self.runner.drain()

    def press(
        self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(self.focus, key, held)
        QApplication.processEvents()  # a table takes what was typed in it a moment later
        self.runner.drain()

    def type(self, text: str) -> None:
        for character in text:
            QTest.keyClicks(self.focus, character)

    @property
    def focus(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def choose(self, header: str, target: str) -> None:
        """Choose with the keyboard, as a person does."""
        box = self.dialog.columns.columns.box_of(header)
        box.setFocus()
        steps = box.findData(target) - box.currentIndex()
        for _ in range(abs(steps)):
            QTest.keyClick(box, KEYS.Key_Down if steps > 0 else KEYS.Key_Up)
        assert not self.dialog.next.isEnabled()
        self.qtbot.waitUntil(lambda: self.dialog.is_settled)

    @property
    def step(self) -> Step:
        return self.dialog.step

    def at(self, step: Step) -> bool:
        return self.dialog.step is step

    @property
    def error(self) -> str:
        shown = self.dialog.error
        return shown.accessibleName() if shown.isVisible() else ""

    @property
    def column_texts(self) -> list[str]:
        return [text for text in self.dialog.columns.columns.texts() if text]

    def cells(self) -> list[list[str]]:
        model = self.dialog.preview.table.model()
        return [
            [str(model.index(row, column).data()) for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]


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


def test_a_list_goes_through_every_step_by_keyboard_alone(opened: Open, tmp_path: Path) -> None:
    opened.prompts.file = tmp_path / "cst.csv"
    opened.press(KEYS.Key_Return)  # Choose a file…
    assert opened.at(Step.COLUMNS)
    assert opened.focus.accessibleName() == "What the column Colour is"
    opened.press(KEYS.Key_Return)
    assert opened.at(Step.VALUES), "three values are not known"
    opened.type("North")  # opens the choice of the first value and types
    opened.press(KEYS.Key_Return)
    opened.press(KEYS.Key_Return)
    assert opened.at(Step.PREVIEW)
    assert opened.port.read[-1].translations == {"team": {"1042": "North"}}
    assert (
        opened.dialog.preview.words == "34 cases: 12 new, 2 changed, 20 unchanged; 6 rows left out"
    )
    assert opened.port.brought == []
    assert opened.dialog.next.hasFocus()
    assert opened.dialog.next.text() == "Bring in 34 cases"
    opened.press(KEYS.Key_Return)
    assert opened.at(Step.RESULT)
    assert opened.results == [ImportResult(12, 2, 20, 6, closed=3)]
    assert "12 added" in opened.dialog.outcome.done.accessibleName()
    name = opened.dialog.outcome.profile_name
    assert name.hasFocus(), "what was said is worth keeping"
    opened.press(KEYS.Key_Return)
    (kept,) = opened.port.profiles.kept
    assert (kept.name, kept.list_name) == ("CST cohort", "CST cohort")
    assert kept.translations == {"team": {"1042": "North"}}
    opened.press(KEYS.Key_Return)
    assert not opened.dialog.isVisible()
    assert opened.port.discarded[-1] is opened.port.brought[0]


def test_alt_left_leads_back_and_what_was_read_is_not_read_again(opened: Open) -> None:
    opened.take()
    opened.press(KEYS.Key_Right, ALT)
    opened.press(KEYS.Key_Right, ALT)
    assert opened.at(Step.PREVIEW)
    opened.press(KEYS.Key_Right, ALT)
    assert opened.port.brought == [], "nothing is saved by going on"
    steps = []
    for _ in range(4):
        opened.press(KEYS.Key_Left, ALT)
        steps.append(opened.step)
    assert steps == [Step.VALUES, Step.COLUMNS, Step.FILE, Step.FILE]
    opened.dialog.steps.button_of(Step.PREVIEW).click()
    opened.runner.drain()
    assert opened.at(Step.PREVIEW)
    assert len(opened.port.read) == 1


def test_a_value_stands_beside_what_it_is_read_as_where_room_is_short(opened: Open) -> None:
    opened.take()
    opened.dialog.steps.button_of(Step.VALUES).click()
    opened.runner.drain()
    table = opened.dialog.values.table
    table.resize(table.fontMetrics().averageCharWidth() * 50, table.height())
    assert table.horizontalHeader().length() <= table.viewport().width()


def test_the_way_back_to_the_file_forgets_nothing_that_was_said_of_the_list(opened: Open) -> None:
    opened.take()
    opened.choose("Colour", "status")
    said = opened.dialog.state.draft
    opened.dialog.steps.button_of(Step.FILE).click()
    opened.dialog.next.click()
    opened.runner.drain()
    assert opened.at(Step.COLUMNS)
    assert opened.dialog.state.draft is said


def test_of_what_identifies_children_no_value_is_ever_shown(opened: Open) -> None:
    opened.port.sheets_of = {"x": fake_import.sheet(["Key", "Col 2", *HEADINGS[2:]])}
    opened.take()
    shown = "\n".join(opened.column_texts)
    rows = fake_import.rows()
    for place in range(3):  # an ID and names under no known heading, and dates of birth
        assert not any(str(row[place]) in shown for row in rows)
    assert "East · West · 1042" in shown
    opened.dialog.steps.button_of(Step.HEADINGS).click()
    grid = opened.dialog.headings.grid.model()
    cells = {str(grid.index(row, column).data()) for row in range(1, 9) for column in (1, 2)}
    assert cells == {HIDDEN}


def test_a_list_without_the_child_s_id_is_put_right_by_hand(opened: Open) -> None:
    opened.port.sheets_of = {"x": fake_import.sheet(["Key", *HEADINGS[1:]])}
    opened.take()
    assert "no column with the child's ID" in opened.error
    assert not opened.dialog.next.isEnabled()
    assert not opened.dialog.steps.button_of(Step.PREVIEW).isEnabled()
    opened.choose("Key", "system_id")
    assert opened.error == ""
    assert opened.dialog.next.isEnabled()
    assert opened.focus is opened.dialog.columns.columns.box_of("Key")


def test_two_columns_for_one_field_are_told_at_the_columns(opened: Open) -> None:
    opened.take()
    opened.choose("Colour", "status")
    opened.choose("Exploitation type", "status")
    assert "“Colour” is read as “Status” too. Choose one of them." in opened.column_texts
    assert not opened.dialog.next.isEnabled()
    opened.choose("Exploitation type", "exploitation_type")
    assert opened.error == ""
    opened.press(KEYS.Key_Return)
    assert opened.port.read[-1].mapping == {"Colour": "status"}


def test_names_are_refused_at_the_column_that_holds_them(opened: Open) -> None:
    opened.port.sheets_of = {"x": fake_import.sheet(["Child ID", "Col 2", *HEADINGS[2:]])}
    opened.take()
    with pytest.raises(KeyError):
        opened.dialog.columns.columns.box_of("Col 2")
    opened.choose("Child ID", "team")
    assert not opened.dialog.next.isEnabled()


def test_a_known_column_may_be_left_out_and_taken_back(opened: Open) -> None:
    opened.take()
    opened.choose("Team", LEAVE_OUT)
    assert opened.dialog.state.draft is not None
    assert opened.dialog.state.draft.mapping == {"Team": LEAVE_OUT}
    opened.choose("Team", "team")
    assert opened.dialog.state.draft.mapping == {}


def test_one_of_several_sheets_is_taken_by_keyboard(opened: Open) -> None:
    opened.port.sheets_of = {"Cover": [["Annex A"]], "List 8": fake_import.sheet()}
    opened.port.hidden = frozenset({"List 8"})
    opened.take()
    sheets = opened.dialog.file_page.sheets
    assert opened.focus is sheets
    assert sheets.item(1).text() == "List 8 · 41 rows · hidden in the workbook"
    opened.press(KEYS.Key_Down)
    opened.press(KEYS.Key_Return)
    assert opened.at(Step.COLUMNS)
    assert opened.dialog.state.draft is not None
    assert opened.dialog.state.draft.sheet == "List 8"


def test_the_row_of_headings_is_asked_for_where_nobody_can_be_sure(opened: Open) -> None:
    opened.port.sheets_of = {"x": fake_import.sheet(title=["Our list"])}
    opened.take()
    assert opened.at(Step.HEADINGS)
    opened.press(KEYS.Key_Down)
    assert opened.dialog.headings.said.text() == "Row 2 holds the headings."
    opened.press(KEYS.Key_Return)
    assert opened.at(Step.COLUMNS)
    opened.press(KEYS.Key_Return)
    assert opened.port.read[-1].header_row == 2


def test_another_kind_of_list_has_other_columns(opened: Open) -> None:
    opened.take()
    box = opened.dialog.columns.kind
    box.setFocus()
    QTest.keyClick(box, KEYS.Key_Down)
    opened.runner.drain()
    assert opened.dialog.columns.columns.box_of("Colour").findData("missing_from") > 0
    assert opened.dialog.columns.columns.box_of("Colour").findData("exploitation_type") < 0
    assert opened.dialog.state.draft is not None
    assert opened.dialog.state.draft.kind is ListKind.MISSING


def test_a_profile_is_used_by_itself_and_let_go(opened: Open) -> None:
    mapping = {"Colour": "status"}
    profile = Profile("Mosaic", headings=heading_keys(HEADINGS), mapping=mapping)
    opened.port.profiles.kept.append(profile)
    opened.take()
    assert opened.dialog.columns.columns.box_of("Colour").currentText() == "Status"
    banner = opened.dialog.columns.profile
    assert "Columns as in “Mosaic”" in banner.accessibleName()
    assert opened.focus is opened.dialog.next, "nothing is undecided"
    refuse = opened.dialog.columns.refusal()
    assert refuse is not None
    refuse.click()
    opened.runner.drain()
    assert not banner.isVisible()
    assert opened.dialog.columns.columns.box_of("Colour").currentText() == "Leave out"
    opened.press(KEYS.Key_Return)
    assert opened.port.read[-1].mapping == {}


def test_what_a_profile_says_is_not_offered_to_be_kept_again(opened: Open) -> None:
    profile = Profile("Mosaic", headings=heading_keys(HEADINGS), mapping={"Colour": "status"})
    opened.port.profiles.kept.append(profile)
    opened.port.made = fake_import.understood()
    opened.take()
    opened.press(KEYS.Key_Return)
    assert opened.at(Step.PREVIEW), "every value is understood"
    opened.press(KEYS.Key_Return)
    assert not opened.dialog.outcome.offer.isVisible()
    assert opened.focus is opened.dialog.leave


def _preview(opened: Open) -> None:
    opened.take()
    opened.dialog.route.go(Step.PREVIEW)
    opened.runner.drain()


def test_the_tabs_say_who_is_new_changed_leaving_and_left_out(opened: Open) -> None:
    _preview(opened)
    tabs = opened.dialog.preview.tabs
    assert [tabs.tabText(place) for place in range(tabs.count())] == [
        *("New 12", "Changed 2", "Unchanged 20", "Leaving 3", "Left out 6", "Dropped columns 3"),
    ]
    assert opened.cells()[0][:3] == ["2", "East", "10"]
    opened.dialog.preview.show_tab("changed")
    assert opened.cells()[2] == ["CST-0004", "Closed to complex safeguarding", "", "27 Feb 2026"]
    opened.dialog.preview.show_tab("leaving")
    assert [row[1].split(".")[0] for row in opened.cells()] == [
        "The case is closed",
        "The case is closed",
        "Stays open: the child is on another list",
    ]
    opened.dialog.preview.show_tab("refused")
    assert opened.cells()[0] == ["2", "CST start date", "2027-01-01", "Lies in the future"]
    opened.dialog.preview.show_tab("unchanged")
    assert not opened.dialog.preview.table.isVisible()


def test_a_part_of_a_list_makes_nobody_leave(opened: Open) -> None:
    leaving = tuple(Leaving(f"CST-{each}", closes=True) for each in range(30))
    opened.port.made = replace(fake_import.preview(), gone=30, leaving=leaving)
    _preview(opened)
    assert "30 of the 37 children" in opened.dialog.preview.warning.accessibleName()
    assert opened.dialog.preview.warning.isVisible()
    opened.dialog.preview.edition.whole.click()
    opened.runner.drain()
    assert opened.port.read[-1].whole is False
    assert len(opened.port.discarded) == 1, "what was staged before is forgotten"


def test_a_list_is_the_next_edition_of_another_or_a_new_one(opened: Open) -> None:
    _preview(opened)
    which = opened.dialog.preview.edition.which
    assert which.currentText() == "the next edition of CST cohort"
    which.setFocus()
    QTest.keyClick(which, KEYS.Key_Down)
    opened.runner.drain()
    assert opened.port.read[-1].list_name == "Children in need"
    which.setFocus()
    QTest.keyClick(which, KEYS.Key_Down)
    assert opened.focus is opened.dialog.preview.edition.name
    QTest.keyClicks(opened.focus, "Summer cohort")
    opened.press(KEYS.Key_Return)
    assert opened.port.read[-1].list_name == "Summer cohort"


class _Many(list[RowFault]):
    """A million faults, of which nobody may read more than what is shown."""

    read = 0

    def __len__(self) -> int:
        return 1_000_000

    def __getitem__(self, place: object) -> list[RowFault]:  # type: ignore[override]
        assert isinstance(place, slice)
        numbers = range(place.start, place.stop)
        type(self).read += len(numbers)
        return [RowFault(number, "Age", "x", "is not an age") for number in numbers]


def test_a_million_faults_are_read_as_they_come_into_sight(opened: Open) -> None:
    opened.port.made = replace(fake_import.preview(), refused=_Many(), refused_rows=1_000_000)
    _preview(opened)
    opened.dialog.preview.show_tab("refused")
    model = opened.dialog.preview.table.model()
    assert model.rowCount() == 1_000_000
    assert model.index(999_999, 0).data() == "999,999"
    assert _Many.read < 2_000


def test_no_row_at_all_leaves_nothing_to_bring_in(opened: Open) -> None:
    opened.port.made = replace(fake_import.preview(), new=0, changed=0, unchanged=0, rows=())
    _preview(opened)
    assert opened.dialog.preview.words == "No row can be brought in"
    assert not opened.dialog.next.isEnabled()


def test_a_bad_file_is_refused_in_place(opened: Open) -> None:
    opened.port.refusal = UserError("“x.xlsx” is protected with a password.")
    opened.take()
    assert "password" in opened.error
    assert opened.dialog.file_page.zone.isVisible()
    opened.port.refusal = None
    opened.take()
    assert (opened.step, opened.error) == (Step.COLUMNS, "")


def test_what_cannot_be_saved_leaves_the_preview(opened: Open) -> None:
    _preview(opened)
    opened.port.refusal = UserError("The register is locked.", "Nothing was saved.")
    opened.press(KEYS.Key_Return)
    assert "The register is locked." in opened.error
    assert opened.dialog.next.text() == "Bring in 34 cases"
    assert opened.dialog.next.isEnabled()
    assert opened.results == []


def test_cancelling_brings_nothing_in(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    def cancelled(_previewed: object, _tell: Tell) -> ImportResult:
        raise Cancelled

    _preview(opened)
    monkeypatch.setattr(opened.port, "apply", cancelled)
    opened.press(KEYS.Key_Return)
    assert (opened.results, opened.step) == ([], Step.PREVIEW)
    assert opened.dialog.next.isEnabled()


def test_the_window_stays_while_a_list_is_being_saved(opened: Open) -> None:
    _preview(opened)
    opened.dialog.route.forward()
    opened.dialog.reject()
    assert opened.dialog.isVisible()
    opened.runner.drain()
    opened.dialog.reject()
    assert not opened.dialog.isVisible()


def test_escape_asks_only_where_choices_would_be_lost(opened: Open) -> None:
    opened.take()
    opened.choose("Colour", "status")
    opened.prompts.answer = False
    opened.press(KEYS.Key_Escape)
    assert opened.prompts.asked == ["Close without bringing the list in?"]
    assert opened.dialog.isVisible()
    opened.prompts.answer = True
    opened.press(KEYS.Key_Escape)
    assert not opened.dialog.isVisible()
    assert opened.runner.window is None


def test_closing_while_a_list_is_read_forgets_what_is_staged(opened: Open) -> None:
    opened.take()
    opened.dialog.route.go(Step.PREVIEW)
    opened.dialog.reject()
    opened.runner.drain()
    assert opened.dialog.work.previewed is None
    assert len(opened.port.discarded) == 1


def test_the_rows_left_out_are_saved_for_whoever_corrects_them(
    opened: Open, tmp_path: Path
) -> None:
    _preview(opened)
    opened.dialog.preview.show_tab("refused")
    opened.prompts.file = tmp_path / "left out.csv"
    QTest.keyClick(opened.dialog.preview.save, KEYS.Key_Space)
    lines = opened.prompts.file.read_text(encoding="utf-8-sig").splitlines()
    assert lines[:2] == [
        "Row,Column,Value,Reason",
        "2,CST start date,2027-01-01,lies in the future",
    ]
    assert len(lines) == 7
    assert opened.dialog.preview.note == f"Saved 6 faults as left out.csv in {tmp_path}."
    opened.prompts.file = tmp_path / "no such folder" / "left out.csv"
    opened.dialog.save_faults()
    assert "There is no folder" in opened.error


def test_a_file_is_taken_by_dropping_it_and_another_after_it(opened: Open, tmp_path: Path) -> None:
    file = tmp_path / "cst.csv"
    zone = opened.dialog.file_page.zone
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    held = Qt.KeyboardModifier.NoModifier
    zone.dropEvent(QDropEvent(QPointF(5, 5), copy, data, left, held))
    opened.runner.drain()
    opened.dialog.route.go(Step.PREVIEW)
    opened.runner.drain()
    opened.press(KEYS.Key_Return)
    QTest.keyClick(opened.dialog.outcome.again, KEYS.Key_Space)
    assert (opened.step, zone.isVisible()) == (Step.FILE, True)
    assert opened.focus is zone.button
