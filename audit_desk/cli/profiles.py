"""Commands on import profiles: what was said of a list's columns and values, kept by name."""

from pathlib import Path

import click

from audit_desk.cli.context import opened, say, show, table
from audit_desk.cli.options import AS_JSON, PATH, REGISTER
from audit_desk.errors import UserError


@click.command()
@REGISTER
@AS_JSON
def profiles(register: Path, as_json: bool) -> None:
    """List the import profiles that a register keeps."""
    from audit_desk.services.profile_files import plain_profile

    with opened(register) as desk:
        found = desk.profiles.all()
    if as_json:
        show([plain_profile(profile) for profile in found])
    elif not found:
        raise UserError(
            "There are no import profiles yet.",
            "The window offers to keep one when a list is in; so does import --map … --profile.",
        )
    else:
        head = ("Name", "Kind of list", "List", "Columns", "Values")
        rows = [
            (
                each.name,
                each.kind.label,
                each.list_name,
                str(len(each.mapping)),
                str(sum(map(len, each.translations.values()))),
            )
            for each in found
        ]
        table([head, *rows])


@click.command(name="profile-export")
@REGISTER
@click.argument("name")
@click.argument("file", type=PATH)
def profile_export(register: Path, name: str, file: Path) -> None:
    """Write an import profile into a file, for another register or another council."""
    with opened(register) as desk:
        profile = desk.profiles.get(name)
        desk.profiles.write(profile, file)
    say(f"Wrote the profile {profile.name} to {file}.")


@click.command(name="profile-import")
@REGISTER
@click.argument("file", type=PATH)
def profile_import(register: Path, file: Path) -> None:
    """Keep the import profile that a file holds; one of the same name is replaced."""
    with opened(register) as desk:
        profile = desk.profiles.keep(desk.profiles.read(file), desk.settings.person())
    say(f"Keeps the profile {profile.name}.")


COMMANDS = (profiles, profile_export, profile_import)
