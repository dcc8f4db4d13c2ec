"""How an auditor's own grades lie to what was settled: for learning, never for ranking.

An auditor's own sealed grade less the settled one, file by file: **negative where the auditor
graded better** than was settled, for 1 is the best grade. One figure a file (the overall
judgement), because the judgements within one file go together and would make the interval look
surer than it is. Where two readings agree, what they agree on counts as settled; leaving those out
would make everybody look further off than they are.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, stdev

from audit_desk.domain.inference import LEAST_FOR_PERCENT
from audit_desk.domain.people import person_key
from audit_desk.domain.student_t import t_point

LEAST_FOR_DRIFT = LEAST_FOR_PERCENT
"""Below this many files an auditor's drift is counts alone: the limit of every other figure."""
DRIFT_METHOD = "mean difference with a 95 % t interval, one difference a file"
"""How drift is computed, as printed."""


@dataclass(frozen=True, slots=True)
class Graded:
    """One file of one auditor: what they gave and what was settled, both 1 to 4."""

    auditor: str
    own: int
    settled: int


@dataclass(frozen=True, slots=True)
class Drift:
    """How one auditor's grades lie to the settled ones.

    Attributes:
        auditor: Who.
        n: Files that they read and that are settled.
        better: Files that they graded better than was settled.
        worse: Files that they graded less well.
        mean: Own less settled, in grades: negative where they grade better. ``None`` below
            ``LEAST_FOR_DRIFT`` files.
        low: The 95 % interval's lower end; ``None`` below that, and where all differences are
            the same, so that they say nothing of their spread.
        high: Its upper end.
    """

    auditor: str
    n: int
    better: int
    worse: int
    mean: float | None = None
    low: float | None = None
    high: float | None = None

    @property
    def same(self) -> int:
        """Files that they graded as was settled."""
        return self.n - self.better - self.worse

    @property
    def words(self) -> str:
        """What it says, in a sentence for whoever wants to learn from it."""
        if self.mean is None:
            return "Too few files to say."
        if self.low is None or self.high is None:
            return "The same distance in every file." if self.mean else "As settled in every file."
        if self.low <= 0 <= self.high:
            return "No difference beyond chance."
        way = "better" if self.mean < 0 else "less well"
        size = f"{abs(self.mean):.1f}"
        much = f"about {size}" if size != "0.0" else "less than 0.1"
        return f"Tends to grade {way} than settled, by {much} of a grade."


def drift(files: Iterable[Graded]) -> tuple[Drift, ...]:
    """Return each auditor's drift, sorted by name and never by size."""
    names: dict[str, str] = {}
    apart: dict[str, list[int]] = {}
    for file in files:
        key = person_key(file.auditor)
        names.setdefault(key, file.auditor.strip())
        apart.setdefault(key, []).append(file.own - file.settled)
    return tuple(_of(names[key], apart[key]) for key in sorted(apart))


def _of(auditor: str, differences: list[int]) -> Drift:
    n = len(differences)
    better = sum(each < 0 for each in differences)
    worse = sum(each > 0 for each in differences)
    if n < LEAST_FOR_DRIFT:
        return Drift(auditor, n, better, worse)
    mean = fmean(differences)
    if len(set(differences)) == 1:
        return Drift(auditor, n, better, worse, mean)
    half = t_point(n - 1) * stdev(differences) / sqrt(n)
    return Drift(auditor, n, better, worse, mean, mean - half, mean + half)
