"""What every command needs: the register, its passphrase, and one way to end."""

import contextlib
import getpass
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from audit_desk.cli.streams import as_text
from audit_desk.errors import UserError
from audit_desk.services.desk import Desk

PASSPHRASE = "AUDIT_DESK_PASSPHRASE"  # noqa: S105 - the variable's name, not a passphrase
PACK_PASSPHRASE = "AUDIT_DESK_PACK_PASSPHRASE"  # noqa: S105 - the same


@dataclass(frozen=True, slots=True)
class Doors:
    """What the composition root hands to the commands.

    Attributes:
        open_desk: Opens a register with its passphrase.
        create_desk: Creates one: path, passphrase, organisation, by whom.
        build_demo: Builds an invented one: path, passphrase, cases, audits, seed, progress.
        open_window: Opens the window on a register, or on the first page.
    """

    open_desk: Callable[[Path, str], Desk]
    create_desk: Callable[[Path, str, str, str], Desk]
    build_demo: Callable[..., None]
    open_window: Callable[[Path | None], int]


def doors() -> Doors:
    """Return what the composition root handed in."""
    found = click.get_current_context().obj
    if not isinstance(found, Doors):
        raise TypeError("the commands were started without their composition root")
    return found


def passphrase(*, new: bool = False, variable: str = PASSPHRASE, whose: str = "") -> str:
    """Return the passphrase from the environment, else ask for it.

    Args:
        new: Whether it is a new one: asked for twice.
        variable: Where the environment has it.
        whose: What it opens, where it is not the register: ``pack``.

    Raises:
        UserError: There is none and nobody to ask, or it is no text.
    """
    given = os.environ.get(variable)
    if given:
        return as_text(given, variable)
    of = f" of the {whose}" if whose else ""
    if not sys.stdin or not sys.stdin.isatty():
        raise UserError(
            f"There is no passphrase{of}.", f"Set {variable}, or run the command in a terminal."
        )
    prompt = f"New passphrase{of}" if new else f"Passphrase{of}"
    answer: str = click.prompt(prompt, hide_input=True, confirmation_prompt=new, err=True)
    return answer


@contextlib.contextmanager
def opened(register: Path) -> Iterator[Desk]:
    """Open a register for the length of a command."""
    desk = doors().open_desk(register, passphrase())
    try:
        yield desk
    finally:
        desk.register.close()


def account() -> str:
    """Return who runs the command, where the register has no name for them."""
    return getpass.getuser()


def show(value: Any) -> None:
    """Print a result that a program reads."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def say(text: str) -> None:
    """Tell a person something that is not a result."""
    click.echo(text, err=True)


def table(rows: Sequence[tuple[str, ...]]) -> None:
    """Print rows as aligned columns; the first row is the head."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        click.echo("  ".join(cells).rstrip())
