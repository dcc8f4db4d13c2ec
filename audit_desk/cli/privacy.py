"""The command that looks through texts for what identifies a person."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from audit_desk.cli.context import opened, say, show
from audit_desk.cli.options import AS_JSON, REGISTER
from audit_desk.domain.privacy_kinds import Kind
from audit_desk.errors import UserError
from audit_desk.services.desk import Desk
from audit_desk.services.identifier_scan import FoundIdentifier


@click.command()
@REGISTER
@click.option("--round", "name", metavar="NAME", help="Only this round; all of them by default.")
@click.option("--case", "reference", metavar="REF", help="Only the audit of this file.")
@click.option("--not-one", "none", metavar="TEXT", help="Say that what begins so is no identifier.")
@click.option("--is-one", "one", metavar="TEXT", help="Say that it is one after all.")
@click.option(
    "--kind", type=click.Choice(list(Kind)), help="What it looks like, where two begin so."
)
@AS_JSON
def scan(
    register: Path,
    name: str | None,
    reference: str | None,
    none: str | None,
    one: str | None,
    kind: str | None,
    as_json: bool,
) -> None:
    """List the places in written texts that look like identifiers.

    Names that the register knows, NHS and pupil numbers, postcodes, telephone numbers, dates of
    birth and the like. Only the beginning of each is shown. With --round, --case and --not-one,
    what begins as TEXT says is put on record as no identifier, wherever it stands in that audit.
    """
    answer = none if none is not None else one
    if reference and not name:
        raise click.UsageError("--case REF needs --round NAME.")
    if (none is not None and one is not None) or (answer is not None and not reference):
        raise click.UsageError("Give --round NAME --case REF with --not-one TEXT or --is-one TEXT.")
    with opened(register) as desk:
        if name and reference and answer is not None:
            _answer(desk, (name, reference), answer, kind, is_none=none is not None)
            return
        found = [
            (round_name, each)
            for round_name, each in _found(desk, name)
            if not reference or each.place.reference.casefold() == reference.casefold()
        ]
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


def _answer(
    desk: Desk, where: tuple[str, str], begins: str, kind: str | None, *, is_none: bool
) -> None:
    audit = desk.fills.find(*where)
    tool = desk.auditing.tool_for(audit.id)
    wanted = begins.strip().rstrip("…")
    meant = {
        each.key: each
        for each in desk.identifiers.of_audit(tool, desk.auditing.open(audit.id))
        if each.excerpt.rstrip("…") == wanted and kind in {None, each.kind.value}
    }
    if not meant:
        raise UserError(
            f"Nothing in {audit.reference} that looks like an identifier begins with “{wanted}”.",
            f"audit-desk scan --round NAME --case {audit.reference} shows how each begins.",
        )
    if len({each.kind for each in meant.values()}) > 1:
        kinds = ", ".join(sorted(each.kind.value for each in meant.values()))
        raise UserError(f"More than one thing begins so: {kinds}.", "Say which: --kind KIND.")
    if len(meant) > 1:
        raise UserError(
            f"{len(meant)} things of this kind in {audit.reference} begin with “{wanted}”.",
            "Say it in the window, where the whole text is seen.",
        )
    ((key, found),) = meant.items()
    desk.identifiers.say(audit.id, key, desk.settings.person(), is_none=is_none)
    noun = found.kind.noun_with_article
    say(f"In {audit.reference} “{found.excerpt}” is {'not ' if is_none else ''}{noun}, on record.")


def _plain(round_name: str, each: FoundIdentifier) -> dict[str, object]:
    place = each.place
    return {
        "round": round_name,
        "reference": place.reference,
        "place": place.words,
        "question": place.question_id,
        "kind": each.kind.value,
        "looks_like": each.kind.noun_with_article,
        "begins": each.excerpt,
        "said_to_be_none": each.is_none,
    }


COMMANDS = (scan,)
