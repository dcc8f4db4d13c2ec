"""Commands on a register as a whole: new, demo, check, backup."""

from pathlib import Path

import click

from audit_desk.cli.context import account, doors, opened, passphrase, say
from audit_desk.cli.options import PATH, REGISTER
from audit_desk.errors import UserError
from audit_desk.services.registers import back_up, check


@click.command()
@REGISTER
@click.option("--organisation", required=True, metavar="TEXT", help="Whose register it is.")
def new(register: Path, organisation: str) -> None:
    """Create an empty register."""
    desk = doors().create_desk(register, passphrase(new=True), organisation, account())
    say(f"Created {desk.register.path}.")
    desk.register.close()


@click.command()
@REGISTER
@click.option("--cases", default=133, show_default=True, type=click.IntRange(1, 1_000_000))
@click.option("--audits", default=12, show_default=True, type=click.IntRange(0, 100_000))
@click.option("--seed", default=1, show_default=True, help="The same seed, the same register.")
@click.option("--open", "open_it", is_flag=True, help="Open the window on it; build it if missing.")
def demo(register: Path, cases: int, audits: int, seed: int, open_it: bool) -> None:
    """Build an invented register with a finished round in it."""
    if not (open_it and register.exists()):
        secret = passphrase(new=True)
        doors().build_demo(register, secret, cases=cases, audits=audits, seed=seed)
        say(f"Built {register}: {cases} invented cases, {audits} audits.")
    if open_it and doors().open_window(register) != 0:
        raise click.exceptions.Exit(1)


@click.command(name="check")
@REGISTER
def check_command(register: Path) -> None:
    """Check every page, the history's chain and the seals."""
    with opened(register) as desk:
        result = check(desk.register)
    if result.faults:
        raise UserError(" ".join(result.faults), "Keep the file, and go back to a backup.")
    click.echo(f"Sound: {result.lines:,} lines of history, an unbroken chain.")


@click.command()
@REGISTER
@click.argument("file", type=PATH)
def backup(register: Path, file: Path) -> None:
    """Copy a register into a new encrypted file with the same passphrase."""
    with opened(register) as desk:
        back_up(desk.register, file)
    say(f"Backed up to {file}.")


COMMANDS = (new, demo, check_command, backup)
