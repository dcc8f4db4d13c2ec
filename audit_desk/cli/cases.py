"""Commands on case lists and cases."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from audit_desk.cli.context import opened, say, show, table
from audit_desk.errors import UserError
from audit_desk.services.case_import import ImportRequest
from audit_desk.services.import_profiles import made_profile, with_profile
from audit_desk.services.preview_json import preview_to_dict

if TYPE_CHECKING:
    from audit_desk.services.case_preview import ImportPreview

_PATH = click.Path(path_type=Path)
_FAULTS_SHOWN = 20


@click.command(name="import")
@click.argument("register", type=_PATH)
@click.argument("file", type=_PATH)
@click.option("--sheet", metavar="NAME", help="Which sheet of a workbook.")
@click.option(
    "--map",
    "mapped",
    multiple=True,
    metavar="COLUMN=FIELD",
    help="Read this column as this field (system_id for the child's number, skip to leave out).",
)
@click.option(
    "--profile",
    metavar="NAME",
    help="Read the columns as kept under this name; with --map, keep these under it.",
)
@click.option("--dry-run", is_flag=True, help="Say what would be kept; save nothing.")
@click.option("--json", "as_json", is_flag=True, help="For a program to read.")
def import_command(
    register: Path,
    file: Path,
    sheet: str | None,
    mapped: tuple[str, ...],
    profile: str | None,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Bring in a case list: CSV or a workbook.

    Names, dates of birth, addresses and other identifiers are dropped before anything is
    saved. Rows with a fault are left out and named; the good rows are taken.
    """
    mapping = dict(_mapping(each) for each in mapped)
    with opened(register) as desk:
        person = desk.settings.person()
        request = ImportRequest(file, sheet, mapping=mapping)
        if profile is not None and not mapping:
            request = with_profile(request, desk.profiles.get(profile))
        preview = desk.imports.preview(request)
        saved = bool(preview.rows) and not dry_run
        if saved:
            desk.imports.apply(preview, by=person)
            if profile is not None:
                desk.profiles.keep(made_profile(profile, request, preview), person)
    if as_json:
        show(preview_to_dict(preview, saved=saved))
    else:
        _tell(preview)
    if not preview.rows:
        raise UserError(
            f"{preview.source}: no row can be brought in, so nothing was saved.",
            "Correct the rows that are named, and import the list again.",
        )
    if not as_json:
        click.echo(
            f"{'Took' if saved else 'Would take'} in {preview.new} new and {preview.known} known"
            f" cases; {preview.refused_rows} rows left out."
        )


def _tell(preview: "ImportPreview") -> None:
    for fault in preview.refused[:_FAULTS_SHOWN]:
        say(f"Left out: row {fault.row}, {fault.column}: {fault.reason}")
    if len(preview.refused) > _FAULTS_SHOWN:
        say(f"… and {len(preview.refused) - _FAULTS_SHOWN} more; --json lists them all.")
    for column in preview.dropped:
        say(f"Dropped: {column.header}: {column.note}")


def _mapping(text: str) -> tuple[str, str]:
    column, equals, field = text.rpartition("=")
    if not equals or not field or not column:
        raise click.UsageError(f"“{text}” is not COLUMN=FIELD.")
    return column.strip(), field.strip()


@click.command()
@click.argument("register", type=_PATH)
@click.option("--json", "as_json", is_flag=True, help="For a program to read.")
@click.option("--csv", "csv_file", type=_PATH, metavar="FILE", help="Write a CSV file.")
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
        show([{"reference": case.reference, **case.facts} for case in found])
    elif not found:
        raise UserError("There are no cases yet.", "audit-desk import REGISTER FILE brings a list.")
    else:
        shown = ("team", "status", "exploitation_type", "age")
        head = ("Reference", "Team", "Status", "Exploitation", "Age")
        rows = [
            (case.reference, *(str(case.facts.get(key, "")) for key in shown)) for case in found
        ]
        table([head, *rows])


COMMANDS = (import_command, cases)
