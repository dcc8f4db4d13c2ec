"""Commands on actions."""

from pathlib import Path

import click

from audit_desk.cli.context import opened, say, show, table
from audit_desk.cli.options import AS_JSON, PATH, REGISTER
from audit_desk.cli.privacy import warn
from audit_desk.domain.action import ActionLine, due_words, overdue
from audit_desk.errors import UserError
from audit_desk.services.action_list import action_to_json, write_actions_csv
from audit_desk.services.desk import Desk
from audit_desk.services.report_texts import texts_of_lines

_ID_CHARS = 8
_LONGEST = 70


@click.command()
@REGISTER
@click.option("--round", "name", metavar="NAME", help="Of this round alone.")
@click.option("--open", "open_only", is_flag=True, help="Neither done nor dropped.")
@click.option("--overdue", "late_only", is_flag=True, help="Open, and their day has passed.")
@AS_JSON
@click.option("--csv", "target", type=PATH, metavar="FILE", help="As a list for a spreadsheet.")
@click.option("-o", "paper", type=PATH, metavar="FILE.(pdf|docx)", help="As a list on paper.")
def actions(
    register: Path,
    name: str | None,
    open_only: bool,
    late_only: bool,
    as_json: bool,
    target: Path | None,
    paper: Path | None,
) -> None:
    """List actions, overdue ones first: what will change, who sees to it, by when."""
    if open_only and late_only:
        raise click.UsageError("Give --open or --overdue: what is overdue is open.")
    if as_json + (target is not None) + (paper is not None) > 1:
        raise click.UsageError("Give one of --json, --csv FILE and -o FILE.")
    with opened(register) as desk:
        today = desk.today()
        found = desk.actions.lines(desk.rounds.by_name(name).id if name else "")
        lines = [
            line
            for line in found
            if (not open_only or line.action.is_open)
            and (not late_only or overdue(line.action, today))
        ]
        file = target or paper
        named = desk.identifiers.in_texts(texts_of_lines(lines)) if file else ()
        if paper:
            sheet = desk.documents.of_actions(lines, name or "All rounds")
            desk.documents.write_actions(sheet, paper)
    if as_json:
        show([action_to_json(line, today) for line in lines])
    elif target is not None:
        count = write_actions_csv(lines, target, today)
        say(f"Wrote {count} action{'' if count == 1 else 's'} to {target}.")
        warn(named, target.name)
    elif paper is not None:
        say(f"Wrote {len(lines)} action{'' if len(lines) == 1 else 's'} to {paper}.")
        warn(named, paper.name)
    elif not lines:
        say("There is no such action.")
    else:
        head = ("ID", "What will change", "Owner", "Due", "State", "Files", "Round")
        table([head, *(_row(line, due_words(line.action, today)) for line in lines)])


@click.command(name="action-done")
@REGISTER
@click.argument("action_id", metavar="ID")
@click.option(
    "--evidence", required=True, metavar="TEXT", help="What showed that practice changed."
)
def action_done(register: Path, action_id: str, evidence: str) -> None:
    """Record that an action is done; ID or its beginning is what audit-desk actions prints."""
    with opened(register) as desk:
        line = _named(desk, action_id)
        desk.actions.done(line.action.id, evidence, desk.settings.person())
    say(f"Done: {line.action.draft.change}")


def _named(desk: Desk, beginning: str) -> ActionLine:
    wanted = beginning.strip().casefold()
    found = [line for line in desk.actions.lines() if wanted and line.action.id.startswith(wanted)]
    if len(found) == 1:
        return found[0]
    if found:
        raise UserError(f"{len(found)} actions begin with {wanted}.", "Type more of the ID.")
    raise UserError(f"There is no action {beginning}.", "audit-desk actions REGISTER lists them.")


def _row(line: ActionLine, due: str) -> tuple[str, ...]:
    action = line.action
    change = " ".join(action.draft.change.split())
    if len(change) > _LONGEST:
        change = f"{change[: _LONGEST - 1]}…"
    files = ", ".join(line.references)
    owner = action.draft.owner
    state = action.state.value
    return (action.id[:_ID_CHARS], change, owner, due, state, files, line.round_name)


COMMANDS = (actions, action_done)
