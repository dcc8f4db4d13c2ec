"""The command that hands out files in a pack."""

from pathlib import Path

import click

from audit_desk.cli.context import PACK_PASSPHRASE, opened, passphrase, say, show
from audit_desk.cli.options import AS_JSON, PATH, REGISTER, ROUND
from audit_desk.domain.due_dates import past_warning, read_due
from audit_desk.domain.pack import PackKind
from audit_desk.services.pack_order import PackMade, PackOrder, PackPreview


@click.command()
@REGISTER
@click.argument("pack", type=PATH)
@ROUND
@click.option("--auditor", required=True, metavar="NAME", help="Whose files go.")
@click.option("--second-reading", is_flag=True, help="The files they read again, blind.")
@click.option("--due", metavar="DATE", help="By when it is wanted, such as 30/6/2026.")
@click.option("--note", default="", metavar="TEXT", help="A cover note.")
@AS_JSON
def pack(  # noqa: PLR0913, PLR0917 - one parameter an option
    register: Path,
    pack: Path,
    name: str,
    auditor: str,
    second_reading: bool,
    due: str | None,
    note: str,
    as_json: bool,
) -> None:
    """Hand out somebody's files of a round in a pack: an encrypted file of its own.

    The pack's passphrase comes from AUDIT_DESK_PACK_PASSPHRASE or is asked for twice. Tell it to
    whoever reads by another way than the file. From then on the files are with them.
    """
    with opened(register) as desk:
        day = read_due(due or "", desk.today())
        warning = past_warning(day, desk.today())
        if warning:
            say(warning)
        round_ = desk.rounds.by_name(name)
        kind = PackKind.SECOND if second_reading else PackKind.FIRST
        packs = desk.packs
        preview = packs.preview(round_, auditor, kind)
        packs.refuse(preview)
        secret = passphrase(new=True, variable=PACK_PASSPHRASE, whose="pack")
        order = PackOrder(round_, auditor, kind, pack, secret, day, note)
        made = packs.make(order, desk.settings.person())
    if as_json:
        show(_as_json(made, preview))
        return
    files = "1 file" if len(made.audits) == 1 else f"{len(made.audits)} files"
    say(f"Handed out {files} to {made.slip.person} in {made.path}.")
    for line in preview.carries:
        say(f"  In it: {line}")
    for line in preview.leaves:
        say(f"  Not in it: {line}")


def _as_json(made: PackMade, preview: PackPreview) -> dict[str, object]:
    slip = made.slip
    return {
        "pack": str(made.path),
        "pack_id": slip.pack_id,
        "round": slip.round_name,
        "person": slip.person,
        "kind": slip.kind.value,
        "due_on": slip.due_on.isoformat() if slip.due_on else None,
        "files": [audit.reference for audit in made.audits],
        "in_it": list(preview.carries),
        "not_in_it": list(preview.leaves),
    }


COMMANDS = (pack,)
