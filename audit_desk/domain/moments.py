"""Moments as an auditor finds them on a file: a date, with its time where the file has one."""

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, slots=True)
class Moment:
    """A date, and the local time of day where it is known."""

    day: date
    time: time | None = None


def parse_moment(text: str) -> Moment:
    """Read the stored form, ``2026-03-02`` or ``2026-03-02T18:40``."""
    raise NotImplementedError


def format_moment(moment: Moment) -> str:
    """Return the moment in words: ``2 March 2026, 18:40``."""
    raise NotImplementedError


def read_typed_moment(text: str, today: date) -> str:
    """Turn what a person typed into the stored form."""
    raise NotImplementedError
