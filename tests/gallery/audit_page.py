"""The invented audit of the pictures: a child, half-read and whole, and the page that shows it."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtWidgets import QWidget

from audit_desk.domain.action import ActionDraft
from audit_desk.domain.audit import OVERALL, Absence, Answer, AuditState, Grade, Judgement
from audit_desk.domain.case import Facts
from audit_desk.domain.case_event import CaseEvent, ListKind
from audit_desk.domain.contribution import Contributions
from audit_desk.domain.event_suggestions import FromLists
from audit_desk.domain.settings import EscalationContact
from audit_desk.services.bank_holidays import EnglandBankHolidays
from audit_desk.services.tool_files import bundled_tools
from audit_desk.ui.dialogs.take_in.custody_ports import CustodyPort, NoCustody
from audit_desk.ui.screens.audit.look import Look
from audit_desk.ui.screens.audit.ports import AuditPorts, Desk
from audit_desk.ui.screens.audit.screen import AuditScreen
from audit_desk.ui.screens.audit.way.places import Place
from tests.gallery.registry import Studio
from tests.ui.fake_actions import FakeActions
from tests.ui.fake_auditing import NOW, FakeAuditing, FakeConcerns, FakeLists
from tests.ui.fake_identifiers import FakeIdentifiers
from tests.ui.fake_independence import FakeIndependence
from tests.ui.fake_records import FakeRecords

FACTS: Facts = {
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
SAFE_STEPS = (
    "The placement agreed to ring the duty worker at 22:00 each night, and did so on 2 and 3"
    " March; nothing is noted from the 4th on. The phone that the older men gave her was left"
    " with her. She told her worker on 5 March that “nobody asked whether I'd stay in”."
)
HALF: dict[str, Answer] = {
    "ST1": Answer("ST1", evidence="Contact record 26 February; minutes.", parts=_MEETING),
    "ST2": Answer(
        "ST2",
        "partly",
        evidence="Health sent a letter; the pastoral lead, whom she trusts, was not asked.",
        parts={"contributors": "allocated_worker|cst|police|health"},
    ),
    "ST3": Answer("ST3", "2"),
    "ST4": Answer("ST4", "3", evidence=SAFE_STEPS),
    "ST5": Answer("ST5", "2"),
    "ST6": Answer("ST6", "3"),
    "ST7": Answer("ST7", absence=Absence.NOT_EVIDENCED),
    "ST8": Answer("ST8", parts={"written_up": "2026-03-05", "circulated": "2026-03-10"}),
    "WI1": Answer("WI1", parts=_WISE),
    "WI2": Answer("WI2", "2"),
    "RH1": Answer("RH1", parts=_EPISODE),
}
MEETING_JUDGED = Judgement(
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


ACTION = ActionDraft(
    "Health is at every strategy meeting, so that her sleep and her injuries are seen together.",
    "Service manager",
    date(2026, 6, 1),
)
_BROUGHT_IN = "2026-04-20T09:30:00.000000+00:00"
EVENTS = tuple(
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


def complete() -> tuple[dict[str, Answer], dict[str, Judgement]]:
    """Return an audit in which nothing is missing."""
    tool = bundled_tools()[0]
    answers = dict(HALF)
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
    return answers, judgements | {"strategy-meetings": MEETING_JUDGED}


def audit_page(  # noqa: PLR0913 - one by one what a picture may show otherwise
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
        facts=FACTS,
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


def go(theme_id: str, question_id: str, screen: AuditScreen) -> None:
    screen.moving.go_to(Place(theme_id, question_id))
