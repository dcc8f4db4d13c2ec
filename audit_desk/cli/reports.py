"""Commands on a round's reports: writing one, and those that were saved."""

from pathlib import Path

import click

from audit_desk.cli.context import opened, say, show, table
from audit_desk.cli.options import AS_JSON, PATH, REGISTER, ROUND
from audit_desk.cli.privacy import warn
from audit_desk.domain.audience import Audience
from audit_desk.services.report_exports import holds_all


@click.command()
@REGISTER
@ROUND
@click.option("-o", "target", required=True, type=PATH, metavar="FILE.(pdf|docx|xlsx|csv) | FOLDER")
@click.option(
    "--audience",
    type=click.Choice([each.value for each in Audience]),
    default=Audience.FULL.value,
    help="For whom it is; full, for those who ran the round, unless said otherwise.",
)
@click.option("--strict", is_flag=True, help="Write nothing where a text looks identifying.")
def report(register: Path, name: str, target: Path, audience: str, strict: bool) -> None:
    """Write a round's dip-sample report, or its data.

    FILE.pdf and FILE.docx hold the report, FILE.xlsx all data in a workbook with a dictionary of
    its columns, FILE.csv the answers, one a row. A FOLDER (a name without an ending) receives all
    tables as CSV files with schema.json.

    A report for a board, a team or a peer leaves out names, small numbers, single files and every
    text that was not released for quoting; it says so on its first page. FILE.csv is for full
    alone.

    Places in its texts that look like identifiers are named on standard error.
    """
    whom = Audience(audience)
    with opened(register) as desk:
        round_ = desk.rounds.by_name(name)
        found = desk.reports.identifiers(round_, whom, holds_all=holds_all(target))
        warn(found, target.name, strict=strict)
        desk.reports.write(round_, target, whom)
        desk.shelf.keep(round_, target, desk.settings.person(), whom.label)
    say(f"Wrote {target}.")


@click.command()
@REGISTER
@ROUND
@AS_JSON
def reports(register: Path, name: str, as_json: bool) -> None:
    """List the reports that were saved of a round, newest first."""
    with opened(register) as desk:
        lines = desk.shelf.of_round(desk.rounds.by_name(name))
    if as_json:
        show(
            [
                {
                    "saved_at": line.report.made_at.isoformat(),
                    "saved_by": line.report.made_by,
                    "what": line.report.what,
                    "audience": line.report.audience,
                    "file": line.report.file_name,
                    "sha256": line.report.file_hash,
                    "findings_changed_since": line.is_behind,
                }
                for line in lines
            ]
        )
    elif not lines:
        say("No report was saved of this round.")
    else:
        body = [
            (
                line.report.made_at.isoformat(sep=" ", timespec="minutes"),
                line.report.file_name,
                line.report.audience,
                line.report.file_hash[:12],
                "changed since" if line.is_behind else "as now",
            )
            for line in lines
        ]
        table([("Saved (UTC)", "File", "For", "SHA-256", "Findings"), *body])


COMMANDS = (report, reports)
