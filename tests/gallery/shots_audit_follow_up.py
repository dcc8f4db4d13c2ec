"""Pictures of what follows from an answer: an action, none needed, or a concern for the child."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from audit_desk.domain.follow_up import FollowUp
from audit_desk.ui.screens.audit.follow_up.action_fields import Way
from audit_desk.ui.screens.audit.screen import AuditScreen
from tests.gallery.audit_page import ACTION, HALF, audit_page, go
from tests.gallery.registry import Shot, Studio
from tests.ui.fake_actions import FakeActions, an_action


def _concern(screen: AuditScreen, *, told: bool, back: bool = False) -> None:
    go("cross-cutting", "X9", screen)
    screen.choose("unsafe")
    panel = screen.view.concern
    if told:
        panel.contacts.buttons[0].click()
        panel.form.response.setPlainText("She will ring the placement now and visit tonight.")
        panel.form.record.click()
    if back:
        panel.go_on.click()


def _way(way: Way, screen: AuditScreen) -> None:
    go("strategy-meetings", "ST2", screen)
    screen.view.question.action.card.way.options[way].click()
    screen.following.focus()


def _action_half(screen: AuditScreen) -> None:
    _way(Way.OWN, screen)
    day = screen.view.question.action.card.day.line
    day.setText("in 4 weeks")
    day.textEdited.emit("in 4 weeks")


_BUILDS: dict[str, Callable[[Studio], QWidget]] = {
    "audit-action": partial(
        audit_page,
        answers=HALF,
        actions=FakeActions({"ST2": FollowUp("ST2", ACTION)}),
        then=partial(_way, Way.OWN),
    ),
    "audit-action-asked": partial(audit_page, answers=HALF, then=_action_half),
    "audit-action-linked": partial(
        audit_page,
        answers=HALF,
        actions=FakeActions({"ST2": FollowUp("ST2", action_id="a1")}, (an_action("a1", ACTION),)),
        then=partial(_way, Way.OTHER),
    ),
    "audit-action-none": partial(
        audit_page,
        answers=HALF,
        actions=FakeActions({"ST2": FollowUp("ST2", none_because="Put right the next day.")}),
        then=partial(_way, Way.NONE),
    ),
    "audit-concern": partial(audit_page, answers=HALF, then=partial(_concern, told=False)),
    "audit-concern-told": partial(audit_page, answers=HALF, then=partial(_concern, told=True)),
    "audit-concern-open": partial(
        audit_page, answers=HALF, then=partial(_concern, told=False, back=True)
    ),
}
SHOTS = [Shot(name, build) for name, build in _BUILDS.items()]
