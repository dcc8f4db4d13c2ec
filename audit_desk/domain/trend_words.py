"""What a comparison of rounds comes to, in a sentence or two: no more than the intervals carry."""

from collections.abc import Sequence

from audit_desk.domain.trend import Change, Measure, Trend, TrendLine


def trend_sentence(trend: Trend) -> str:
    """Say in a sentence or two what the comparison of the judgements supports."""
    judged = trend.of(Measure.OVERALL, Measure.THEME)
    better = [line.title for line in judged if line.change is Change.BETTER]
    worse = [line.title for line in judged if line.change is Change.WORSE]
    if not judged:
        return "Nothing that was judged then was judged in the same way now."
    parts = []
    if better:
        parts.append(f"Better than in the round before: {_listed(better)}.")
    if worse:
        parts.append(f"Worse than in the round before: {_listed(worse)}.")
    if parts:
        return " ".join((*parts, *_others(judged)))
    if all(line.change is Change.TOO_FEW for line in judged):
        return "Too few files were counted to say whether anything changed since the round before."
    return "The figures support no change since the round before, neither better nor worse."


def _others(judged: Sequence[TrendLine]) -> list[str]:
    """Say what stands for those in which no change is claimed."""
    unproven = sum(line.change is Change.UNPROVEN for line in judged)
    few = sum(line.change is Change.TOO_FEW for line in judged)
    said = []
    if unproven:
        said.append(
            f"No change is claimed for {unproven} of the others."
            if few
            else "For the others no change is claimed."
        )
    if few:
        said.append(f"For {few} it is too few to say.")
    return said


def _listed(titles: Sequence[str]) -> str:
    return " and ".join((", ".join(titles[:-1]), titles[-1]) if titles[:-1] else titles)
