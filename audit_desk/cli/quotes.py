"""The command on what may be quoted outside of a round."""

from pathlib import Path

import click

from audit_desk.cli.context import opened, say, show
from audit_desk.cli.options import AS_JSON, REGISTER, ROUND
from audit_desk.domain.passages import Passage
from audit_desk.errors import UserError
from audit_desk.services.releases import Quotable

_SHORT = 12
"""Letters of a hash by which a text is named."""


def _name(passage: Passage) -> str:
    """Return what a text is named by: its place and the beginning of its hash."""
    place = ":".join(filter(None, (passage.kind, passage.reference, passage.item)))
    return f"{place}:{passage.hash[:_SHORT]}"


@click.command()
@REGISTER
@ROUND
@click.option("--release", multiple=True, metavar="TEXT", help="Release this text, by its name.")
@click.option("--take-back", multiple=True, metavar="TEXT", help="Take a release back.")
@AS_JSON
def quotes(
    register: Path,
    name: str,
    release: tuple[str, ...],
    take_back: tuple[str, ...],
    as_json: bool,
) -> None:
    """List the texts of a round that may be quoted outside of it, or release some.

    Reports for a board, a team or a peer hold only released texts. Each text is named by its
    place and the beginning of its hash; one that is changed has another name, and has to be
    released again.
    """
    with opened(register) as desk:
        round_ = desk.rounds.by_name(name)
        found = desk.releases.quotable(round_)
        if release or take_back:
            named = {_name(each.passage): each.passage for each in found}
            chosen = [_known(named, text) for text in release]
            gone = [_known(named, text) for text in take_back]
            desk.releases.release(round_, chosen, gone, desk.settings.person())
            say(f"Released {len(chosen)}, taken back {len(gone)}.")
            return
    if as_json:
        show([_as_json(each) for each in found])
        return
    for each in found:
        state = "released" if each.is_released else "-"
        marks = f" [{', '.join(each.identifiers)}]" if each.identifiers else ""
        click.echo(f"{state}\t{_name(each.passage)}\t{' '.join(each.passage.text.split())}{marks}")


def _known(named: dict[str, Passage], text: str) -> Passage:
    if text not in named:
        raise UserError(
            f"There is no text {text} in this round.",
            "It may have been changed since. audit-desk quotes lists the names. Nothing was"
            " released.",
        )
    return named[text]


def _as_json(each: Quotable) -> dict[str, object]:
    passage = each.passage
    return {
        "name": _name(passage),
        "kind": passage.kind.value,
        "group": passage.group,
        "reference": passage.reference,
        "text": passage.text,
        "released": each.is_released,
        "identifiers": list(each.identifiers),
    }


COMMANDS = (quotes,)
