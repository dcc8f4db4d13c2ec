"""The command line: the same services without a window."""

import click

from audit_desk import __version__
from audit_desk.cli import (
    actions,
    assignments,
    audits,
    cases,
    documents,
    findings,
    forms,
    history,
    merges,
    packs,
    people,
    privacy,
    profiles,
    quotes,
    recommendations,
    registers,
    reports,
    rounds,
    samples,
    second_readings,
    tools,
)
from audit_desk.cli.context import Doors
from audit_desk.cli.streams import as_text, write_utf8
from audit_desk.errors import UserError


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="The passphrase comes from AUDIT_DESK_PASSPHRASE or is asked for. Without a command,"
    " audit-desk [REGISTER] opens the window.",
)
@click.version_option(__version__, prog_name="Audit Desk")
def commands() -> None:
    """Audit children's social care case files: sample, score, report."""


_MODULES = (
    registers,
    cases,
    profiles,
    tools,
    rounds,
    samples,
    assignments,
    audits,
    forms,
    documents,
    quotes,
    second_readings,
    findings,
    reports,
    recommendations,
    actions,
    history,
    privacy,
    people,
    packs,
    merges,
)
for module in _MODULES:
    for command in module.COMMANDS:
        commands.add_command(command)


def run_command(arguments: list[str], doors: Doors) -> int:
    """Run one command and return the exit status.

    Returns:
        0 when done, 1 when it could not be done (one sentence on standard error), 2 for
        wrong usage.
    """
    write_utf8()
    try:
        for argument in arguments:
            as_text(argument, f"“{argument}”")
        commands.main(arguments, prog_name="audit-desk", standalone_mode=False, obj=doors)
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.ClickException as wrong:
        wrong.show()
        return wrong.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped.", err=True)
    except UserError as fault:
        click.echo(str(fault), err=True)
    except OSError as fault:  # a name too long, a disk that results do not fit on
        of = f" of {fault.filename}" if fault.filename else ""
        click.echo(f"This could not be done, the system says{of}: {fault.strerror}.", err=True)
    else:
        return 0
    return 1
