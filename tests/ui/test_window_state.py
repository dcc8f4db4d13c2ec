"""What is remembered of the window between two starts."""

from pathlib import Path

from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from audit_desk.domain.settings import Appearance
from audit_desk.ui.widgets.row_model import Column, RowModel
from audit_desk.ui.window_state import WindowState


def test_recent_registers_are_the_latest_that_exist(tmp_path: Path) -> None:
    state = WindowState(tmp_path / "state")
    files = [tmp_path / f"{number}.auditdesk" for number in range(10)]
    for file in files:
        file.touch()
        state.add_recent_register(file)
    state.add_recent_register(files[5])
    files[9].unlink()
    wanted = [files[n] for n in (5, 8, 7, 6, 4, 3)]
    assert state.recent_registers()[:6] == wanted
    state.forget_register(files[5])
    assert state.recent_registers()[0] == files[8]
    assert files[5].exists()


def test_the_look_is_known_before_a_register_is_open(tmp_path: Path) -> None:
    first = WindowState(tmp_path)
    assert (first.appearance, first.text_scale) == (Appearance.SYSTEM, 100)
    first.remember_look(Appearance.DARK, 150)
    first.save()
    again = WindowState(tmp_path)
    assert (again.appearance, again.text_scale) == (Appearance.DARK, 150)


def test_a_spoilt_state_file_is_as_good_as_none(tmp_path: Path) -> None:
    (tmp_path / "window.ini").write_text("[look]\nappearance=pink\ntext_scale=huge\n")
    state = WindowState(tmp_path)
    assert (state.appearance, state.text_scale) == (Appearance.SYSTEM, 100)


def test_columns_keep_the_widths_they_were_given(qtbot: QtBot, tmp_path: Path) -> None:
    def table(state: WindowState) -> QTableView:
        view = QTableView()
        qtbot.addWidget(view)
        view.setModel(RowModel([Column(name, str) for name in "abc"], view))
        state.remember_columns("cases", view.horizontalHeader())
        return view

    state = WindowState(tmp_path)
    table(state).setColumnWidth(1, 217)
    state.save()
    assert table(WindowState(tmp_path)).columnWidth(1) == 217
