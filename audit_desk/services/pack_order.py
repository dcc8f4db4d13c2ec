"""What is wanted of a pack, what it would hold, and what was made."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from audit_desk.domain.audit import Audit
from audit_desk.domain.pack import PackKind, PackSlip
from audit_desk.domain.round import Round


@dataclass(frozen=True, slots=True)
class ShareLine:
    """How a person's files of one kind stand in a round.

    Attributes:
        person: Whose.
        kind: First or second readings.
        waiting: The audits that can be handed out.
        out: The audits that are out in a pack, with who has them and since when.
        submitted: How many are submitted.
    """

    person: str
    kind: PackKind
    waiting: tuple[Audit, ...]
    out: tuple[tuple[Audit, str, datetime], ...]
    submitted: int


@dataclass(frozen=True, slots=True)
class PackPreview:
    """What a pack would hold.

    Attributes:
        round: The round.
        share: The person's files.
        free: How many files of this kind have no auditor.
        barred: Why the person may not read files of theirs, as sentences.
        carries: What goes along, in sentences.
        leaves: What stays behind, in sentences.
    """

    round: Round
    share: ShareLine
    free: int
    barred: tuple[str, ...]
    carries: tuple[str, ...]
    leaves: tuple[str, ...]

    @property
    def audits(self) -> tuple[Audit, ...]:
        """The audits that go."""
        return self.share.waiting


@dataclass(frozen=True, slots=True, repr=False)
class PackOrder:
    """What pack is wanted.

    Attributes:
        round: Of which round.
        person: For whom.
        kind: First or second readings.
        target: The new file.
        passphrase: The pack's own; whoever has it has the file.
        due_on: By when it is to be handed back.
        note: The cover note.
    """

    round: Round
    person: str
    kind: PackKind
    target: Path
    passphrase: str
    due_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class PackMade:
    """A pack that was handed out: what lies on top, where it lies, and which files are in it."""

    slip: PackSlip
    path: Path
    audits: tuple[Audit, ...]
