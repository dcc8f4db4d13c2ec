"""Commands on rounds."""

from pathlib import Path

import click

from audit_desk.cli.context import opened, say, show, table
from audit_desk.cli.options import AS_JSON, REGISTER
from audit_desk.domain.audit import AuditState


@click.command(name="round")
@REGISTER
@click.argument("name")
@click.option("--tool", "tool_id", metavar="ID", help="The audit tool; the first one by default.")
@click.option("--purpose", default="", metavar="TEXT", help="Why it is done, for the report.")
def round_command(register: Path, name: str, tool_id: str | None, purpose: str) -> None:
    """Create a round."""
    with opened(register) as desk:
        created = desk.rounds.create(
            name, by=desk.settings.person(), tool_id=tool_id, purpose=purpose
        )
    say(f"Created the round {created.name} with {created.tool_id} {created.tool_version}.")


@click.command()
@REGISTER
@AS_JSON
def rounds(register: Path, as_json: bool) -> None:
    """List the rounds and how far each is."""
    with opened(register) as desk:
        lines = desk.rounds.lines()
    if as_json:
        show(
            [
                {
                    "name": line.round.name,
                    "purpose": line.round.purpose,
                    "tool": line.round.tool_id,
                    "tool_version": line.round.tool_version,
                    "created_at": line.round.created_at.isoformat(),
                    **{state.value: line.counts.get(state, 0) for state in AuditState},
                }
                for line in lines
            ]
        )
    elif not lines:
        say("There is no round yet: audit-desk round REGISTER NAME creates one.")
    else:
        head = ("Round", "Submitted", "Audits", "Tool")
        body = [
            (
                line.round.name,
                str(line.counts.get(AuditState.SUBMITTED, 0)),
                str(line.total),
                f"{line.tool_title} {line.round.tool_version}",
            )
            for line in lines
        ]
        table([head, *body])


COMMANDS = (round_command, rounds)
