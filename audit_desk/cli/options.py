"""What most commands take: a register, a round of it, one of its files, and for whom they print."""

from pathlib import Path

import click

PATH = click.Path(path_type=Path, readable=False)
"""A file's name. Whoever opens the file says why it cannot be: no wrong usage, but status 1."""

REGISTER = click.argument("register", type=PATH)
ROUND = click.option("--round", "name", required=True, metavar="NAME", help="The round.")
CASE = click.option(
    "--case", "reference", required=True, metavar="REF", help="The file's reference."
)
REASON = click.option("--reason", required=True, metavar="TEXT", help="Why; it goes on record.")
AS_JSON = click.option("--json", "as_json", is_flag=True, help="For a program to read.")
