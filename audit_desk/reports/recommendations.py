"""Recommendations, drafted from the figures by fixed rules; a person completes them."""

from audit_desk.domain.clocks import Outcome
from audit_desk.domain.findings import Findings
from audit_desk.reports.blocks import Block, Column, Section, Table, Text
from audit_desk.reports.children import waiting
from audit_desk.reports.lead_words import lead_recommendations
from audit_desk.reports.rankings import (
    all_questions,
    clocks_worst_first,
    counted_files,
    critical_failures,
    questions_weakest_first,
    unproven,
)
from audit_desk.reports.themes import weakest_in_full
from audit_desk.reports.words import FEWEST_TO_COMPARE, counted, listed, plural

MOST_QUESTIONS = 5
"""Questions that lead to a recommendation of their own."""


def recommendations(findings: Findings) -> tuple[str, ...]:
    """Draft what follows from the findings: children first, then practice, then the record."""
    return (
        *_for_children(findings),
        *_for_questions(findings),
        *_for_timeliness(findings),
        *_for_records(findings),
        *_for_the_round(findings),
    )


def recommendations_section(number: str, findings: Findings) -> Section:
    """Set out the lead's recommendations, or drafted ones with room for an owner and a date."""
    title = "Recommendations"
    blocks = lead_recommendations(findings) or _drafted(recommendations(findings))
    return Section("recommendations", number, title, blocks)


def _drafted(drafted: tuple[str, ...]) -> tuple[Block, ...]:
    if not drafted:
        return (
            Text(
                "Nothing in the figures calls for a recommendation by the rules of this report. "
                "That is no reason not to make one: read the passages under each theme."
            ),
        )
    return (
        Text(
            "Drafted from the figures by fixed rules. Reword them, give each an owner, a date "
            "and the difference that children should notice, and let someone other than the "
            "owner confirm it."
        ),
        Table(
            (
                Column("", 4),
                Column("Recommendation", 61),
                Column("Owner", 20),
                Column("By when", 15),
            ),
            tuple((str(n), text, "", "") for n, text in enumerate(drafted, start=1)),
        ),
    )


def _for_children(findings: Findings) -> list[str]:
    references = waiting(findings)
    if not references:
        return []
    child = "this child is" if len(references) == 1 else "these children are"
    names = listed(references)
    return [f"Today: make sure that {child} seen and safe, and record who confirmed it: {names}."]


def _for_questions(findings: Findings) -> list[str]:
    weakest = questions_weakest_first(findings)[:MOST_QUESTIONS]
    drafted = [
        f"{theme.title}: improve practice on {question.question_id}, “{question.wording}” "
        f"It was {weakest_in_full(question)}."
        for theme, question in weakest
    ]
    covered = {question.question_id for _, question in weakest}
    failed = [
        f"{question.question_id} ({critical_failures(question)} of {question.favourable.of})"
        for _, question in all_questions(findings.themes)
        if critical_failures(question) and question.question_id not in covered
    ]
    if failed:
        drafted.append(
            "Look at each file in which a critical question was answered No or Inadequate, and "
            f"put right what was missed: {listed(failed)}."
        )
    return drafted


def _for_timeliness(findings: Findings) -> list[str]:
    worst = clocks_worst_first(findings)
    if not worst:
        return []
    clock = worst[0]
    late = clock.counts[Outcome.LATE]
    in_time = counted(clock.in_time)
    return [f"Bring “{clock.title}” within its standard: in time in {in_time}, late in {late}."]


def _for_records(findings: Findings) -> list[str]:
    drafted = []
    clocks = [
        clock
        for clock in findings.clocks
        if counted_files(clock) >= FEWEST_TO_COMPARE
        and 4 * unproven(clock) >= counted_files(clock)
        and clock.events is None
    ]
    if clocks:
        places = [
            f"“{clock.title}” ({unproven(clock)} of {counted_files(clock)})" for clock in clocks
        ]
        drafted.append(
            "Record dates and times so that timeliness can be shown. The record does not show it "
            f"for {listed(places)}."
        )
    empty = [
        (question.not_evidenced, question.question_id, theme.title)
        for theme, question in all_questions(findings.themes)
        if question.not_evidenced and 4 * question.not_evidenced >= findings.submitted
    ]
    if empty:
        places = [f"{name} in {theme} ({count})" for count, name, theme in empty]
        drafted.append(
            f"Find out why there is no record in a quarter or more of "
            f"{plural(findings.submitted, 'file')}: {listed(places)}."
        )
    return drafted


def _for_the_round(findings: Findings) -> list[str]:
    drafted = []
    if findings.overridden:
        drafted.append(
            f"Have the {plural(findings.overridden, 'audit')} in which the auditor departed from "
            "the suggestion read by a second person."
        )
    unread = findings.drawn - findings.submitted
    if unread:
        drafted.append(
            f"Complete the {plural(unread, 'drawn audit')} still open before relying on figures."
        )
    return drafted
