"""Commands on forms: an audit to paper or a workbook, and a filled workbook back in."""

from pathlib import Path
from typing import Any

import click

from audit_desk.cli.context import opened, say, show
from audit_desk.cli.options import AS_JSON, PATH, REGISTER
from audit_desk.services.desk import Desk
from audit_desk.services.form_preview import FormChange, FormPreview

_KEEP, _TAKE = "register", "form"


@click.command()
@REGISTER
@click.option("--round", "name", metavar="NAME", help="The audit's round.")
@click.option("--case", "reference", metavar="REF", help="The case's reference.")
@click.option("--tool", "tool_id", metavar="ID", help="A blank form of a tool, for any audit.")
@click.option("--blank", is_flag=True, help="Without the answers so far.")
@click.option("-o", "target", required=True, type=PATH, metavar="FILE.(pdf|xlsx)")
def form(
    register: Path,
    name: str | None,
    reference: str | None,
    tool_id: str | None,
    blank: bool,
    target: Path,
) -> None:
    """Write an audit as a form: a PDF to print, or a workbook to fill in elsewhere.

    The form has the answers so far, unless --blank is given; --tool writes one that belongs to
    no audit yet.
    """
    if bool(name and reference) == bool(tool_id):
        raise click.UsageError("Give --round and --case, or --tool.")
    with opened(register) as desk:
        if tool_id:
            made = desk.forms.of_tool(desk.tools.newest(tool_id))
        else:
            made = desk.forms.of_audit(_audit_id(desk, name, reference), filled=not blank)
        desk.forms.write(made, target)
        desk.forms.note(made, target.suffix, desk.settings.person())
        found = desk.identifiers.of_audit(made.tool, made.shown) if made.shown else ()
    for each in found:
        say(f"Note: it looks like it names somebody. {each.sentence}")
    say(f"Wrote {target}.")


@click.command("form-read")
@REGISTER
@click.argument("file", type=PATH)
@click.option("--round", "name", metavar="NAME", help="For a form that belongs to no audit yet.")
@click.option("--case", "reference", metavar="REF", help="The same.")
@click.option("--preview", is_flag=True, help="Say what would change, and save nothing.")
@click.option(
    "--conflicts",
    type=click.Choice((_KEEP, _TAKE)),
    default=_KEEP,
    show_default=True,
    help="Whose answer counts where form and register both changed.",
)
@AS_JSON
def form_read(
    register: Path,
    file: Path,
    name: str | None,
    reference: str | None,
    preview: bool,
    conflicts: str,
    as_json: bool,
) -> None:
    """Read a filled workbook back into its audit: all of it, or nothing where a cell is wrong."""
    with opened(register) as desk:
        audit_id = _audit_id(desk, name, reference) if name and reference else ""
        found = desk.forms.read_back(file, audit_id)
        show(_as_dict(found)) if as_json else _print(found)
        if preview:
            say("Nothing was saved.")
            return
        taken = {each.field.key for each in found.conflicts} if conflicts == _TAKE else set()
        desk.forms.apply(found, taken, desk.settings.person())
        concerns = [each for each in desk.concerns.for_audit(found.full.audit.id) if each.is_open]
    _say_saved(found, taken)
    for concern in concerns:
        say(f"CONCERN for {concern.reference}: {concern.cause} Audit Desk has told nobody.")


def _say_saved(found: FormPreview, taken: set[str]) -> None:
    kept = len(found.conflicts) - len(taken)
    number = len(found.changes) + len(taken)
    say(f"Saved {number} answers of {found.full.audit.reference} from the form.")
    if kept:
        say(
            f"Note: kept the register's answer in {kept} that both changed; --conflicts form"
            " takes the form's."
        )


def _audit_id(desk: Desk, name: str | None, reference: str | None) -> str:
    return desk.fills.find(name or "", reference or "").id


def _print(found: FormPreview) -> None:
    click.echo(f"{found.full.audit.reference}: {found.summary}.")
    for change in found.changes:
        after = _line(change.after_words) or "(empty)"
        click.echo(f"  {change.kind}: {change.field.named}: {after}")
    for change in found.conflicts:
        click.echo(f"  changed on both sides: {change.field.named}")
        click.echo(f"    register: {_line(change.before_words) or '(empty)'}")
        click.echo(f"    form:     {_line(change.after_words) or '(empty)'}")
    for fault in found.faults:
        click.echo(f"  wrong: {fault}")


def _line(text: str) -> str:
    return " / ".join(text.splitlines())


def _as_dict(found: FormPreview) -> dict[str, Any]:
    return {
        "reference": found.full.audit.reference,
        "written_at": found.written_at,
        "changes": [_change(each) for each in found.changes],
        "conflicts": [_change(each) for each in found.conflicts],
        "faults": [
            {
                "sheet": fault.place.sheet if fault.place else None,
                "cell": fault.place.cell if fault.place else None,
                "message": fault.message,
            }
            for fault in found.faults
        ],
        "concerns": list(found.concerns),
    }


def _change(change: FormChange) -> dict[str, str]:
    return {
        "field": change.field.key,
        "kind": change.kind.value,
        "register": change.before,
        "form": change.after,
    }


COMMANDS = (form, form_read)
