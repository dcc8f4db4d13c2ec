"""Which theme, question or standard stands out, of those whose share may be shown."""

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from audit_desk.domain.inference import Share
from audit_desk.domain.shareable import Shareable
from audit_desk.domain.shown_rows import Base, ShownRow
from audit_desk.reports.rankings import clearly_differ, ratio
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
    (low, worst), (high, best) = ranked[0], ranked[-1]
    if ratio(best) == ratio(worst):
        return f"All themes whose share is shown stand alike: {counted(best)} good or better."
    line = (
        f"Of the themes whose share is shown, {high} is highest: good or better in"
        f" {counted(best)}. Lowest is {low}: {counted(worst)}."
    )
    if clearly_differ(best, worst):
        return f"{line} Their intervals lie apart, so this is hardly chance alone."
    if best.interval is None or worst.interval is None:
        return line
    return f"{line} The sample is too small to say that they differ among all children's files."


def _least(found: Sequence[_Named], sentence: str) -> str:
    below = [(ratio(share), name, share) for name, share in found if share.n < share.of]
    if not below:
        return ""
    _, name, share = min(below, key=itemgetter(0))
    return sentence.format(name=name, share=counted(share))
