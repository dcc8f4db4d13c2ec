"""Pictures of Home and of the windows in which concerns are recorded."""

from functools import partial

from PySide6.QtWidgets import QWidget

from audit_desk.ui.dialogs.concern_close import ConcernCloseDialog
from audit_desk.ui.dialogs.concern_contact import ConcernContactDialog
from audit_desk.ui.screens.home.screen import HomeScreen
from tests.gallery.registry import Shot, Studio
from tests.gallery.shots_shell import window
from tests.ui.fake_home import (
    AUDITS,
    CONTACTS,
    DIFFERENCES,
    DUE,
    LATE,
    MEETING,
    NEEDS,
    NOW,
    ROUNDS,
    UNSAFE,
    FakeHome,
    ways,
)


def _page(studio: Studio, port: FakeHome) -> QWidget:
    def page() -> HomeScreen:
        made = HomeScreen(port, ways([]), studio.icons, lambda: NOW)
        made.refresh()
        return made

    return window(studio, "home", page)


def _told(studio: Studio) -> QWidget:
    del studio
    return ConcernContactDialog(MEETING, CONTACTS, lambda *_told: None, lambda: NOW)


def _close(studio: Studio) -> QWidget:
    del studio
    made = ConcernCloseDialog(MEETING, "Alex Morgan", lambda *_closed: None)
    made.record()
    return made


_FULL = FakeHome(concerns=(UNSAFE, MEETING), audits=AUDITS, rounds=ROUNDS)

SHOTS = [
    Shot("home", partial(_page, port=_FULL)),
    Shot("home-150", partial(_page, port=_FULL), scale=150),
    Shot("home-calm", partial(_page, port=FakeHome(audits=AUDITS, rounds=ROUNDS))),
    Shot(
        "home-due",
        partial(
            _page,
            port=FakeHome(
                audits=DUE, rounds=ROUNDS, needs=NEEDS, late=LATE, differences=DIFFERENCES
            ),
        ),
    ),
    Shot("home-empty", partial(_page, port=FakeHome(cases=0))),
    Shot("home-steps", partial(_page, port=FakeHome(rounds=ROUNDS[2:]))),
    Shot("concern-told", _told, None),
    Shot("concern-close", _close, None),
]
