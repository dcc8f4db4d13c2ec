"""Commands on documents beside the report: one audit for its team, the pack for a meeting."""

from pathlib import Path

import click

from audit_desk.cli.context import opened, say
from audit_desk.cli.options import CASE, PATH, REGISTER, ROUND
from audit_desk.cli.privacy import warn
from audit_desk.services.report_texts import texts_of_readings

_FILE = click.option("-o", "target", required=True, type=PATH, metavar="FILE.(pdf|docx)")


@click.command("audit-report")
@REGISTER
@ROUND
@CASE
@_FILE
def audit_report(register: Path, name: str, reference: str, target: Path) -> None:
    """Write one submitted audit for the child's worker and manager, to learn from."""
    with opened(register) as desk:
        made = desk.documents.of_audit(desk.fills.find(name, reference).id)
        desk.documents.write_audit(made, target)
        desk.documents.note_audit(made, target.suffix.lower(), desk.settings.person())
        found = desk.identifiers.of_report(made)
    warn(found, target.name)
    say(f"Wrote {target}.")


@click.command("loop-pack")
@REGISTER
@ROUND
@_FILE
def loop_pack(register: Path, name: str, target: Path) -> None:
    """Write what a team talks about after a round: a page a theme, then the actions.

    It holds what may be shared with the team: no names, no small numbers, released texts alone.
    """
    with opened(register) as desk:
        round_ = desk.rounds.by_name(name)
        desk.documents.write_loop(desk.documents.of_team(round_), target)
        desk.shelf.keep(round_, target, desk.settings.person(), what="Closing-the-loop pack")
    say(f"Wrote {target}.")


@click.command("moderation-report")
@REGISTER
@ROUND
@_FILE
def moderation_report(register: Path, name: str, target: Path) -> None:
    """Write who was read twice, how far the readers agree and what was settled.

    It names auditors: it is for the lead, the moderators and the auditors alone.
    """
    with opened(register) as desk:
        round_ = desk.rounds.by_name(name)
        made = desk.documents.of_moderation(round_)
        desk.documents.write_moderation(made, target)
        desk.shelf.keep(round_, target, desk.settings.person(), what="Moderation report")
        found = desk.identifiers.in_texts(texts_of_readings(made.found))
    warn(found, target.name)
    say(f"Wrote {target}.")


COMMANDS = (audit_report, loop_pack, moderation_report)
