"""How far two readers of a round agreed, and what moderation changed: plain figures.

Agreement always rests on the sealed originals, never on what was settled. Files chosen on purpose
and files that everyone reads stay out of every figure on agreement.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from audit_desk.domain.agreement import Agreement
from audit_desk.domain.drift import Drift
from audit_desk.domain.second_reading import How


@dataclass(frozen=True, slots=True)
class NamedAgreement:
    """Agreement on one thing, or of one reader with the others.

    Attributes:
        id: The theme, the question, ``OVERALL``, or the auditor's name.
        title: What it is, in words.
        agreement: Over the files in which both readers gave a value.
        apart: Files in which just one of them did, so that there is no pair: an absence or no
            answer beside a value.
        kind: The stored form of the ``AnswerKind`` of a question; of a grade otherwise.
    """

    id: str
    title: str
    agreement: Agreement
    apart: int = 0
    kind: str = "grade"


@dataclass(frozen=True, slots=True)
class Change:
    """A judgement that moderation changed.

    Attributes:
        reference: The file.
        title: The theme's title, or "Overall".
        first: What the first reader gave, in words.
        second: What the second reader gave, in words.
        settled: What was settled, in words.
        reason: Why.
        moderator: Who settled it.
        purposive: Whether the file was chosen on purpose.
    """

    reference: str
    title: str
    first: str
    second: str
    settled: str
    reason: str
    moderator: str
    purposive: bool = False


@dataclass(frozen=True, slots=True)
class CalibrationFile:
    """A file that everyone reads: the overall judgement of each who has submitted it."""

    reference: str
    grades: tuple[tuple[str, str], ...]
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class ModerationFindings:
    """What second readings and moderation found.

    Attributes:
        rule: Who is read twice, in a sentence; empty where no rule was set.
        chosen: Further readings by how they came about.
        files: Files with at least one further reading.
        sealed: Pairs of which both readings are submitted and as they were sealed.
        waiting: Pairs of which one reading is not submitted.
        broken: The files of which a seal does not hold.
        counted: Pairs that agreement is counted over.
        opened_late: The files of which a reading was opened again after both had been sealed;
            they are left out of agreement.
        overall: Agreement on the overall judgement.
        themes: Agreement theme by theme.
        questions: Agreement question by question.
        auditors: Each reader beside the others on the overall judgement, the reader's own
            grade first; sorted by name.
        drift: Each reader's own grades beside the settled ones; sorted by name.
        settled: Things that moderators settled.
        changed: How many of those are otherwise than the first reader had them.
        changes: The judgements among those.
        unresolved: Things somebody has still to settle.
        calibration: The files that everyone reads.
    """

    rule: str
    chosen: Mapping[How, int]
    files: int
    sealed: int
    waiting: int
    broken: tuple[str, ...]
    counted: int
    opened_late: tuple[str, ...]
    overall: NamedAgreement
    themes: tuple[NamedAgreement, ...]
    questions: tuple[NamedAgreement, ...]
    auditors: tuple[NamedAgreement, ...]
    drift: tuple[Drift, ...]
    settled: int
    changed: int
    changes: tuple[Change, ...]
    unresolved: int
    calibration: tuple[CalibrationFile, ...] = ()
