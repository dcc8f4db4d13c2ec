"""Which theme, question or standard stands out, of those whose share may be shown."""

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from audit_desk.domain.inference import Share
from audit_desk.domain.shareable import Shareable
from audit_desk.domain.shown_rows import Base, ShownRow
from audit_desk.reports.rankings import alike, clearly_differ, figures_of, is_or_are, ratio
from audit_desk.reports.words import FEWEST_TO_COMPARE, counted

_Named = tuple[str, Share]


def outstanding(shared: Shareable) -> tuple[str, ...]:
    """Say which theme, question and standard stand out; of withheld shares nothing is said."""
    lines = (
        _themes(list(_shares((theme.title, theme.row) for theme in shared.themes))),
        _least(
            list(
                _shares(
                    (f"{question.question_id} in {theme.title}, “{question.wording}”", question.row)
                    for theme in shared.themes
                    for question in theme.questions
                )
            ),
            "Of the questions whose share is shown, answered well least often is {name}: {share}.",
            "Of the questions whose share is shown, {name} is among those answered well least"
            " often: {share}.",
        ),
        _least(
            list(
                _shares(
                    (f"“{clock.title}”", clock.row) for clock in shared.clocks if not clock.is_list
                )
            ),
            "Timeliness is weakest, of what is shown, for {name}: in time in {share}.",
        ),
    )
    return tuple(line for line in lines if line)


def _shares(rows: Iterable[tuple[str, ShownRow]]) -> Iterator[_Named]:
    for name, row in rows:
        is_share = row.share is not None and row.base is not Base.READ
        if is_share and row.share is not None and row.share.of >= FEWEST_TO_COMPARE:
            yield name, row.share


def _themes(found: Sequence[_Named]) -> str:
    if len(found) < 2:  # noqa: PLR2004 - it takes two to compare
        return ""
    ranked = sorted(found, key=lambda each: ratio(each[1]))
    worst, best = ranked[0][1], ranked[-1][1]
    if ratio(best) == ratio(worst):
        return f"All themes whose share is shown stand alike: {counted(best)} good or better."
    high, low = alike(found, best), alike(found, worst)
    line = (
        f"Highest of the themes whose share is shown {is_or_are(high)}: good or better in"
        f" {figures_of(high, counted)}. Lowest {is_or_are(low)}: {figures_of(low, counted)}."
    )
    if clearly_differ(best, worst):
        return f"{line} Their intervals lie apart, so this is hardly chance alone."
    if best.interval is None or worst.interval is None:
        return line
    return f"{line} The sample is too small to say that they differ among all children's files."


def _least(found: Sequence[_Named], sentence: str, shared: str = "") -> str:
    """Name the smallest share; with the second sentence where others are as small."""
    below = [(ratio(share), name, share) for name, share in found if share.n < share.of]
    if not below:
        return ""
    lowest, name, share = min(below, key=itemgetter(0))
    are_several = sum(each[0] == lowest for each in below) > 1
    said = shared if shared and are_several else sentence
    return said.format(name=name, share=counted(share))
