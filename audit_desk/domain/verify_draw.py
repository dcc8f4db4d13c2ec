"""Verify a draw: run it again from its receipt and a list of references."""

from collections.abc import Mapping
from dataclasses import dataclass

from audit_desk.domain.sampling import Receipt


@dataclass(frozen=True, slots=True)
class Verification:
    """Whether a draw could be repeated, and what differs where it could not."""

    agrees: bool
    differences: tuple[str, ...]
    notes: tuple[str, ...] = ()


def verify(receipt: Receipt, references: Mapping[str, Mapping[str, object]]) -> Verification:
    """Run a draw again from its receipt and say what differs."""
    raise NotImplementedError
