"""A receipt in plain words, line by line."""

from collections.abc import Iterable

from audit_desk.domain.case_fields import CASE_FIELDS
from audit_desk.domain.receipt import Receipt
from audit_desk.domain.verify_draw import Verification
from audit_desk.ui.models.when import stored_day_and_time
from audit_desk.ui.screens.round.sample.preview import exclusion_words

_LABELS = {each.key: each.label for each in CASE_FIELDS}


def headline(receipt: Receipt) -> str:
    """Return what was drawn, by which seed."""
    size, frame = len(receipt.drawn), receipt.frame_size
    return f"{size:,} of {frame:,} cases drawn with seed {receipt.seed}"


def drawn_line(receipt: Receipt) -> str:
    """Return when and by whom it was drawn."""
    return f"Drawn on {stored_day_and_time(receipt.drawn_at)} by {receipt.drawn_by}."


def facts(receipt: Receipt) -> list[tuple[str, str]]:
    """Return the receipt's lines as name and value."""
    lines = [
        ("Method", receipt.algorithm),
        ("Seed", str(receipt.seed)),
        ("Frame", _cases(receipt.frame_size)),
        ("Frame hash (SHA-256)", receipt.frame_hash),
        ("Only cases where", conditions(receipt.where) or "no condition"),
        ("Left out", exclusion_words(receipt.exclusions, receipt.frame_size)),
        ("Stratified by", ", ".join(_label(key) for key in receipt.by) or "not stratified"),
    ]
    if receipt.by:
        lines.append(("At least from each", str(receipt.minimum)))
    lines += [
        ("Swap", f"{swap.removed} gave way to {swap.added}: {swap.reason}")
        for swap in receipt.swaps
    ]
    return lines


def conditions(where: Iterable[tuple[str, str]]) -> str:
    """Return conditions in words; two values of one field mean either."""
    wanted: dict[str, list[str]] = {}
    for key, value in where:
        wanted.setdefault(key, []).append(f"“{value}”")
    return ", and ".join(
        f"{_label(key)} is {' or '.join(values)}" for key, values in wanted.items()
    )


def earlier_line(receipt: Receipt) -> str:
    """Return an earlier draw in a line."""
    when = stored_day_and_time(receipt.drawn_at)
    return f"{when}: {len(receipt.drawn):,} of {receipt.frame_size:,}, seed {receipt.seed}"


def verification_words(result: Verification) -> str:
    """Return what running a draw again has shown."""
    if result.agrees:
        said = "The draw is verified: the same seed over the same cases gives the same sample."
    else:
        said = "The draw could not be repeated exactly. " + " ".join(result.differences)
    return " ".join((said, *result.notes))


def _label(key: str) -> str:
    return _LABELS.get(key, key)


def _cases(number: int) -> str:
    return "1 case" if number == 1 else f"{number:,} cases"
