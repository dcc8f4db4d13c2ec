from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from audit_desk.domain.audit import Absence, Grade
from audit_desk.ui.icons import Icons
from audit_desk.ui.prompts import Question, QuestionDialog, save_dialog
from audit_desk.ui.theme import Theme
from audit_desk.ui.tokens import LIGHT
from audit_desk.ui.widgets.banner import Banner
from audit_desk.ui.widgets.boxes import clear, column, row
from audit_desk.ui.widgets.buttons import button
from audit_desk.ui.widgets.empty_state import EmptyState
from audit_desk.ui.widgets.field import Field
from audit_desk.ui.widgets.grade_chip import GradeChip
from audit_desk.ui.widgets.page import Page
from audit_desk.ui.widgets.roomy_dialog import RoomyDialog
from audit_desk.ui.widgets.row_model import ROW_ROLE, Column, RowModel
from audit_desk.ui.widgets.table import Table
from audit_desk.ui.widgets.text import TextLabel, label

pytestmark = pytest.mark.dressed

Line = tuple[str, int]
LINES: list[Line] = [("CST-0010", 3), ("CST-0002", 12), ("cst-0001", 3)]


def _model() -> RowModel[Line]:
    made: RowModel[Line] = RowModel(
        [
            Column("Reference", lambda line: line[0], tip=lambda line: f"Case {line[0]}"),
            Column("Episodes", lambda line: str(line[1]), lambda line: line[1], numeric=True),
        ]
    )
    made.set_rows(LINES)
    return made


def test_the_model_is_what_qt_expects(qtbot: QtBot) -> None:
    model = _model()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_filter("cst")
    model.sort(1, Qt.SortOrder.DescendingOrder)
    model.set_rows([])
    assert model.rowCount() == 0


def test_cells_say_what_columns_say() -> None:
    model = _model()
    cell = model.index(0, 1)
    assert cell.data() == "3"
    assert Qt.AlignmentFlag.AlignRight in cell.data(Qt.ItemDataRole.TextAlignmentRole)
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == "Case CST-0010"
    assert model.index(0, 0).data(ROW_ROLE) == LINES[0]
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Episodes"
    assert model.headerData(1, Qt.Orientation.Vertical) is None


def test_sorting_goes_by_the_key_and_back() -> None:
    model = _model()
    model.sort(1)
    assert [line[1] for line in model.rows()] == [3, 3, 12]
    assert model.rows()[0] == LINES[0], "equals keep their order"
    model.sort(0)
    assert [line[0] for line in model.rows()] == ["cst-0001", "CST-0002", "CST-0010"]
    model.sort(-1)
    assert model.rows() == LINES


def test_a_row_stays_chosen_while_others_move_round_it() -> None:
    model = _model()
    kept = QPersistentModelIndex(model.index(1, 0))
    model.sort(0)
    assert model.row_at(kept) == LINES[1]


def test_finding_takes_each_word_in_any_column() -> None:
    model = _model()
    model.set_filter("CST 12")
    assert model.rows() == [LINES[1]]
    assert model.index_of(lambda line: line[1] == 12).row() == 0
    assert not model.index_of(lambda line: line[1] == 3).isValid()
    model.set_rows([*LINES, ("CST-0012", 1)])
    assert len(model.rows()) == 2, "what is looked for stays when rows are replaced"


@given(st.lists(st.tuples(st.text(), st.integers())), st.text(max_size=3), st.integers(-1, 1))
def test_what_is_shown_is_what_fits(lines: list[Line], needle: str, by: int) -> None:
    model = _model()
    model.set_rows(lines)
    model.sort(by)
    model.set_filter(needle)

    def fits(line: Line) -> bool:
        text = f"{line[0]}\n{line[1]}".casefold()
        return all(word in text for word in needle.casefold().split())

    assert sorted(model.rows()) == sorted(filter(fits, lines))


def test_a_table_opens_rows_by_enter_and_double_click(qtbot: QtBot) -> None:
    opened: list[Any] = []
    model = _model()
    table = Table(model, "Cases", lambda index: opened.append(model.row_at(index)), widths=(12, 8))
    qtbot.addWidget(table)
    table.selectRow(1)
    QTest.keyClick(table, Qt.Key.Key_Return)
    table.doubleClicked.emit(model.index(2, 0))
    table.doubleClicked.emit(QModelIndex())
    assert opened == [LINES[1], LINES[2]]
    assert table.accessibleName() == "Cases"


def test_rows_grow_with_the_text(qtbot: QtBot, theme: Theme) -> None:
    table = Table(_model(), "Cases")
    qtbot.addWidget(table)
    table.show()
    before = table.verticalHeader().defaultSectionSize()
    theme.set_scale(200)
    assert table.verticalHeader().defaultSectionSize() > 1.5 * before
    theme.set_scale(100)


def test_a_field_tells_sighted_and_blind_alike(qtbot: QtBot) -> None:
    edit = QLineEdit()
    field = Field("Seed", edit, "A whole number.")
    qtbot.addWidget(field)
    assert (edit.accessibleName(), edit.accessibleDescription()) == ("Seed", "A whole number.")
    field.set_error("That is no number.")
    assert (field.note, edit.accessibleDescription()) == ("That is no number.",) * 2
    assert edit.property("invalid") == "true"
    field.clear_error()
    assert (field.note, edit.property("invalid")) == ("A whole number.", "false")


@pytest.mark.parametrize(
    ("mark", "name"),
    [
        (Grade.REQUIRES_IMPROVEMENT, "Requires improvement"),
        (Absence.NOT_EVIDENCED, "Not evidenced"),
        (None, "No judgement yet"),
    ],
)
def test_a_chip_has_a_name(
    qtbot: QtBot, theme: Theme, mark: Grade | Absence | None, name: str
) -> None:
    chip = GradeChip(theme, mark)
    qtbot.addWidget(chip)
    assert chip.accessibleName() == name


def test_a_chip_is_painted_in_its_grades_colour(qtbot: QtBot, theme: Theme) -> None:
    chip = GradeChip(theme, Grade.GOOD)
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    picture = chip.grab().toImage()
    assert picture.pixelColor(5, picture.height() // 2).name() == LIGHT.good.fill
    words = chip.fontMetrics().horizontalAdvance("Good")
    assert chip.width() > words


def test_a_banner_is_read_out_whole(qtbot: QtBot, icons: Icons) -> None:
    banner = Banner(icons, "Nobody was told.", heading="CST-0142", tone="danger")
    qtbot.addWidget(banner)
    assert banner.accessibleName() == "CST-0142 Nobody was told."
    banner.set_message("It was closed.", tone="success")
    assert banner.property("tone") == "success"
    assert banner.accessibleName() == "It was closed."


def test_an_empty_page_leads_to_the_first_step(qtbot: QtBot, icons: Icons) -> None:
    steps: list[str] = []
    page = EmptyState(
        icons.icon("target"), "No rounds", "Create one.", "New round", lambda: steps.append("new")
    )
    qtbot.addWidget(page)
    assert page.action_button is not None
    page.action_button.click()
    assert steps == ["new"]


def test_a_button_shows_its_key(qtbot: QtBot) -> None:
    made = button("Draw", shortcut="Ctrl+D", tip="Draw the sample")
    qtbot.addWidget(made)
    assert made.toolTip() == "Draw the sample · Ctrl+D"


def test_a_page_is_renamed_with_its_subtitle(qtbot: QtBot) -> None:
    page = Page("Cases", scrolls=True)
    qtbot.addWidget(page)
    page.add_action(QPushButton("Import"))
    page.set_title("Cases", "12 children")
    texts = [text.text() for text in page.findChildren(TextLabel)]
    assert texts == ["Cases", "12 children"]
    assert page.title.text() == "Cases"


def test_clearing_a_layout_takes_everything_out(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    outer = QVBoxLayout(box)
    outer.addLayout(row(label("a"), column(label("b"), None)))
    outer.addWidget(label("c"))
    clear(outer)
    assert outer.count() == 0
    assert not [text for text in box.findChildren(TextLabel) if text.isVisibleTo(box)]


@pytest.mark.parametrize("harmful", [True, False])
def test_a_question_puts_the_focus_on_leaving_all_as_it_is(qtbot: QtBot, harmful: bool) -> None:
    dialog = QuestionDialog(Question("Delete?", "It can be undone.", "Delete", harmful=harmful))
    qtbot.addWidget(dialog)
    answers: list[int] = []
    dialog.finished.connect(answers.append)
    dialog.open()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert answers == [0]


def test_enter_on_the_other_answer_gives_it(qtbot: QtBot) -> None:
    dialog = QuestionDialog(Question("Take back?", "It can be given again.", "Take back"))
    qtbot.addWidget(dialog)
    answers: list[int] = []
    dialog.finished.connect(answers.append)
    dialog.open()
    other = next(each for each in dialog.findChildren(QPushButton) if each.text() == "Take back")
    QTest.keyClick(other, Qt.Key.Key_Return)
    assert answers == [1]


def test_a_file_that_is_saved_under_a_bare_name_gets_the_ending(
    qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = save_dialog("Save the list", "CSV files (*.csv)", tmp_path / "list.csv", None)
    qtbot.addWidget(dialog)
    assert dialog.selectedFiles() == [str(tmp_path / "list.csv")]
    dialog.selectFile("faults")
    assert dialog.selectedFiles() == [str(tmp_path / "faults.csv")]
    assert not dialog.testOption(QFileDialog.Option.DontConfirmOverwrite)


def test_a_dialog_ends_with_the_screen_and_its_buttons_stay_in_sight(qtbot: QtBot) -> None:
    dialog = RoomyDialog(None, 40)
    fields = [QLineEdit() for _ in range(40)]
    for number, field in enumerate(fields):
        dialog.body.addWidget(Field(f"Question {number}", field))
    done = button("Done")
    dialog.end_with(row(None, done))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    room = dialog.screen().availableGeometry()
    assert dialog.frameGeometry().height() <= room.height()
    assert done.visibleRegion().boundingRect().size() == done.size()
    assert fields[-1].visibleRegion().isEmpty()
    fields[-1].setFocus()
    assert not fields[-1].visibleRegion().isEmpty()


def test_a_row_in_a_list_is_as_high_as_its_words(qtbot: QtBot) -> None:
    made = button("Strategy meetings: the judgement is not decided yet. " * 3, kind="row")
    qtbot.addWidget(made)
    lines = [made.heightForWidth(width) for width in (2000, 500, 250)]
    assert lines == sorted(set(lines))
    assert made.minimumSizeHint().width() < 250
