"""The command that looks through texts for what identifies a person."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from audit_desk.cli.context import opened, say, show
from audit_desk.cli.options import AS_JSON, REGISTER
from audit_desk.errors import UserError
from audit_desk.services.desk import Desk
from audit_desk.services.identifier_scan import FoundIdentifier


@click.command()
@REGISTER
@click.option("--round", "name", metavar="NAME", help="Only this round; all of them by default.")
@AS_JSON
def scan(register: Path, name: str | None, as_json: bool) -> None:
    """List the places in written texts that look like identifiers.

    Names that the register knows, NHS and pupil numbers, postcodes, telephone numbers, dates of
    birth and the like. Only the beginning of each is shown; nothing is changed.
    """
    with opened(register) as desk:
        found = list(_found(desk, name))
    if as_json:
        show([_plain(round_name, each) for round_name, each in found])
        return
    for round_name, each in found:
        click.echo(f"{round_name}: {each.sentence}")
    if not found:
        say("Nothing looks like an identifier.")


def warn(found: Sequence[FoundIdentifier], file: str, *, strict: bool = False) -> None:
    """Say on standard error what would leave with a file.

    Raises:
        UserError: There is something, and it is not to leave.
    """
    if not found:
        return
    lines = "\n".join(f"  {each.sentence}" for each in found)
    head = f"{_looks(len(found), file)}:\n{lines}"
    if strict:
        raise UserError(f"{head}\nNothing was written.", "Change these texts first.")
    say(head)


def _looks(number: int, file: str) -> str:
    if number == 1:
        return f"1 place in {file} looks like an identifier"
    return f"{number} places in {file} look like identifiers"


def _found(desk: Desk, name: str | None) -> Iterator[tuple[str, FoundIdentifier]]:
    rounds = [line.round for line in desk.rounds.lines()]
    for round_ in [desk.rounds.by_name(name)] if name else rounds:
        audits = desk.rounds.full_audits(round_.id)
        for each in desk.identifiers.of_round(round_, desk.rounds.tool_of(round_), audits):
            yield round_.name, each


def _plain(round_name: str, each: FoundIdentifier) -> dict[str, str]:
    place = each.place
    return {
        "round": round_name,
        "reference": place.reference,
        "place": place.words,
        "question": place.question_id,
        "kind": each.kind.value,
        "looks_like": each.kind.noun_with_article,
        "begins": each.excerpt,
    }


COMMANDS = (scan,)
