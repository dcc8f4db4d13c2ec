"""Commands on what the lead writes about a round, and on the reports that were saved of it."""

from pathlib import Path

import click

from audit_desk.cli.context import opened, say, show, table
from audit_desk.cli.options import AS_JSON, REGISTER, ROUND
from audit_desk.cli.streams import typed
from audit_desk.domain.round_words import RECOMMENDATIONS
from audit_desk.services.trend_json import words_to_json


@click.command()
@REGISTER
@ROUND
@click.option("--write", "part", metavar="PART", help="Write this part from standard input.")
@AS_JSON
def words(register: Path, name: str, part: str | None, as_json: bool) -> None:
    """Show what the lead wrote about a round, or write a part of it.

    Parts are headline, theme:overall and theme:ID for each theme of the tool. An empty text
    takes a part back.
    """
    with opened(register) as desk:
        round_ = desk.rounds.by_name(name)
        now = desk.findings.of_round(round_).words
        if part is not None:
            text = typed().strip()
            desk.words.write(round_, part, text, now.figures, desk.settings.person())
            say(f"Wrote {part}." if text else f"Took {part} back.")
            return
        parts = [each for each in desk.words.parts(round_) if each != RECOMMENDATIONS]
    if as_json:
        show(words_to_json(now))
        return
    for each in parts:
        behind = " (the figures have changed since)" if now.is_behind(each) else ""
        click.echo(f"{each}{behind}: {now.text(each) or 'not written'}")
    for number, said in enumerate(now.recommendations, start=1):
        due = f", by {said.due_on.isoformat()}" if said.due_on else ""
        owner = f" ({said.owner}{due})" if said.owner or due else ""
        click.echo(f"{number}. {said.text}{owner}")


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


COMMANDS = (words, reports)
