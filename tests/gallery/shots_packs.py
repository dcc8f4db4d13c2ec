"""Pictures of packs and people: handing out, a pack's own window, signing in, People."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from audit_desk.domain.pack import PackKind
from audit_desk.errors import UserError
from audit_desk.services.pack_order import PackMade
from audit_desk.ui.dialogs.hand_out.dialog import HandOutDialog
from audit_desk.ui.dialogs.hand_out.ports import HandOutDesk
from audit_desk.ui.main_window import MainWindow
from audit_desk.ui.navigation import PageSpec
from audit_desk.ui.prompts import DialogPrompts
from audit_desk.ui.screens.home.screen import HomeScreen
from audit_desk.ui.screens.pack_home.hand_back import HandBackDialog
from audit_desk.ui.screens.pack_home.handed_back import HandedBackScreen
from audit_desk.ui.screens.pack_home.ports import PackWays
from audit_desk.ui.screens.pack_home.screen import PackHomeScreen
from audit_desk.ui.screens.settings.people import PeoplePanel
from audit_desk.ui.screens.settings.person_dialog import PersonDialog
from audit_desk.ui.screens.settings.screen import SettingsScreen
from audit_desk.ui.screens.sign_in.screen import SignInScreen
from audit_desk.ui.task_runner import TaskRunner
from audit_desk.ui.window_state import WindowState
from tests.gallery.registry import Shot, Studio
from tests.gallery.shots_shell import _FULL, _Loud, _Store, window
from tests.ui.fake_home import AUDITS, LATE, NOW, ROUNDS, UNSAFE, FakeHome, ways
from tests.ui.fake_packs import (
    FILE,
    GIVEN,
    HELD,
    PEOPLE,
    SHARES,
    SLIP,
    TODAY,
    FakeHandOut,
    FakePackHome,
    FakePeople,
    pack_line,
)

_SECRET = "marble kettle fern orbit harbour otter"


def _hand_out(studio: Studio, port: FakeHandOut, *, page: str = "who") -> HandOutDialog:
    desk = HandOutDesk(
        studio.icons,
        DialogPrompts(),
        TaskRunner(_Loud()),
        lambda: TODAY,
        Path("/home/morgan/Documents"),
    )
    made = HandOutDialog(port, desk)
    if page == "who":
        return made
    made.go.click()
    made.how.due.line.setText("20/3")
    made.how.note.setPlainText(SLIP.note)
    if page == "done":
        made._done(PackMade(SLIP, FILE, SHARES[0].waiting), _SECRET)
    else:
        made.how.suggest.click()
    return made


def _in_pack(studio: Studio, page: QWidget) -> MainWindow:
    specs = [
        PageSpec("home", "Home", studio.icons.icon("home-outline"), lambda: page),
        PageSpec("help", "Help", studio.icons.icon("help-circle-outline"), QWidget, at_bottom=True),
        PageSpec("settings", "Settings", studio.icons.icon("cog-outline"), QWidget, at_bottom=True),
    ]
    made = MainWindow(
        specs,
        "Spring 2026 (pack for Ama Cole)",
        studio.icons,
        WindowState(studio.folder),
        TaskRunner(_Loud()),
    )
    made.show_person("Ama Cole", "pack", studio.icons.icon("account-circle-outline"), "")
    return made


def _pack_home(studio: Studio, port: FakePackHome) -> QWidget:
    nowhere = PackWays(lambda _audit: None, lambda: None)
    page = PackHomeScreen(port, nowhere, studio.icons, lambda: NOW)
    return _in_pack(studio, page)


def _hand_back(studio: Studio) -> QWidget:
    del studio
    return HandBackDialog(SLIP, HELD)


def _handed_back(studio: Studio, *, whole: bool = True) -> QWidget:
    made = HandedBackScreen(FILE, SLIP, studio.icons, lambda: None)
    made.warning.setVisible(not whole)
    return made


def _sign_in(studio: Studio) -> QWidget:
    del studio
    people = [each for each in PEOPLE if each.left_on is None]
    return SignInScreen(
        "Northshire complex safeguarding", people, "Ama Cole", lambda _n: None, lambda: None
    )


def _settings(studio: Studio, people: FakePeople | None) -> QWidget:
    settings = replace(_FULL, text_scale=studio.theme.scale)
    panel = PeoplePanel(people, DialogPrompts(), studio.icons) if people else None
    pack_of = "" if people else "Ama Cole"
    made = window(
        studio,
        "settings",
        lambda: SettingsScreen(
            _Store(settings), studio.theme, studio.icons, people=panel, pack_of=pack_of
        ),
    )
    icon = studio.icons.icon("account-circle-outline")
    made.show_person("Morgan Ellis", "lead", icon, "Change who is at this desk")
    return made


def _person(studio: Studio, *, new: bool) -> QWidget:
    del studio
    names = ("Nasreen Akhtar", "Robin Hale") if new else ()
    return PersonDialog(None if new else PEOPLE[4], names, lambda: TODAY, lambda made: made)


def _auditor(studio: Studio) -> QWidget:
    audits = (AUDITS[0], replace(AUDITS[2], again=True))
    port = FakeHome(concerns=(UNSAFE,), audits=audits, rounds=ROUNDS, late=LATE)

    def page() -> HomeScreen:
        tasks = TaskRunner(_Loud())
        return HomeScreen(port, ways([]), studio.icons, tasks, lambda: NOW, runs_rounds=False)

    made = window(studio, "home", page)
    icon = studio.icons.icon("account-circle-outline")
    made.show_person("Ama Cole", "auditor, second reader", icon, "Change")
    return made


_AGAIN = replace(SLIP, kind=PackKind.SECOND, note="")
_BLIND = FakePackHome(
    lying_on_top=_AGAIN, held=[pack_line(31, 12, again=True), pack_line(64, 0, again=True)]
)
_REFUSED = FakeHandOut(
    refusal=UserError(
        "Cole, Ama is the allocated worker of CST-0042.",
        "Give these files to somebody else first, or record why it is allowed.",
    )
)

SHOTS = [
    Shot("hand-out", partial(_hand_out, port=FakeHandOut()), None),
    Shot("hand-out-refused", partial(_hand_out, port=_REFUSED), None),
    Shot("hand-out-nobody", partial(_hand_out, port=FakeHandOut(lines=())), None),
    Shot("hand-out-how", partial(_hand_out, port=FakeHandOut(), page="how"), None),
    Shot("hand-out-how-150", partial(_hand_out, port=FakeHandOut(), page="how"), None, scale=150),
    Shot("hand-out-done", partial(_hand_out, port=FakeHandOut(), page="done"), None),
    Shot("pack-home", partial(_pack_home, port=FakePackHome(held=HELD, given=GIVEN))),
    Shot(
        "pack-home-concern", partial(_pack_home, port=FakePackHome(concerns=(UNSAFE,), held=HELD))
    ),
    Shot("pack-home-blind", partial(_pack_home, port=_BLIND)),
    Shot("pack-home-200", partial(_pack_home, port=FakePackHome(held=HELD)), scale=200),
    Shot("hand-back", _hand_back, None),
    Shot("handed-back", _handed_back),
    Shot("handed-back-full-disk", partial(_handed_back, whole=False)),
    Shot("sign-in", _sign_in),
    Shot("people", partial(_settings, people=FakePeople(list(PEOPLE), ("Robin Hale",)))),
    Shot("people-nobody", partial(_settings, people=FakePeople([], ("Robin Hale",)))),
    Shot("settings-pack", partial(_settings, people=None)),
    Shot("person", partial(_person, new=True), None),
    Shot("person-left", partial(_person, new=False), None),
    Shot("home-auditor", _auditor),
]
