"""Who is at this desk, and a pack's own window, from the file to the window and back."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
from pytestqt.qtbot import QtBot

from audit_desk import app, paths
from audit_desk.desktop.session import First, Registers, Session
from audit_desk.desktop.surroundings import Surroundings
from audit_desk.domain.audit import Answer
from audit_desk.domain.pack import PackKind
from audit_desk.domain.person import Role
from audit_desk.services.pack_order import PackOrder
from audit_desk.services.sampling import DrawRequest
from audit_desk.ui.dialogs.hand_out.from_desk import DeskHandOut
from audit_desk.ui.dialogs.hand_out.ports import Wanted
from audit_desk.ui.main_window import MainWindow
from audit_desk.ui.screens.home.screen import HomeScreen
from audit_desk.ui.screens.pack_home.handed_back import HandedBackScreen
from audit_desk.ui.screens.pack_home.screen import PackHomeScreen
from audit_desk.ui.screens.settings.from_desk import DeskPeople
from audit_desk.ui.screens.settings.screen import SettingsScreen
from audit_desk.ui.screens.sign_in.screen import SignInScreen
from tests.services.conftest import cohort
from tests.services.pack_markers import second_reading
from tests.stored_cases import add_cases

PASSPHRASE, PACK = "four unrelated words", "purple monkey dishwasher"

pytestmark = pytest.mark.usefixtures("nothing_left")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A register with two people, and Ama Cole's pack of one second reading."""
    folder = tmp_path_factory.mktemp("registers")
    desk = app.create_desk(folder / "Spring.auditdesk", PASSPHRASE, "Northshire", "Ada")
    with desk.register.transaction():
        add_cases(desk.register, cohort(6))
    round_ = desk.rounds.create("Spring", by="Ada")
    desk.sampling.draw(round_, DrawRequest(3, 1), "Ada")
    first, second, third = desk.rounds.audits(round_.id)
    desk.assignment.assign([first.id], "Ben Ode", None, "Ada")
    desk.assignment.assign([second.id], "Ama Cole", None, "Ada")
    second_reading(desk, first, "Ama Cole")
    second_reading(desk, third, "Ada")
    desk.people.add("Ada", [Role.LEAD], "Ada")
    desk.people.add("Ama Cole", [Role.AUDITOR, Role.SECOND_READER], "Ada")
    pack = folder / "Ama.auditdesk"
    order = PackOrder(round_, "Ama Cole", PackKind.SECOND, pack, PACK, note="Ring me.")
    desk.packs.make(order, "Ada")
    desk.register.close()
    return desk.register.path, pack


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


def shown(window: QMainWindow) -> str:
    QApplication.processEvents()
    return "\n".join(each.text() for each in window.findChildren(QLabel) if each.isVisible())


def sign_in(session: Session, qtbot: QtBot) -> SignInScreen:
    def page() -> object:
        return session.window.centralWidget() if session.window is not None else None

    qtbot.waitUntil(lambda: isinstance(page(), SignInScreen))
    found = page()
    assert isinstance(found, SignInScreen)
    return found


def main_window(session: Session, qtbot: QtBot) -> MainWindow:
    qtbot.waitUntil(lambda: isinstance(session.window, MainWindow))
    assert isinstance(session.window, MainWindow)
    return session.window


def test_a_person_is_asked_once_and_sees_what_their_role_needs(
    qtbot: QtBot, session: Session, files: tuple[Path, Path]
) -> None:
    register, _ = files
    session.start(First(register, PASSPHRASE))
    sign_in(session, qtbot).people[1].click()
    window = main_window(session, qtbot)
    assert window.keys == ("home", "actions", "help", "settings")
    assert window._rail.person.accessibleName() == "Ama Cole · auditor, second reader"
    assert isinstance(window.page("home"), HomeScreen)
    assert "second reading" not in shown(window), "it is out, in the pack"
    assert "CST-" in shown(window), "the first reading is here"

    session.lock()
    session.start(First(register, PASSPHRASE))
    qtbot.waitUntil(lambda: isinstance(session.window, MainWindow))
    window = main_window(session, qtbot)
    assert session._desk is not None
    assert session._desk.settings.person() == "Ama Cole", "asked once"
    assert session._desk.settings.get().person_name == "Ada", "the register has not become hers"

    window._rail.person.click()
    sign_in(session, qtbot).people[0].click()
    window = main_window(session, qtbot)
    assert "rounds" in window.keys
    assert window._rail.person.accessibleName() == "Ada · lead"
    assert "Spring · second reading" in shown(window)


def test_a_pack_opens_on_what_its_person_needs_and_is_handed_back(
    qtbot: QtBot, session: Session, files: tuple[Path, Path]
) -> None:
    _, pack = files
    session.start(First(pack, PACK))
    window = main_window(session, qtbot)
    assert window.windowTitle().startswith("Spring (pack for Ama Cole)")
    assert window.keys == ("home", "help", "settings")
    home = window.page("home")
    assert isinstance(home, PackHomeScreen)
    assert "A pack for Ama Cole · Northshire" in shown(window)
    assert "Ring me." in shown(window)
    assert home.view.next.text().startswith("Begin CST-")
    assert not window._rail.person.isEnabled()
    window.show_page("settings")
    settings = window.page("settings")
    assert isinstance(settings, SettingsScreen)
    assert settings.view.person.isReadOnly()
    assert not settings.view.organisation_field.isVisible()
    settings.view.scale.setCurrentIndex(1)
    settings.view.scale.activated.emit(1)

    desk = session._desk
    assert desk is not None
    (audit,) = desk.rounds.audits(desk.rounds.lines()[0].round.id)
    desk.auditing.save_answer(audit.id, Answer("ST3", "2"), desk.settings.person())
    window.show_page("home")
    assert home.view.next.text().startswith("Go on with CST-")
    assert "1 of " in shown(window)
    held = desk.register.second()  # it keeps the file from being put together, as a full disk does
    home.hand_back().close_button.click()
    assert session.window is not None
    page = session.window.centralWidget()
    assert isinstance(page, HandedBackScreen)
    assert page.warning.isVisible()
    held.close()
    assert str(pack) in [line.text() for line in page.findChildren(type(settings.view.person))]
    assert not desk.register.is_open
    assert not pack.with_name(f"{pack.name}-wal").exists(), "one file is given back"


def test_what_the_window_hands_out_and_records_stands_under_who_signed_in(
    files: tuple[Path, Path], tmp_path: Path
) -> None:
    desk = app.open_desk(Path(shutil.copy(files[0], tmp_path)), PASSPHRASE)
    desk.settings.signed_in = "Ama Cole"
    people = DeskPeople(desk)
    dee = people.add("Dee Park", [Role.AUDITOR])
    people.change(replace(dee, roles=(Role.LEAD,)))
    people.remove(dee)
    assert people.here() == desk.people.find("Ama Cole")
    assert {line.who for line in desk.register.history.lines("person", dee.id)} == {"Ama Cole"}
    assert people.unrecorded() == ("Ben Ode",)

    port = DeskHandOut(desk, desk.rounds.by_name("Spring"))
    share = next(line for line in port.shares() if line.person == "Ben Ode")
    port.refuse(port.preview(share.person, share.kind))
    target, told = tmp_path / "Ben", list[int]()
    wanted = Wanted(share, target, port.new_phrase(), None, "Ring me.")
    made = port.make(wanted, lambda done, _total: told.append(done))
    assert (made.slip.made_by, made.slip.person) == ("Ama Cole", "Ben Ode")
    assert port.round_name == "Spring"
    assert made.path.exists()
    assert told
    desk.register.close()
