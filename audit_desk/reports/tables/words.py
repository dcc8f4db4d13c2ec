"""The tables of what the lead wrote about a round."""

from audit_desk.domain.audit import OVERALL
from audit_desk.domain.findings import Findings
from audit_desk.domain.round_words import (
    HEADLINE,
    RECOMMENDATIONS,
    Recommendation,
    WrittenPart,
    theme_part,
)
from audit_desk.reports.tables.model import UTC, YES_NO, Column, DataTable, Kind, table, yes_no

_Part = tuple[str, str, WrittenPart]
_Numbered = tuple[int, Recommendation]


def words_table(findings: Findings) -> DataTable:
    """Return one row a part of the lead's words."""
    words = findings.words
    titles = {
        HEADLINE: "Headline",
        theme_part(OVERALL): "Overall",
        **{theme_part(theme.theme_id): theme.title for theme in findings.themes},
    }
    columns: tuple[Column[_Part], ...] = (
        Column("part", "Part", "The part's name for programs.", lambda row: row[0], width=24),
        Column("title", "Title", "What it is about.", lambda row: row[1], width=28),
        Column("text", "Text", "The lead's own words.", lambda row: row[2].text, width=80),
        Column("written_by", "Written by", "Who wrote it.", lambda row: row[2].written_by),
        Column(
            "written_at",
            "Written",
            "When it was last changed.",
            lambda row: row[2].written_at,
            Kind.MOMENT,
            unit=UTC,
        ),
        Column(
            "figures_changed_since",
            "Figures changed since",
            "Whether the figures have changed since it was written.",
            lambda row: yes_no(words.is_behind(row[0])),
            values=YES_NO,
        ),
    )
    rows = [
        (part, title, words.parts[part]) for part, title in titles.items() if part in words.parts
    ]
    about = "One row a part that the lead wrote; nothing here is made by rules."
    return table("lead_words", "Lead's words", about, columns, rows)


def recommendations_table(findings: Findings) -> DataTable:
    """Return one row a recommendation of the lead."""
    words = findings.words
    columns: tuple[Column[_Numbered], ...] = (
        Column(
            "number",
            "No.",
            "Its place in the lead's list.",
            lambda row: row[0],
            Kind.NUMBER,
            width=8,
        ),
        Column("text", "Recommendation", "What is to be done.", lambda row: row[1].text, width=80),
        Column("owner", "Owner", "The role that sees to it.", lambda row: row[1].owner, width=24),
        Column("due_on", "By when", "By when.", lambda row: row[1].due_on, Kind.DATE),
        Column(
            "action",
            "Action",
            "Whether an action was made of it.",
            lambda row: yes_no(bool(row[1].action_id)),
            values=YES_NO,
        ),
        Column(
            "figures_changed_since",
            "Figures changed since",
            "Whether the figures have changed since the list was written.",
            lambda _row: yes_no(words.is_behind(RECOMMENDATIONS)),
            values=YES_NO,
        ),
    )
    about = "One row a recommendation of the lead; those drafted by rules are not among them."
    rows = list(enumerate(words.recommendations, start=1))
    return table("recommendations", "Recommendations", about, columns, rows)
