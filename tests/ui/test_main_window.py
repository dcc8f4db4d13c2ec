from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from audit_desk.ui.go_to import Destination, GoToDialog, matching
from audit_desk.ui.icons import Icons
from audit_desk.ui.main_window import LEAST, MainWindow
from audit_desk.ui.navigation import BackBar, PageSpec
from audit_desk.ui.task_runner import Progress, TaskRunner
from audit_desk.ui.window_state import WindowState


class Fake(QLineEdit):
    """A page that keeps a diary."""

    def __init__(self, name: str, diary: list[str]) -> None:
        super().__init__(name)
        self._diary = diary
        self.saves = True
        diary.append(f"{name} built")

    def refresh(self) -> None:
        self._diary.append(f"{self.text()} refreshed")

    def leave(self) -> bool:
        self._diary.append(f"{self.text()} left")
        return self.saves

    def show_topic(self, topic: str) -> None:
        self._diary.append(f"help on {topic}")


@pytest.fixture
def diary() -> list[str]:
    return []


@pytest.fixture
def gone() -> list[str]:
    return []


@pytest.fixture
def state(tmp_path: Path) -> WindowState:
    return WindowState(tmp_path / "state")


@pytest.fixture
def window(
    qtbot: QtBot,
    icons: Icons,
    runner: TaskRunner,
    state: WindowState,
    diary: list[str],
    gone: list[str],
) -> Iterator[MainWindow]:
    def spec(key: str, *, bottom: bool = False, topic: str = "") -> PageSpec:
        return PageSpec(
            key,
            key.title(),
            icons.icon("home-outline"),
            lambda: Fake(key, diary),
            at_bottom=bottom,
            help_topic=topic,
        )

    pages = [spec("home"), spec("help", bottom=True), spec("cases", topic="importing")]
    places = (Destination("CST-0142", "Child's file", lambda: gone.append("CST-0142")),)
    made = MainWindow(pages, "Bury CST", icons, state, runner, lambda: places)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()


def test_the_title_names_the_register(window: MainWindow) -> None:
    assert window.windowTitle() == "Bury CST – Audit Desk"  # noqa: RUF001


def test_pages_are_built_when_first_shown_and_refreshed_each_time(
    window: MainWindow, diary: list[str]
) -> None:
    assert diary == ["home built", "home refreshed"]
    window.show_page("cases")
    window.show_page("home")
    assert diary[2:4] == ["home left", "cases built"]
    assert diary[4:] == ["cases refreshed", "cases left", "home refreshed"]


def test_control_and_a_number_open_pages_from_top_to_bottom(
    window: MainWindow, qtbot: QtBot
) -> None:
    for number, key in ((Qt.Key.Key_2, "cases"), (Qt.Key.Key_3, "help"), (Qt.Key.Key_1, "home")):
        QTest.keyClick(window, number, Qt.KeyboardModifier.ControlModifier)
        assert window.current_page == key


def test_the_navigation_shows_where_one_is(window: MainWindow) -> None:
    window.show_page("cases")
    checked = [b.text() for b in window.findChildren(QPushButton) if b.isChecked()]
    assert checked == ["Cases"]


def test_f1_opens_help_for_the_page_or_the_full_page(window: MainWindow, diary: list[str]) -> None:
    window.show_page("cases")
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert diary[-1] == "help on importing"
    window.show_page("cases")
    window.push_full_page(Fake("audit", diary), "CST-0142", "answering")
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert diary[-1] == "help on answering"
    assert "audit left" not in diary


@pytest.mark.parametrize(
    ("key", "held"),
    [(Qt.Key.Key_Escape, None), (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)],
)
def test_help_over_a_full_page_leads_back_to_the_field(
    window: MainWindow, diary: list[str], key: Qt.Key, held: Qt.KeyboardModifier | None
) -> None:
    audit = Fake("audit", diary)
    first, second = QLineEdit(audit), QLineEdit(audit)
    window.push_full_page(audit, "CST-0142", "answering")
    second.setFocus()
    QTest.keyClick(second, Qt.Key.Key_F1)
    assert window.full_page is not audit
    help_page = window.full_page
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert window.full_page is help_page, "help on help leads nowhere"
    assert help_page is not None
    QTest.keyClick(help_page, key, held or Qt.KeyboardModifier.NoModifier)
    assert window.full_page is audit
    assert QApplication.focusWidget() is second
    assert not first.hasFocus()


def test_a_full_page_has_a_way_back(window: MainWindow, diary: list[str]) -> None:
    first, second = Fake("audit", diary), Fake("preview", diary)
    window.push_full_page(first, "CST-0142")
    window.push_full_page(second, "Report")
    bar = window.findChildren(BackBar)[0]
    assert [b.text() for b in bar.findChildren(QPushButton)] == ["CST-0142"]
    assert [text.text() for text in bar.findChildren(QLabel)] == ["Report"]
    del diary[:]
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert diary == ["preview left", "audit refreshed"]
    assert window.full_page is first
    bar.findChildren(QPushButton)[0].click()
    assert diary[2:] == ["audit left", "home refreshed"]
    window.pop_full_page()
    assert window.current_page == "home"


def test_go_to_anything_by_keyboard(window: MainWindow, gone: list[str]) -> None:
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    dialog = window.findChildren(GoToDialog)[0]
    assert dialog.titles == ["Home", "Help", "Cases", "CST-0142"]
    QTest.keyClicks(dialog.field, "cst")
    assert dialog.titles == ["CST-0142"]
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert gone == ["CST-0142"]
    assert QApplication.activeModalWidget() is None


def test_go_to_moves_with_the_arrows_and_finds_pages(window: MainWindow, qtbot: QtBot) -> None:
    window.go_to_anything()
    dialog = window.findChildren(GoToDialog)[0]
    QTest.keyClick(dialog.field, Qt.Key.Key_Down)
    QTest.keyClick(dialog.field, Qt.Key.Key_Down)
    QTest.keyClick(dialog.field, Qt.Key.Key_Enter)
    assert window.current_page == "cases"


def test_go_to_nowhere_does_nothing(window: MainWindow, gone: list[str]) -> None:
    window.go_to_anything()
    dialog = window.findChildren(GoToDialog)[0]
    QTest.keyClicks(dialog.field, "zzz")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert (dialog.titles, gone, dialog.isVisible()) == ([], [], True)
    dialog.reject()


def test_what_begins_with_the_text_comes_first() -> None:
    places = [Destination(title, "Round", lambda: None) for title in ("The March", "March")]
    assert [place.title for place in matching(places, "mar")] == ["March", "The March"]
    assert [place.title for place in matching(places, "round the")] == ["The March"]


def test_locking_is_asked_for_by_key(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.lock_requested):
        QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def test_closing_saves_pages_stops_work_and_keeps_the_place(
    window: MainWindow, runner: TaskRunner, diary: list[str], tmp_path: Path
) -> None:
    ended: list[str] = []

    def job(progress: Progress) -> None:
        while True:
            progress.report(1, 2)

    runner.run(
        job,
        title="Work",
        on_done=lambda _: None,
        on_cancelled=lambda: ended.append("cancelled"),
    )
    window.push_full_page(Fake("audit", diary), "CST-0142")
    window.close()
    assert ended == ["cancelled"]
    assert diary[-2:] == ["audit left", "home left"]
    assert WindowState(tmp_path / "state").restore_window(QLabel(), "main")


def test_a_page_that_cannot_save_is_not_left(
    window: MainWindow, diary: list[str], qtbot: QtBot
) -> None:
    home = window.page("home")
    assert isinstance(home, Fake)
    home.saves = False
    next(b for b in window.findChildren(QPushButton) if b.text() == "Cases").click()
    assert window.current_page == "home"
    checked = [b.text() for b in window.findChildren(QPushButton) if b.isChecked()]
    assert checked == ["Home"]
    home.saves = True
    audit = Fake("audit", diary)
    window.push_full_page(audit, "CST-0142")
    audit.saves = False
    window.pop_full_page()
    window.show_page("cases")
    assert window.full_page is audit
    audit.saves = True


def test_closing_warns_once_when_something_could_not_be_saved(window: MainWindow) -> None:
    home = window.page("home")
    assert isinstance(home, Fake)
    home.saves = False
    assert not window.close()
    assert window.isVisible()
    assert window.close(), "whoever closes again means it"


def test_a_window_comes_back_where_it_was(qtbot: QtBot, tmp_path: Path) -> None:
    def fresh() -> QLabel:
        made = QLabel()
        qtbot.addWidget(made)
        return made

    first, second = fresh(), fresh()
    first.setGeometry(40, 50, 640, 480)
    state = WindowState(tmp_path)
    assert not state.restore_window(second, "main")
    state.remember_window(first, "main")
    state.save()
    assert WindowState(tmp_path).restore_window(second, "main")
    assert second.geometry() == first.geometry()


def test_a_window_that_was_nowhere_yet_fills_a_screen_that_is_too_small_for_it(
    qtbot: QtBot, tmp_path: Path
) -> None:
    room = QApplication.primaryScreen().availableSize()
    for high, fills in ((room.height() - 60, False), (room.height() - 20, True)):
        window = QLabel()
        qtbot.addWidget(window)
        WindowState(tmp_path).place_window(window, "main", QSize(600, high))
        assert window.isMaximized() is fills, "its title bar needs room, too"


@pytest.mark.dressed
def test_nothing_is_cut_at_the_least_size(window: MainWindow) -> None:
    window.resize(LEAST)
    for made in window.findChildren(QPushButton):
        if made.isVisible():
            assert made.width() >= made.minimumSizeHint().width()
