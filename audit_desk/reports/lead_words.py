"""What the lead wrote, set apart from what fixed rules make of the figures."""

import datetime as dt

from audit_desk.domain.due_dates import short_day
from audit_desk.domain.findings import Findings
from audit_desk.domain.round_words import HEADLINE, RECOMMENDATIONS, theme_part
from audit_desk.reports.blocks import Block, Column, Passage, Passages, Role, Table, Text
from audit_desk.reports.words import date

_BEHIND = "The figures have changed since the lead wrote this on {day}."


def lead_headline(findings: Findings) -> tuple[Block, ...]:
    """Return how the lead sums the round up; nothing where they wrote nothing."""
    text = findings.words.text(HEADLINE)
    if not text:
        return ()
    day = date(findings.words.parts[HEADLINE].written_at)
    note = (
        _BEHIND.format(day=day)
        if findings.words.is_behind(HEADLINE)
        else f"The lead's words, {day}."
    )
    rest = "What follows is made from the figures by fixed rules."
    return (Text(text, Role.LEAD), Text(f"{note} {rest}", Role.NOTE))


def lead_narrative(findings: Findings, theme_id: str) -> tuple[Block, ...]:
    """Return what the lead says of a theme; nothing where they wrote nothing."""
    part = theme_part(theme_id)
    text = findings.words.text(part)
    if not text:
        return ()
    return (Passages("", (Passage("The lead writes:", text),)), *_behind(findings, part))


def lead_recommendations(findings: Findings) -> tuple[Block, ...]:
    """Return the lead's recommendations; nothing where they wrote none."""
    listed = findings.words.recommendations
    if not listed:
        return ()
    return (
        Text("The lead's recommendations."),
        *_behind(findings, RECOMMENDATIONS),
        Table(
            (
                Column("", 4),
                Column("Recommendation", 57),
                Column("Owner", 21),
                Column("By when", 18),
            ),
            tuple(
                (
                    str(number),
                    f"{each.text}\nIs an action of this round." if each.action_id else each.text,
                    each.owner,
                    _day(each.due_on),
                )
                for number, each in enumerate(listed, start=1)
            ),
        ),
    )


def _day(day: dt.date | None) -> str:
    return "" if day is None else short_day(day)


def _behind(findings: Findings, part: str) -> tuple[Block, ...]:
    if not findings.words.is_behind(part):
        return ()
    day = date(findings.words.parts[part].written_at)
    return (Text(_BEHIND.format(day=day), Role.NOTE),)
