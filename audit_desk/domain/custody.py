"""Who has an audit: one owner at a time, and while a pack holds it, it is read-only here."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from audit_desk.domain.due_dates import short_day
from audit_desk.domain.moments import MONTHS


@dataclass(frozen=True, slots=True)
class Custody:
    """An audit that is out.

    Attributes:
        audit_id: The audit.
        reference: The case's reference.
        pack_id: The pack that holds it.
        person: Who has the pack.
        since: Since when, UTC.
        due_on: By when the pack is to be handed back; ``None`` where nobody said.
    """

    audit_id: str
    reference: str
    pack_id: str
    person: str
    since: datetime
    due_on: date | None = None

    @property
    def words(self) -> str:
        """Who has it and since when: ``with Ama Cole since 3 November``."""
        local = self.since.astimezone()
        return f"with {self.person} since {local.day} {MONTHS[local.month - 1]}"

    @property
    def due_words(self) -> str:
        """By when it is wanted back: ``due 20 Nov 2026``; empty where nobody said."""
        return f"due {short_day(self.due_on)}" if self.due_on else ""


def out_words(held: Iterable[Custody], further: int = 0) -> str:
    """Return how many files are out and with whom, in sentences; empty where none is.

    Args:
        held: Who has which first reading.
        further: How many further readings are out.
    """
    readings = "1 further reading is" if further == 1 else f"{further} further readings are"
    beside = f"{readings} out: see Moderation." if further else ""
    return f"{_files_out(held)} {beside}".strip()


def _files_out(held: Iterable[Custody]) -> str:
    counts = Counter(each.person for each in held)
    number = counts.total()
    if not number:
        return ""
    people = ", ".join(f"{name} {counts[name]}" for name in sorted(counts))
    if number == 1:
        return f"1 file is out, with {next(iter(counts))}."
    return f"{number} files are out: {people}."
