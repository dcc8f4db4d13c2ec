"""Pictures of the audit page: each state that a reader meets, from a fresh file to a sealed one."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from audit_desk.domain.action import ActionDraft
from audit_desk.domain.audit import OVERALL, Absence, Answer, AuditState, Grade, Judgement
from audit_desk.domain.case import Facts
from audit_desk.domain.case_event import CaseEvent, ListKind
from audit_desk.domain.contribution import Contribution, Contributions, Role
from audit_desk.domain.event_suggestions import FromLists, from_lists
from audit_desk.domain.follow_up import FollowUp, is_adverse
from audit_desk.domain.last_place import LastPlace
from audit_desk.domain.practitioner import PRACTITIONER
from audit_desk.domain.settings import EscalationContact
from audit_desk.domain.submission import Content, Submission
from audit_desk.errors import UserError
from audit_desk.services.bank_holidays import EnglandBankHolidays
from audit_desk.services.tool_files import bundled_tools
from audit_desk.ui.dialogs.take_in.custody_ports import CustodyPort, NoCustody
from audit_desk.ui.screens.audit.answers.part_editors import TypedEditor
from audit_desk.ui.screens.audit.follow_up.action_fields import Way
from audit_desk.ui.screens.audit.look import Look
from audit_desk.ui.screens.audit.ports import AuditPorts, Desk
from audit_desk.ui.screens.audit.screen import AuditScreen
from audit_desk.ui.screens.audit.way.places import Place
from tests.gallery.registry import Shot, Studio
from tests.ui.fake_actions import FakeActions, an_action
from tests.ui.fake_auditing import NOW, FakeAuditing, FakeConcerns, FakeLists
from tests.ui.fake_identifiers import FakeIdentifiers
from tests.ui.fake_independence import FakeIndependence
from tests.ui.fake_records import YESTERDAY, FakeRecords, versions_of

_FACTS: Facts = {
    "team": "Complex safeguarding",
    "age": 15,
    "gender": "Female",
    "status": "Child in need",
    "exploitation_type": "Sexual exploitation",
    "cst_start": "2025-11-24",
    "missing_episodes": 4,
    "last_returned": "2026-03-02",
}
_CONTACTS = (
    EscalationContact("Team manager", "Sam Okafor", "01632 960 101"),
    EscalationContact("Service manager", "Jo Whitfield", "01632 960 102"),
    EscalationContact("Emergency duty team, after hours", "", "01632 960 199"),
)
_MEETING = {
    "meeting": "held",
    "known": "2026-02-26T16:05",
    "requested": "2026-02-26T17:30",
    "held": "2026-03-02T10:00",
    "waited_for": "police",
    "waited_why": "No officer was free before the weekend.",
    "missing_pattern": "repeated",
}
_WISE = {
    "stage": "completed",
    "cst_started": "2025-11-24",
    "wise_completed": "2025-12-19",
    "qa_completed": "2026-01-05",
    "cst_involvement": "open",
}
_EPISODE = {
    "episode": "yes",
    "missing_from": "2026-02-28T21:15",
    "returned": "2026-03-02T18:40",
    "offered": "2026-03-03T09:10",
    "attempts": "2",
    "interviewed": "2026-03-06T10:00",
    "outcome": "held",
}
_SAFE_STEPS = (
    "The placement agreed to ring the duty worker at 22:00 each night, and did so on 2 and 3"
    " March; nothing is noted from the 4th on. The phone that the older men gave her was left"
    " with her. She told her worker on 5 March that “nobody asked whether I'd stay in”."
)
_HALF: dict[str, Answer] = {
    "ST1": Answer("ST1", evidence="Contact record 26 February; minutes.", parts=_MEETING),
    "ST2": Answer(
        "ST2",
        "partly",
        evidence="Health sent a letter; the pastoral lead, whom she trusts, was not asked.",
        parts={"contributors": "allocated_worker|cst|police|health"},
    ),
    "ST3": Answer("ST3", "2"),
    "ST4": Answer("ST4", "3", evidence=_SAFE_STEPS),
    "ST5": Answer("ST5", "2"),
    "ST6": Answer("ST6", "3"),
    "ST7": Answer("ST7", absence=Absence.NOT_EVIDENCED),
    "ST8": Answer("ST8", parts={"written_up": "2026-03-05", "circulated": "2026-03-10"}),
    "WI1": Answer("WI1", parts=_WISE),
    "WI2": Answer("WI2", "2"),
    "RH1": Answer("RH1", parts=_EPISODE),
}
_MEETING_JUDGED = Judgement(
    "strategy-meetings",
    Grade.GOOD,
    rationale=(
        "The steps were vague on paper, but the placement and the police acted on the same"
        " night, and she came to no harm while enquiries went on."
    ),
    strengths="The police brought what they knew of the house, and it was acted on.",
    improvements="Say who checks each step, and ask the child whether it would work.",
    lived_experience="She felt talked about rather than asked.",
    suggested=Grade.REQUIRES_IMPROVEMENT,
)


_BROUGHT_IN = "2026-04-20T09:30:00.000000+00:00"
_EVENTS = tuple(
    CaseEvent(str(number), "case-1", kind, happened, facts, _BROUGHT_IN)
    for number, (kind, happened, facts) in enumerate(
        (
            (
                ListKind.MISSING,
                "2026-02-28T21:15",
                {
                    "missing_from": "2026-02-28T21:15",
                    "returned": "2026-03-02T18:40",
                    "rhi_offered": "Yes",
                    "rhi_offered_on": "2026-03-03T09:10",
                    "rhi_held": "2026-03-06",
                },
            ),
            (
                ListKind.MISSING,
                "2026-01-17T23:00",
                {
                    "missing_from": "2026-01-17T23:00",
                    "returned": "2026-01-18T04:10",
                    "rhi_accepted": "No",
                },
            ),
            (ListKind.STRATEGY, "2026-03-02T10:00", {"held": "2026-03-02T10:00"}),
            (
                ListKind.SUPERVISION,
                "2026-04-09",
                {"held": "2026-04-09", "supervisor": "Sam Okafor"},
            ),
            (
                ListKind.SUPERVISION,
                "2026-03-10",
                {"held": "2026-03-10", "supervisor": "Sam Okafor"},
            ),
        )
    )
)


class _Loud:
    def show(self, error: BaseException) -> None:
        raise error


class _Quiet:
    def show(self, error: BaseException) -> None:
        del error


def _complete() -> tuple[dict[str, Answer], dict[str, Judgement]]:
    """Return an audit in which nothing is missing."""
    tool = bundled_tools()[0]
    answers = dict(_HALF)
    plain = {"grade": "2", "yes_partly_no": "yes", "safety": "safe"}
    for question in tool.questions():
        made = Answer(question.id, plain.get(question.kind.value, ""), evidence="Seen on file.")
        if question.kind.value == "facts":
            made = Answer(question.id, absence=Absence.NOT_EVIDENCED)
        answers.setdefault(question.id, made)
    answers["ST6"] = Answer("ST6", "3", evidence="One plan for all episodes.")
    themes = [theme.id for theme in tool.themes]
    judgements = {
        theme: Judgement(theme, Grade.GOOD, suggested=Grade.GOOD) for theme in (*themes, OVERALL)
    }
    return answers, judgements | {"strategy-meetings": _MEETING_JUDGED}


def _screen(  # noqa: PLR0913 - one by one what a picture may show otherwise
    studio: Studio,
    answers: Mapping[str, Answer] | None = None,
    judgements: Mapping[str, Judgement] | None = None,
    *,
    submitted: bool = False,
    contributions: Contributions | None = None,
    independence: FakeIndependence | None = None,
    lists: FromLists | None = None,
    actions: FakeActions | None = None,
    records: FakeRecords | None = None,
    identifiers: FakeIdentifiers | None = None,
    custody: CustodyPort | None = None,
    then: Callable[[AuditScreen], object] = lambda screen: screen,
) -> QWidget:
    auditing = FakeAuditing(
        bundled_tools()[0],
        facts=_FACTS,
        answers=answers,
        judgements=judgements,
        contributions=contributions,
        auditor="Alex Morgan",
    )
    if submitted:
        auditing._become(AuditState.SUBMITTED)
    today = date(2026, 5, 4)
    desk = Desk("Alex Morgan", EnglandBankHolidays(), _CONTACTS, lambda: today, lambda: NOW)
    screen = AuditScreen(
        AuditPorts(
            auditing,
            FakeConcerns("Alex Morgan"),
            _Loud(),
            independence or FakeIndependence("Alex Morgan"),
            FakeLists(lists or FromLists()),
            actions=actions or FakeActions(),
            records=(records or FakeRecords()).records(),
            identifiers=identifiers or FakeIdentifiers(),
            custody=custody or NoCustody(),
        ),
        desk,
        Look(studio.theme, studio.icons),
        lambda: None,
    )
    screen.open("audit-1")
    then(screen)
    return screen


def _go(theme_id: str, question_id: str, screen: AuditScreen) -> None:
    screen.moving.go_to(Place(theme_id, question_id))


def _why(screen: AuditScreen) -> None:
    _go("strategy-meetings", "ST4", screen)
    screen.toggle_why()


def _not_understood(screen: AuditScreen) -> None:
    _go("return-home-interviews", "RH1", screen)
    editor = screen.view.question.parts.editors["interviewed"]
    assert isinstance(editor, TypedEditor)
    editor.field.setText("1/3 9.30")
    editor.field.textEdited.emit("1/3 9.30")
    editor.field.left.emit()


def _from_lists(screen: AuditScreen) -> None:
    _go("return-home-interviews", "RH1", screen)
    screen.view.question.parts.take_from_list()
    returned = screen.view.question.parts.editors["returned"]
    assert isinstance(returned, TypedEditor)
    returned.field.setText("02/03/2026 19:05")
    returned.field.textEdited.emit("02/03/2026 19:05")
    returned.field.left.emit()


def _concern(screen: AuditScreen, *, told: bool, back: bool = False) -> None:
    _go("cross-cutting", "X9", screen)
    screen.choose("unsafe")
    panel = screen.view.concern
    if told:
        panel.contacts.buttons[0].click()
        panel.form.response.setPlainText("She will ring the placement now and visit tonight.")
        panel.form.record.click()
    if back:
        panel.go_on.click()


def _judged(screen: AuditScreen) -> None:
    _go("strategy-meetings", "", screen)
    screen.toggle_why()


def _search(screen: AuditScreen) -> None:
    screen.view.navigator.search.setText("safety plan")


def _folded(screen: AuditScreen) -> None:
    _go("supervision", "SU8", screen)


def _unsaved(screen: AuditScreen) -> None:
    _go("strategy-meetings", "ST3", screen)
    screen.sheet._auditing.fails = UserError(  # type: ignore[attr-defined]
        "The register's disk is full.", "Make room on it."
    )
    screen._errors = _Quiet()
    screen.choose("3")


def _way(way: Way, screen: AuditScreen) -> None:
    _go("strategy-meetings", "ST2", screen)
    screen.view.question.action.card.way.options[way].click()
    screen.following.focus()


def _action_half(screen: AuditScreen) -> None:
    _way(Way.OWN, screen)
    day = screen.view.question.action.card.day.line
    day.setText("in 4 weeks")
    day.textEdited.emit("in 4 weeks")


_ACTION = ActionDraft(
    "Health is at every strategy meeting, so that her sleep and her injuries are seen together.",
    "Service manager",
    date(2026, 6, 1),
)
_ALL = _complete()
_SEEN_TO = {
    question.id: FollowUp(question.id, none_because="Put right by the team manager in March.")
    for question in bundled_tools()[0].questions()
    if question.id in _ALL[0] and is_adverse(question, _ALL[0][question.id])
}
_SEEN_TO["ST4"] = FollowUp("ST4", _ACTION)
_done = partial(_screen, answers=_ALL[0], judgements=_ALL[1], actions=FakeActions(_SEEN_TO))
_ask = partial(_screen, then=lambda screen: screen.view.focus_start())
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
_practitioner = partial(_screen, answers=_HALF, then=partial(_go, PRACTITIONER, ""))
_VAGUE = Answer("ST4", "2", evidence=_SAFE_STEPS.split(";", maxsplit=1)[0] + ".")
_VERSIONS = versions_of(
    ("Alex Morgan", Answer("ST4", "2")),
    ("Alex Morgan", _VAGUE),
    ("Judith Okoro", replace(_VAGUE, value="3")),
    ("Alex Morgan", _HALF["ST4"]),
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


def _looked(screen: AuditScreen) -> None:
    _go("strategy-meetings", "ST4", screen)
    screen.looking.show_versions()


def _looked_whole(screen: AuditScreen) -> None:
    screen.looking.show_submissions()
    assert screen.looking.submissions is not None
    screen.looking.submissions.look_buttons[0].click()


_SAID = {**_HEARD, Role.MANAGER: replace(_HEARD[Role.MANAGER], took_part=False)}
_KEPT.standing = Content("Alex Morgan", *_ALL, _SAID)
_corrected = partial(_done, contributions=_SAID, records=_KEPT)
_BUILDS: dict[str, Callable[[Studio], QWidget]] = {
    "audit-history": partial(_screen, answers=_HALF, records=_PAST, then=_looked),
    "audit-history-locked": partial(
        _screen, answers=_HALF, records=_PAST, submitted=True, then=_looked
    ),
    "audit-corrected": partial(_corrected, submitted=True),
    "audit-correcting": _corrected,
    "audit-submissions": partial(
        _corrected, submitted=True, then=lambda screen: screen.looking.show_submissions()
    ),
    "audit-submissions-whole": partial(_corrected, submitted=True, then=_looked_whole),
    "audit-resumed": partial(
        _screen,
        answers=_HALF,
        records=FakeRecords(
            place=LastPlace("wise-assessments", "WI2", YESTERDAY), fails=UserError("")
        ),
    ),
    "audit-practitioner-open": partial(_practitioner, contributions={}),
    "audit-practitioner": partial(_practitioner, contributions=_HEARD),
    "audit-practitioner-locked": partial(_practitioner, contributions=_HEARD, submitted=True),
    "audit-fresh": _screen,
    "audit-declaration": partial(_ask, independence=FakeIndependence()),
    "audit-declaration-conflict": partial(
        _ask, independence=FakeIndependence(worker="Morgan, Alex")
    ),
    "audit-check-undeclared": partial(
        _screen, answers=_HALF, independence=FakeIndependence(), then=AuditScreen.check
    ),
    "audit-graded": partial(_screen, answers=_HALF, then=partial(_go, "strategy-meetings", "ST4")),
    "audit-why": partial(_screen, answers=_HALF, then=_why),
    "audit-action": partial(
        _screen,
        answers=_HALF,
        actions=FakeActions({"ST2": FollowUp("ST2", _ACTION)}),
        then=partial(_way, Way.OWN),
    ),
    "audit-action-asked": partial(_screen, answers=_HALF, then=_action_half),
    "audit-action-linked": partial(
        _screen,
        answers=_HALF,
        actions=FakeActions({"ST2": FollowUp("ST2", action_id="a1")}, (an_action("a1", _ACTION),)),
        then=partial(_way, Way.OTHER),
    ),
    "audit-action-none": partial(
        _screen,
        answers=_HALF,
        actions=FakeActions({"ST2": FollowUp("ST2", none_because="Put right the next day.")}),
        then=partial(_way, Way.NONE),
    ),
    "audit-yes-no": partial(_screen, answers=_HALF, then=partial(_go, "strategy-meetings", "ST2")),
    "audit-dates": partial(
        _screen, answers=_HALF, then=partial(_go, "return-home-interviews", "RH1")
    ),
    "audit-date-refused": partial(_screen, answers=_HALF, then=_not_understood),
    "audit-from-lists": partial(
        _screen,
        answers={key: answer for key, answer in _HALF.items() if key != "RH1"},
        lists=from_lists(bundled_tools()[0], _FACTS, _EVENTS, date(2026, 5, 4)),
        then=_from_lists,
    ),
    "audit-folded": partial(_screen, answers=_HALF, then=_folded),
    "audit-search": partial(_screen, answers=_HALF, then=_search),
    "audit-theme-override": partial(
        _screen,
        answers=_HALF,
        judgements={"strategy-meetings": _MEETING_JUDGED},
        then=_judged,
    ),
    "audit-overall": partial(_done, then=partial(_go, OVERALL, "")),
    "audit-concern": partial(_screen, answers=_HALF, then=partial(_concern, told=False)),
    "audit-concern-told": partial(_screen, answers=_HALF, then=partial(_concern, told=True)),
    "audit-concern-open": partial(
        _screen, answers=_HALF, then=partial(_concern, told=False, back=True)
    ),
    "audit-unsaved": partial(_screen, answers=_HALF, then=_unsaved),
    "audit-check": partial(_screen, answers=_HALF, then=AuditScreen.check),
    "audit-submit": partial(_done, then=AuditScreen.check),
    "audit-submitted": partial(
        _done, submitted=True, then=partial(_go, "strategy-meetings", "ST4")
    ),
    "audit-reopen": partial(
        _done, submitted=True, then=lambda screen: screen.submitting.ask_reopen()
    ),
}
SHOTS = [Shot(name, build) for name, build in _BUILDS.items()]
SHOTS.append(Shot("audit-large-text", _BUILDS["audit-graded"], scale=200))
