"""The command that brings in a list."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from audit_desk.cli.context import opened, say, show
from audit_desk.cli.options import AS_JSON, PATH, REGISTER
from audit_desk.domain.case_event import ListKind
from audit_desk.errors import UserError
from audit_desk.services.case_import import ImportRequest
from audit_desk.services.fault_file import write_faults
from audit_desk.services.import_profiles import made_profile, with_profile
from audit_desk.services.preview_json import preview_to_dict

if TYPE_CHECKING:
    from audit_desk.services.case_preview import ImportPreview
    from audit_desk.services.desk import Desk

_FAULTS_SHOWN = 20


@click.command(name="import")
@REGISTER
@click.argument("file", type=PATH)
@click.option("--sheet", metavar="NAME", help="Which sheet of a workbook.")
@click.option("--header-row", type=click.IntRange(1), metavar="N", help="The row of the headings.")
@click.option(
    "--kind",
    type=click.Choice([kind.value for kind in ListKind]),
    help="What a row stands for, where the headings do not tell.",
)
@click.option(
    "--map",
    "mapped",
    multiple=True,
    metavar="COLUMN=FIELD",
    help="Read this column as this field (system_id for the child's number, skip to leave out).",
)
@click.option(
    "--translate",
    "translated",
    multiple=True,
    metavar="FIELD:VALUE=READ_AS",
    help="Read this value of a field as that one, now and in later lists.",
)
@click.option(
    "--profile",
    metavar="NAME",
    help="Read the columns as kept under this name; with --map, keep these under it.",
)
@click.option("--list", "list_name", metavar="NAME", help="Which list it is the next edition of.")
@click.option(
    "--part/--whole",
    "is_part",
    default=None,
    help="Only a part of the list, so that nobody leaves it; or all of it, however many leave.",
)
@click.option("--faults", type=PATH, metavar="FILE", help="Write the faults as CSV.")
@click.option("--dry-run", is_flag=True, help="Say what would be kept; save nothing.")
@AS_JSON
def import_command(  # noqa: PLR0913, PLR0917 - an option each
    register: Path,
    file: Path,
    sheet: str | None,
    header_row: int | None,
    kind: str | None,
    mapped: tuple[str, ...],
    translated: tuple[str, ...],
    profile: str | None,
    list_name: str | None,
    is_part: bool | None,
    faults: Path | None,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Bring in a list: CSV or a workbook; the next edition of a list updates the cases.

    Names, dates of birth, addresses and other identifiers are dropped before anything is
    saved. Rows with a fault are left out and named; the good rows are taken. Who stood on the
    last edition and does not stand on this one leaves the list; a case on no list is closed.
    """
    request = ImportRequest(
        file,
        sheet,
        header_row,
        kind=None if kind is None else ListKind(kind),
        mapping=dict(_mapping(each) for each in mapped),
        translations=_translations(translated),
        list_name=list_name,
        whole=not is_part,
    )
    with opened(register) as desk:
        if profile is not None and not request.mapping:
            request = with_profile(request, desk.profiles.get(profile))
        preview = desk.imports.preview(request)
        try:
            if faults is not None:
                say(f"Wrote {write_faults(preview.refused, faults)} faults to {faults}.")
            saved = bool(preview.total) and not dry_run
            if saved:
                _save(desk, preview, request, profile, sure=is_part is not None)
            _tell(preview, saved=saved, as_json=as_json)
        finally:
            desk.imports.discard(preview)


def _save(
    desk: "Desk",
    preview: "ImportPreview",
    request: ImportRequest,
    profile: str | None,
    *,
    sure: bool,
) -> None:
    if preview.loses_many and not sure and preview.earlier is not None:
        raise UserError(
            f"{preview.gone} of the {preview.earlier.children} children of the last edition of"
            f" “{preview.list_name}” are not on this list; nothing was saved.",
            "Add --part where it is only a part, --list NAME where it is another list, or"
            " --whole where so many have left.",
        )
    person = desk.settings.person()
    desk.imports.apply(preview, by=person)
    if profile is not None:
        desk.profiles.keep(made_profile(profile, request, preview), person)


def _tell(preview: "ImportPreview", *, saved: bool, as_json: bool) -> None:
    if as_json:
        show(preview_to_dict(preview, saved=saved))
    else:
        _say_left_out(preview)
    if not preview.total:
        raise UserError(
            f"{preview.source}: no row can be brought in, so nothing was saved.",
            "Correct the rows that are named, and import the list again.",
        )
    if not as_json:
        for line in _summary(preview, saved=saved):
            click.echo(line)


def _say_left_out(preview: "ImportPreview") -> None:
    for fault in preview.refused[:_FAULTS_SHOWN]:
        say(f"Left out: row {fault.row}, {fault.column}: {fault.reason}")
    if len(preview.refused) > _FAULTS_SHOWN:
        say(f"… and {len(preview.refused) - _FAULTS_SHOWN} more; --faults FILE writes them all.")
    for column in preview.dropped:
        say(f"Dropped: {column.header}: {column.note}")
    for column in preview.unknown:
        say(f"Not kept: {column.header}: {column.note}")


def _summary(preview: "ImportPreview", *, saved: bool) -> Iterable[str]:
    what = "cases" if preview.kind is ListKind.CASES else preview.kind.label.lower()
    yield (
        f"{'Took' if saved else 'Would take'} in {preview.new} new and {preview.known} known"
        f" {what}; {preview.refused_rows} rows left out."
    )
    if preview.known:
        yield f"Of the known, {preview.changed} changed and {preview.unchanged} did not."
    if preview.gone:
        closes = sum(each.closes for each in preview.leaving)
        yield (
            f"{preview.gone} are not on “{preview.list_name}” any more; {closes} of them are on no"
            " other list, so their cases are closed."
        )
    if preview.reopened:
        yield f"{preview.reopened} had been closed and are open again."


def _mapping(text: str) -> tuple[str, str]:
    column, equals, field = text.rpartition("=")
    if not equals or not field or not column:
        raise click.UsageError(f"“{text}” is not COLUMN=FIELD.")
    return column.strip(), field.strip()


def _translations(texts: Iterable[str]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for text in texts:
        field, colon, rest = text.partition(":")
        value, equals, read_as = rest.rpartition("=")
        if not colon or not equals or not field.strip() or not value.strip():
            raise click.UsageError(f"“{text}” is not FIELD:VALUE=READ_AS.")
        found.setdefault(field.strip(), {})[value.strip()] = read_as.strip()
    return found
