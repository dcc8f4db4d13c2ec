"""No change is claimed that the intervals do not carry, and only like is compared with like."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from audit_desk.domain.audit import OVERALL, Grade
from audit_desk.domain.audit_tool import AnswerKind, AuditTool
from audit_desk.domain.findings import QuestionFindings, Spread, ThemeFindings
from audit_desk.domain.inference import LEAST_FOR_PERCENT, Share, share
from audit_desk.domain.trend import Change, Measure, Trend, change_between
from audit_desk.domain.trend_rules import RoundFigures, build_trend
from tests.reports.example_tool import EXAMPLE_TOOL


@st.composite
def shares(draw: st.DrawFn) -> Share:
    of = draw(st.integers(0, 40))
    population = draw(st.none() | st.integers(max(of, 1), 200))
    return share(draw(st.integers(0, of)), of, population)


@given(shares(), shares())
@settings(max_examples=30)
def test_a_change_is_claimed_only_where_both_rounds_carry_it(before: Share, now: Share) -> None:
    change = change_between(before, now)

    assert (change is Change.TOO_FEW) == (min(before.of, now.of) < LEAST_FOR_PERCENT)
    if change.is_claimed:
        assert before.interval is not None
        assert now.interval is not None
        apart = now.interval.low - before.interval.high, before.interval.low - now.interval.high
        assert max(apart) > 0
        assert (change is Change.BETTER) == (now.n / now.of > before.n / before.of)


@given(shares(), shares())
@settings(max_examples=30)
def test_the_other_way_round_better_is_worse(before: Share, now: Share) -> None:
    turned = {Change.BETTER: Change.WORSE, Change.WORSE: Change.BETTER}
    change = change_between(before, now)

    assert change_between(now, before) is turned.get(change, change)
    assert not change_between(now, now).is_claimed


def test_twenty_against_six_of_twenty_in_fifty_is_a_change_and_against_sixteen_is_none() -> None:
    all_good = share(20, 20, 50)

    assert change_between(share(6, 20, 50), all_good) is Change.BETTER
    assert change_between(share(18, 20, 50), all_good) is Change.UNPROVEN
    assert change_between(Share(6, 20), Share(20, 20)) is Change.UNPROVEN  # nothing was drawn


def figures(name: str, tool: AuditTool, good: int) -> RoundFigures:
    found = share(good, 20, 50)
    spread = Spread(dict.fromkeys(Grade, 0))
    themes = tuple(
        ThemeFindings(
            theme.id,
            theme.title,
            spread,
            found,
            0,
            tuple(
                QuestionFindings(
                    each.id, each.wording, each.critical, each.kind, {}, 0, 0, 0, 0, found
                )
                for each in theme.questions
            ),
        )
        for theme in tool.themes
    )
    overall = ThemeFindings(OVERALL, "Overall", spread, found, 0)
    return RoundFigures(name, date(2026, 3, 2), tool, overall, themes, ())


def trend_of(before: AuditTool, after: AuditTool = EXAMPLE_TOOL) -> Trend:
    found = build_trend([figures("First", before, 6)], figures("Second", after, 20))
    assert found is not None
    return found


def reworded(tool: AuditTool, *ids: str) -> AuditTool:
    themes = tuple(
        replace(
            theme,
            questions=tuple(
                replace(each, wording=f"Otherwise: {each.wording}") if each.id in ids else each
                for each in theme.questions
            ),
        )
        for theme in tool.themes
    )
    return replace(tool, version=tool.version - 1, themes=themes)


def test_without_a_round_before_there_is_no_trend() -> None:
    assert build_trend([], figures("First", EXAMPLE_TOOL, 6)) is None


def test_the_same_tool_is_compared_in_everything_that_has_an_answer() -> None:
    found = trend_of(EXAMPLE_TOOL)
    asked = [each for each in EXAMPLE_TOOL.questions() if each.kind is not AnswerKind.FACTS]

    assert len(found.of(Measure.QUESTION)) == len(asked)
    assert len(found.of(Measure.OVERALL, Measure.THEME)) == 1 + len(EXAMPLE_TOOL.themes)
    assert all(line.change is Change.BETTER for line in found.lines)
    assert found.not_compared == ()


def test_a_reworded_question_is_not_compared_and_its_theme_says_so() -> None:
    question = next(e for e in EXAMPLE_TOOL.themes[0].questions if e.kind is AnswerKind.GRADE)
    found = trend_of(reworded(EXAMPLE_TOOL, question.id))

    assert [(each.key, each.why) for each in found.not_compared] == [
        (question.id, "it is worded differently now")
    ]
    assert question.id not in {line.key for line in found.of(Measure.QUESTION)}
    theme = next(line for line in found.of(Measure.THEME) if line.key == EXAMPLE_TOOL.themes[0].id)
    assert theme.note.startswith("1 of the ")


def test_a_theme_of_which_most_is_asked_otherwise_is_another_theme() -> None:
    theme = EXAMPLE_TOOL.themes[0]
    found = trend_of(reworded(EXAMPLE_TOOL, *(each.id for each in theme.questions)))

    assert theme.id not in {line.key for line in found.of(Measure.THEME)}
    assert "are not the same as then" in next(
        each.why for each in found.not_compared if each.key == theme.id
    )


def test_a_question_that_is_no_longer_asked_is_named() -> None:
    gone = EXAMPLE_TOOL.themes[0].questions[-1]
    first = EXAMPLE_TOOL.themes[0]
    shorter = replace(first, questions=first.questions[:-1])
    now = replace(EXAMPLE_TOOL, version=9, themes=(shorter, *EXAMPLE_TOOL.themes[1:]))

    assert (gone.id, "it is no longer asked") in {
        (each.key, each.why) for each in trend_of(EXAMPLE_TOOL, now).not_compared
    }
