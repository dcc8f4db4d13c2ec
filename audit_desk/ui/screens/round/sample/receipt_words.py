"""A receipt in plain words, line by line."""

from collections.abc import Iterable

from audit_desk.domain.case_fields import CASE_FIELDS
from audit_desk.domain.conditions import condition_words
from audit_desk.domain.receipt import Purposive, Receipt, Swap
from audit_desk.domain.verify_draw import Verification
from audit_desk.ui.models.when import stored_day_and_time
from audit_desk.ui.screens.round.sample.frame_words import children, frame_line, reasons

_LABELS = {each.key: each.label for each in CASE_FIELDS}
_NAMED = 12


def headline(receipt: Receipt) -> str:
    """Return what was drawn, by which seed."""
    size, frame = len(receipt.drawn), receipt.frame_size
    return f"{size:,} of {children(frame)} drawn with seed {receipt.seed}"


def drawn_line(receipt: Receipt) -> str:
    """Return when and by whom it was drawn."""
    return f"Drawn on {stored_day_and_time(receipt.drawn_at)} by {receipt.drawn_by}."


def facts(receipt: Receipt) -> list[tuple[str, str]]:
    """Return the receipt's lines as name and value."""
    left_out = [frame_line(receipt), *reasons(receipt), *_named(receipt)]
    lines = [
        ("Method", receipt.algorithm),
        ("Seed", str(receipt.seed)),
        ("Who can be drawn", "\n".join(left_out)),
        ("Frame hash (SHA-256)", receipt.frame_hash),
        ("Only cases where", conditions(receipt.where) or "no condition"),
        ("Stratified by", ", ".join(_label(key) for key in receipt.by) or "not stratified"),
    ]
    if receipt.by:
        lines.append(("At least from each", str(receipt.minimum)))
    lines += [("Swap", _swap(each)) for each in receipt.swaps]
    lines += [("On purpose", _purposive(each)) for each in receipt.purposive]
    return lines


def conditions(where: Iterable[tuple[str, str]]) -> str:
    """Return conditions in words; two values of one field mean either."""
    wanted: dict[str, list[str]] = {}
    for key, value in where:
        wanted.setdefault(key, []).append(condition_words(key, value))
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


def _named(receipt: Receipt) -> list[str]:
    """Say which cases were left out, where they are few enough to be read."""
    return [
        f"{each.reason}: {', '.join(each.references)}"
        for each in receipt.exclusions
        if 0 < len(each.references) <= _NAMED
    ]


def _swap(each: Swap) -> str:
    when = stored_day_and_time(each.at)
    return f"{each.removed} gave way to {each.added}: {each.reason} ({each.by}, {when})"


def _purposive(each: Purposive) -> str:
    said = f"{each.reference}: {each.reason}" if each.reason else each.reference
    return f"{said} ({each.by}, {stored_day_and_time(each.at)})" if each.at else said


def _label(key: str) -> str:
    return _LABELS.get(key, key)
