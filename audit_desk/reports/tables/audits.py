"""The tables of audits and of their judgements."""

from collections.abc import Iterator

from audit_desk.domain.audit import OVERALL, AuditState, FullAudit, Judgement
from audit_desk.domain.audit_tool import AuditTool, Theme
from audit_desk.domain.round_record import RoundRecord
from audit_desk.reports.tables.model import UTC, YES_NO, Column, DataTable, Kind, table, yes_no
from audit_desk.reports.tables.shared import GRADES, audit_columns, grade_words

_NO_JUDGEMENT = Judgement(OVERALL)
_STATES = ", ".join(state.label for state in AuditState)


def audits_table(record: RoundRecord) -> DataTable:
    """Return one row an audit."""
    columns = (
        *audit_columns(_itself),
        *_standing(record.tool),
        _judged("overall", "Overall", "Overall judgement of the auditor.", OVERALL),
        _suggested(),
        _overridden(),
        *(_theme(theme) for theme in record.tool.themes),
    )
    about = "One row an audit, in any state, with the grade of each theme."
    return table("audits", "Audits", about, columns, record.audits)


def judgements_table(record: RoundRecord) -> DataTable:
    """Return one row a judgement: of each theme, and overall."""
    titles = {**{theme.id: theme.title for theme in record.tool.themes}, OVERALL: "Overall"}
    columns: tuple[Column[tuple[FullAudit, Judgement]], ...] = (
        *audit_columns(_audit_of),
        Column("theme_id", "Theme ID", "The theme's stable id.", lambda row: row[1].theme_id),
        Column(
            "theme",
            "Theme",
            "What is judged: a theme of the tool, or the whole audit.",
            lambda row: titles.get(row[1].theme_id, row[1].theme_id),
            width=28,
        ),
        Column(
            "grade",
            "Grade",
            "What the auditor decided.",
            lambda row: grade_words(row[1].grade),
            values=GRADES,
            width=20,
        ),
        Column(
            "suggested",
            "Suggested",
            "What the answers suggested when the auditor decided.",
            lambda row: grade_words(row[1].suggested),
            values=GRADES,
            width=20,
        ),
        Column(
            "override",
            "Differs",
            "Whether the auditor decided otherwise than suggested.",
            lambda row: yes_no(row[1].is_override),
            values=YES_NO,
            width=10,
        ),
        _words("rationale", "Why this grade", "Why the auditor decided otherwise."),
        _words("strengths", "Strengths", "What was done well."),
        _words("improvements", "Improvements", "What needs to improve."),
        _words("lived_experience", "For the child", "What it was like for the child."),
    )
    about = "One row a judgement: of each theme, and overall."
    return table("judgements", "Judgements", about, columns, _judgements(record, tuple(titles)))


def _itself(full: FullAudit) -> FullAudit:
    return full


def _audit_of(row: tuple[FullAudit, Judgement]) -> FullAudit:
    return row[0]


def _judgements(
    record: RoundRecord, order: tuple[str, ...]
) -> Iterator[tuple[FullAudit, Judgement]]:
    for full in record.audits:
        known = [full.judgements[theme] for theme in order if theme in full.judgements]
        others = [each for theme, each in full.judgements.items() if theme not in order]
        yield from ((full, judgement) for judgement in (*known, *others))


def _standing(tool: AuditTool) -> tuple[Column[FullAudit], ...]:
    version = f"{tool.id} {tool.version}"
    return (
        Column(
            "tool",
            "Audit tool",
            "The audit tool and its version. An audit keeps the version that it began with.",
            lambda _full: version,
            width=24,
        ),
        Column("state", "State", "How far it is.", _state, values=_STATES, width=13),
        Column("auditor", "Auditor", "Who reads the file.", lambda full: full.audit.auditor),
        Column(
            "due_on", "Due", "By when it is to be read.", lambda full: full.audit.due_on, Kind.DATE
        ),
        Column(
            "started_at",
            "Started",
            "When the first answer was given.",
            lambda full: full.audit.started_at,
            Kind.MOMENT,
            unit=UTC,
        ),
        Column(
            "submitted_at",
            "Submitted",
            "When it was submitted.",
            lambda full: full.audit.submitted_at,
            Kind.MOMENT,
            unit=UTC,
        ),
    )


def _state(full: FullAudit) -> str:
    return full.audit.state.label


def _judged(key: str, title: str, meaning: str, theme_id: str) -> Column[FullAudit]:
    return Column(
        key,
        title,
        meaning,
        lambda full: grade_words(full.judgements.get(theme_id, _NO_JUDGEMENT).grade),
        values=GRADES,
        width=20,
    )


def _theme(theme: Theme) -> Column[FullAudit]:
    return _judged(
        f"theme_{theme.id}", theme.title, f"The auditor's judgement of “{theme.title}”.", theme.id
    )


def _suggested() -> Column[FullAudit]:
    return Column(
        "overall_suggested",
        "Overall suggested",
        "What the answers suggested overall when the auditor decided.",
        lambda full: grade_words(full.judgements.get(OVERALL, _NO_JUDGEMENT).suggested),
        values=GRADES,
        width=20,
    )


def _overridden() -> Column[FullAudit]:
    return Column(
        "overrides",
        "Judgements that differ",
        "How many of its judgements, the overall one among them, differ from the suggestion.",
        lambda full: sum(each.is_override for each in full.judgements.values()),
        Kind.NUMBER,
        unit="judgements",
        width=13,
    )


def _words(key: str, title: str, meaning: str) -> Column[tuple[FullAudit, Judgement]]:
    return Column(key, title, meaning, lambda row: str(getattr(row[1], key)), width=50)
