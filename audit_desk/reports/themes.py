"""Findings by theme: grades, strengths, what needs to improve, the child's voice, questions."""

from collections.abc import Callable, Sequence

from audit_desk.domain.audit import OVERALL
from audit_desk.domain.audit_tool import AnswerKind
from audit_desk.domain.findings import (
    RECORDED,
    Example,
    Findings,
    QuestionFindings,
    ThemeFindings,
)
from audit_desk.reports.blocks import (
    Block,
    Column,
    GradeChart,
    Passage,
    Passages,
    Role,
    Section,
    Table,
    Text,
)
from audit_desk.reports.lead_words import lead_narrative
from audit_desk.reports.words import (
    FEWEST_TO_COMPARE,
    NBSP,
    STAR,
    absences,
    clipped,
    counted,
    grades_in_words,
    in_full,
    interval,
    letters,
    listed,
    opening,
    proportion,
)

MOST_EXAMPLES = 4
"""Passages of one kind that a theme shows."""
MOST_WORDS = 110
"""Words of one passage; the whole of it stays in the register."""

FAVOURABLE = {
    AnswerKind.GRADE: "good or better",
    AnswerKind.YES_PARTLY_NO: "yes",
    AnswerKind.SAFETY: "safe",
    AnswerKind.FACTS: "recorded",
}
"""What a question's favourable answer is called, by kind."""

_KEY = (
    f"{STAR} marks a critical question: a No or Inadequate there caps the theme. "
    "“No record” counts files in which the auditor found nothing. The share leaves those out, "
    "and files to which the question does not apply."
)


def themes_section(number: str, findings: Findings) -> Section:
    """Say theme by theme what was found."""
    if not findings.submitted and not findings.purposive:
        return Section(
            "themes",
            number,
            "Findings by theme",
            (Text("No audit has been submitted yet, so there are no findings by theme."),),
        )
    subsections = [
        _theme(f"{number}.{position}", theme, lead_narrative(findings, theme.theme_id))
        for position, theme in enumerate(findings.themes, start=1)
    ]
    if findings.purposive:
        subsections.append(_on_purpose(f"{number}.{len(subsections) + 1}", findings))
    lead = lead_narrative(findings, OVERALL)
    blocks = (*lead, Text(_introduction(findings)))
    return Section("themes", number, "Findings by theme", blocks, tuple(subsections))


def _introduction(findings: Findings) -> str:
    shown = (
        f"Passages are the auditors' own words, at most {MOST_EXAMPLES} of each kind: "
        "strengths from the best judged files first, improvements from the worst judged first, "
        f"then by reference. Those over {MOST_WORDS} words are cut, marked […]."
    )
    if findings.submitted:
        return f"{shown} {_KEY}"
    return f"No audit of a sampled file was submitted, so there are no figures here. {shown}"


def _theme(number: str, theme: ThemeFindings, lead: tuple[Block, ...]) -> Section:
    blocks: list[Block] = []
    spread = theme.spread
    if spread.graded:
        description = f"{theme.title}: {grades_in_words(spread)}."
        blocks.append(GradeChart(spread, description))
    blocks += [Text(_grades(theme)), *lead]
    for title, examples in _examples(theme):
        if examples:
            blocks.append(Passages(_title(title, len(examples)), _passages(examples)))
    if any(question_total(question) for question in theme.questions):
        blocks.append(_questions(theme.questions))
    return Section(f"theme-{theme.theme_id}", number, theme.title, tuple(blocks))


def _grades(theme: ThemeFindings) -> str:
    spread = theme.spread
    others = [f"{name} in {count}" for name, count in absences(spread) if count]
    if not spread.graded:
        if not others:
            return "No sampled file was read on this theme."
        return f"No file could be graded on this theme: {listed(others)}."
    share = theme.good_or_better
    verb = "was" if share.n == 1 else "were"
    text = f"{proportion(share, 'graded files')} {verb} good or better."
    if interval(share):
        text += f" 95\N{NO-BREAK SPACE}% interval: {interval(share)}."
    if others:
        text += f" Not graded: {listed(others)}."
    if theme.overrides:
        text += (
            f" The auditor decided otherwise than the suggested grade in {theme.overrides}; "
            "the reasons are given under grades and moderation."
        )
    return text


def _examples(theme: ThemeFindings) -> tuple[tuple[str, list[Example]], ...]:
    return (
        ("What was done well", _best(theme.strengths, _grade_then_reference)),
        ("What needs to improve", _best(theme.improvements, _worst_then_reference)),
        ("What it was like for the child", _best(theme.voices, lambda each: (0, each.reference))),
    )


def _grade_then_reference(example: Example) -> tuple[int, str]:
    return (5 if example.grade is None else example.grade.value, example.reference)


def _worst_then_reference(example: Example) -> tuple[int, str]:
    return (0 if example.grade is None else -example.grade.value, example.reference)


def _best(
    examples: Sequence[Example], order: Callable[[Example], tuple[int, str]]
) -> list[Example]:
    return sorted(examples, key=order)


def _title(title: str, total: int) -> str:
    return title if total <= MOST_EXAMPLES else f"{title} ({MOST_EXAMPLES} of {total} passages)"


def _passages(examples: Sequence[Example]) -> tuple[Passage, ...]:
    return tuple(
        Passage(_lead(example), clipped(example.text, MOST_WORDS))
        for example in examples[:MOST_EXAMPLES]
    )


def _lead(example: Example) -> str:
    grade = "" if example.grade is None else f", {example.grade.label}"
    purposive = ", chosen on purpose" if example.purposive else ""
    return f"{example.reference}{grade}{purposive}"


def drafted_narrative(theme: ThemeFindings) -> str:
    """Return the sentences that a lead's words on a theme may begin with."""
    said = [_grades(theme)]
    enough = [
        each
        for each in theme.questions
        if each.favourable.of >= FEWEST_TO_COMPARE and each.kind != AnswerKind.FACTS
    ]
    ranked = sorted(enough, key=lambda each: -each.favourable.n / each.favourable.of)
    if len(ranked) > 1:
        said += [
            f"Answered well most often is {_as_named(ranked[0])}.",
            f"Least often is {_as_named(ranked[-1])}.",
        ]
    return " ".join(said)


def _as_named(question: QuestionFindings) -> str:
    name = FAVOURABLE[AnswerKind(question.kind)]
    wording = question.wording
    return f"{question.question_id}, “{wording}”: {name} in {counted(question.favourable)}"


def question_total(question: QuestionFindings) -> int:
    """Return how many files a question applies to."""
    return (
        sum(question.counts.values())
        + question.not_evidenced
        + question.not_accessible
        + question.unanswered
    )


def _questions(questions: Sequence[QuestionFindings]) -> Table:
    return Table(
        (
            Column("Question", 8),
            Column("", 52),
            Column("Answered well", 30),
            Column("No record", 10, is_number=True),
        ),
        tuple(
            (
                question_name(question),
                question.wording,
                _answered_well(question),
                str(question.not_evidenced),
            )
            for question in questions
        ),
    )


def question_name(question: QuestionFindings) -> str:
    """Return a question's id, marked where it is critical."""
    return f"{question.question_id}{NBSP}{STAR}" if question.critical else question.question_id


def _answered_well(question: QuestionFindings) -> str:
    if not question_total(question):
        return "applies to no file"
    name = FAVOURABLE[AnswerKind(question.kind)]
    if question.kind == AnswerKind.FACTS:
        return f"{name} in {question.counts[RECORDED]} of {question_total(question)}"
    if not question.favourable.of:
        return "answered in no file"
    line = f"{name} in {counted(question.favourable)}"
    if interval(question.favourable):
        line += f"\ninterval {interval(question.favourable)}"
    return line


def _on_purpose(number: str, findings: Findings) -> Section:
    lines = [line for line in findings.audits if line.purposive and line.submitted]
    count = opening(len(lines), "file")
    return Section(
        "on-purpose",
        number,
        "Files chosen on purpose",
        (
            Text(
                f"{count} chosen on purpose, with the judgements that the auditors made. "
                "They stand here alone and are counted in no share."
            ),
            Text("O outstanding, G good, RI requires improvement, I inadequate.", Role.NOTE),
            Table(
                (
                    Column("Reference", 18),
                    Column("Overall", 24),
                    Column("By theme, in the tool's order", 26),
                    Column("Late", 32),
                ),
                tuple(
                    (
                        line.reference,
                        "not judged" if line.overall is None else line.overall.label,
                        " · ".join(letters(grade) for grade in line.theme_grades.values()),
                        "\n".join(line.late) or "nothing",
                    )
                    for line in lines
                ),
            ),
        ),
    )


def weakest_in_full(question: QuestionFindings) -> str:
    """Return a question's share in words, for a recommendation."""
    return f"{FAVOURABLE[AnswerKind(question.kind)]} in {in_full(question.favourable)}"
