"""Pictures of an audit's end: judgements, who was heard, the check, and what was submitted."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from audit_desk.domain.audit import OVERALL, Answer
from audit_desk.domain.contribution import Contribution, Role
from audit_desk.domain.follow_up import FollowUp, is_adverse
from audit_desk.domain.practitioner import PRACTITIONER
from audit_desk.domain.submission import Content, Submission
from audit_desk.services.tool_files import bundled_tools
from audit_desk.ui.screens.audit.screen import AuditScreen
from tests.gallery.audit_page import (
    ACTION,
    HALF,
    MEETING_JUDGED,
    SAFE_STEPS,
    audit_page,
    complete,
    go,
)
from tests.gallery.registry import Shot, Studio
from tests.ui.fake_actions import FakeActions
from tests.ui.fake_auditing import NOW
from tests.ui.fake_records import YESTERDAY, FakeRecords, versions_of

_ALL = complete()
_SEEN_TO = {
    question.id: FollowUp(question.id, none_because="Put right by the team manager in March.")
    for question in bundled_tools()[0].questions()
    if question.id in _ALL[0] and is_adverse(question, _ALL[0][question.id])
}
_SEEN_TO["ST4"] = FollowUp("ST4", ACTION)
_done = partial(audit_page, answers=_ALL[0], judgements=_ALL[1], actions=FakeActions(_SEEN_TO))
_HEARD = {
    Role.WORKER: Contribution(
        Role.WORKER,
        invited=True,
        took_part=True,
        on=date(2026, 4, 29),
        said=(
            "I would ask for the return home interview on the day. Nobody told me that the"
            " placement had stopped ringing."
        ),
        changed=True,
        how="ST4 is graded with what the worker did on the same night.",
    ),
    Role.MANAGER: Contribution(Role.MANAGER, invited=True),
    Role.CHILD: Contribution(Role.CHILD, invited=False, why_not="She gave evidence that week."),
}
_practitioner = partial(audit_page, answers=HALF, then=partial(go, PRACTITIONER, ""))
_VAGUE = Answer("ST4", "2", evidence=SAFE_STEPS.split(";", maxsplit=1)[0] + ".")
_VERSIONS = versions_of(
    ("Alex Morgan", Answer("ST4", "2")),
    ("Alex Morgan", _VAGUE),
    ("Judith Okoro", replace(_VAGUE, value="3")),
    ("Alex Morgan", HALF["ST4"]),
)
_PAST = FakeRecords({("strategy-meetings", "ST4"): _VERSIONS})
_KEPT = FakeRecords(
    kept=(
        Submission(
            1,
            "9f2c41d0" * 8,
            Content("Alex Morgan", {**_ALL[0], "ST4": _VAGUE}, _ALL[1], _HEARD),
            "Alex Morgan",
            YESTERDAY,
            "Morgan Ellis",
            NOW,
            "The worker's account of the night of 2 March was not yet known.",
        ),
    )
)


def _judged(screen: AuditScreen) -> None:
    go("strategy-meetings", "", screen)
    screen.toggle_why()


def _looked(screen: AuditScreen) -> None:
    go("strategy-meetings", "ST4", screen)
    screen.looking.show_versions()


def _looked_whole(screen: AuditScreen) -> None:
    screen.looking.show_submissions()
    assert screen.looking.submissions is not None
    screen.looking.submissions.look_buttons[0].click()


_SAID = {**_HEARD, Role.MANAGER: replace(_HEARD[Role.MANAGER], took_part=False)}
_KEPT.standing = Content("Alex Morgan", *_ALL, _SAID)
_corrected = partial(_done, contributions=_SAID, records=_KEPT)
_BUILDS: dict[str, Callable[[Studio], QWidget]] = {
    "audit-history": partial(audit_page, answers=HALF, records=_PAST, then=_looked),
    "audit-history-locked": partial(
        audit_page, answers=HALF, records=_PAST, submitted=True, then=_looked
    ),
    "audit-corrected": partial(_corrected, submitted=True),
    "audit-correcting": _corrected,
    "audit-submissions": partial(
        _corrected, submitted=True, then=lambda screen: screen.looking.show_submissions()
    ),
    "audit-submissions-whole": partial(_corrected, submitted=True, then=_looked_whole),
    "audit-practitioner-open": partial(_practitioner, contributions={}),
    "audit-practitioner": partial(_practitioner, contributions=_HEARD),
    "audit-practitioner-locked": partial(_practitioner, contributions=_HEARD, submitted=True),
    "audit-theme-override": partial(
        audit_page,
        answers=HALF,
        judgements={"strategy-meetings": MEETING_JUDGED},
        then=_judged,
    ),
    "audit-overall": partial(_done, then=partial(go, OVERALL, "")),
    "audit-check": partial(audit_page, answers=HALF, then=AuditScreen.check),
    "audit-submit": partial(_done, then=AuditScreen.check),
    "audit-submitted": partial(_done, submitted=True, then=partial(go, "strategy-meetings", "ST4")),
    "audit-reopen": partial(
        _done, submitted=True, then=lambda screen: screen.submitting.ask_reopen()
    ),
}
SHOTS = [Shot(name, build) for name, build in _BUILDS.items()]
