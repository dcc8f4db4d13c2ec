"""The rows of figures that may leave: overall, by theme, by question and by standard."""

from collections.abc import Iterable, Mapping

from audit_desk.domain.audit import Grade
from audit_desk.domain.audit_tool import AnswerKind
from audit_desk.domain.clocks import Outcome
from audit_desk.domain.findings import (
    RECORDED,
    Findings,
    QuestionFindings,
    Spread,
    ThemeFindings,
)
from audit_desk.domain.findings_clocks import ClockFindings
from audit_desk.domain.inference import Share, share
from audit_desk.domain.shareable import (
    ShareableChange,
    ShareableClock,
    ShareableQuestion,
    ShareableTheme,
)
from audit_desk.domain.shown_rows import Base, Parts, ShownRow, shown
from audit_desk.domain.small_numbers import LEAST, Totals, is_safe
from audit_desk.domain.trend import Change, Measure, TrendLine, change_between

NO_RECORD, NO_ACCESS, NO_ANSWER = "not_evidenced", "not_accessible", "unanswered"
GRADES = tuple(str(grade.value) for grade in Grade)
_GOOD = frozenset({*GRADES[:2], "yes", "safe", RECORDED})
_WIDEST = 10_000
"""A frame so large that an interval is as wide as it can be."""


def of_all(n: int, of: int) -> Share | None:
    """Return n of all files read, where neither they nor the others are few."""
    return Share(n, of) if is_safe(n) and is_safe(of - n) else None


class Rows:
    """The rows of one report: no two of them may be subtracted from each other.

    The rows that a reader looks for first come first, so that they keep their detail.

    Args:
        found: What the round found.
    """

    def __init__(self, found: Findings) -> None:
        self._totals = Totals({found.submitted})
        themes = (found.overall, *found.themes)
        self._themes = {theme.theme_id: self._row(_judged(theme)) for theme in themes}
        self._clocks = {clock.clock_id: self._row(_timed(clock)) for clock in found.clocks}
        self._questions = {
            question.question_id: self._row(_answered(question))
            for theme in found.themes
            for question in theme.questions
        }

    def takes(self, totals: Iterable[int]) -> bool:
        """Whether these totals may stand beside the rows."""
        return self._totals.takes(totals)

    def _row(self, parts: Parts) -> ShownRow:
        return shown(parts, self._totals)

    def theme(self, theme: ThemeFindings) -> ShareableTheme:
        """Return a theme."""
        questions = tuple(self._question(question) for question in theme.questions)
        row = self._themes[theme.theme_id]
        return ShareableTheme(theme.theme_id, theme.title, row, questions)

    def changes(self, found: Findings) -> tuple[ShareableChange, ...] | None:
        """Return the changes that are claimed of judgements whose share is shown as it is."""
        if found.trend is None:
            return None
        shown_whole = {key for key, row in self._themes.items() if row.base is Base.DECIDED}
        return tuple(
            ShareableChange(line.title, line.change is Change.BETTER, line.before.round_name)
            for line in found.trend.claimed(Measure.OVERALL, Measure.THEME)
            if line.key in shown_whole and _would_be_claimed(line)
        )

    def _question(self, found: QuestionFindings) -> ShareableQuestion:
        row = self._questions[found.question_id]
        return ShareableQuestion(found.question_id, found.wording, found.critical, found.kind, row)

    def clock(self, clock: ClockFindings) -> ShareableClock:
        """Return a clock."""
        events = clock.events.in_time if clock.events else None
        files = clock.counts[Outcome.IN_TIME] + clock.counts[Outcome.LATE]
        return ShareableClock(
            clock.clock_id,
            clock.title,
            clock.theme_title,
            clock.standard,
            clock.local,
            self._clocks[clock.clock_id],
            clock.events is not None,
            # Many events may be those of one child.
            of_all(events.n, events.of) if events and is_safe(files) else None,
        )


def _would_be_claimed(line: TrendLine) -> bool:
    """Whether a change would be claimed whatever small count the earlier round had.

    Its report withheld that count. A claim that holds for one of them alone would tell it.
    """
    of, n = line.before.share.of, line.before.share.n
    if is_safe(n) and is_safe(of - n):
        return True
    nearest = LEAST - 1 if n < of - n else of - (LEAST - 1)
    return change_between(share(nearest, of, _WIDEST), line.now.share) is line.change


def _judged(theme: ThemeFindings) -> Parts:
    spread: Spread = theme.spread
    counts = {str(grade.value): spread.grades[grade] for grade in Grade}
    return _parts(counts, theme.good_or_better, spread)


def _answered(question: QuestionFindings) -> Parts:
    if question.kind == AnswerKind.FACTS:
        # Whether facts were recorded has no share of its own: without them is the other answer.
        recorded = {RECORDED: question.counts[RECORDED]}
        # For whom there are facts is whom the theme's other questions may be asked of: a total.
        totals = ((RECORDED,),)
        return Parts(recorded, _absent(question), {}, question.not_applicable, totals=totals)
    return _parts(question.counts, question.favourable, question)


def _parts(counts: Mapping[str, int], share: Share, row: Spread | QuestionFindings) -> Parts:
    good = {name: count for name, count in counts.items() if name in _GOOD}
    others = {name: count for name, count in counts.items() if name not in _GOOD}
    return Parts(good, others, _absent(row), row.not_applicable, share)


def _absent(row: Spread | QuestionFindings) -> Mapping[str, int]:
    return {
        NO_RECORD: row.not_evidenced,
        NO_ACCESS: row.not_accessible,
        NO_ANSWER: row.unanswered,
    }


def _timed(clock: ClockFindings) -> Parts:
    counts = clock.counts
    unknown = (Outcome.NO_RECORD, Outcome.CANNOT_CONFIRM)
    return Parts(
        {Outcome.IN_TIME.value: counts[Outcome.IN_TIME]},
        {Outcome.LATE.value: counts[Outcome.LATE]},
        {outcome.value: counts[outcome] for outcome in unknown},
        counts[Outcome.NOT_APPLICABLE],
        clock.in_time,
    )
