"""The tables of second readings: how far two readers agreed, and what moderation changed."""

from audit_desk.domain.agreement import Agreement
from audit_desk.domain.findings import Findings
from audit_desk.domain.findings_moderation import Change, NamedAgreement
from audit_desk.domain.inference import Share
from audit_desk.reports.tables.model import YES_NO, Column, DataTable, Kind, table, yes_no
from audit_desk.reports.tables.shared import reference_column

_Row = tuple[str, NamedAgreement]
_BELOW = "empty below ten pairs"


def agreement_table(findings: Findings) -> DataTable:
    """Return one row a judgement and question that two readers gave."""
    columns: tuple[Column[_Row], ...] = (
        Column("what", "What", "A judgement or a question.", lambda row: row[0], width=12),
        Column("id", "Id", "The theme's or the question's id.", lambda row: row[1].id),
        Column("title", "Title", "What it is called.", lambda row: row[1].title, width=50),
        _count("pairs", "Pairs", "Files for which both readers gave a value.", "n"),
        Column(
            "exact",
            "Same",
            "Pairs with the same value.",
            lambda row: row[1].agreement.exact.n,
            Kind.NUMBER,
            unit="pairs",
            width=8,
        ),
        Column(
            "exact_percent",
            "Same, percent",
            f"Their share; {_BELOW}.",
            lambda row: row[1].agreement.exact.percent,
            Kind.NUMBER,
            unit="percent",
            width=10,
        ),
        Column(
            "within_one",
            "Within one",
            "Pairs with the same value or the next.",
            lambda row: row[1].agreement.within_one.n,
            Kind.NUMBER,
            unit="pairs",
            width=10,
        ),
        Column(
            "one_apart_percent",
            "One apart, percent",
            f"The share of pairs with the next value; {_BELOW}.",
            lambda row: _apart(row[1].agreement).percent,
            Kind.NUMBER,
            unit="percent",
            width=14,
        ),
        Column(
            "further_percent",
            "Further apart, percent",
            f"The share of pairs that are more than one value apart; {_BELOW}.",
            lambda row: _further(row[1].agreement).percent,
            Kind.NUMBER,
            unit="percent",
            width=14,
        ),
        _count("first_better", "First better", "The first reader gave the better value.", ""),
        _count("second_better", "Second better", "The second reader gave the better value.", ""),
        Column(
            "mean_difference",
            "Mean difference",
            f"First less second; negative where the first reader graded better; {_BELOW}.",
            lambda row: row[1].agreement.mean_difference,
            Kind.NUMBER,
            unit="steps",
        ),
        *_kappa(),
        Column(
            "one_only",
            "One only",
            "Files for which just one reader gave a value; the other gave an absence or nothing.",
            lambda row: row[1].apart,
            Kind.NUMBER,
            unit="files",
            width=10,
        ),
        Column(
            "note",
            "Note",
            "Why a figure is missing, or what to bear in mind.",
            lambda row: " ".join(row[1].agreement.notes),
            width=60,
        ),
    )
    about = (
        "One row a judgement and question; counted from both readings as they were sealed. Where"
        " ten pairs or more were judged, a chart stands under the table."
    )
    return table("agreement", "Agreement", about, columns, _rows(findings))


def moderated_table(findings: Findings) -> DataTable:
    """Return one row a judgement or an answer that moderation changed."""
    columns: tuple[Column[Change], ...] = (
        reference_column(lambda change: change.reference),
        Column(
            "what",
            "What",
            "A judgement or an answer.",
            lambda change: "judgement" if change.is_judgement else "answer",
            values="judgement, answer",
            width=12,
        ),
        Column(
            "title",
            "Title",
            "The theme, or Overall; of an answer the question's number and words.",
            lambda change: change.title,
            width=50,
        ),
        Column("first", "First reader", "What the first reader gave.", lambda change: change.first),
        Column(
            "second", "Second reader", "What the second reader gave.", lambda change: change.second
        ),
        Column("settled", "Settled", "What counts.", lambda change: change.settled),
        Column("reason", "Reason", "Why.", lambda change: change.reason, width=60),
        Column("moderator", "Moderator", "Who settled it.", lambda change: change.moderator),
        Column(
            "purposive",
            "Chosen on purpose",
            "Whether the file was chosen on purpose and is in no share.",
            lambda change: yes_no(change.purposive),
            values=YES_NO,
        ),
    )
    changes = findings.moderation.changes if findings.moderation else ()
    about = (
        "One row a judgement or answer that moderation changed. The figures count what was"
        " settled; the sheets of audits and answers hold what the first reader gave."
    )
    return table("moderated", "Moderated", about, columns, changes)


def _count(key: str, title: str, meaning: str, attribute: str) -> Column[_Row]:
    name = attribute or key
    return Column(
        key,
        title,
        meaning,
        lambda row: int(getattr(row[1].agreement, name)),
        Kind.NUMBER,
        unit="pairs",
        width=10,
    )


def _apart(found: Agreement) -> Share:
    return Share(found.within_one.n - found.exact.n, found.n)


def _further(found: Agreement) -> Share:
    return Share(found.n - found.within_one.n, found.n)


def _kappa() -> tuple[Column[_Row], ...]:
    return (
        Column(
            "kappa",
            "Kappa",
            f"Linearly weighted kappa; {_BELOW} and where it is not defined.",
            lambda row: row[1].agreement.kappa.value if row[1].agreement.kappa else None,
            Kind.NUMBER,
            width=10,
        ),
        Column(
            "kappa_low",
            "Kappa, low",
            "The lower end of its 95 % interval.",
            lambda row: row[1].agreement.kappa.low if row[1].agreement.kappa else None,
            Kind.NUMBER,
            width=10,
        ),
        Column(
            "kappa_high",
            "Kappa, high",
            "The upper end of its 95 % interval.",
            lambda row: row[1].agreement.kappa.high if row[1].agreement.kappa else None,
            Kind.NUMBER,
            width=10,
        ),
    )


def _rows(findings: Findings) -> list[_Row]:
    found = findings.moderation
    if found is None or not found.counted:
        return []
    judged = [("judgement", each) for each in (found.overall, *found.themes)]
    return judged + [("question", each) for each in found.questions]
