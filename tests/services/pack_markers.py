"""A first reading in which every text is a word that stands nowhere else, for tests of packs."""

import itertools
from collections.abc import Sequence
from datetime import UTC, datetime

from audit_desk.domain.action import ActionDraft
from audit_desk.domain.answer_check import POSSIBLE_VALUES
from audit_desk.domain.applicability import applicable
from audit_desk.domain.audit import OVERALL, Absence, Answer, Audit, Grade, Judgement
from audit_desk.domain.audit_tool import AnswerKind
from audit_desk.domain.contribution import Contribution, Role
from audit_desk.domain.follow_up import FollowUp
from audit_desk.domain.independence import Statement
from audit_desk.domain.round import Round
from audit_desk.services.desk import Desk
from audit_desk.services.sampling import DrawRequest
from audit_desk.storage.audit_repo import AuditRepo
from audit_desk.storage.pack_share import put_rows
from audit_desk.storage.rows import new_id

FIRST, SECOND, LEAD = "Ben Ode", "Cai Mostyn", "Ada"
MOMENT = datetime(2026, 5, 20, 9, 30, tzinfo=UTC)


class Markers:
    """Gives out words that stand nowhere else, and remembers them."""

    def __init__(self) -> None:
        self.given: list[str] = []
        self._numbers = itertools.count(1000)

    def __call__(self, what: str) -> str:
        """Return a new word."""
        word = f"Zq{next(self._numbers)}{what.title().replace(' ', '')}"
        self.given.append(word)
        return word


def drawn(desk: Desk, size: int = 3) -> tuple[Round, Sequence[Audit]]:
    """Draw a round, give its files to the first reader and the first of them to the second."""
    round_ = desk.rounds.create("Spring", by=LEAD)
    desk.sampling.draw(round_, DrawRequest(size, 1), LEAD)
    audits = desk.rounds.audits(round_.id)
    desk.assignment.assign([audit.id for audit in audits], FIRST, None, LEAD)
    second_reading(desk, audits[0])
    return round_, desk.rounds.every_reading(round_.id)


def second_reading(desk: Desk, first: Audit, reader: str = SECOND) -> str:
    """Let a file be read a second time, as yet empty; return the reading's id."""
    again = Audit(
        new_id(),
        first.round_id,
        first.case_id,
        first.reference,
        first.selection,
        first.state.NOT_STARTED,
        reader,
        first.facts,
        reading=2,
    )
    with desk.register.transaction():
        AuditRepo(desk.register).add_many([again])
    return again.id


def write_first_reading(desk: Desk, audit: Audit, second_id: str, marker: Markers) -> None:
    """Write in an audit all that can be written in one, each text a marker."""
    _allow(desk, audit, marker)
    _answer(desk, audit, marker)
    _follow(desk, audit, marker)
    for concern in desk.concerns.for_audit(audit.id):
        told = (marker("told"), MOMENT, marker("response"))
        desk.concerns.record_contact(concern.id, *told, FIRST)
        desk.concerns.close(concern.id, marker("closing"), marker("closer"))
    desk.auditing.submit(audit.id, FIRST)
    desk.auditing.reopen(audit.id, marker("reopened"), FIRST)
    desk.drafts.keep(audit.id, FIRST, "ST1", {"held": marker("draft")})
    _moderate(desk, audit, second_id, marker)


def _allow(desk: Desk, audit: Audit, marker: Markers) -> None:
    desk.independence.declare(audit.id, FIRST, Statement.INVOLVED)
    desk.independence.override(audit.id, FIRST, marker("override"), LEAD)
    desk.assignment.assign([audit.id], FIRST, None, LEAD, override=marker("assigned"))
    desk.independence.declare(audit.id, FIRST, Statement.INDEPENDENT)


def _answer(desk: Desk, audit: Audit, marker: Markers) -> None:
    tool = desk.tools.newest("complex-safeguarding")
    for question in applicable(tool, {}, audit.facts):
        evidence = marker("evidence")
        if question.kind is AnswerKind.FACTS:
            answer = Answer(question.id, absence=Absence.NOT_EVIDENCED, evidence=evidence)
        else:
            grades = question.kind is AnswerKind.GRADE
            value = "3" if grades else POSSIBLE_VALUES[question.kind][-1]
            answer = Answer(question.id, value, evidence=evidence)
        desk.auditing.save_answer(audit.id, answer, FIRST)
    for theme_id in [*(theme.id for theme in tool.themes), OVERALL]:
        judged = Judgement(
            theme_id,
            Grade.INADEQUATE,
            marker("rationale"),
            marker("strengths"),
            marker("improvements"),
            marker("lived"),
        )
        desk.auditing.save_judgement(audit.id, judged, FIRST)
    for role in Role:
        made = (
            Contribution(role, invited=False, why_not=marker("why not"))
            if role is Role.CHILD
            else Contribution(
                role,
                invited=True,
                took_part=True,
                on=MOMENT.date(),
                said=marker("said"),
                changed=True,
                how=marker("how"),
            )
        )
        desk.auditing.save_contribution(audit.id, made, FIRST)


def _follow(desk: Desk, audit: Audit, marker: Markers) -> None:
    tool = desk.auditing.tool_for(audit.id)
    asked = [gap.question_id for gap in desk.actions.gaps(tool, desk.auditing.open(audit.id))]
    for number, question_id in enumerate(asked):
        told = (
            FollowUp(question_id, none_because=marker("none because"))
            if number % 2
            else FollowUp(
                question_id, ActionDraft(marker("change"), marker("owner"), MOMENT.date())
            )
        )
        desk.actions.keep(audit.id, told, FIRST)


def _moderate(desk: Desk, audit: Audit, second_id: str, marker: Markers) -> None:
    """Write what the lead and the moderator say of the two readings, straight into their tables."""
    at = MOMENT.isoformat()
    desk.register.db.execute(
        "UPDATE case_lookup SET system_id = ? WHERE case_id = ?", (marker("lookup"), audit.case_id)
    )
    made = {
        "second_readings": {
            "audit_id": second_id,
            "how": "hand",
            "reason": marker("why again"),
            "chosen_by": LEAD,
            "chosen_at": at,
        },
        "settlements": {
            "audit_id": audit.id,
            "item": "judgement/overall",
            "value": "4",
            "reason": marker("settled"),
            "moderator": marker("moderator"),
            "settled_at": at,
            "seals": "[]",
        },
        "audit_feedback": {
            "audit_id": audit.id,
            "moderator": LEAD,
            "judges_impact": "yes",
            "names_failings": "no",
            "specifies_action": "",
            "words": marker("feedback"),
            "given_at": at,
        },
        "round_words": {
            "round_id": audit.round_id,
            "part": "headline",
            "text": marker("headline"),
            "figures": "0" * 64,
            "written_by": LEAD,
            "written_at": at,
        },
    }
    with desk.register.transaction():
        for table, row in made.items():
            put_rows(desk.register, table, [row])
