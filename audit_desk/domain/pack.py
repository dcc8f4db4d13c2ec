"""A pack: one person's share of a round, in an encrypted file of its own that travels."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class PackKind(StrEnum):
    """What a pack's person does with the files in it."""

    FIRST = "first"
    """Reads them first; a pack of audits already begun holds what was written."""
    SECOND = "second"
    """Reads them again without knowing anything of the first reading."""


@dataclass(frozen=True, slots=True)
class PackSlip:
    """What lies on top of a pack: whose it is, where it comes from and by when it is wanted.

    Attributes:
        pack_id: A UUID; the register it came from knows the pack by it.
        register_id: Tells the register it came from, also after that was copied or renamed.
        round_id: The round that it is a share of.
        round_name: That round's name.
        person: Who reads the files in it.
        kind: First or second readings.
        made_by: Who made it.
        made_at: When, UTC.
        due_on: By when it is to be handed back; ``None`` where nobody said.
        note: The cover note: what the person is to know and do. May be empty.
        organisation: Whose children's files they are.
    """

    pack_id: str
    register_id: str
    round_id: str
    round_name: str
    person: str
    kind: PackKind
    made_by: str
    made_at: datetime
    due_on: date | None = None
    note: str = ""
    organisation: str = ""
