"""What becomes of one audit when a pack comes back: three versions of it, told apart by hash."""

from enum import StrEnum


class Verdict(StrEnum):
    """What merging does with an audit."""

    SAME = "same"
    """Both sides say the same: there is nothing to do."""
    NOTHING_NEW = "nothing new"
    """The pack says nothing that the register did not know: the register's stays."""
    TAKEN = "taken"
    """Only the pack went on: its version comes in."""
    CONFLICT = "conflict"
    """Both went on: both versions are kept, and a person chooses."""


def verdict(base: str, ours: str, theirs: str) -> Verdict:
    """Return what becomes of one audit.

    Args:
        base: The hash of what both sides last had in common; empty where nobody knows, as after
            the register was restored from a backup. Then nothing counts as unchanged.
        ours: The hash of what stands in the register.
        theirs: The hash of what stands in the pack.
    """
    if theirs == ours:
        return Verdict.SAME
    if theirs == base:
        return Verdict.NOTHING_NEW
    if ours == base:
        return Verdict.TAKEN
    return Verdict.CONFLICT
