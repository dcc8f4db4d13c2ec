"""The command that shows what stood in an audit before: every version, and every submission."""

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from audit_desk.cli.context import opened, say, show
from audit_desk.cli.options import AS_JSON, CASE, REGISTER, ROUND
from audit_desk.domain.audit import OVERALL
from audit_desk.domain.audit_tool import AuditTool
from audit_desk.domain.contribution import Role
from audit_desk.domain.follow_up import FollowUp
from audit_desk.domain.version import Version
from audit_desk.domain.written_words import Change, differences, lines_of
from audit_desk.errors import UserError
from audit_desk.services.desk import Desk


@click.command()
@REGISTER
@ROUND
@CASE
@click.option(
    "--question",
    "key",
    metavar="ID",
    help="A question, a theme (or overall), or worker, manager or child; all by default.",
)
@AS_JSON
def history(register: Path, name: str, reference: str, key: str | None, as_json: bool) -> None:
    """Print every version of an audit's answers: who, when, and what became what.

    What is typed without a longer break counts as one version. An audit that was opened again
    begins with what was submitted before, and why it was opened.
    """
    with opened(register) as desk:
        audit = desk.fills.find(name, reference)
        tool = desk.auditing.tool_for(audit.id)
        found = _found(desk, audit.id, tool, key)
        kept = [] if key else desk.submissions.of_audit(audit.id)
    submissions = [
        {
            "submission": each.sequence,
            "seal": each.seal,
            "submitted_by": each.submitted_by,
            "submitted_at": each.submitted_at.isoformat(),
            "reopened_by": each.reopened_by,
            "reopened_at": each.reopened_at.isoformat(),
            "reason": each.reason,
        }
        for each in kept
    ]
    if as_json:
        show({"submissions": submissions, "versions": found})
        return
    for each in submissions:
        click.echo(
            f"Submission {each['submission']} by {each['submitted_by']},"
            f" {_minute(str(each['submitted_at']))}, opened again by {each['reopened_by']},"
            f" {_minute(str(each['reopened_at']))}: {each['reason']}"
        )
    for version in found:
        click.echo(f"{version['place']}  {_minute(version['at'])}  {version['who']}")
        for change in version["changes"]:
            words = Change(change["what"], change["before"], change["after"])
            click.echo(f"    {words.sentence}")
    if not found:
        say("Nothing was written there yet.")


def _found(desk: Desk, audit_id: str, tool: AuditTool, key: str | None) -> list[dict[str, Any]]:
    questions = {question.id.casefold(): question.id for question in tool.questions()}
    themes = {theme_id: theme_id for theme_id in [*(each.id for each in tool.themes), OVERALL]}
    roles = {role.value: role.value for role in Role}
    every = {**questions, **themes, **roles}
    if key is not None and key.casefold() not in every:
        raise UserError(f"{tool.title} has no {key}.", f"It has {', '.join(every.values())}.")
    wanted = list(every.values()) if key is None else [every[key.casefold()]]
    return [
        _json(tool, each, version)
        for each in wanted
        for version in _versions(desk, audit_id, each, themes)
    ]


def _versions(desk: Desk, audit_id: str, key: str, themes: dict[str, str]) -> tuple[Version, ...]:
    if key in themes:
        return desk.answer_history.of_judgement(audit_id, key)
    if key in {role.value for role in Role}:
        return desk.answer_history.of_contribution(audit_id, Role(key))
    return desk.answer_history.of_place(audit_id, "", key)


def _json(tool: AuditTool, key: str, version: Version) -> dict[str, Any]:
    before = lines_of(version.before, tool.question) if version.before is not None else ()
    changes = differences(before, lines_of(version.after, tool.question))
    return {
        "place": f"{key}, what follows" if isinstance(version.after, FollowUp) else key,
        "number": version.number,
        "at": version.at.isoformat(),
        "who": version.who,
        "changes": [
            {"what": each.label, "before": each.before, "after": each.after} for each in changes
        ],
    }


def _minute(at: str) -> str:
    return f"{datetime.fromisoformat(at).astimezone():%Y-%m-%d %H:%M}"


COMMANDS = (history,)
