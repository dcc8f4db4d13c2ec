"""What reading a form back would change, and what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from audit_desk.domain.audit import FullAudit
from audit_desk.domain.form_field import FormField
from audit_desk.domain.form_words import in_words
from audit_desk.services.form_reader import Place


class ChangeKind(StrEnum):
    """What a form does to a field."""

    NEW = "new"
    CHANGED = "changed"
    TAKEN_OUT = "taken out"
    CONFLICT = "conflict"
    """The register changed as well since the form was written: a person chooses."""


@dataclass(frozen=True, slots=True)
class FormChange:
    """One field that the form says otherwise than the register.

    Attributes:
        field: The field.
        kind: What the form does to it.
        before: What stands in the register, in its stored form.
        after: What stands in the form, in its stored form.
    """

    field: FormField
    kind: ChangeKind
    before: str
    after: str

    @property
    def before_words(self) -> str:
        """What stands in the register, in words."""
        return in_words(self.field.part, self.before) if self.before else ""

    @property
    def after_words(self) -> str:
        """What stands in the form, in words."""
        return in_words(self.field.part, self.after) if self.after else ""


@dataclass(frozen=True, slots=True)
class FormFault:
    """Something that cannot be taken over.

    Attributes:
        place: Where it stands; ``None`` where it is nowhere.
        message: What is wrong and what to do.
    """

    place: Place | None
    message: str

    def __str__(self) -> str:
        """Return place and message: ``Page “1 Strategy meetings”, cell D7: …``."""
        if self.place is None:
            return self.message
        return f"Page “{self.place.sheet}”, cell {self.place.cell}: {self.message}"


@dataclass(frozen=True, slots=True)
class FormPreview:
    """What a form would change in its audit.

    Attributes:
        full: The audit as it stood when the form was read.
        written_at: When the form was written: ISO, UTC.
        values: What stands in the register, by field.
        changes: What the form changes, in reading order.
        conflicts: What both changed.
        faults: What is wrong; nothing can be taken over while there is any.
        concerns: What raises a concern for the child, in words.
    """

    full: FullAudit
    written_at: str
    values: Mapping[str, str]
    changes: tuple[FormChange, ...]
    conflicts: tuple[FormChange, ...]
    faults: tuple[FormFault, ...]
    concerns: tuple[str, ...]

    def count(self, kind: ChangeKind) -> int:
        """Return how many changes are of a kind."""
        return sum(change.kind is kind for change in self.changes)

    @property
    def summary(self) -> str:
        """For example ``3 new, 1 changed, 0 taken out, 1 changed on both sides, 0 wrong``."""
        return (
            f"{self.count(ChangeKind.NEW)} new, {self.count(ChangeKind.CHANGED)} changed,"
            f" {self.count(ChangeKind.TAKEN_OUT)} taken out,"
            f" {len(self.conflicts)} changed on both sides, {len(self.faults)} wrong"
        )
