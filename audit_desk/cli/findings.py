"""Commands on what a round found, in figures and in the lead's words."""

from pathlib import Path

import click

from audit_desk.cli.context import opened, say, show, table
from audit_desk.cli.options import AS_JSON, REGISTER, ROUND
from audit_desk.cli.streams import typed
from audit_desk.domain.round_words import RECOMMENDATIONS
from audit_desk.domain.trend import Measure
from audit_desk.services.findings_json import findings_to_json
from audit_desk.services.trend_json import words_to_json


@click.command()
@REGISTER
@ROUND
@AS_JSON
def findings(register: Path, name: str, as_json: bool) -> None:
    """Print what a round found."""
    with opened(register) as desk:
        found = desk.findings.of_round(desk.rounds.by_name(name))
    if as_json:
        show(findings_to_json(found))
        return
    click.echo(f"{found.round_name}: {found.submitted} of {found.drawn} drawn files read.")
    rows = [("Theme", "Good or better", "Overrides")]
    rows += [
        (theme.title, theme.good_or_better.text, str(theme.overrides))
        for theme in (*found.themes, found.overall)
    ]
    table(rows)
    for line in found.trend.of(Measure.OVERALL, Measure.THEME) if found.trend else ():
        before, now = line.before, line.now.share.text
        told = f"{line.title}, {before.round_name} {before.share.text}, now {now}"
        click.echo(f"{told}: {line.change.value}.")
    open_ = [concern for concern in found.concerns if concern.is_open]
    for concern in open_:
        click.echo(f"Open concern: {concern.reference}: {concern.cause}")


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


COMMANDS = (findings, words)
