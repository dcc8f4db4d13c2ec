"""The tables of figures: n of N for each theme and each question, as in the report."""

from collections.abc import Callable
from typing import TypeVar

from audit_desk.domain.audit import NO, PARTLY, SAFE, UNSAFE, UNSURE, YES, Grade
from audit_desk.domain.findings import RECORDED, Findings, QuestionFindings, Spread, ThemeFindings
from audit_desk.domain.inference import Share
from audit_desk.reports.tables.model import YES_NO, Column, DataTable, Kind, table, yes_no

Item = TypeVar("Item")
_Row = tuple[ThemeFindings, QuestionFindings]
_AUDITS = "audits"
_MAIN = (YES, PARTLY, NO, SAFE, UNSURE, UNSAFE, RECORDED)
_ABSENT = (
    ("not_evidenced", "Not evidenced", "In how many no record was found."),
    ("not_accessible", "Not accessible", "In how many the record could not be opened."),
    ("not_applicable", "Not applicable", "How many are left out, because it does not fit."),
    ("unanswered", "Unanswered", "How many have no answer."),
)


def themes_table(findings: Findings) -> DataTable:
    """Return one row a theme, and one for the overall judgement."""
    columns: tuple[Column[ThemeFindings], ...] = (
        Column(
            "theme_id", "Theme ID", "The theme's stable id.", lambda row: row.theme_id, width=24
        ),
        Column("theme", "Theme", "What is judged.", lambda row: row.title, width=34),
        *(_graded(grade) for grade in Grade),
        _count("graded", "Graded", "All with a grade.", lambda row: row.spread.graded),
        *_absent(lambda row: row.spread),
        *share_columns("good or better", lambda row: row.good_or_better),
        _count(
            "overrides",
            "Judgements that differ",
            "Judgements that differ from the suggestion.",
            lambda row: row.overrides,
        ),
    )
    about = (
        "One row a theme, and one for the overall judgement: the audits that count, n of N."
        " Percentages only where N is 10 or more. A chart stands under the table."
    )
    rows = (*findings.themes, findings.overall)
    return table("themes", "Themes", about, columns, rows)


def questions_table(findings: Findings) -> DataTable:
    """Return one row a question."""
    columns: tuple[Column[_Row], ...] = (
        Column("theme", "Theme", "Its theme.", lambda row: row[0].title, width=26),
        Column(
            "question_id", "Question", "Its stable id.", lambda row: row[1].question_id, width=10
        ),
        Column("wording", "Wording", "Its words.", lambda row: row[1].wording, width=60),
        Column(
            "critical",
            "Critical",
            "Whether it is a ★ question.",
            lambda row: yes_no(row[1].critical),
            values=YES_NO,
            width=10,
        ),
        *(_answered(str(grade.value), grade.name.lower(), grade.label) for grade in Grade),
        *(_answered(value, value, value.capitalize()) for value in _MAIN),
        *_absent(lambda row: row[1]),
        *share_columns("favourable (good or better, yes, safe)", lambda row: row[1].favourable),
    )
    about = "One row a question: the audits that count, n of N. Percentages where N is 10 or more."
    rows = [(theme, question) for theme in findings.themes for question in theme.questions]
    return table("questions", "Questions", about, columns, rows)


def _count(key: str, title: str, meaning: str, value: Callable[[Item], int | None]) -> Column[Item]:
    return Column(key, title, meaning, value, Kind.NUMBER, unit=_AUDITS, width=13)


def _absent(counts: Callable[[Item], Spread | QuestionFindings]) -> tuple[Column[Item], ...]:
    def one(key: str, title: str, meaning: str) -> Column[Item]:
        return _count(key, title, meaning, lambda row: int(getattr(counts(row), key)))

    return tuple(one(*each) for each in _ABSENT)


def _graded(grade: Grade) -> Column[ThemeFindings]:
    return _count(
        grade.name.lower(),
        grade.label,
        f"How many auditors judged {grade.label}.",
        lambda row: row.spread.grades[grade],
    )


def _answered(value: str, key: str, title: str) -> Column[_Row]:
    meaning = (
        "In how many at least one fact was recorded; questions of facts alone."
        if value == RECORDED
        else f"How many were answered {title}; empty where that is no answer to the question."
    )
    return _count(key, title, meaning, lambda row: row[1].counts.get(value))


def share_columns(what: str, share: Callable[[Item], Share]) -> tuple[Column[Item], ...]:
    """Return the columns of a share: n, of N, percent, interval.

    Args:
        what: As in "How many were good or better".
        share: Gives the share of a row.
    """
    return (
        _count("n", "n", f"How many were {what}.", lambda row: share(row).n),
        _count("of", "of N", "Of how many.", lambda row: share(row).of),
        Column(
            "percent",
            "Percent",
            "n of N as a percentage; empty where N is below 10.",
            lambda row: share(row).percent,
            Kind.NUMBER,
            unit="%",
            width=10,
        ),
        Column(
            "interval",
            "95 % interval",
            "What the share of all eligible children may be; empty where none can be defended.",
            lambda row: share(row).interval_text,
            width=16,
        ),
    )
