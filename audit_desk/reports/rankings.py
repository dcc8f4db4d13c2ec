"""Which theme, question or clock stands out: one rule for headline and recommendations."""

from collections.abc import Callable, Sequence

from audit_desk.domain.audit import NO, Grade
from audit_desk.domain.clocks import Outcome
from audit_desk.domain.findings import Findings, QuestionFindings, ThemeFindings
from audit_desk.domain.findings_clocks import ClockFindings
from audit_desk.domain.inference import Share
from audit_desk.reports.words import FEWEST_TO_COMPARE, listed


def ratio(share: Share) -> float:
    """Return n / N; N must not be 0."""
    return share.n / share.of


def alike(named: Sequence[tuple[str, Share]], end: Share) -> list[tuple[str, Share]]:
    """Return what stands at the same end of a ranking: none of several is named alone."""
    return [each for each in named if ratio(each[1]) == ratio(end)]


def is_or_are(named: Sequence[tuple[str, Share]]) -> str:
    """Return what stands at one end, with its verb: ``is Supervision``."""
    return f"{'is' if len(named) == 1 else 'are'} {listed([name for name, _ in named])}"


def figures_of(named: Sequence[tuple[str, Share]], words: Callable[[Share], str]) -> str:
    """Return the figures of what stands alike, the same ones once."""
    found = listed(list(dict.fromkeys(words(share) for _, share in named)))
    return found if len(named) == 1 else f"{found} each"


def comparable_themes(findings: Findings) -> list[ThemeFindings]:
    """Return the themes with enough graded files to be ranked, best first."""
    themes = [theme for theme in findings.themes if theme.good_or_better.of >= FEWEST_TO_COMPARE]
    return sorted(themes, key=lambda theme: -ratio(theme.good_or_better))


def clearly_differ(first: Share, second: Share) -> bool:
    """Whether two intervals lie apart; without intervals nothing is clear."""
    if first.interval is None or second.interval is None:
        return False
    return first.interval.low > second.interval.high or second.interval.low > first.interval.high


def clocks_worst_first(findings: Findings) -> list[ClockFindings]:
    """Return the clocks with at least one late file and enough dates to be ranked.

    A clock of a list is not among them: it counts a file by the worst of many events, and
    would come out behind every clock that reads one.
    """
    clocks = [
        clock
        for clock in findings.clocks
        if clock.in_time.of >= FEWEST_TO_COMPARE
        and clock.counts[Outcome.LATE]
        and clock.events is None
    ]
    return sorted(clocks, key=lambda clock: ratio(clock.in_time))


def unproven(clock: ClockFindings) -> int:
    """Return in how many files the record does not show whether the standard was met."""
    return clock.counts[Outcome.CANNOT_CONFIRM] + clock.counts[Outcome.NO_RECORD]


def counted_files(clock: ClockFindings) -> int:
    """Return in how many files a clock counts at all."""
    return sum(clock.counts.values()) - clock.counts[Outcome.NOT_APPLICABLE]


def questions_weakest_first(findings: Findings) -> list[tuple[ThemeFindings, QuestionFindings]]:
    """Return the questions answered well in fewer than half of the files, weakest first.

    Of two that stand alike a critical one comes first, then the one that more files speak to,
    then the tool's order.
    """
    weak = [
        (theme, question)
        for theme in findings.themes
        for question in theme.questions
        if question.favourable.of >= FEWEST_TO_COMPARE
        and 2 * question.favourable.n < question.favourable.of
    ]
    return sorted(
        weak,
        key=lambda pair: (
            ratio(pair[1].favourable),
            not pair[1].critical,
            -pair[1].favourable.of,
        ),
    )


def critical_failures(question: QuestionFindings) -> int:
    """Return how often a critical question was answered Inadequate or No."""
    if not question.critical:
        return 0
    return question.counts.get(str(Grade.INADEQUATE.value), 0) + question.counts.get(NO, 0)


def all_questions(
    themes: Sequence[ThemeFindings],
) -> list[tuple[ThemeFindings, QuestionFindings]]:
    """Return every question with its theme, in the tool's order."""
    return [(theme, question) for theme in themes for question in theme.questions]
