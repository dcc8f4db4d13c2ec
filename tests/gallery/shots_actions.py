"""Pictures of the Actions page and of the windows in which actions are recorded."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from audit_desk.errors import UserError
from audit_desk.ui.prompts import DialogPrompts
from audit_desk.ui.screens.actions.draft_dialog import DraftDialog, Written
from audit_desk.ui.screens.actions.end_dialog import DONE as ASK_DONE
from audit_desk.ui.screens.actions.end_dialog import EndDialog
from audit_desk.ui.screens.actions.ports import ActionsDesk
from audit_desk.ui.screens.actions.screen import ActionsScreen
from tests.gallery.registry import Shot, Studio
from tests.gallery.shots_shell import window
from tests.ui.fake_action_list import AUTUMN, LATE, LINES, SPRING, TODAY, FakeActionList


class _Loud:
    def show(self, error: BaseException) -> None:
        raise error


def _page(studio: Studio, port: FakeActionList, chosen: str = "", state: str = "") -> QWidget:
    def page() -> ActionsScreen:
        desk = ActionsDesk(
            theme=studio.theme,
            icons=studio.icons,
            errors=_Loud(),
            prompts=DialogPrompts(),
            open_audit=lambda _audit: None,
            go_rounds=lambda: None,
            documents=Path,
        )
        made = ActionsScreen(port, desk)
        made.refresh()
        if chosen:
            made.show_action(chosen)
        if state:
            made.view.filters.state.setCurrentText(state)
        return made

    return window(studio, "actions", page)


def _done(studio: Studio) -> QWidget:
    del studio
    return EndDialog(ASK_DONE, LATE.action.draft.change, lambda _text: None)


def _refuse(_made: Written) -> None:
    raise UserError("The action has no owner.", "Name the role that sees to it.")


def _new(studio: Studio) -> QWidget:
    del studio
    owners = ("Service manager", "Team manager")
    made = DraftDialog(owners, lambda: TODAY, _refuse, rounds=(SPRING, AUTUMN))
    made.day.line.setText("in 4 weeks")
    made.day.line.textEdited.emit("in 4 weeks")
    made.accept()
    return made


def _change(studio: Studio) -> QWidget:
    del studio
    owners = ("Service manager", "Team manager")
    made = DraftDialog(owners, lambda: TODAY, lambda _made: None, draft=LATE.action.draft)
    made.day.line.setText("in 4 weeks")
    made.day.line.textEdited.emit("in 4 weeks")
    return made


SHOTS = [
    Shot("actions", lambda studio: _page(studio, FakeActionList(list(LINES)))),
    Shot("actions-done", lambda studio: _page(studio, FakeActionList(list(LINES)), "done")),
    Shot("actions-none-fits", lambda studio: _page(studio, FakeActionList([LATE]), state="Done")),
    Shot("actions-empty", lambda studio: _page(studio, FakeActionList())),
    Shot(
        "actions-large-text",
        lambda studio: _page(studio, FakeActionList(list(LINES))),
        scale=200,
    ),
    Shot("actions-mark-done", partial(_done), size=None),
    Shot("actions-new", partial(_new), size=None),
    Shot("actions-change", partial(_change), size=None),
]
