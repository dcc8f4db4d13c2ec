"""What a round found, as plain figures: computed once, shown alike on screen and on paper.

``services.findings`` fills these classes, ``reports`` and the Findings page only show them.
Every proportion is a ``Share``: n of N, with a percentage and an interval only where
the rules on numbers allow one.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from audit_desk.domain.action import ActionLine
from audit_desk.domain.audit import Grade
from audit_desk.domain.concern import Concern
from audit_desk.domain.findings_clocks import ClockFindings
from audit_desk.domain.findings_contributions import ContributionFindings
from audit_desk.domain.findings_moderation import ModerationFindings
from audit_desk.domain.findings_readers import IndependenceFindings
from audit_desk.domain.inference import Share
from audit_desk.domain.receipt import Receipt
from audit_desk.domain.round_words import RoundWords
from audit_desk.domain.sample_profile import Profile
from audit_desk.domain.trend import Trend

RECORDED = "recorded"
"""Stands for a main answer where a question asks for facts alone."""


@dataclass(frozen=True, slots=True)
class Spread:
    """How often each answer was given, absences kept apart.

    Attributes:
        grades: Counts by grade; a grade that nobody gave is present with 0.
        not_evidenced: Audits in which no record was found.
        not_accessible: Audits in which the record could not be opened.
        not_applicable: Audits left out of the denominator.
        unanswered: Audits without an answer.
    """

    grades: Mapping[Grade, int]
    not_evidenced: int = 0
    not_accessible: int = 0
    not_applicable: int = 0
    unanswered: int = 0

    @property
    def graded(self) -> int:
        """How many were graded: the denominator of every share of grades."""
        return sum(self.grades.values())


@dataclass(frozen=True, slots=True)
class QuestionFindings:
    """What the round found on one question.

    Attributes:
        question_id: The question.
        wording: Its words.
        critical: Whether it is a ★ question.
        kind: The stored form of its ``AnswerKind``.
        counts: Counts by main answer in its stored form, every possible answer present. A
            question of facts has no main answer; its one count, ``RECORDED``, says in how
            many audits at least one fact was recorded.
        not_evidenced: As in ``Spread``.
        not_accessible: As in ``Spread``.
        not_applicable: Answered so, or folded away by the question's conditions.
        unanswered: As in ``Spread``.
        favourable: Good or better, yes, or safe, of all with a main answer; 0 of 0 where the
            question has no main answer.
    """

    question_id: str
    wording: str
    critical: bool
    kind: str
    counts: Mapping[str, int]
    not_evidenced: int
    not_accessible: int
    not_applicable: int
    unanswered: int
    favourable: Share


@dataclass(frozen=True, slots=True)
class Example:
    """A passage that an auditor wrote, with the reference of the file it is about.

    Attributes:
        reference: The file.
        text: What the auditor wrote.
        grade: The judgement that it stands with.
        purposive: Whether the file was chosen on purpose; its words are shown and labelled,
            its grade is counted nowhere.
    """

    reference: str
    text: str
    grade: Grade | None
    purposive: bool = False


@dataclass(frozen=True, slots=True)
class ThemeFindings:
    """What the round found on one theme, or overall.

    Attributes:
        theme_id: The theme, or ``OVERALL``.
        title: Its title.
        spread: Grades that were settled on: what moderators settled, else the first reader's.
        good_or_better: Of all graded.
        overrides: Judgements that differ from the suggestion.
        questions: Question by question; empty for the overall judgement.
        strengths: What auditors saw done well.
        improvements: What auditors saw to improve.
        voices: What it was like for the child.
    """

    theme_id: str
    title: str
    spread: Spread
    good_or_better: Share
    overrides: int
    questions: tuple[QuestionFindings, ...] = ()
    strengths: tuple[Example, ...] = ()
    improvements: tuple[Example, ...] = ()
    voices: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class Override:
    """A judgement that differs from the suggestion, with its reason."""

    reference: str
    theme_title: str
    suggested: Grade
    decided: Grade
    rationale: str
    purposive: bool = False


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One audit of the round in a line: for the list of files read.

    Attributes:
        reference: The file.
        purposive: Whether it was chosen on purpose.
        state: How far the audit is, in words.
        auditor: Who reads; may be empty.
        overall: The overall judgement; ``None`` while undecided.
        theme_grades: The judgement of each theme by its id.
        safety: The answer to "Is the child safe now?" in its stored form; empty where there
            is none. It counts before an audit is submitted too: a child does not wait.
        late: The clocks that ran out, each with its result in words.
        submitted: Whether the audit is submitted.
    """

    reference: str
    purposive: bool
    state: str
    auditor: str
    overall: Grade | None
    theme_grades: Mapping[str, Grade | None]
    safety: str = ""
    late: tuple[str, ...] = ()
    submitted: bool = True


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything that a round found.

    Attributes:
        organisation: The register's organisation.
        round_name: The round.
        purpose: Why it was done.
        tool_title: The tool that was used.
        tool_version: Its version.
        computed_from: When the last thing that these findings rest on was written, UTC. Nothing
            in the findings depends on when they were computed, so the same register gives
            the same report to the byte.
        receipts: All draws of the round, oldest first; the last is the one that counts.
        drawn: How many audits were drawn at random.
        submitted: How many of those are submitted; every share rests on them alone.
        purposive: How many chosen on purpose are submitted; counted nowhere else.
        themes: Theme by theme.
        overall: The overall judgements.
        safety: Counts of safe, unsure, unsafe, by stored value.
        clocks: Timeliness.
        concerns: All concerns of the round, open first.
        overrides: Judgements that differ from the suggestion.
        profiles: Sample beside frame.
        audits: A line an audit, by reference.
        tool_purpose: What the tool is for.
        documents: The titles of the published documents that its questions come from.
        actions: The actions of the round as they are worked on, the ended ones last.
        earlier_actions: The same of the rounds before it.
        overridden: How many of the counted audits have at least one judgement that differs
            from the suggestion.
        independence: How independent the auditors were; ``None`` where that is not known.
        contributions: The part that practitioners and children had; ``None`` where not known.
        moderation: Second readings, agreement and what was settled; ``None`` where not known.
        trend: The round beside those before it; ``None`` where there is none to compare with.
        words: What the lead wrote about all this.
        asked_by: The case fields that say whom a question is asked of.
    """

    organisation: str
    round_name: str
    purpose: str
    tool_title: str
    tool_version: int
    computed_from: datetime
    receipts: tuple[Receipt, ...]
    drawn: int
    submitted: int
    purposive: int
    themes: tuple[ThemeFindings, ...]
    overall: ThemeFindings
    safety: Mapping[str, int]
    clocks: tuple[ClockFindings, ...]
    concerns: tuple[Concern, ...]
    overrides: tuple[Override, ...]
    profiles: tuple[Profile, ...]
    audits: tuple[AuditLine, ...]
    tool_purpose: str = ""
    documents: tuple[str, ...] = ()
    overridden: int = 0
    actions: tuple[ActionLine, ...] = ()
    earlier_actions: tuple[ActionLine, ...] = ()
    independence: IndependenceFindings | None = None
    contributions: ContributionFindings | None = None
    moderation: ModerationFindings | None = None
    trend: Trend | None = None
    words: RoundWords = field(default_factory=RoundWords)
    asked_by: frozenset[str] = frozenset()

    @property
    def population(self) -> int | None:
        """The size of the frame behind the draw that counts; ``None`` without a draw."""
        return self.receipts[-1].frame_size if self.receipts else None
