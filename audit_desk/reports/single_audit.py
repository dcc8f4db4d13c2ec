"""One audit for the child's worker and manager: what was seen, and what happens now.

It is for learning with those who know the child, so it begins with what must happen, then says
what was done well before what needs to improve. It holds the auditor's own words, because those
whom it is about should hear them unshortened.
"""

from collections.abc import Iterator

from audit_desk.domain.audit import OVERALL, UNSAFE, UNSURE, Absence, Answer, Judgement
from audit_desk.domain.audit_report import AuditReport
from audit_desk.domain.audit_tool import AnswerKind, Question, Theme
from audit_desk.domain.clocks import Outcome
from audit_desk.domain.contribution import Contribution
from audit_desk.domain.contribution import Role as Contributor
from audit_desk.domain.form_fields import main_field
from audit_desk.domain.settlement import answer_item, judgement_item
from audit_desk.domain.standing import standing_words
from audit_desk.reports.actions import listed_actions
from audit_desk.reports.blocks import (
    Block,
    Column,
    Passage,
    Passages,
    ReportContent,
    Role,
    Section,
    Table,
    Text,
)
from audit_desk.reports.children import closed_passage, raised_words
from audit_desk.reports.words import NBSP, STAR, date, listed, sentence

MARKING = "About one child: for the worker and the manager. Keep it as you keep the child's file."
"""How the report has to be handled; it stands on every page."""
_LEARNING = (
    "This report is for learning: to talk about together, in supervision or with the auditor. It"
    " judges the practice that the file shows, and no person. Where the file does not tell the"
    " whole story, say so to the auditor: an audit can be corrected, with a reason."
)
_NO_DECISION = "No overall judgement was made"
_SAFETY = {
    UNSAFE: "The auditor judged that the child is unsafe.",
    UNSURE: "The auditor was not sure that the child is safe.",
}


def build_single_audit(report: AuditReport) -> ReportContent:
    """Return what the report of one audit says; the same audit makes the same report."""
    audit = report.full.audit
    themes = tuple(filter(None, (_theme(report, theme) for theme in report.tool.themes)))
    return ReportContent(
        kind="Audit of one child's file",
        organisation=report.organisation,
        round_name=audit.reference,
        marking=MARKING,
        about=tuple(_about(report)),
        sections=(
            _in_short(report),
            _examples(report, "strengths", "What was done well"),
            _examples(report, "improvements", "What needs to improve"),
            *_optional(report),
            _actions(report),
            Section("themes", "", "Theme by theme", (Text(_key(), Role.NOTE),), themes),
        ),
        subject="Audit of a child's file",
        has_contents=False,
    )


def _about(report: AuditReport) -> Iterator[tuple[str, str]]:
    audit = report.full.audit
    yield "Round", report.round_name
    yield "Audit tool", f"{report.tool.title}, version {report.tool.version}"
    yield "Read by", audit.auditor or "Not recorded"
    if audit.reading > 1:
        yield "Reading", "A further one, made without knowing the first"
    if audit.submitted_at is not None:
        yield "Submitted on", date(audit.submitted_at)


def _in_short(report: AuditReport) -> Section:
    overall = report.full.judgements.get(OVERALL)
    decided = overall.grade if overall else None
    otherwise = _settled_otherwise(report, judgement_item(OVERALL), _standing(overall))
    lead = f"Overall: {decided.label}" if decided else _NO_DECISION
    blocks: list[Block] = [Text(sentence(f"{lead}{otherwise}"), Role.LEAD)]
    blocks += _why_settled(report, OVERALL)
    blocks += [Text(text, Role.ACTION) for text in _urgent(report)]
    closed = [closed_passage(each) for each in report.concerns if not each.is_open]
    if closed:
        blocks.append(Passages("Concern that was followed up", tuple(closed)))
    blocks += [Text(_LEARNING), *_judged(report)]
    return Section("in-short", "", "In short", tuple(blocks))


def _urgent(report: AuditReport) -> Iterator[str]:
    """Yield what cannot wait: open concerns, or an answer without one."""
    still_open = [each for each in report.concerns if each.is_open]
    for concern in still_open:
        yield (
            f"A concern for the child is open. {raised_words(concern)} It stays open until somebody"
            " other than the auditor has recorded that the child was seen or is safe."
        )
    said = {answer.value for answer in report.full.answers.values()}
    for value, words in _SAFETY.items():
        if value in said and not report.concerns:
            yield f"{words} No concern is on record for this answer."


def _judged(report: AuditReport) -> list[Block]:
    rows = []
    for theme_id, title in report.themes[1:]:
        judgement = report.full.judgements.get(theme_id)
        if judgement is not None and judgement.grade is not None:
            item = judgement_item(theme_id)
            otherwise = _settled_otherwise(report, item, _standing(judgement))
            rows.append((title, f"{judgement.grade.label}{otherwise}"))
    if not rows:
        return []
    return [Table((Column("Theme", 70), Column("Judgement", 30)), tuple(rows))]


def _examples(report: AuditReport, what: str, title: str) -> Section:
    items = tuple(
        Passage(name, getattr(report.full.judgements[theme_id], what))
        for theme_id, name in report.themes
        if theme_id in report.full.judgements
        and getattr(report.full.judgements[theme_id], what).strip()
    )
    block: Block = Passages("", items) if items else Text("The auditor wrote nothing here.")
    return Section(what, "", title, (block,))


def _optional(report: AuditReport) -> Iterator[Section]:
    """Yield the child's experience and what people said, where there is anything."""
    voices = _examples(report, "lived_experience", "What it was like for the child")
    if isinstance(voices.blocks[0], Passages):
        yield voices
    said = [_contributed(each) for each in _in_order(report)]
    if said:
        yield Section("heard", "", "What you and the child said", (Passages("", tuple(said)),))


def _in_order(report: AuditReport) -> list[Contribution]:
    made = report.full.contributions
    return [made[role] for role in Contributor if role in made and not made[role].is_empty]


def _contributed(made: Contribution) -> Passage:
    if made.took_part:
        when = f" on {date(made.on)}" if made.on else ""
        parts = [
            f"Took part{when}",
            made.said,
            f"It changed the audit: {made.how}" * bool(made.how),
        ]
    elif made.invited:
        parts = ["Invited, and did not take part"]
    else:
        parts = [f"Not invited{': ' + made.why_not if made.why_not.strip() else ''}"]
    return Passage(made.role.label, " ".join(map(sentence, filter(None, parts))))


def _actions(report: AuditReport) -> Section:
    blocks = listed_actions(report.actions, lambda _line: "")
    nothing = Text("The audit asked for no action.")
    return Section("actions", "", "What happens now", tuple(blocks) or (nothing,))


def _key() -> str:
    return (
        f"{STAR} marks the questions that matter most for the child's safety: a No or Inadequate"
        " there keeps the theme at Requires improvement or below."
    )


def _theme(report: AuditReport, theme: Theme) -> Section | None:
    blocks: list[Block] = [*_judgement(report, theme.id)]
    asked = [question for question in theme.questions if not question.for_moderator]
    items = tuple(filter(None, (_answered(report, question) for question in asked)))
    if items:
        blocks.append(Passages("Question by question", items))
    unfit = [each.id for each in asked if _absence(report, each) is Absence.NOT_APPLICABLE]
    if unfit:
        blocks.append(Text(f"Not applicable to this child: {listed(unfit)}.", Role.NOTE))
    blocks += _timed(report, theme)
    return Section(f"theme-{theme.id}", "", theme.title, tuple(blocks)) if blocks else None


def _standing(judgement: Judgement | None) -> str:
    return str(judgement.grade.value) if judgement is not None and judgement.grade else ""


def _settled_otherwise(report: AuditReport, item: str, own: str) -> str:
    """Return what was settled in the place of the auditor's own, to stand behind it.

    Args:
        report: The audit.
        item: What was settled, as in ``Settlement.item``.
        own: What the auditor gave, in its stored form.

    Returns:
        For example ``; settled at moderation as Good``; empty where the auditor's own stands.
    """
    made = report.settled.get(item)
    if made is None or made.standing == own:
        return ""
    return f"; settled at moderation as {standing_words(made.standing)}"


def _why_settled(report: AuditReport, theme_id: str) -> Iterator[Block]:
    item = judgement_item(theme_id)
    if _settled_otherwise(report, item, _standing(report.full.judgements.get(theme_id))):
        yield Text(f"Why it was settled so: {sentence(report.settled[item].reason)}")


def _judgement(report: AuditReport, theme_id: str) -> Iterator[Block]:
    judgement = report.full.judgements.get(theme_id)
    otherwise = _settled_otherwise(report, judgement_item(theme_id), _standing(judgement))
    if judgement is None or judgement.grade is None:
        if otherwise:
            yield Text(f"Not judged{otherwise}.", Role.LEAD)
            yield from _why_settled(report, theme_id)
        return
    yield Text(f"Judged {judgement.grade.label}{otherwise}.", Role.LEAD)
    yield from _why_settled(report, theme_id)
    if judgement.is_override and judgement.suggested is not None:
        words = f"The answers suggested {judgement.suggested.label}."
        yield Text(f"{words} The auditor decided otherwise: {sentence(judgement.rationale)}")


def _absence(report: AuditReport, question: Question) -> Absence | None:
    answer = report.full.answers.get(question.id)
    return answer.absence if answer else None


def _answered(report: AuditReport, question: Question) -> Passage | None:
    answer = report.full.answers.get(question.id)
    if answer is None or answer.absence is Absence.NOT_APPLICABLE:
        return None
    said = f"{_answer_words(question, answer)}{_settled_answer(report, answer)}"
    if not said and not answer.evidence.strip():
        return None
    name = f"{question.id}{NBSP}{STAR}" if question.critical else question.id
    text = "\n".join(filter(None, (sentence(said), answer.evidence.strip())))
    return Passage(f"{name} {question.wording}", text)


def _settled_answer(report: AuditReport, answer: Answer) -> str:
    item = answer_item(answer.question_id)
    own = str(answer.absence) if answer.absence is not None else answer.value
    otherwise = _settled_otherwise(report, item, own)
    return f"{otherwise}: {report.settled[item].reason.strip()}" if otherwise else ""


def _answer_words(question: Question, answer: Answer) -> str:
    if answer.absence is not None:
        return answer.absence.label
    if question.kind is AnswerKind.FACTS:
        return ""
    options = {option.id: option.label for option in main_field(question).part.options}
    return options.get(answer.value, answer.value)


def _timed(report: AuditReport, theme: Theme) -> list[Block]:
    readings = {reading.clock_id: reading for reading in report.readings}
    rows = [
        (clock.title, sentence(readings[clock.id].result), sentence(readings[clock.id].working))
        for clock in report.tool.clocks
        if clock.theme == theme.id
        and clock.id in readings
        and readings[clock.id].outcome is not Outcome.NOT_APPLICABLE
    ]
    if not rows:
        return []
    columns = (Column("What is timed", 26), Column("Result", 24), Column("How it was counted", 50))
    return [Table(columns, tuple(rows))]
