"""Commands on the people of a register."""

from datetime import date
from pathlib import Path

import click

from audit_desk.cli.context import opened, say, show, table
from audit_desk.cli.options import AS_JSON, REGISTER
from audit_desk.domain.due_dates import short_day
from audit_desk.domain.person import Person, Role

_ROLES = [role.value.replace(" ", "-") for role in Role]


@click.command()
@REGISTER
@click.option("--add", "name", metavar="NAME", help="Record somebody, or change their roles.")
@click.option("--role", "roles", multiple=True, type=click.Choice(_ROLES), help="What they do.")
@click.option("--left", metavar="DATE", help="The last day (2026-06-30) on which they did.")
@AS_JSON
def people(
    register: Path, name: str | None, roles: tuple[str, ...], left: str | None, as_json: bool
) -> None:
    """List who works with a register and in which roles, or record somebody."""
    if name is None and (roles or left):
        raise click.UsageError("Say who: --add NAME --role ROLE….")
    day = _day(left)
    with opened(register) as desk:
        if name is not None:
            known, by = desk.people.find(name), desk.settings.person()
            given = [Role(role.replace("-", " ")) for role in roles]
            if known is None:
                known = desk.people.add(name, given, by)
                given = []
            if given or day:
                known = desk.people.change(
                    known.id, known.name, given or known.roles, day or known.left_on, by
                )
        held = desk.people.all()
        unrecorded = desk.people.unrecorded()
    if as_json:
        show([_as_json(person) for person in held])
    elif not held:
        say("Nobody is recorded, so everybody is shown everything.")
    else:
        rows = [("Name", "Roles", "Left")]
        table([*rows, *(_row(person) for person in held)])
    if unrecorded and not as_json:
        say(f"Auditors who are not recorded: {', '.join(unrecorded)}.")


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as fault:
        raise click.UsageError(f"{text} is no day: write it as 2026-06-30.") from fault


def _row(person: Person) -> tuple[str, str, str]:
    left = short_day(person.left_on) if person.left_on else ""
    return person.name, ", ".join(person.roles), left


def _as_json(person: Person) -> dict[str, object]:
    left = person.left_on.isoformat() if person.left_on else None
    return {"name": person.name, "roles": [role.value for role in person.roles], "left_on": left}


COMMANDS = (people,)
