"""The sample beside the frame that it was drawn from, attribute by attribute."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """One value of a case attribute: how many in the frame, how many among the drawn."""

    value: str
    in_frame: int
    in_sample: int


@dataclass(frozen=True, slots=True)
class Profile:
    """The sample beside its frame for one attribute."""

    field_label: str
    rows: tuple[ProfileRow, ...]
