"""A small audit and its form, for tests of forms on paper."""

from dataclasses import replace
from datetime import UTC, datetime

from audit_desk.domain.audit import (
    OVERALL,
    Absence,
    Answer,
    Audit,
    AuditState,
    FullAudit,
    Grade,
    Judgement,
    Selection,
)
from audit_desk.domain.audit_form import AuditForm
from audit_desk.domain.audit_tool import AuditTool

KEPT = ("ST1", "ST2", "ST3", "RH1")
WRITTEN_AT = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)


def small_tool(tool: AuditTool) -> AuditTool:
    """Return a tool with a question of each kind, and a list of events."""
    themes = [
        replace(theme, questions=tuple(each for each in theme.questions if each.id in KEPT))
        for theme in tool.themes
    ]
    kept = tuple(theme for theme in themes if theme.questions)
    clocks = [clock for clock in tool.clocks if clock.start.partition(".")[0] in KEPT]
    return replace(tool, themes=kept, clocks=tuple(clocks[:2]))


def an_audit() -> Audit:
    """Return an audit in progress."""
    facts = {"missing_episodes": 2}
    return Audit(
        "a1", "r1", "c1", "CST-0142", Selection.RANDOM, AuditState.IN_PROGRESS, "Ada", facts
    )


def filled_form(tool: AuditTool) -> AuditForm:
    """Return a form with answers of each kind."""
    episode = '[{"missing_from":"2026-02-28T21:15","outcome":"held","returned":"2026-03-02"}]'
    answers = (
        Answer("ST1", parts={"meeting": "held", "known": "2026-02-26T16:05"}, evidence="Minutes."),
        Answer("ST2", "partly", None, "Health sent a letter.", {"contributors": "police|health"}),
        Answer("ST3", absence=Absence.NOT_EVIDENCED),
        Answer("RH1", parts={"episodes": episode, "attempts": "2"}),
    )
    judged = Judgement(OVERALL, Grade.GOOD, strengths="Heard by the same worker each time.")
    full = FullAudit(an_audit(), {each.question_id: each for each in answers}, {OVERALL: judged})
    return AuditForm(tool, "Northshire", WRITTEN_AT, full, "Spring 2026", filled=True)
