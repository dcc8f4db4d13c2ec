"""An invented round with everything that a report has to show, the same on every machine."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from random import Random

from audit_desk.domain.audit import (
    OVERALL,
    Audit,
    AuditState,
    FullAudit,
    Grade,
    Judgement,
    Selection,
)
from audit_desk.domain.audit_tool import AuditTool
from audit_desk.domain.case import Facts, FactValue
from audit_desk.domain.concern import Concern, ConcernContact
from audit_desk.domain.findings import Findings
from audit_desk.domain.grading import suggest_overall, suggest_theme
from audit_desk.domain.independence import Declaration, Override, Record, Statement
from audit_desk.domain.receipt import Receipt
from audit_desk.domain.round import Round
from audit_desk.domain.sampling import Exclusion, draw, swap
from audit_desk.services.findings import compute_findings
from tests.reports.example_actions import BEGAN, make_actions, make_earlier_actions
from tests.reports.example_answers import answer
from tests.reports.example_contributions import contributions
from tests.reports.example_texts import IMPROVEMENTS, RATIONALES, STRENGTHS, VOICES
from tests.reports.example_tool import EXAMPLE_TOOL
from tests.reports.example_trend import make_trend, make_words, weaker

START = BEGAN
_TEAMS = ("East CST", "West CST", "Children with disabilities")
_STATUS = ("Child in need", "Child protection", "Looked after", "Open assessment")
_KINDS = ("Criminal exploitation", "Sexual exploitation", "Both")
_ALLOWED, _FORGOTTEN = 5, 8
_AUDITORS = ("A. Farouk", "M. Lindqvist", "J. Okafor")


class NoHolidays:
    """A year without bank holidays, known for ever."""

    def is_holiday(self, _day: date) -> bool:
        return False

    def covers(self, _day: date) -> bool:
        return True


def make_frame(size: int = 46) -> dict[str, Facts]:
    random = Random(3)  # noqa: S311 - invented data
    frame: dict[str, Facts] = {}
    for number in range(size):
        facts: dict[str, FactValue] = {
            "team": random.choices(_TEAMS, (5, 4, 1))[0],
            "status": random.choices(_STATUS, (5, 2, 2, 3))[0],
            "gender": random.choices(("Male", "Female"), (3, 2))[0],
            "age": random.randint(12, 18),
            "exploitation_type": random.choices(_KINDS, (4, 3, 1))[0],
        }
        if number % 9:
            facts["missing_episodes"] = random.choice((0, 0, 1, 2, 4, 7))
        frame[f"CST-{number * 7 + 101:04}"] = facts
    return frame


def make_receipts(frame: dict[str, Facts], size: int = 14) -> tuple[Receipt, Receipt]:
    """An earlier draw that was replaced, and a stratified one with a swap."""
    simple = dict.fromkeys(frame, "All cases")
    first = draw(
        simple,
        seed=11,
        size=size,
        where=(),
        by=(),
        exclusions=(),
        drawn_by="R. Achterberg",
        drawn_at="2026-03-01T16:20:00+00:00",
    )
    second = draw(
        {reference: str(facts["team"]) for reference, facts in frame.items()},
        seed=20260302,
        size=size,
        minimum=1,
        where=(),
        by=("team",),
        exclusions=(Exclusion("Audited in the last twelve months", 5),),
        drawn_by="R. Achterberg",
        drawn_at="2026-03-02T09:00:00+00:00",
        replaces=1,
    )
    removed = second.drawn[2]
    reason = "The child's case was transferred to another council last week"
    swapped = swap(second, removed, reason, "R. Achterberg", "2026-03-03T10:05:00+00:00")
    return first, swapped


def make_audit(
    reference: str, facts: Facts, number: int, tool: AuditTool = EXAMPLE_TOOL
) -> FullAudit:
    """A submitted audit whose answers follow from its number alone."""
    random = Random(number * 977 + 5)  # noqa: S311 - invented data
    answers = {
        question.id: answer(question, random, number)
        for question in tool.questions()
        if not question.for_moderator
    }
    audit = Audit(
        id=f"audit-{reference}",
        round_id="round-1",
        case_id=f"case-{reference}",
        reference=reference,
        selection=Selection.RANDOM,
        state=AuditState.SUBMITTED,
        auditor=_AUDITORS[number % len(_AUDITORS)],
        facts=facts,
        started_at=START,
        submitted_at=START + timedelta(days=number % 9 + 1),
        seal="0" * 64,
    )
    full = FullAudit(audit, answers, {})
    judgements = {
        theme.id: _judgement(theme.id, suggest_theme(theme, answers, facts).grade, number)
        for theme in tool.themes
    }
    overall = suggest_overall(tool, answers, judgements, facts).grade
    judgements[OVERALL] = _judgement(OVERALL, overall, number + 1)
    return replace(full, judgements=judgements, contributions=contributions(number))


def _judgement(theme_id: str, suggested: Grade | None, number: int) -> Judgement:
    if suggested is None:
        return Judgement(theme_id)
    index = number * 5 + len(theme_id)
    overrides = number % 5 == 2 and theme_id in {"supervision", "strategy"}
    decided = suggested
    if overrides:
        decided = Grade(suggested.value - 1 if suggested.value > 2 else suggested.value + 1)
    return Judgement(
        theme_id,
        grade=decided,
        rationale=RATIONALES[index % len(RATIONALES)] if overrides else "",
        strengths=STRENGTHS[index % len(STRENGTHS)] if decided.value < 4 else "",
        improvements=IMPROVEMENTS[index % len(IMPROVEMENTS)] if decided.value > 1 else "",
        lived_experience=VOICES[index % len(VOICES)] if index % 2 else "",
        suggested=suggested,
    )


def make_concerns(references: Sequence[str]) -> tuple[Concern, ...]:
    told = ConcernContact(
        "contact-1",
        "Head of service",
        START + timedelta(days=3, hours=1),
        "Visit arranged for this afternoon with the allocated worker",
        "M. Lindqvist",
    )
    unsafe = Concern(
        "concern-1",
        f"audit-{references[9]}",
        references[9],
        "X3",
        "Is the child safe now? Unsafe",
        "A. Farouk",
        START + timedelta(days=3),
        (told,),
    )
    closed = Concern(
        "concern-2",
        f"audit-{references[4]}",
        references[4],
        "X3",
        "Is the child safe now? Unsure",
        "M. Lindqvist",
        START + timedelta(days=2),
        (replace(told, id="contact-2", told="Team manager", response="Seen at school today"),),
        closed_by="T. Brannigan",
        closed_at=START + timedelta(days=4),
        closing_note="Seen alone at school, well, staying with her aunt",
    )
    return (closed, unsafe)


def make_findings(
    *, frame_size: int = 46, size: int = 14, tool: AuditTool = EXAMPLE_TOOL
) -> Findings:
    """The findings of the whole invented round: two of its drawn files are still unread."""
    if tool is EXAMPLE_TOOL:
        return _counted_once(frame_size, size)
    return _count(frame_size, size, tool)


@cache
def _counted_once(frame_size: int, size: int) -> Findings:
    return _count(frame_size, size, EXAMPLE_TOOL)


def _count(frame_size: int, size: int, tool: AuditTool) -> Findings:
    frame = make_frame(frame_size)
    receipts = make_receipts(frame, size)
    swaps = {each.removed: each.added for each in receipts[-1].swaps}
    drawn = [swaps.get(reference, reference) for reference in receipts[-1].drawn]
    audits = [make_audit(ref, frame[ref], number, tool) for number, ref in enumerate(drawn)]
    audits[-2] = unread(audits[-2], AuditState.IN_PROGRESS)
    audits[-1] = unread(audits[-1], AuditState.NOT_STARTED)
    spares = [reference for reference in frame if reference not in {*drawn, *swaps}]
    chosen = [
        on_purpose(make_audit(reference, frame[reference], 40 + number, tool))
        for number, reference in enumerate(spares[:2])
    ]
    every = [*chosen, *audits]
    found = compute_findings(
        organisation="Northbrook Council",
        round_=Round(
            "round-1",
            "Spring 2026",
            "To see whether help for children who are exploited starts early enough, and whether "
            "last autumn's changes to return home interviews reach them.",
            tool.id,
            tool.version,
            START - timedelta(days=2),
        ),
        tool=tool,
        audits=every,
        receipts=receipts,
        concerns=make_concerns(drawn),
        frame=list(frame.values()),
        holidays=NoHolidays(),
        last_change=START + timedelta(days=12),
        actions=make_actions(),
        earlier_actions=make_earlier_actions(),
        records={each.audit.id: _record(number, each) for number, each in enumerate(every)},
    )
    before = weaker(_earlier(frame, tool, 14, receipts), "strategy")
    first = _earlier(frame, tool, 8, receipts)
    return replace(found, trend=make_trend(found, before, first, tool), words=make_words())


def _earlier(
    frame: dict[str, Facts], tool: AuditTool, size: int, receipts: Sequence[Receipt]
) -> Findings:
    """What another sample of the same frame found."""
    read = list(frame.items())[:size]
    return compute_findings(
        organisation="Northbrook Council",
        round_=Round("round-0", "Autumn 2025", "", tool.id, tool.version, START),
        tool=tool,
        audits=[make_audit(ref, facts, 60 + n, tool) for n, (ref, facts) in enumerate(read)],
        receipts=receipts,
        concerns=(),
        frame=(),
        holidays=NoHolidays(),
        last_change=START,
    )


def _record(number: int, full: FullAudit) -> Record:
    """Every auditor has declared, but for one who was let read all the same and one who forgot."""
    auditor, at = full.audit.auditor, START - timedelta(days=1)
    record = Record(full.audit.reference, full.audit.facts, {})
    if number == _ALLOWED:
        conflict = f"{auditor} was the allocated worker of {full.audit.reference} until 4 May 2025."
        reason = "The only auditor who reads the family's language"
        made = Override(auditor, conflict, reason, "R. Achterberg", at)
        return replace(record, overrides=(made,))
    said = Declaration(auditor, Statement.INDEPENDENT, at)
    return record if number == _FORGOTTEN else replace(record, declarations=(said,))


def unread(full: FullAudit, state: AuditState) -> FullAudit:
    audit = replace(full.audit, state=state, submitted_at=None, seal="")
    return FullAudit(audit, {}, {})


def on_purpose(full: FullAudit) -> FullAudit:
    return replace(full, audit=replace(full.audit, selection=Selection.PURPOSIVE))
