"""Packs that come back, and files that are out, without a register."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from audit_desk.domain.audit import AuditState
from audit_desk.domain.content_changes import PlaceChanges
from audit_desk.domain.custody import Custody
from audit_desk.domain.merging import Verdict
from audit_desk.domain.written_words import Change
from audit_desk.errors import UserError
from audit_desk.services.conflict_words import Versions
from audit_desk.services.conflicts import Choice, Conflict
from audit_desk.services.merge_preview import AuditChange, ConcernChange, LeftOut, MergePreview
from audit_desk.services.merging import MergeResult
from audit_desk.storage.pack_reading import Returned
from audit_desk.ui.dialogs.take_in.custody_ports import Returns
from tests.ui.fake_packs import SLIP

SINCE = datetime(2026, 3, 2, 10, 15, tzinfo=UTC)
SECRET = "four unrelated words"
_STATES = (AuditState.SUBMITTED, AuditState.IN_PROGRESS, AuditState.NOT_STARTED)


def custody(audit_id: str, reference: str, person: str = "Ama Cole") -> Custody:
    """Return that somebody has an audit."""
    return Custody(audit_id, reference, "pack-1", person, SINCE, date(2026, 3, 20))


@dataclass
class FakeCustody:
    """Who has which audit; any reason but a blank one takes it back."""

    held: dict[str, Custody] = field(default_factory=dict)
    taken: list[tuple[tuple[str, ...], str, str]] = field(default_factory=list)

    def holder(self, audit_id: str) -> Custody | None:
        return self.held.get(audit_id)

    def of_round(self, _round_id: str) -> Mapping[str, Custody]:
        return dict(self.held)

    def take_back(self, audit_ids: Sequence[str], reason: str, by: str) -> object:
        if not reason.strip():
            raise UserError("No reason is given.", "Say why the files are taken back.")
        self.taken.append((tuple(audit_ids), reason, by))
        for audit_id in audit_ids:
            del self.held[audit_id]
        return None

    def returns(self, waiting: int = 0, opened: list[str] | None = None) -> Returns:
        """Return what the page of a round needs, noting what it opens."""
        notes = [] if opened is None else opened

        def note(what: str) -> Callable[[Callable[[], object]], object]:
            return lambda _changed: notes.append(what)

        return Returns(self, note("take in"), lambda _round_id: waiting, note("choose"))


def a_preview(*, known: bool = False, conflicts: int = 1) -> MergePreview:
    """Return what a pack of fourteen files brings back."""
    verdicts = (
        *[(Verdict.TAKEN, 0)] * 10,
        (Verdict.TAKEN, 1),
        *[(Verdict.CONFLICT, 0)] * conflicts,
        (Verdict.SAME, 2),
    )
    audits = [
        AuditChange(
            f"audit-{place}",
            f"CST-{140 + 7 * place:04}",
            verdict,
            _STATES[state],
            _STATES[state] is not AuditState.SUBMITTED,
        )
        for place, (verdict, state) in enumerate(verdicts)
    ]
    causes = ("Is the child safe now? Unsure", "ST4 ★: Inadequate. Was a meeting held at once?")
    return MergePreview(
        SLIP,
        "Ama Cole Spring.auditdesk",
        tuple(audits),
        (LeftOut("CST-0999", "it is not in this register."),),
        (
            ConcernChange("CST-0147", causes[0], is_open=True, is_new=True),
            ConcernChange("CST-0161", causes[1], is_open=False, is_new=True),
        ),
        known,
        forgotten=False,
        register_head="",
        returned=Returned({}, {}, {}, (), (), (), ()),
        bases={},
    )


@dataclass
class FakeTakeIn:
    """Takes in one invented pack; another passphrase is wrong."""

    found: MergePreview = field(default_factory=a_preview)
    refusal: UserError | None = None
    applied: int = 0

    def look(
        self, path: Path, passphrase: str, progress: Callable[[int, int], object]
    ) -> MergePreview:
        progress(1, 5)
        if passphrase != SECRET:
            raise UserError("The passphrase is wrong.", "Nothing was changed.")
        if path.suffix != ".auditdesk":
            raise UserError(f"{path.name} is not a pack.", "Nothing was changed.")
        return self.found

    def apply(self, preview: MergePreview, progress: Callable[[int, int], object]) -> MergeResult:
        progress(1, 5)
        if self.refusal is not None:
            raise self.refusal
        self.applied += 1
        conflicts = len(preview.of(Verdict.CONFLICT))
        return MergeResult(not preview.known, len(preview.of(Verdict.TAKEN)), conflicts, 1)


@dataclass
class FakeVersions:
    """Two versions of an audit that were chosen between, or not yet."""

    waiting: int = 0
    chosen: int = 0
    shown: list[str] = field(default_factory=list)

    def count(self, _audit_id: str) -> tuple[int, int]:
        return self.waiting, self.chosen

    def show(self, audit_id: str, changed: Callable[[], object]) -> object:
        self.shown.append(audit_id)
        self.waiting, self.chosen = 0, self.waiting + self.chosen
        changed()
        return None


PLACES = (
    PlaceChanges(
        "ST4 ★: Was a strategy meeting held at once when the risk rose?",
        (
            Change("Answer", "Requires improvement", "Good"),
            Change(
                "Evidence",
                "Police told the team on 3 February; the meeting was on 9 February, six days"
                " later. No reason for the wait is on file.",
                "The meeting of 4 February is recorded under the sibling's file, with police and"
                " health present. Its minutes name who sees the child and by when.",
                prose=True,
            ),
        ),
    ),
    PlaceChanges(
        "SU2: Does supervision test whether the plan makes the child safer?",
        (
            Change("Answer", "Good", ""),
            Change("Evidence", "Three notes since Christmas ask it in so many words.", ""),
        ),
    ),
    PlaceChanges("Overall judgement", (Change("Judgement", "Requires improvement", "Good"),)),
)


def conflict(reference: str = "CST-0217") -> Conflict:
    """Return an audit with two versions."""
    key = ("pack-1", "f" * 64, f"audit of {reference}")
    return Conflict(*key, reference, "round-1", "Spring 2026", "Ama Cole", SINCE)


@dataclass
class FakeConflicts:
    """Audits with two versions; a choice needs a reason."""

    held: list[Conflict] = field(default_factory=lambda: [conflict(), conflict("CST-0224")])
    chosen: list[tuple[str, Choice, str]] = field(default_factory=list)

    def waiting(self) -> Sequence[Conflict]:
        return list(self.held)

    def versions(self, _conflict: Conflict) -> Versions:
        ours = "In progress, read by Nasreen Akhtar"
        return Versions(ours, "Submitted, read by Ama Cole", PLACES)

    def choose(self, conflict: Conflict, choice: Choice, reason: str) -> None:
        if not reason.strip():
            raise UserError("No reason is given.", "Say why this version is to stand.")
        self.chosen.append((conflict.reference, choice, reason))
        self.held.remove(conflict)
