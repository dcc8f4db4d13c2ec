"""Commands on samples: drawing, changing, verifying, and how large one should be."""

from pathlib import Path

import click

from audit_desk.cli.context import opened, say, show
from audit_desk.cli.options import CASE, PATH, REASON, REGISTER, ROUND
from audit_desk.domain.receipt_form import receipt_to_dict
from audit_desk.domain.size_words import chosen_words, read_share, size_words
from audit_desk.domain.verify_draw import Verification
from audit_desk.errors import UserError
from audit_desk.services.desk import Desk
from audit_desk.services.receipt_files import verify_files, write_receipt
from audit_desk.services.sampling import DrawRequest


@click.command()
@REGISTER
@ROUND
@click.option("--size", required=True, type=int, help="How many files to read.")
@click.option("--by", multiple=True, metavar="FIELD", help="Stratify by this field.")
@click.option(
    "--where",
    multiple=True,
    metavar="FIELD=VALUE",
    help="Only these cases; a date, age or count may be a range such as 12..15, ..12 or 3.. .",
)
@click.option("--minimum", default=0, help="The least number from each stratum.")
@click.option("--seed", type=int, help="A whole number; chosen at random by default.")
@click.option(
    "--audited-within",
    type=int,
    metavar="MONTHS",
    help="Leave out cases that another round audited within so many months, or is reading.",
)
@click.option(
    "--not-own-of",
    multiple=True,
    metavar="NAME",
    help="Leave out cases that this auditor is or was worker, manager or chair of.",
)
@click.option(
    "--leave-out", multiple=True, metavar="REF=REASON", help="Leave this case out, and say why."
)
@click.option("--receipt", type=PATH, metavar="FILE", help="Write the receipt here as well.")
def draw(  # noqa: PLR0913, PLR0917 - one parameter an option
    register: Path,
    name: str,
    size: int,
    by: tuple[str, ...],
    where: tuple[str, ...],
    minimum: int,
    seed: int | None,
    audited_within: int | None,
    not_own_of: tuple[str, ...],
    leave_out: tuple[str, ...],
    receipt: Path | None,
) -> None:
    """Draw a round's dip sample and print its references in order."""
    request = DrawRequest(
        size,
        seed,
        by,
        tuple(_pair(each, "FIELD=VALUE") for each in where),
        minimum,
        audited_within,
        not_own_of,
        tuple(_pair(each, "REF=REASON") for each in leave_out),
    )
    with opened(register) as desk:
        drawn = desk.sampling.draw(desk.rounds.by_name(name), request, desk.settings.person())
    if receipt is not None:
        write_receipt(drawn, receipt)
    for exclusion in drawn.exclusions:
        say(f"Left out {exclusion.count}: {exclusion.reason}.")
    say(f"Drew {len(drawn.drawn)} of {drawn.frame_size} with seed {drawn.seed}.")
    for reference in drawn.drawn:
        click.echo(reference)


def _pair(text: str, form: str) -> tuple[str, str]:
    left, equals, right = (part.strip() for part in text.partition("="))
    if not equals or not left or not right:
        raise click.UsageError(f"“{text}” is not {form}.")
    return left, right


@click.command()
@REGISTER
@ROUND
@CASE
@REASON
def swap(register: Path, name: str, reference: str, reason: str) -> None:
    """Put the next spare in a drawn case's place, and print it."""
    with opened(register) as desk:
        round_ = desk.rounds.by_name(name)
        receipt = desk.sampling.swap(round_, reference, reason, desk.settings.person())
    say(f"In {name}, {reference} is replaced by the next spare of its stratum.")
    click.echo(receipt.swaps[-1].added)


@click.command(name="add-case")
@REGISTER
@ROUND
@CASE
@REASON
def add_case(register: Path, name: str, reference: str, reason: str) -> None:
    """Add a case on purpose: it is read, and counts in no percentage."""
    with opened(register) as desk:
        round_ = desk.rounds.by_name(name)
        desk.sampling.add_on_purpose(round_, reference, reason, desk.settings.person())
    say(f"Added {reference} to {name} on purpose; it counts in no percentage and no interval.")


@click.command(name="receipt")
@REGISTER
@ROUND
@click.option("-o", "--output", type=PATH, metavar="FILE", help="Write it here instead.")
@click.option("--all", "every", is_flag=True, help="Print the receipts of all draws, as a list.")
def receipt_command(register: Path, name: str, output: Path | None, *, every: bool) -> None:
    """Print the receipt of a round's last draw, as verify-draw reads it."""
    if every and output is not None:
        raise click.UsageError("Give --all or -o, not both.")
    with opened(register) as desk:
        receipts = desk.sampling.receipts(desk.rounds.by_name(name).id)
    if not receipts:
        raise UserError(f"No sample was drawn in {name} yet.", "audit-desk draw draws one.")
    if output is not None:
        write_receipt(receipts[-1], output)
        say(f"Wrote the receipt to {output}.")
    elif every:
        show([receipt_to_dict(receipt) for receipt in receipts])
    else:
        show(receipt_to_dict(receipts[-1]))
        if len(receipts) > 1:
            say(f"This is the last of {len(receipts)} draws; --all prints every receipt.")


@click.command(name="verify-draw")
@click.argument("register", type=PATH, required=False)
@click.option("--round", "name", metavar="NAME", help="Verify this round's last draw.")
@click.option("--receipt", type=PATH, metavar="FILE", help="Verify this receipt …")
@click.option("--cases", type=PATH, metavar="FILE", help="… against this list of references.")
def verify_draw(
    register: Path | None, name: str | None, receipt: Path | None, cases: Path | None
) -> None:
    """Run a draw again and say what differs."""
    if register is not None and name is not None and (receipt, cases) == (None, None):
        with opened(register) as desk:
            result = _verify_in(desk, name)
    elif receipt is not None and cases is not None and (register, name) == (None, None):
        result = verify_files(receipt, cases)
    else:
        raise click.UsageError("Give REGISTER and --round NAME, or --receipt FILE --cases FILE.")
    for note in result.notes:
        say(note)
    if not result.agrees:
        raise UserError("The draw could not be repeated. " + " ".join(result.differences))
    click.echo("The draw is verified: the same seed over the same frame gives the same sample.")


def _verify_in(desk: Desk, name: str) -> Verification:
    return desk.sampling.verify_round(desk.rounds.by_name(name))


@click.command(name="sample-size")
@click.option("--population", required=True, type=int, metavar="N", help="Files to draw from.")
@click.option(
    "--faults-in",
    "share",
    default="1 of 10",
    show_default=True,
    metavar="TEXT",
    help="How common the fault is.",
)
@click.option("--chance", default=95, show_default=True, help="The chance wanted, in percent.")
@click.option("--size", type=int, metavar="N", help="What so many files would meet.")
def sample_size(population: int, share: str, chance: int, size: int | None) -> None:
    """Say how many files to read to meet a fault, and what they may miss."""
    fault = read_share(share)
    click.echo(size_words(population, fault, chance))
    if size is not None:
        click.echo(chosen_words(size, population, fault))


COMMANDS = (draw, swap, add_case, receipt_command, verify_draw, sample_size)
