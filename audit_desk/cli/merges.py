"""Commands on packs that come back: taking one in, choosing between two versions, taking back."""

from pathlib import Path

import click

from audit_desk.cli.context import PACK_PASSPHRASE, opened, passphrase, say, show, table
from audit_desk.cli.options import AS_JSON, PATH, REASON, REGISTER, ROUND
from audit_desk.domain.written_words import Change
from audit_desk.errors import UserError
from audit_desk.services.conflicts import Choice, Conflict
from audit_desk.services.desk import Desk


@click.command()
@REGISTER
@click.argument("pack", type=PATH)
@click.option("--preview", is_flag=True, help="Say what would change, and change nothing.")
@AS_JSON
def merge(register: Path, pack: Path, preview: bool, as_json: bool) -> None:
    """Take in a pack that somebody handed back: all of it or nothing.

    The pack's own passphrase comes from AUDIT_DESK_PACK_PASSPHRASE or is asked for. The same pack
    may be taken in any number of times. Where an audit was changed on both sides, both versions
    are kept: audit-desk conflicts lists them.
    """
    with opened(register) as desk:
        looked = desk.merging.look(pack, passphrase(variable=PACK_PASSPHRASE, whose="pack"))
        done = None if preview else desk.merging.apply(looked, desk.settings.person())
        waiting = len(desk.conflicts.waiting())
    if as_json:
        told = looked.to_json()
        if done is not None:
            told["merged"] = {
                "changed": done.changed,
                "taken": done.taken,
                "conflicts": done.conflicts,
                "open_concerns": done.concerns,
            }
        show(told | {"conflicts_waiting": waiting})
        return
    for sentence in looked.sentences:
        click.echo(sentence)
    if done is None:
        say("Nothing was changed: this was a preview.")
    elif done.changed:
        say(f"Took in {pack.name}.")
    if waiting:
        files = "1 audit waits" if waiting == 1 else f"{waiting} audits wait"
        say(f"{files} for your choice between two versions: audit-desk conflicts {register}")


@click.command()
@REGISTER
@click.option("--case", "reference", metavar="REF", help="Show both versions of one audit.")
@click.option(
    "--choose", type=click.Choice(["register", "pack"]), help="Which version is to stand."
)
@click.option("--reason", metavar="TEXT", help="Why; it goes on record.")
@AS_JSON
def conflicts(
    register: Path, reference: str | None, choose: str | None, reason: str | None, as_json: bool
) -> None:
    """List audits that were changed in a pack and in the register, and choose between the two.

    Without --case all that wait are listed. With --case both versions are shown, what differs only;
    with --choose and --reason one of them stands from then on. The other one is kept.
    """
    if (choose is None) != (reason is None) or (choose is not None and reference is None):
        raise click.UsageError("Give --case REF --choose register|pack --reason TEXT together.")
    with opened(register) as desk:
        waiting = desk.conflicts.waiting()
        if reference is None:
            _list(waiting, as_json=as_json)
            return
        found = _of(waiting, reference)
        if choose is None or reason is None:
            _show(desk, found, as_json=as_json)
            return
        choice = Choice.OURS if choose == "register" else Choice.THEIRS
        desk.conflicts.choose(found, choice, reason, desk.settings.person())
    say(f"The version of the {choose} stands for {found.reference}; the other one is kept.")


@click.command(name="take-back")
@REGISTER
@ROUND
@click.option("--case", "references", required=True, multiple=True, metavar="REF")
@REASON
def take_back(register: Path, name: str, references: tuple[str, ...], reason: str) -> None:
    """Take files back that are out in a pack, without waiting for the pack."""
    with opened(register) as desk:
        held = desk.custody.of_round(desk.rounds.by_name(name).id)
        wanted = {reference.casefold() for reference in references}
        ids = [key for key, each in held.items() if each.reference.casefold() in wanted]
        missing = wanted - {held[key].reference.casefold() for key in ids}
        if missing:
            named = ", ".join(each for each in references if each.casefold() in missing)
            raise UserError(f"Not out in {name}: {named}.", "Nothing was taken back.")
        taken = desk.custody.take_back(ids, reason, desk.settings.person())
    for each in taken:
        say(f"Took {each.reference} back from {each.person}.")


def _of(waiting: tuple[Conflict, ...], reference: str) -> Conflict:
    for each in waiting:
        if each.reference.casefold() == reference.casefold():
            return each
    known = ", ".join(each.reference for each in waiting)
    raise UserError(
        f"For {reference} there is nothing to choose.",
        f"It waits for {known}." if known else "Nothing waits for a choice.",
    )


def _list(waiting: tuple[Conflict, ...], *, as_json: bool) -> None:
    lines = [
        {
            "reference": each.reference,
            "round": each.round_name,
            "person": each.person,
            "found_at": each.found_at.isoformat(),
        }
        for each in waiting
    ]
    if as_json:
        show(lines)
    elif not lines:
        say("Nothing waits for a choice.")
    else:
        head = ("Reference", "Round", "Pack of", "Since")
        body = [
            (line["reference"], line["round"], line["person"], line["found_at"][:10])
            for line in lines
        ]
        table([head, *body])


def _show(desk: Desk, found: Conflict, *, as_json: bool) -> None:
    versions = desk.conflicts.versions(found)
    if as_json:
        show(
            {
                "reference": found.reference,
                "register": versions.ours,
                "pack": versions.theirs,
                "differences": [
                    {"place": place.title, **_change(change)}
                    for place in versions.places
                    for change in place.changes
                ],
            }
        )
        return
    click.echo(f"{found.reference}: in the register {versions.ours}; in the pack {versions.theirs}")
    for place in versions.places:
        click.echo(place.title)
        for change in place.changes:
            click.echo(f"    {change.label}")
            click.echo(f"        register: {change.before or '(empty)'}")
            click.echo(f"        pack:     {change.after or '(empty)'}")


def _change(change: Change) -> dict[str, str]:
    return {"what": change.label, "register": change.before, "pack": change.after}


COMMANDS = (merge, conflicts, take_back)
