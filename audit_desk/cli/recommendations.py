"""The command on what the lead recommends; audit-desk words lists it with the other words."""

from dataclasses import replace
from pathlib import Path

import click

from audit_desk.cli.context import opened, say
from audit_desk.cli.options import REGISTER, ROUND
from audit_desk.domain.due_dates import read_due
from audit_desk.domain.round_words import Recommendation
from audit_desk.errors import UserError


@click.command()
@REGISTER
@click.argument("text", required=False, default="")
@ROUND
@click.option("--owner", metavar="ROLE", help="Who sees to it: a role, such as “Team manager”.")
@click.option("--due", metavar="DATE", help="By when, such as 30/6/2026 or “in 2 weeks”.")
@click.option("--change", type=int, metavar="N", help="Change the one of this number instead.")
@click.option("--remove", type=int, metavar="N", help="Take the one of this number away.")
def recommend(
    register: Path,
    text: str,
    name: str,
    owner: str | None,
    due: str | None,
    change: int | None,
    remove: int | None,
) -> None:
    """Add a recommendation to a round's report, change one, or take one away.

    Their numbers are those that audit-desk words prints. With --change, what is not given stays
    as it was.
    """
    if remove is not None and (text or owner or due or change is not None):
        raise click.UsageError("--remove N goes alone.")
    if remove is None and change is None and not text.strip():
        raise click.UsageError("Give the TEXT of the recommendation.")
    with opened(register) as desk:
        round_ = desk.rounds.by_name(name)
        now = desk.findings.of_round(round_).words
        listed = list(now.recommendations)
        day = read_due(due, desk.today()) if due else None
        if remove is not None:
            del listed[_place(remove, listed)]
            done = f"Took recommendation {remove} away."
        elif change is not None:
            at = _place(change, listed)
            before = listed[at]
            listed[at] = replace(
                before,
                text=text.strip() or before.text,
                owner=before.owner if owner is None else owner.strip(),
                due_on=day or before.due_on,
            )
            done = f"Changed recommendation {change}."
        else:
            listed.append(Recommendation(text.strip(), (owner or "").strip(), day))
            done = f"Wrote recommendation {len(listed)}."
        desk.words.recommend(round_, tuple(listed), now.figures, desk.settings.person())
    say(done)


def _place(number: int, listed: list[Recommendation]) -> int:
    if not 1 <= number <= len(listed):
        known = f"There are {len(listed)}." if listed else "There is none."
        raise UserError(f"There is no recommendation {number}.", known)
    return number - 1


COMMANDS = (recommend,)
