"""Commands on who is read twice: the rule, files chosen by hand, and files that everyone reads."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from audit_desk.cli.context import opened, say, show, table
from audit_desk.cli.options import AS_JSON, CASE, REASON, REGISTER, ROUND
from audit_desk.domain.audit import AuditState, Grade
from audit_desk.domain.due_dates import past_warning, read_due, short_day
from audit_desk.domain.people import same_person
from audit_desk.domain.round import Round
from audit_desk.domain.second_reading import Choice, Further, How, Rule
from audit_desk.errors import UserError
from audit_desk.services.desk import Desk

_NONE = "none"
_GRADES = {grade.label.lower().replace(" ", "-"): grade for grade in Grade}


@click.command(name="second-readings")
@REGISTER
@ROUND
@AS_JSON
def second_readings(register: Path, name: str, as_json: bool) -> None:
    """List which files of a round are read again: by whom, how far, and why."""
    with opened(register) as desk:
        round_ = desk.rounds.by_name(name)
        found = desk.second_readings.of_round(round_.id)
        rule = desk.second_readings.rule(round_.id)
        is_set = desk.second_readings.set_rule(round_.id) is not None
    if as_json:
        listed = [_plain(each) for each in found]
        show({"rule": rule.sentence, "rule_is_applied": is_set, "readings": listed})
        return
    say(f"The rule{'' if is_set else ', which nobody applied yet'}: {rule.sentence}")
    if not found:
        say("No file is read twice yet: audit-desk read-twice applies the rule.")
        return
    head = ("File", "How", "Reader", "State", "Due", "Why")
    table([head, *map(_row, found)])


@click.command(name="read-twice")
@REGISTER
@ROUND
@click.option("--preview", is_flag=True, help="Say what the rule would add, and change nothing.")
@click.option(
    "--grade",
    "grades",
    multiple=True,
    type=click.Choice([*_GRADES, _NONE]),
    help="Change the rule: read every file judged so overall twice.",
)
@click.option(
    "--share", type=click.IntRange(0, 100), metavar="PERCENT", help="Change it: of the rest."
)
@click.option("--case", "references", multiple=True, metavar="REF", help="Choose by hand instead …")
@click.option("--reason", default="", metavar="TEXT", help="… and why; it goes on record.")
@AS_JSON
def read_twice(  # noqa: PLR0913, PLR0917 - one parameter an option
    register: Path,
    name: str,
    preview: bool,
    grades: tuple[str, ...],
    share: int | None,
    references: tuple[str, ...],
    reason: str,
    as_json: bool,
) -> None:
    """Have files read again by somebody else: by the rule, or chosen by hand.

    Applied again after more files are submitted the rule only adds. Its seed belongs to the round
    and cannot be chosen. audit-desk assign --second-reading says who reads.
    """
    if bool(references) != bool(reason) or (
        references and (preview or grades or share is not None)
    ):
        raise click.UsageError("Give --case REF… --reason TEXT alone, or what changes the rule.")
    with opened(register) as desk:
        round_, by = desk.rounds.by_name(name), desk.settings.person()
        before = {each.audit.id for each in desk.second_readings.of_round(round_.id)}
        if references:
            ids = [desk.fills.find(name, reference).id for reference in references]
            desk.second_readings.choose(ids, reason, by)
        else:
            rule = _rule(desk.second_readings.rule(round_.id), grades, share)
            if preview:
                _foresee(rule, desk.second_readings.preview(round_.id, rule), as_json=as_json)
                return
            desk.second_readings.apply(round_.id, rule, by)
        found = desk.second_readings.of_round(round_.id)
    added = [each for each in found if each.audit.id not in before]
    if as_json:
        show([_plain(each) for each in added])
        return
    for each in added:
        click.echo(f"{each.audit.reference}: {each.reason}")
    say(f"{_files(len(added))} added, {len(found)} in all." if added else "It adds no file now.")


@click.command()
@REGISTER
@ROUND
@CASE
@click.option(
    "--reader", "readers", required=True, multiple=True, metavar="NAME", help="Who reads."
)
@REASON
@click.option("--due", metavar="DATE", help="By when, such as 30/6/2026 or “in 2 weeks”.")
def calibrate(
    register: Path,
    name: str,
    reference: str,
    readers: tuple[str, ...],
    reason: str,
    due: str | None,
) -> None:
    """Make a file one that everyone reads, to grade alike; it counts in no figure on agreement."""
    with opened(register) as desk:
        day = read_due(due or "", desk.today())
        warning = past_warning(day, desk.today())
        if warning:
            say(warning)
        first = desk.fills.find(name, reference)
        by = desk.settings.person()
        made = desk.second_readings.calibrate(first.id, readers, reason, by, day)
    passed = len(readers) - len(made)
    more = f"; {passed} named read it already" if passed else ""
    say(f"{first.reference} gets {len(made)} more reader{'' if len(made) == 1 else 's'}{more}.")


@click.command(name="read-once")
@REGISTER
@ROUND
@CASE
@click.option("--reader", default="", metavar="NAME", help="Whose, where several read it.")
def read_once(register: Path, name: str, reference: str, reader: str) -> None:
    """Take a further reading away that nobody has begun."""
    with opened(register) as desk:
        further = one_of(desk, desk.rounds.by_name(name), reference, reader)
        desk.second_readings.remove(further.audit.id, desk.settings.person())
    say(f"{further.audit.reference} will not be read again{_by(further)}.")


def one_of(desk: Desk, round_: Round, reference: str, reader: str = "") -> Further:
    """Return the further reading of a file that is not submitted.

    Args:
        desk: The services.
        round_: The round.
        reference: The file.
        reader: Who makes it, where several do.

    Raises:
        UserError: There is none, or there are several.
    """
    of_file = [
        each
        for each in desk.second_readings.of_round(round_.id)
        if each.audit.reference.casefold() == reference.casefold()
    ]
    waiting = [
        each
        for each in of_file
        if each.audit.state is not AuditState.SUBMITTED
        and (not reader or same_person(each.audit.auditor, reader))
    ]
    # A file that everyone reads has readers from the beginning; what waits for one is meant.
    free = [each for each in waiting if not each.audit.auditor and not reader]
    found = free or waiting
    if not found:
        who = f" by {reader}" if reader else ""
        raise UserError(
            f"No second reading of {reference}{who} waits in {round_.name}.",
            "audit-desk second-readings lists them.",
        )
    if len(found) > 1:
        named = ", ".join(each.audit.auditor or "nobody yet" for each in found)
        raise UserError(f"{reference} is read again by several: {named}.", "Name one: --reader.")
    return found[0]


def _rule(rule: Rule, grades: Sequence[str], share: int | None) -> Rule:
    if _NONE in grades and len(set(grades)) > 1:
        raise click.UsageError("--grade none goes with no other grade.")
    chosen = tuple(sorted({_GRADES[grade] for grade in grades if grade != _NONE}))
    changed = replace(rule, grades=chosen) if grades else rule
    return changed if share is None else replace(changed, share_percent=share)


def _foresee(rule: Rule, choices: Sequence[Choice], *, as_json: bool) -> None:
    if as_json:
        adds = [{"reference": each.reference, "reason": each.reason} for each in choices]
        show({"rule": rule.sentence, "adds": adds})
        return
    say(f"The rule: {rule.sentence}")
    for each in choices:
        click.echo(f"{each.reference}: {each.reason}")
    would = f"{_files(len(choices))} would be added" if choices else "It would add no file now"
    say(f"{would}. Nothing was changed: this was a preview.")


def _plain(each: Further) -> dict[str, object]:
    audit = each.audit
    return {
        "reference": audit.reference,
        "reading": audit.reading,
        "how": each.how.value,
        "reason": each.reason,
        "reader": audit.auditor,
        "state": audit.state.value,
        "due_on": audit.due_on.isoformat() if audit.due_on else None,
        "chosen_by": each.chosen_by,
        "chosen_at": each.chosen_at.isoformat(),
    }


def _row(each: Further) -> tuple[str, ...]:
    due = short_day(each.due_on) if each.due_on else ""
    audit = each.audit
    reader = audit.auditor or "Nobody yet"
    return (audit.reference, each.how.label, reader, audit.state.label, due, each.reason)


def _files(number: int) -> str:
    return "1 file" if number == 1 else f"{number} files"


def _by(further: Further) -> str:
    shared = further.how is How.CALIBRATION and further.audit.auditor
    return f" by {further.audit.auditor}" if shared else ""


COMMANDS = (second_readings, read_twice, calibrate, read_once)
