"""From start to end of a window: a known passphrase leads to Home, a refusal to the question."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from audit_desk import app, paths
from audit_desk.desktop.session import First, Registers, Session
from audit_desk.desktop.surroundings import Surroundings
from audit_desk.desktop.windows import OpeningWindow, UnlockWindow
from audit_desk.domain.case import Case
from audit_desk.domain.independence import Statement
from audit_desk.services.desk import Desk
from audit_desk.services.sampling import DrawRequest
from audit_desk.storage.rows import new_id
from audit_desk.ui.main_window import MainWindow
from audit_desk.ui.screens.audit.screen import AuditScreen
from audit_desk.ui.screens.rounds.page import RoundsPage
from audit_desk.ui.screens.unlock.screen import UnlockScreen
from audit_desk.ui.task_runner import Progress
from tests.stored_cases import add_cases

PASSPHRASE = "four unrelated words"

pytestmark = pytest.mark.usefixtures("nothing_left")


@pytest.fixture
def register(tmp_path: Path) -> Path:
    path = tmp_path / "Spring.auditdesk"
    app.create_desk(path, PASSPHRASE, "Northshire", "Ada").register.close()
    return path


@pytest.fixture
def session(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Session]:
    monkeypatch.setattr(paths, "settings_folder", lambda: tmp_path)
    around = Surroundings()
    around.theme.install(qapp)
    made = Session(Registers(app.open_desk, app.create_desk, app.build_demo), around)
    yield made
    made.end()
    if made.window is not None:
        made.window.close()


def test_a_known_passphrase_shows_a_window_at_once_and_then_home(
    qtbot: QtBot, session: Session, register: Path
) -> None:
    session.start(First(register, PASSPHRASE))
    assert isinstance(session.window, OpeningWindow)
    assert session.window.isVisible()
    qtbot.waitUntil(lambda: isinstance(session.window, MainWindow))
    assert session.window.windowTitle().startswith("Spring")


def test_a_wrong_passphrase_leads_to_the_question_with_the_reason(
    qtbot: QtBot, session: Session, register: Path
) -> None:
    session.start(First(register, "not these words"))
    qtbot.waitUntil(lambda: isinstance(session.window, UnlockWindow))
    assert session.window is not None
    page = session.window.centralWidget()
    assert isinstance(page, UnlockScreen)
    assert "passphrase is wrong" in page.view.unlock_form.field.note


def test_whoever_closes_while_it_opens_gets_no_other_window(
    qtbot: QtBot, session: Session, register: Path
) -> None:
    released = Event()

    def open_later(path: Path, passphrase: str) -> Desk:
        assert released.wait(60)
        return app.open_desk(path, passphrase)

    session._registers = replace(session._registers, open=open_later)
    session.start(First(register, PASSPHRASE))
    opening = session.window
    assert opening is not None
    qtbot.waitUntil(lambda: session._around.runner.is_busy)
    released.set()
    opening.close()
    assert session.window is opening
    app.open_desk(register, PASSPHRASE).register.close()  # nobody holds it


def test_without_a_passphrase_the_question_comes_first(session: Session, register: Path) -> None:
    session.start(First(register))
    assert isinstance(session.window, UnlockWindow)


def test_after_a_lock_one_comes_back_to_the_same_question_unless_somebody_else_does(
    qtbot: QtBot, session: Session, register: Path
) -> None:
    path = register
    _draw(path)

    def unlock() -> MainWindow:
        session.work(app.open_desk(path, PASSPHRASE))
        assert isinstance(session.window, MainWindow)
        return session.window

    session.start(First(path))
    window = unlock()
    desk = session._desk
    assert desk is not None
    (round_,) = desk.rounds.lines()[:1]
    window.show_page("rounds")
    rounds = window.page("rounds")
    assert isinstance(rounds, RoundsPage)
    rounds.show_round(round_.round.id)
    audit = desk.rounds.audits(round_.round.id)[0]
    next(each for each in window._destinations() if each.title == audit.reference).open()
    page = window.full_page
    assert isinstance(page, AuditScreen)
    for _ in range(4):
        page.moving.by(1)
    here = page.moving.here
    session.lock()
    assert isinstance(session.window, UnlockWindow)

    window = unlock()
    page = window.full_page
    assert isinstance(page, AuditScreen)
    assert (page.sheet.audit.id, page.moving.here) == (audit.id, here)
    qtbot.waitUntil(lambda: page in _around(QApplication.focusWidget()))
    window.pop_full_page()
    rounds = window.page(window.current_page)
    assert isinstance(rounds, RoundsPage)
    assert rounds.round_id == round_.round.id

    session.lock()
    desk = app.open_desk(path, PASSPHRASE)
    desk.settings.save(replace(desk.settings.get(), person_name="Somebody Else"))
    desk.register.close()
    assert unlock().current_page == "home"


def test_a_window_that_gives_way_leaves_the_next_one_s_work_alone(
    qtbot: QtBot, session: Session, register: Path
) -> None:
    session.start(First(register))
    before = session.window
    around = session._around
    go, done = Event(), list[object]()
    after = UnlockWindow(QWidget(), around)  # it begins something as soon as it is shown
    around.runner.window = after

    def work(progress: Progress) -> None:
        go.wait(5)
        progress.report(1, 1, "Stopped here if anybody asked for it")

    around.runner.run(work, title="Comparing", on_done=done.append, quiet=True)
    assert before is not None
    before.close()
    assert done == [], "nobody waits for it"
    go.set()
    qtbot.waitUntil(lambda: done == [None])
    after.close()


def _draw(path: Path) -> None:
    """Draw two files into a round, and begin one of them."""
    desk = app.open_desk(path, PASSPHRASE)
    cases = [(f"{n}", Case(new_id(), f"CST-{n:04}", {"team": "North"})) for n in range(4)]
    add_cases(desk.register, cases)
    round_ = desk.rounds.create("Spring", by="Ada")
    desk.sampling.draw(round_, DrawRequest(2, 1), "Ada")
    audit = desk.rounds.audits(round_.id)[0]
    desk.independence.declare(audit.id, "Ada", Statement.INDEPENDENT)
    desk.register.close()


def _around(widget: QWidget | None) -> Iterator[QWidget]:
    while widget is not None:
        yield widget
        widget = widget.parentWidget()
