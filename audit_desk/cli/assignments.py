"""The command that gives a round's files to auditors."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from audit_desk.cli.context import opened, say, table
from audit_desk.cli.options import REGISTER, ROUND
from audit_desk.cli.second_readings import one_of
from audit_desk.domain.due_dates import past_warning, read_due
from audit_desk.domain.round import Round
from audit_desk.errors import UserError
from audit_desk.services.desk import Desk


@click.command()
@REGISTER
@ROUND
@click.option("--case", "references", multiple=True, metavar="REF", help="These files …")
@click.option("--evenly", is_flag=True, help="… or all files without an auditor, shared out.")
@click.option("--to", "auditors", multiple=True, required=True, metavar="NAME", help="Who reads.")
@click.option("--due", metavar="DATE", help="By when, such as 30/6/2026 or “in 2 weeks”.")
@click.option(
    "--override",
    metavar="REASON",
    help="Why an auditor may read who is or was the child's worker, manager or chair.",
)
@click.option("--begun-too", is_flag=True, help="Also files that somebody else has begun.")
@click.option("--second-reading", is_flag=True, help="To read them again, not the first time.")
def assign(  # noqa: PLR0913, PLR0917 - one parameter an option
    register: Path,
    name: str,
    references: tuple[str, ...],
    evenly: bool,
    auditors: tuple[str, ...],
    due: str | None,
    override: str | None,
    begun_too: bool,
    second_reading: bool,
) -> None:
    """Give files of a round to auditors, by hand or evenly."""
    if bool(references) == evenly or (not evenly and len(auditors) > 1):
        raise click.UsageError("Give --case REF… --to NAME, or --evenly --to NAME --to NAME….")
    if evenly and (override is not None or begun_too or second_reading):
        raise click.UsageError(
            "--override, --begun-too and --second-reading belong to --case: name the files."
        )
    with opened(register) as desk:
        round_, day = desk.rounds.by_name(name), read_due(due or "", desk.today())
        warning = past_warning(day, desk.today())
        if warning:
            say(warning)
        if evenly:
            _share_out(desk, round_, auditors, day)
            return
        ids = [
            one_of(desk, round_, reference).audit.id
            if second_reading
            else desk.fills.find(name, reference).id
            for reference in references
        ]
        person = desk.settings.person()
        changed = desk.assignment.assign(
            ids, auditors[0], day, person, override=override or "", begun_too=begun_too
        )
    files = "1 file" if len(changed) == 1 else f"{len(changed)} files"
    say(f"Gave {files} to {auditors[0]}." if changed else "Nothing changed: it stands so already.")


def _share_out(desk: Desk, round_: Round, auditors: Sequence[str], day: date | None) -> None:
    by_id = {audit.id: audit.reference for audit in desk.rounds.audits(round_.id)}
    plan = desk.assignment.share_out(round_.id, auditors, day, desk.settings.person())
    rows = [("Auditor", "New", "In all", "Files")]
    rows += [
        (
            portion.auditor,
            str(len(portion.gets)),
            str(portion.total),
            " ".join(by_id[audit_id] for audit_id in portion.gets),
        )
        for portion in plan.portions
    ]
    table(rows)
    if plan.nobody:
        names = ", ".join(by_id[audit_id] for audit_id in plan.nobody)
        raise UserError(
            f"None of these auditors may read {names}.",
            "Those files stay without an auditor; the others were given out.",
        )


COMMANDS = (assign,)
