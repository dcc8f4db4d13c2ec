"""Annexes: the files that were read, and every question with all its counts."""

from collections.abc import Iterable, Sequence

from audit_desk.domain.audit import NO, PARTLY, SAFE, UNSAFE, UNSURE, YES, Grade
from audit_desk.domain.findings import (
    RECORDED,
    AuditLine,
    Findings,
    QuestionFindings,
    ThemeFindings,
)
from audit_desk.reports.blocks import Block, Column, Role, Section, Table, Text
from audit_desk.reports.themes import question_name
from audit_desk.reports.words import NBSP, STAR, letters

MOST_THEME_COLUMNS = 8
"""Themes whose grades fit beside each other in the list of files."""

_ANSWER_NAMES = {
    **{str(grade.value): grade.letters for grade in Grade},
    YES: "yes",
    PARTLY: "partly",
    NO: "no",
    SAFE: "safe",
    UNSURE: "unsure",
    UNSAFE: "unsafe",
    RECORDED: "recorded",
}


def files_annex(number: str, findings: Findings) -> Section:
    """List every file of the round with its judgements."""
    title = "Files of the round"
    if not findings.audits:
        return Section("files", number, title, (Text("The round has no files yet."),))
    themes = findings.themes if len(findings.themes) <= MOST_THEME_COLUMNS else ()
    columns = (
        Column("Reference", 17),
        Column("Chosen", 13),
        Column("Read by", 24),
        Column("Audit", 17),
        Column("Overall", 11),
        *(Column(str(position), 6) for position in range(1, len(themes) + 1)),
    )
    key = "; ".join(f"{position} {theme.title}" for position, theme in enumerate(themes, start=1))
    blocks: list[Block] = [
        Text(
            "O outstanding, G good, RI requires improvement, I inadequate."
            + (f" Themes: {key}." if key else ""),
            Role.NOTE,
        ),
        Table(columns, tuple(_file(line, themes) for line in findings.audits)),
    ]
    return Section("files", number, title, tuple(blocks))


def questions_annex(number: str, findings: Findings) -> Section:
    """List every question with every count, so that any figure can be traced."""
    title = "Every question with its counts"
    if not findings.submitted:
        text = "No audit of a sampled file was submitted, so there are no counts."
        return Section("questions", number, title, (Text(text),))
    subsections = tuple(
        Section(
            f"questions-{theme.theme_id}",
            f"{number}.{position}",
            theme.title,
            (_counts(theme.questions),),
        )
        for position, theme in enumerate(findings.themes, start=1)
        if theme.questions
    )
    note = Text(
        "O outstanding, G good, RI requires improvement, I inadequate. Each row adds up to "
        f"{findings.submitted}. {STAR} marks a critical question.",
        Role.NOTE,
    )
    return Section("questions", number, title, (note,), subsections)


def _file(line: AuditLine, themes: Sequence[ThemeFindings]) -> tuple[str, ...]:
    shown = line.submitted
    return (
        line.reference,
        "on purpose" if line.purposive else "drawn",
        line.auditor or "nobody yet",
        line.state,
        letters(line.overall if shown else None),
        *(letters(line.theme_grades.get(theme.theme_id) if shown else None) for theme in themes),
    )


def _counts(questions: Sequence[QuestionFindings]) -> Table:
    return Table(
        (
            Column("Question", 8),
            Column("", 47),
            Column("Answers", 23),
            Column("No answer", 22),
        ),
        tuple(
            (
                question_name(question),
                question.wording,
                _series((_ANSWER_NAMES[value], count) for value, count in question.counts.items()),
                _series(each for each in _missing(question) if each[1]) or "\N{EN DASH}",
            )
            for question in questions
        ),
    )


def _missing(question: QuestionFindings) -> tuple[tuple[str, int], ...]:
    """Return in how many files there is no answer, by the reason."""
    return (
        ("not evidenced", question.not_evidenced),
        ("not accessible", question.not_accessible),
        ("not applicable", question.not_applicable),
        ("not answered", question.unanswered),
    )


def _series(counts: Iterable[tuple[str, int]]) -> str:
    """Return names with their counts in a row that breaks between them only."""
    return " ".join(f"{name} {count} ·".replace(" ", NBSP) for name, count in counts)[:-2]
