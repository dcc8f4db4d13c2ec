"""Pictures of Home and of the windows in which concerns are recorded."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from audit_desk.errors import Cancelled, UserError
from audit_desk.ui.dialogs.concern_close import ConcernCloseDialog
from audit_desk.ui.dialogs.concern_contact import ConcernContactDialog
from audit_desk.ui.screens.home.screen import HomeScreen
from audit_desk.ui.task_runner import TaskRunner
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
    SAID,
    UNSAFE,
    FakeHome,
    ways,
)


class _Loud:
    """Errors that no picture has."""

    def show(self, error: BaseException) -> None:
        raise error


class _Comparing(FakeHome):
    """A register of which it is never known what two readings differ in."""

    def compare_readings(self, progress: Callable[[int, int, str], None]) -> None:
        del progress
        raise Cancelled


def _page(studio: Studio, port: FakeHome) -> QWidget:
    def page() -> HomeScreen:
        tasks = TaskRunner(_Loud())
        made = HomeScreen(port, ways([]), studio.icons, tasks, lambda: NOW)
        made.refresh()
        tasks.drain()
        tasks.setParent(made)
        return made

    return window(studio, "home", page)


def _told(studio: Studio) -> QWidget:
    del studio
    return ConcernContactDialog(MEETING, CONTACTS, lambda *_told: None, lambda: NOW)


def _close(studio: Studio) -> QWidget:
    del studio
    made = ConcernCloseDialog(MEETING, "Alex Morgan", lambda *_closed: None)
    made.accept()
    return made


_FULL = FakeHome(concerns=(UNSAFE, MEETING), audits=AUDITS, rounds=ROUNDS, said=(SAID,))

_COMPARING = _Comparing(audits=AUDITS, rounds=ROUNDS, needs=NEEDS, compared_by=None)
_DAMAGED = UserError(
    "This register is damaged.",
    "It was not changed. Keep the file, and go back to your last backup.",
)
_NOT_COMPARED = FakeHome(
    audits=AUDITS, rounds=ROUNDS, needs=NEEDS, compared_by=None, refusal=_DAMAGED
)

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
    Shot("home-comparing", partial(_page, port=_COMPARING)),
    Shot("home-not-compared", partial(_page, port=_NOT_COMPARED)),
    Shot("home-empty", partial(_page, port=FakeHome(cases=0))),
    Shot("home-steps", partial(_page, port=FakeHome(rounds=ROUNDS[2:]))),
    Shot("concern-told", _told, None),
    Shot("concern-close", _close, None),
]
