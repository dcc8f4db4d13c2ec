"""Audits of a small round and the figures of them."""

from collections.abc import Sequence
from dataclasses import replace

from audit_desk.domain.audit import (
    Answer,
    FullAudit,
    Judgement,
)
from audit_desk.domain.case import Facts
from audit_desk.domain.findings import Findings, QuestionFindings
from audit_desk.domain.receipt import Receipt
from audit_desk.domain.round import Round
from audit_desk.services.findings import compute_findings
from tests.reports.example import (
    START,
    NoHolidays,
    make_audit,
    make_frame,
    make_receipts,
)
from tests.reports.example_tool import EXAMPLE_TOOL

FRAME = make_frame()
RECEIPTS = make_receipts(FRAME)
NEVER_MISSING: Facts = {"missing_episodes": 0}
OFTEN_MISSING: Facts = {"missing_episodes": 4}


def compute(
    audits: Sequence[FullAudit], receipts: Sequence[Receipt] = (), frame: Sequence[Facts] = ()
) -> Findings:
    return compute_findings(
        organisation="Northbrook Council",
        round_=Round("r", "Spring 2026", "", EXAMPLE_TOOL.id, 3, START),
        tool=EXAMPLE_TOOL,
        audits=audits,
        receipts=receipts,
        concerns=(),
        frame=frame,
        holidays=NoHolidays(),
        last_change=START,
    )


def audit(number: int, facts: Facts = OFTEN_MISSING) -> FullAudit:
    return make_audit(f"CST-{number:04}", facts, number)


def question(findings: Findings, question_id: str) -> QuestionFindings:
    return next(
        each
        for theme in findings.themes
        for each in theme.questions
        if each.question_id == question_id
    )


def with_answers(full: FullAudit, *answers: Answer) -> FullAudit:
    return replace(full, answers={**full.answers, **{each.question_id: each for each in answers}})


def with_judgement(full: FullAudit, judgement: Judgement) -> FullAudit:
    return replace(full, judgements={**full.judgements, judgement.theme_id: judgement})
