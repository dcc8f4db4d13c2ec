"""Services for the audit page that keep everything in memory, and a small tool to read with."""

# ruff: noqa: ARG002 - a fake takes what the service takes

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime

from audit_desk.domain.audit import (
    Answer,
    Audit,
    AuditState,
    FullAudit,
    Judgement,
    Selection,
)
from audit_desk.domain.audit_tool import (
    AnswerKind,
    AuditTool,
    Clock,
    ClockUnit,
    Condition,
    Descriptors,
    Document,
    Option,
    Part,
    PartKind,
    Question,
    Source,
    Theme,
    ToolStatus,
)
from audit_desk.domain.case import Facts
from audit_desk.domain.completeness import gaps
from audit_desk.domain.concern import Concern, ConcernContact
from audit_desk.domain.contribution import Contribution, Contributions, Role
from audit_desk.domain.event_suggestions import FromLists
from audit_desk.errors import UserError

NOW = datetime(2026, 5, 4, 14, 20, tzinfo=UTC)
SOURCES = (Source("000", "paragraph 4", "Planning waited for the police."),)
NOBODY_ASKED = {role: Contribution(role, invited=False, why_not="Too soon.") for role in Role}
"""Tests of the questions begin with the practitioners' part behind them."""
DESCRIPTORS = Descriptors("Safe at once.", "Safe in time.", "Vague or late.", "Nothing protected.")


def graded(question_id: str, *, critical: bool = False, **more: object) -> Question:
    question = Question(
        question_id,
        f"How well was {question_id} done?",
        AnswerKind.GRADE,
        "Read the chronology first.",
        SOURCES,
        critical=critical,
        descriptors=DESCRIPTORS,
    )
    return replace(question, **more)  # type: ignore[arg-type]


def small_tool() -> AuditTool:
    meetings = Theme(
        "meetings",
        "Strategy meetings",
        "Whether the meeting made the child safe.",
        (
            Question(
                "ST1",
                "When was the child missing, and when did they return?",
                AnswerKind.FACTS,
                "Take the times from the record.",
                SOURCES,
                parts=(
                    Part("missing", "Went missing", PartKind.MOMENT),
                    Part("returned", "Returned", PartKind.MOMENT, not_before="missing"),
                    Part("seen", "Interview held", PartKind.MOMENT, not_before="returned"),
                    Part("times", "Episodes", PartKind.COUNT),
                    Part("note", "Anything else", PartKind.TEXT),
                ),
            ),
            Question(
                "ST2",
                "Did everybody contribute?",
                AnswerKind.YES_PARTLY_NO,
                "",
                SOURCES,
                critical=True,
                parts=(
                    Part(
                        "who",
                        "Who?",
                        PartKind.CHOICES,
                        (Option("police", "Police"), Option("health", "Health")),
                    ),
                ),
            ),
            graded("ST3"),
            graded("ST4", critical=True),
            graded(
                "ST5",
                applies_when=(Condition(answer="ST2", any_of=("yes", "partly")),),
                applies_note="Asked only where somebody contributed (ST2).",
            ),
        ),
    )
    life = Theme(
        "life",
        "The child's life",
        "Whether life is better.",
        (
            graded("X5"),
            Question("X9", "Is the child safe now?", AnswerKind.SAFETY, "", SOURCES),
            replace(graded("X10"), for_moderator=True),
        ),
    )
    clock = Clock(
        "rhi",
        "Return home interview held",
        "meetings",
        "ST1.returned",
        "ST1.seen",
        72,
        ClockUnit.HOURS,
        "Within 72 hours of the return",
        "Statutory guidance",
    )
    return AuditTool(
        "small",
        1,
        ToolStatus.PUBLISHED,
        "A small tool",
        "For tests.",
        (Document("000", "Monitoring letter 2023"),),
        (meetings, life),
        (clock,),
    )


def wide_tool(questions: int = 200, themes: int = 5) -> AuditTool:
    each = questions // themes
    made = tuple(
        Theme(f"t{t}", f"Theme {t}", "", tuple(graded(f"Q{t}-{n}") for n in range(1, each + 1)))
        for t in range(1, themes + 1)
    )
    return AuditTool("wide", 1, ToolStatus.PUBLISHED, "Wide", "", (), made)


class NoHolidays:
    def is_holiday(self, day: date) -> bool:
        return False

    def covers(self, day: date) -> bool:
        return True


class FakeAuditing:
    """Keeps one audit; every save is counted, and can be made to fail."""

    def __init__(
        self,
        tool: AuditTool | None = None,
        *,
        facts: Facts | None = None,
        answers: Mapping[str, Answer] | None = None,
        judgements: Mapping[str, Judgement] | None = None,
        contributions: Contributions | None = None,
        auditor: str = "Amina Khan",
    ) -> None:
        self.tool = tool or small_tool()
        self.saved: list[Answer | Judgement | Contribution] = []
        self.fails: UserError | None = None
        self.reasons: list[str] = []
        self.full = FullAudit(
            Audit(
                "audit-1",
                "round-1",
                "case-1",
                "CST-0142",
                Selection.RANDOM,
                AuditState.IN_PROGRESS if answers else AuditState.NOT_STARTED,
                auditor,
                facts or {},
            ),
            dict(answers or {}),
            dict(judgements or {}),
            dict(NOBODY_ASKED if contributions is None else contributions),
        )

    def open(self, audit_id: str) -> FullAudit:
        return self.full

    def tool_for(self, audit_id: str) -> AuditTool:
        return self.tool

    def save_answer(self, audit_id: str, answer: Answer, by: str) -> FullAudit:
        self._check()
        self.saved.append(answer)
        answers = {**self.full.answers, answer.question_id: answer}
        self.full = replace(self.full, answers=answers)
        return self.full

    def save_judgement(self, audit_id: str, judgement: Judgement, by: str) -> FullAudit:
        self._check()
        self.saved.append(judgement)
        judgements = {**self.full.judgements, judgement.theme_id: judgement}
        self.full = replace(self.full, judgements=judgements)
        return self.full

    def save_contribution(self, audit_id: str, made: Contribution, by: str) -> FullAudit:
        self._check()
        self.saved.append(made)
        contributions = {**self.full.contributions, made.role: made}
        self.full = replace(self.full, contributions=contributions)
        return self.full

    def submit(self, audit_id: str, by: str) -> FullAudit:
        full = self.full
        left = gaps(self.tool, full.answers, full.judgements, full.audit.facts)
        if left:
            raise UserError(left[0].sentence)
        return self._become(AuditState.SUBMITTED)

    def reopen(self, audit_id: str, reason: str, by: str) -> FullAudit:
        self.reasons.append(reason)
        return self._become(AuditState.IN_PROGRESS)

    def _become(self, state: AuditState) -> FullAudit:
        at = NOW if state is AuditState.SUBMITTED else None
        audit = replace(self.full.audit, state=state, submitted_at=at)
        self.full = replace(self.full, audit=audit)
        return self.full

    def _check(self) -> None:
        if self.fails is not None:
            raise self.fails
        if self.full.audit.state is AuditState.SUBMITTED:
            raise UserError("The audit is submitted and locked.")


@dataclass
class FakeConcerns:
    """Keeps concerns, and can be made to fail."""

    auditor: str = "Amina Khan"
    concerns: dict[str, Concern] = field(default_factory=dict)
    fails: UserError | None = None

    def raise_concern(self, audit_id: str, question_id: str, cause: str, by: str) -> Concern:
        if self.fails is not None:
            raise self.fails
        for concern in self.concerns.values():
            if concern.is_open and concern.question_id == question_id:
                return concern
        number = str(len(self.concerns) + 1)
        made = Concern(number, audit_id, "CST-0142", question_id, cause, by, NOW)
        self.concerns[number] = made
        return made

    def record_contact(
        self, concern_id: str, told: str, told_at: datetime, response: str, by: str
    ) -> Concern:
        concern = self.concerns[concern_id]
        contact = ConcernContact("c", told, told_at, response, by)
        return self._keep(replace(concern, contacts=(*concern.contacts, contact)))

    def for_audit(self, audit_id: str) -> tuple[Concern, ...]:
        return tuple(self.concerns.values())

    def close(self, concern_id: str, note: str, by: str) -> Concern:
        if by == self.auditor:
            raise UserError("Whoever audited the file cannot close its concern.")
        concern = self.concerns[concern_id]
        return self._keep(replace(concern, closed_by=by, closed_at=NOW, closing_note=note))

    def _keep(self, concern: Concern) -> Concern:
        self.concerns[concern.id] = concern
        return concern


@dataclass
class FakeLists:
    """Says what lists were given."""

    lists: FromLists

    def for_audit(self, audit_id: str) -> FromLists:
        return self.lists
