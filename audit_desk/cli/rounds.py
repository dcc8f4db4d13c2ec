"""Commands on rounds and draws."""

from pathlib import Path

import click

from audit_desk.cli.context import opened, say, show, table
from audit_desk.domain.audit import AuditState
from audit_desk.domain.verify_draw import Verification
from audit_desk.errors import UserError
from audit_desk.services.desk import Desk
from audit_desk.services.receipt_files import verify_files, write_receipt
from audit_desk.services.sampling import DrawRequest

_PATH = click.Path(path_type=Path)


@click.command(name="round")
@click.argument("register", type=_PATH)
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
@click.argument("register", type=_PATH)
@click.option("--json", "as_json", is_flag=True, help="For a program to read.")
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


@click.command()
@click.argument("register", type=_PATH)
@click.option("--round", "name", required=True, metavar="NAME")
@click.option("--size", required=True, type=int, help="How many files to read.")
@click.option("--by", multiple=True, metavar="FIELD", help="Stratify by this field.")
@click.option("--where", multiple=True, metavar="FIELD=VALUE", help="Only these cases.")
@click.option("--minimum", default=0, help="The least number from each stratum.")
@click.option("--seed", type=int, help="A whole number; chosen at random by default.")
@click.option("--receipt", type=_PATH, metavar="FILE", help="Write the receipt here as well.")
def draw(  # noqa: PLR0913, PLR0917 - one parameter an option
    register: Path,
    name: str,
    size: int,
    by: tuple[str, ...],
    where: tuple[str, ...],
    minimum: int,
    seed: int | None,
    receipt: Path | None,
) -> None:
    """Draw a round's dip sample and print its references in order."""
    request = DrawRequest(size, seed, by, tuple(_condition(each) for each in where), minimum)
    with opened(register) as desk:
        drawn = desk.sampling.draw(desk.rounds.by_name(name), request, desk.settings.person())
    if receipt is not None:
        write_receipt(drawn, receipt)
    say(f"Drew {len(drawn.drawn)} of {drawn.frame_size} with seed {drawn.seed}.")
    for reference in drawn.drawn:
        click.echo(reference)


def _condition(text: str) -> tuple[str, str]:
    field, equals, value = text.partition("=")
    if not equals or not field or not value:
        raise click.UsageError(f"“{text}” is not FIELD=VALUE.")
    return field.strip(), value.strip()


@click.command(name="verify-draw")
@click.argument("register", type=_PATH, required=False)
@click.option("--round", "name", metavar="NAME", help="Verify this round's last draw.")
@click.option("--receipt", type=_PATH, metavar="FILE", help="Verify this receipt …")
@click.option("--cases", type=_PATH, metavar="FILE", help="… against this list of references.")
def verify_draw(
    register: Path | None, name: str | None, receipt: Path | None, cases: Path | None
) -> None:
    """Run a draw again and say what differs."""
    if register is not None and name is not None and receipt is None:
        with opened(register) as desk:
            result = _verify_in(desk, name)
    elif receipt is not None and cases is not None and register is None:
        result = verify_files(receipt, cases)
    else:
        raise click.UsageError("Give REGISTER and --round NAME, or --receipt FILE --cases FILE.")
    for note in result.notes:
        say(note)
    if not result.agrees:
        raise UserError("The draw could not be repeated. " + " ".join(result.differences))
    click.echo("The draw is verified: the same seed over the same frame gives the same sample.")


def _verify_in(desk: Desk, name: str) -> Verification:
    return desk.sampling.verify_round(desk.rounds.by_name(name))


COMMANDS = (round_command, rounds, draw, verify_draw)
