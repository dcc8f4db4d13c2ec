"""An audit: one auditor's reading of one child's file, answer by answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import IntEnum, StrEnum

from audit_desk.domain.case import Facts
from audit_desk.domain.contribution import Contributions

OVERALL = "overall"
"""Stands for a theme's id where a judgement is of the whole audit."""


class Grade(IntEnum):
    """The four grades of the ILACS framework, stored 1 to 4; 1 is the highest."""

    OUTSTANDING = 1
    GOOD = 2
    REQUIRES_IMPROVEMENT = 3
    INADEQUATE = 4

    @property
    def label(self) -> str:
        """The grade spelled out."""
        return _GRADE_LABELS[self]

    @property
    def letters(self) -> str:
        """The grade's letters where room is short: O, G, RI, I."""
        return _GRADE_LETTERS[self]


_GRADE_LABELS = {
    Grade.OUTSTANDING: "Outstanding",
    Grade.GOOD: "Good",
    Grade.REQUIRES_IMPROVEMENT: "Requires improvement",
    Grade.INADEQUATE: "Inadequate",
}
_GRADE_LETTERS = {
    Grade.OUTSTANDING: "O",
    Grade.GOOD: "G",
    Grade.REQUIRES_IMPROVEMENT: "RI",
    Grade.INADEQUATE: "I",
}


class Absence(StrEnum):
    """The three honest answers beside a grade; they are never merged."""

    NOT_EVIDENCED = "not_evidenced"
    """No record was found."""
    NOT_ACCESSIBLE = "not_accessible"
    """The record could not be opened."""
    NOT_APPLICABLE = "not_applicable"
    """The question does not fit this child; left out of every denominator."""

    @property
    def label(self) -> str:
        """The absence in words."""
        return _ABSENCE_LABELS[self]


_ABSENCE_LABELS = {
    Absence.NOT_EVIDENCED: "Not evidenced",
    Absence.NOT_ACCESSIBLE: "Not accessible",
    Absence.NOT_APPLICABLE: "Not applicable",
}

YES, PARTLY, NO = "yes", "partly", "no"
SAFE, UNSURE, UNSAFE = "safe", "unsure", "unsafe"


@dataclass(frozen=True, slots=True)
class Answer:
    """What an auditor answered to one question.

    Attributes:
        question_id: The question.
        value: The main answer in its stored form: ``"1"`` to ``"4"`` for a grade, ``yes``,
            ``partly``, ``no``, ``safe``, ``unsure``, ``unsafe``; empty while there is none.
        absence: Set instead of a value where the honest answer is an absence.
        evidence: What the auditor saw on file, in their words.
        parts: The parts' values by part id, in their stored form; an empty part is absent.
    """

    question_id: str
    value: str = ""
    absence: Absence | None = None
    evidence: str = ""
    parts: Mapping[str, str] = field(default_factory=dict)

    @property
    def grade(self) -> Grade | None:
        """The grade, where the main answer is one."""
        return Grade(int(self.value)) if self.value in {"1", "2", "3", "4"} else None

    @property
    def is_given(self) -> bool:
        """Whether there is a main answer, an absence or at least one part."""
        return bool(self.value or self.absence or self.parts)


Answers = Mapping[str, Answer]
"""Answers by question id; an unanswered question is absent."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The auditor's judgement of a theme, or of the whole audit (``theme_id`` = ``OVERALL``).

    Attributes:
        grade: What the auditor decided; ``None`` while undecided.
        rationale: Why; demanded where the grade differs from the suggestion.
        strengths: What was done well.
        improvements: What needs to improve.
        lived_experience: What it was like for the child.
        suggested: The suggestion at the moment of deciding, kept so that an override stays
            visible when rules change. ``None`` when there was no suggestion.
    """

    theme_id: str
    grade: Grade | None = None
    rationale: str = ""
    strengths: str = ""
    improvements: str = ""
    lived_experience: str = ""
    suggested: Grade | None = None

    @property
    def is_override(self) -> bool:
        """Whether the auditor decided otherwise than suggested."""
        return (
            self.grade is not None and self.suggested is not None and self.grade != self.suggested
        )


Judgements = Mapping[str, Judgement]
"""Judgements by theme id (and ``OVERALL``)."""


class AuditState(StrEnum):
    """How far an audit is."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    SUBMITTED = "submitted"

    @property
    def label(self) -> str:
        """The state in words."""
        return self.value.replace("_", " ").capitalize()


class Selection(StrEnum):
    """How a case came into the round."""

    RANDOM = "random"
    """Drawn; counted in percentages and intervals."""
    PURPOSIVE = "purposive"
    """Chosen on purpose; kept out of every percentage and interval."""


@dataclass(frozen=True, slots=True)
class Audit:
    """One audit, without its answers.

    Attributes:
        id: A UUID.
        round_id: The round it belongs to.
        case_id: The case that is read.
        reference: The case's reference.
        selection: How the case came into the round.
        state: How far it is.
        auditor: Who reads; empty until somebody starts or is assigned.
        facts: The case's facts as they were when it was drawn.
        started_at: First answer, UTC.
        submitted_at: UTC; ``None`` until then.
        seal: SHA-256 over the submitted content, lower-case hex; empty until submitted.
        due_on: By when it is to be read; ``None`` where nobody said.
        reading: 1 for the first reading of the case in its round, 2 and on for further ones.
    """

    id: str
    round_id: str
    case_id: str
    reference: str
    selection: Selection
    state: AuditState
    auditor: str
    facts: Facts
    started_at: datetime | None = None
    submitted_at: datetime | None = None
    seal: str = ""
    due_on: date | None = None
    reading: int = 1


@dataclass(frozen=True, slots=True)
class FullAudit:
    """An audit with everything that was written in it."""

    audit: Audit
    answers: Answers
    judgements: Judgements
    contributions: Contributions = field(default_factory=dict)
