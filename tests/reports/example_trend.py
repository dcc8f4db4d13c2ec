"""Two rounds before the invented one, and what the lead wrote about it."""

from dataclasses import replace
from datetime import UTC, date, datetime

from audit_desk.domain.audit_tool import AuditTool
from audit_desk.domain.findings import Findings
from audit_desk.domain.inference import share
from audit_desk.domain.round_words import (
    HEADLINE,
    RECOMMENDATIONS,
    THE_ROUND,
    Recommendation,
    RoundWords,
    WrittenPart,
    theme_part,
)
from audit_desk.domain.trend import Trend
from audit_desk.domain.trend_rules import RoundFigures, build_trend

_AT = datetime(2026, 3, 12, 15, 20, tzinfo=UTC)
NOW, BEFORE = "a" * 64, "b" * 64


def make_trend(now: Findings, before: Findings, first: Findings, tool: AuditTool) -> Trend:
    """The last round asked SU2 in other words and did not ask RH4."""
    themes = tuple(
        replace(
            theme,
            questions=tuple(
                replace(each, wording="How thoughtful is it?") if each.id == "SU2" else each
                for each in theme.questions
                if each.id != "RH4"
            ),
        )
        for theme in tool.themes
    )
    older = replace(tool, version=tool.version - 1, themes=themes)
    trend = build_trend(
        (
            _figures("Spring 2025", date(2025, 3, 3), older, first),
            _figures("Autumn 2025", date(2025, 9, 8), older, before),
        ),
        _figures(now.round_name, date(2026, 3, 2), tool, now),
    )
    assert trend is not None
    return trend


def _figures(name: str, on: date, tool: AuditTool, found: Findings) -> RoundFigures:
    return RoundFigures(name, on, tool, found.overall, found.themes, found.clocks)


def weaker(found: Findings, theme_id: str) -> Findings:
    """The same with one theme in which hardly any file was good."""
    return replace(
        found,
        themes=tuple(
            replace(theme, good_or_better=share(1, 14, 46)) if theme.theme_id == theme_id else theme
            for theme in found.themes
        ),
    )


def make_words() -> RoundWords:
    """The headline, one theme of two paragraphs written before the figures changed, and a list."""

    def part(text: str, figures: str = NOW) -> WrittenPart:
        return WrittenPart(text, figures, "R. Achterberg", _AT)

    return RoundWords(
        {
            HEADLINE: part(
                "Children are seen sooner than a year ago. What is found out in those first days "
                "does not yet reach the plan that is meant to keep them safe."
            ),
            THE_ROUND: part("The two teams work alike; what differs is how often they reflect."),
            theme_part("supervision"): part(
                "Supervision happens. It lists tasks.\nWhere it tested what the worker believed, "
                "the plan changed within the week.",
                BEFORE,
            ),
            RECOMMENDATIONS: part(""),
        },
        (
            Recommendation(
                "Begin each supervision with what the child said since the last one.",
                "Team manager",
                date(2026, 5, 1),
                "action-1",
            ),
            Recommendation("Share interviews with the school within two days."),
        ),
        NOW,
    )
