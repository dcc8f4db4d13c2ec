"""Commands on audits: listing them, and filling one from a file."""

from collections.abc import Iterable, Sized
from pathlib import Path

import click

from audit_desk.cli.context import opened, say, show, table
from audit_desk.cli.options import AS_JSON, CASE, PATH, REGISTER, ROUND
from audit_desk.domain.audit import OVERALL
from audit_desk.domain.due_dates import due_words
from audit_desk.domain.people import same_person
from audit_desk.domain.practitioner import contribution_gaps
from audit_desk.errors import UserError
from audit_desk.services.answer_files import read_answers
from audit_desk.services.desk import Desk
from audit_desk.services.independence import Allowed


@click.command()
@REGISTER
@ROUND
@AS_JSON
def audits(register: Path, name: str, as_json: bool) -> None:
    """List a round's audits in drawing order."""
    with opened(register) as desk:
        round_id = desk.rounds.by_name(name).id
        found, records = desk.rounds.full_audits(round_id), desk.assignment.records(round_id)
        today = desk.today()
    lines = []
    for full in found:
        audit, record = full.audit, records[full.audit.id]
        overall = full.judgements.get(OVERALL)
        lines.append(
            {
                "reference": full.audit.reference,
                "state": full.audit.state.value,
                "selection": full.audit.selection.value,
                "auditor": audit.auditor,
                "due_on": audit.due_on.isoformat() if audit.due_on else None,
                "independence": record.standing(audit.auditor).value,
                "answers": len(full.answers),
                "overall": overall.grade.label if overall and overall.grade else None,
                "seal": full.audit.seal or None,
            }
        )
    if as_json:
        show(lines)
    elif not lines:
        say("No audit yet: audit-desk draw draws the sample.")
    else:
        head = ("Reference", "State", "Auditor", "Due", "Answers", "Overall")
        due = {full.audit.reference: due_words(full.audit, today) for full in found}
        body = [
            (
                str(line["reference"]),
                str(line["state"]).replace("_", " "),
                str(line["auditor"]),
                due[str(line["reference"])],
                str(line["answers"]),
                str(line["overall"] or ""),
            )
            for line in lines
        ]
        table([head, *body])


@click.command()
@REGISTER
@ROUND
@CASE
@click.argument("answers", type=PATH, metavar="ANSWERS.json")
@click.option("--auditor", metavar="NAME", help="Who read the file; the settings' name by default.")
@click.option("--submit", is_flag=True, help="Submit the audit as well.")
@click.option(
    "--override",
    metavar="REASON",
    help="Why the auditor may read it who is or was the child's worker, manager or chair.",
)
def fill(
    register: Path,
    name: str,
    reference: str,
    answers: Path,
    auditor: str | None,
    submit: bool,
    override: str | None,
) -> None:
    """Fill an audit from a JSON file: all of it, or nothing where one answer is wrong.

    \u0008
    {"format": "audit-desk-answers/1",
     "independent": true,
     "answers": {
       "ST3": {"answer": "Good", "evidence": "What the file shows."},
       "ST2": {"answer": "partly", "evidence": "...",
               "parts": {"contributors": ["police", "health"]}},
       "ST1": {"parts": {"known": "2026-03-02T09:15", "held": "2026-03-03T14:00"}},
       "WI7": {"answer": "not evidenced"}},
     "judgements": {
       "strategy-meetings": {"grade": "Good", "strengths": "...",
           "improvements": "...", "lived_experience": "...", "rationale": ""},
       "overall": {"grade": "Good"}},
     "actions": {
       "ST2": {"change": "What will change for the child.", "owner": "Team manager",
               "due": "2026-06-30"}},
     "contributions": {
       "worker": {"invited": true, "took_part": true, "on": "2026-03-12", "said": "...",
           "changed": true, "how": "..."},
       "child": {"invited": false, "why_not": "..."}}}

    answer: Outstanding, Good, Requires improvement, Inadequate (or 1 to 4); yes, partly, no;
    safe, unsure, unsafe; or not evidenced, not accessible, not applicable. Dates are
    2026-03-02 or 2026-03-02T18:40 as on the file, counts whole numbers. "independent": true is
    the auditor's declaration to have had no part in the child's case. Contributions are those
    of the worker, the manager and the child or a carer; without names. Every answer and
    judgement may be left out; --submit then says what is missing. A complete example comes
    with the application (db/sample/answers-example.json), and the help page "Answers files"
    describes every field.
    """
    filled = read_answers(answers)
    with opened(register) as desk:
        person = desk.settings.person()
        audit = desk.fills.fill(
            name,
            reference,
            filled,
            by=_reader(desk, auditor),
            submit=submit,
            allowed=Allowed(override, person) if override is not None else None,
        )
        concerns = [each for each in desk.concerns.for_audit(audit.id) if each.is_open]
        full = desk.auditing.open(audit.id)
        unsaid = desk.actions.gaps(desk.auditing.tool_for(audit.id), full)
    say(
        f"Saved {_counted(filled.answers, 'answer')} and "
        f"{_counted(filled.judgements, 'judgement')} for {audit.reference}; "
        f"it is {audit.state.label.lower()}."
    )
    for concern in concerns:
        say(f"CONCERN for {concern.reference}: {concern.cause} Audit Desk has told nobody.")
    if unsaid:
        say(f"Note: {_unsaid(gap.question_id for gap in unsaid)}")
    for gap in contribution_gaps(full.contributions):
        say(f"Note: not said yet. {gap.sentence}")


def _reader(desk: Desk, auditor: str | None) -> str:
    slip = desk.slip
    if slip is not None and auditor and not same_person(auditor, slip.person):
        raise UserError(
            f"This pack is {slip.person}'s, so {auditor} cannot fill an audit in it.",
            "Leave --auditor out.",
        )
    return slip.person if slip else auditor or desk.settings.person()


def _unsaid(questions: Iterable[str]) -> str:
    named = ", ".join(questions)
    return f"nothing is said yet of what follows from {named}: an action, or why none is needed."


COMMANDS = (audits, fill)


def _counted(things: Sized, noun: str) -> str:
    return f"1 {noun}" if len(things) == 1 else f"{len(things)} {noun}s"
