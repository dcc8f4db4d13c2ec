"""Commands on cases."""

from pathlib import Path

import click

from audit_desk.cli.context import opened, say, show, table
from audit_desk.cli.imports import import_command
from audit_desk.cli.options import AS_JSON, PATH, REGISTER
from audit_desk.domain.case import Case
from audit_desk.errors import UserError


@click.command()
@REGISTER
@AS_JSON
@click.option("--csv", "csv_file", type=PATH, metavar="FILE", help="Write a CSV file.")
def cases(register: Path, as_json: bool, csv_file: Path | None) -> None:
    """List the cases by reference, without the council's own numbers."""
    if as_json and csv_file is not None:
        raise click.UsageError("Give --json or --csv, not both.")
    with opened(register) as desk:
        if csv_file is not None:
            say(f"Wrote {desk.cases.write_csv(csv_file)} cases to {csv_file}.")
            return
        found = desk.cases.all()
    if as_json:
        show([_plain(case) for case in found])
    elif not found:
        raise UserError("There are no cases yet.", "audit-desk import REGISTER FILE brings a list.")
    else:
        shown = ("team", "status", "exploitation_type", "age")
        head = ("Reference", "Team", "Status", "Exploitation", "Age")
        rows = [
            (case.reference, *(str(case.facts.get(key, "")) for key in shown)) for case in found
        ]
        table([head, *rows])


def _plain(case: Case) -> dict[str, str | int]:
    closed = {"closed_on": case.closed_on} if case.closed_on else {}
    return {"reference": case.reference, **case.facts, **closed}


COMMANDS = (import_command, cases)
