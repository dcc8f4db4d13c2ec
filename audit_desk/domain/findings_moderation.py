"""How far two readers of a round agreed, and what moderation changed: plain figures.

Agreement always rests on the sealed originals, never on what was settled. Files chosen on purpose
and files that everyone reads stay out of every figure on agreement.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from audit_desk.domain.agreement import Agreement
from audit_desk.domain.drift import Drift
from audit_desk.domain.inference import LEAST_FOR_PERCENT
from audit_desk.domain.second_reading import How

KAPPA_STAR = (
    "* One value makes up three quarters or more of those given, or the pairs lie so that kappa or "
    "its interval is not defined: look at the counts first."
)
"""What the star beside a kappa says, below a table whose rows are too many for their own notes."""


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

    @property
    def kappa_words(self) -> str:
        """Kappa as a cell shows it, with a star where something is to be borne in mind of it."""
        found = self.agreement
        figures = found.kappa.text if found.kappa else "\N{EN DASH}"
        return f"{figures} *" if found.notes and found.n >= LEAST_FOR_PERCENT else figures


@dataclass(frozen=True, slots=True)
class Change:
    """A judgement or an answer that moderation changed.

    Attributes:
        reference: The file.
        title: The theme's title, or "Overall"; of an answer the question's number and words.
        first: What the first reader gave, in words.
        second: What the second reader gave, in words.
        settled: What was settled, in words.
        reason: Why.
        moderator: Who settled it.
        purposive: Whether the file was chosen on purpose.
        is_judgement: Whether it is a judgement and no answer.
    """

    reference: str
    title: str
    first: str
    second: str
    settled: str
    reason: str
    moderator: str
    purposive: bool = False
    is_judgement: bool = True


@dataclass(frozen=True, slots=True)
class CalibrationFile:
    """A file that everyone reads: the overall judgement of each who has submitted it.

    Attributes:
        reference: The case's reference.
        grades: Readers with the grade that each gave, in words.
        waiting: How many readings are not submitted yet.
    """

    reference: str
    grades: tuple[tuple[str, str], ...]
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class Counted:
    """Which sealed pairs the figures on agreement rest on, and which stay out of them.

    Attributes:
        pairs: Pairs that are counted.
        by_hand: How many of those somebody chose by hand for a second reading.
        purposive: Sealed pairs left out because the file was chosen on purpose.
        calibration: Sealed pairs left out because everyone reads the file.
        undecided: Counted pairs whose overall judgements differ and are not settled, so that
            drift cannot count them yet.
        is_even: Whether a file was as likely to be read twice whatever its grade.
    """

    pairs: int = 0
    by_hand: int = 0
    purposive: int = 0
    calibration: int = 0
    undecided: int = 0
    is_even: bool = True

    @property
    def words(self) -> str:
        """What the figures rest on, in sentences."""
        by_hand = f", {self.by_hand} of them chosen by hand" if self.by_hand else ""
        words = (
            f"Counted from {_pairs(self.pairs)} of readings{by_hand}, as they were sealed, before "
            f"anything was settled. Files chosen on purpose{_so_many(self.purposive)} and files "
            f"that everyone reads{_so_many(self.calibration)} are left out."
        )
        if self.is_even or not self.pairs:
            return words
        return (
            f"{words} Some files were more likely to be read twice than others, so the figures "
            "are of these pairs and no estimate for the round."
        )

    @property
    def drift_words(self) -> str:
        """What bears on each reader's drift, in sentences; empty where nothing does."""
        words = []
        if not self.is_even:
            words.append(
                "Where the best and the worst grades are read twice more often, a first reader "
                "who gave many of them stands off the middle by that alone."
            )
        if self.undecided:
            differ = "pair differs" if self.undecided == 1 else "pairs differ"
            words.append(
                f"{self.undecided} {differ} overall and {_is(self.undecided)} not settled yet, so "
                f"{'it is' if self.undecided == 1 else 'they are'} not in it."
            )
        return " ".join(words)


def _pairs(number: int) -> str:
    return "1 pair" if number == 1 else f"{number} pairs"


def _so_many(number: int) -> str:
    return f" ({_pairs(number)})" if number else ""


def _is(number: int) -> str:
    return "is" if number == 1 else "are"


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
        basis: The pairs that agreement is counted over, and what is left out.
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
    basis: Counted
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

    @property
    def counted(self) -> int:
        """Pairs that agreement is counted over."""
        return self.basis.pairs
