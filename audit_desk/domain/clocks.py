"""Timeliness: from a trigger to an event, against a standard, with five outcomes.

All clocks of a tool are read here, those of single events and those of lists alike, so that
the page, the findings and the report see the same.
"""

from audit_desk.domain.applicability import applies, relevant_answers
from audit_desk.domain.audit import Answers
from audit_desk.domain.audit_tool import AuditTool, Clock
from audit_desk.domain.case import Facts
from audit_desk.domain.clock_count import read_clock
from audit_desk.domain.clock_limits import BankHolidays
from audit_desk.domain.clock_reading import ClockReading, EventReading, EventsReading, Outcome
from audit_desk.domain.clock_words import Names
from audit_desk.domain.event_clocks import read_events

__all__ = [
    "BankHolidays",
    "ClockReading",
    "EventReading",
    "EventsReading",
    "Outcome",
    "read_clock",
    "read_clocks",
]


def read_clocks(
    tool: AuditTool, answers: Answers, facts: Facts, holidays: BankHolidays
) -> tuple[ClockReading, ...]:
    """Read all clocks of a tool, in its order.

    A clock whose trigger's or event's question does not apply to the child does not either.
    Answers to questions that no longer apply count for nothing.
    """
    relevant = relevant_answers(tool, answers, facts)
    return tuple(_read_one(tool, clock, relevant, facts, holidays) for clock in tool.clocks)


def _read_one(
    tool: AuditTool, clock: Clock, answers: Answers, facts: Facts, holidays: BankHolidays
) -> ClockReading:
    ends = [place.partition(".") for place in (clock.start, clock.stop)]
    questions = [tool.question(question_id) for question_id, _, _ in ends]
    if not all(applies(question, answers, facts) for question in questions):
        result = "not applicable"
        return ClockReading(clock.id, Outcome.NOT_APPLICABLE, result, clock.standard)
    if clock.list_place:
        return read_events(clock, questions[0], answers, facts, holidays)
    labels = [
        f"“{question.part(part_id).label}”"
        for question, (_, _, part_id) in zip(questions, ends, strict=True)
    ]
    return read_clock(clock, answers, holidays, Names(*labels), facts)
