"""Children who need action: the one part of a report that cannot wait for the rest."""

from collections.abc import Mapping

from audit_desk.domain.audit import UNSAFE, UNSURE
from audit_desk.domain.concern import Concern
from audit_desk.domain.findings import Findings
from audit_desk.domain.waiting import waiting
from audit_desk.reports.blocks import Block, Passage, Passages, Role, Section, Text
from audit_desk.reports.words import date, date_and_time, listed, opening, sentence

__all__ = ["children_section", "waiting"]

_SAFETY_WORDS: Mapping[str, str] = {
    UNSAFE: "the auditor judged the child unsafe",
    UNSURE: "the auditor was not sure that the child is safe",
}


def children_section(number: str, findings: Findings) -> Section:
    """Say who needs action, why, who was told, and what has been confirmed since."""
    references = waiting(findings)
    blocks: list[Block] = [Text(_lead(references), Role.LEAD)]
    if references:
        blocks.append(
            Text(
                "This application has told nobody. Each child below stays on this list until "
                "someone other than the auditor has recorded that the child was seen or is safe."
            )
        )
        items = tuple(_waiting(findings, reference) for reference in references)
        blocks.append(Passages("", items))
    closed = [concern for concern in findings.concerns if not concern.is_open]
    if closed:
        blocks.append(
            Passages(
                "Confirmed seen or safe since", tuple(closed_passage(concern) for concern in closed)
            )
        )
    return Section("children", number, "Children who need action", tuple(blocks))


def _lead(references: tuple[str, ...]) -> str:
    if not references:
        return "No child in this round is waiting for action on a concern."
    verb = "needs" if len(references) == 1 else "need"
    noun = opening(len(references), "child", "children")
    return f"{noun} {verb} action now: {listed(references)}."


def _waiting(findings: Findings, reference: str) -> Passage:
    concerns = [each for each in findings.concerns if each.reference == reference]
    parts = [raised_words(concern) for concern in concerns if concern.is_open]
    safety = next(
        (_SAFETY_WORDS.get(line.safety) for line in findings.audits if line.reference == reference),
        None,
    )
    if not parts and safety:
        parts.append(f"{sentence(safety)} No concern is on record for this answer.")
    return Passage(reference, "\n".join(parts))


def raised_words(concern: Concern) -> str:
    """Return why a concern was raised, by whom and when, and who was told of it."""
    who = f" by {concern.raised_by}" if concern.raised_by else ""
    told = [
        f"{contact.told} was told on {date_and_time(contact.told_at)}"
        + (f" and answered: “{contact.response.strip()}”" if contact.response.strip() else "")
        for contact in concern.contacts
    ]
    record = " ".join(sentence(each) for each in told) or "Nobody is recorded as told."
    return f"{sentence(concern.cause)} Raised{who} on {date(concern.raised_at)}. {record}"


def closed_passage(concern: Concern) -> Passage:
    """Return how a concern was closed: who recorded what they saw or know, and when."""
    when = "" if concern.closed_at is None else f" on {date(concern.closed_at)}"
    who = f" by {concern.closed_by}" if concern.closed_by else ""
    note = f" {sentence(concern.closing_note)}" if concern.closing_note.strip() else ""
    return Passage(concern.reference, f"{sentence(concern.cause)} Closed{who}{when}.{note}")
