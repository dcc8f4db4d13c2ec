"""Taking in a pack that came back: looked at first, then all of it or nothing."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from audit_desk.domain.audit import AuditState
from audit_desk.domain.bulk import collector_paused
from audit_desk.domain.merging import Verdict
from audit_desk.errors import UserError
from audit_desk.services.case_table import Progress, no_progress
from audit_desk.services.merge_check import opened_pack, refuse_foreign, refuse_unsound
from audit_desk.services.merge_compare import compare
from audit_desk.services.merge_preview import MergePreview
from audit_desk.services.pack_slip import refuse_in_pack
from audit_desk.storage.conflict_repo import ConflictRepo
from audit_desk.storage.merge_repo import MergeRepo, Return
from audit_desk.storage.merge_rows import MergeRows
from audit_desk.storage.pack_history_repo import PackHistoryRepo
from audit_desk.storage.pack_reading import read_returned
from audit_desk.storage.register import Register
from audit_desk.storage.written_state import VOUCHED, digests

__all__ = ["MergePreview", "MergeResult", "MergingService"]

_STEPS = 5


@dataclass(frozen=True, slots=True)
class MergeResult:
    """What was taken in.

    Attributes:
        changed: Whether anything was written.
        taken: How many audits came in.
        conflicts: How many wait for a person's choice.
        concerns: How many concerns came in open.
    """

    changed: bool
    taken: int
    conflicts: int
    concerns: int


class MergingService:
    """Taking in the packs of one register."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._repo = MergeRepo(register)
        self._rows = MergeRows(register)
        self._record = PackHistoryRepo(register)
        self._conflicts = ConflictRepo(register)

    def look(self, path: Path, passphrase: str, progress: Progress = no_progress) -> MergePreview:
        """Return what taking in a pack would change; neither it nor the register is touched.

        Raises:
            UserError: It is no pack of this register, the passphrase is wrong, it is damaged,
                open elsewhere, or made by a newer version.
            Cancelled: A person cancelled.
        """
        refuse_in_pack(self._register, "Taking in a pack")
        if path.exists() and path.samefile(self._register.path):
            raise UserError(
                f"{path.name} is the open register itself, not a pack.",
                "Choose the file that somebody handed back.",
            )
        progress(0, _STEPS)
        with collector_paused(), opened_pack(path, passphrase) as (pack, slip):
            progress(1, _STEPS)
            refuse_foreign(self._register, slip, path.name)
            refuse_unsound(pack, path.name)
            progress(2, _STEPS)
            returned = read_returned(pack)
            progress(3, _STEPS)
            preview = compare(self._register, slip, returned, path.name)
        progress(_STEPS, _STEPS)
        return preview

    def apply(
        self, preview: MergePreview, by: str, progress: Progress = no_progress
    ) -> MergeResult:
        """Take in what a preview showed, as one transaction.

        Raises:
            UserError: The register has changed since it was looked at.
            Cancelled: A person cancelled; the register is as it was.
        """
        if preview.known:
            return MergeResult(False, 0, 0, 0)
        with collector_paused(), self._register.transaction():
            progress(0, _STEPS)
            if self._register.history.head() != preview.register_head:
                raise UserError(
                    "The register has changed since the pack was looked at.",
                    "Nothing was taken in. Look at it again: it may say something else now.",
                )
            taken = {each.audit_id for each in preview.of(Verdict.TAKEN)}
            self._take(preview, taken, by, progress)
            self._end_custody(preview, taken, by)
            conflicts = self._keep_both(preview)
            self._note(preview, taken, conflicts, by)
            progress(_STEPS, _STEPS)  # the last moment at which all of it can be undone
        open_ = sum(each.is_open and each.is_new for each in preview.concerns)
        return MergeResult(True, len(taken), len(conflicts), open_)

    def _take(self, preview: MergePreview, taken: set[str], by: str, progress: Progress) -> None:
        slip, returned = preview.slip, preview.returned
        known = {each.audit_id for each in preview.audits}
        if preview.forgotten:
            self._repo.enter_again(slip, preview.file_name, preview.bases)
        self._record.keep(slip.pack_id, returned.lines)
        made = Return(slip.pack_id, returned.head, len(returned.lines), preview.file_name, by)
        hashes = {key: held for key, held in returned.hashes.items() if key in known}
        self._repo.add_return(made, hashes)
        progress(1, _STEPS)
        self._rows.take({key: returned.contents[key] for key in taken})
        self._rows.add_actions(returned.loose)
        progress(2, _STEPS)
        concerns = [row for row in returned.concerns if row["audit_id"] in known]
        ids = {row["id"] for row in concerns}
        contacts = [row for row in returned.contacts if row["concern_id"] in ids]
        self._rows.join_concerns(concerns, contacts)
        progress(3, _STEPS)

    def _end_custody(self, preview: MergePreview, taken: set[str], by: str) -> None:
        pack_id = preview.slip.pack_id
        done = [
            each.audit_id
            for each in preview.audits
            if each.state is AuditState.SUBMITTED or each.given_back
        ]
        opened_again = sorted(taken.difference(done))
        self._repo.end_custody(pack_id, done, by)
        self._repo.begin_custody_again(pack_id, opened_again)

    def _keep_both(self, preview: MergePreview) -> list[str]:
        returned, pack_id = preview.returned, preview.slip.pack_id
        heads = [line.hash for line in returned.lines]
        settled = [
            each.audit_id for each in preview.audits if each.verdict is not Verdict.NOTHING_NEW
        ]
        self._conflicts.supersede(pack_id, heads, settled)
        both = [each.audit_id for each in preview.of(Verdict.CONFLICT)]
        self._conflicts.add(pack_id, returned.head, {key: returned.contents[key] for key in both})
        return both

    def _note(self, preview: MergePreview, taken: set[str], conflicts: list[str], by: str) -> None:
        after: dict[str, Any] = {
            "head": preview.returned.head,
            "lines": len(preview.returned.lines),
            "file_name": preview.file_name,
            "person": preview.slip.person,
            "taken": len(taken),
            "conflicts": conflicts,
            "concerns": len(preview.concerns),
            VOUCHED: digests(self._register.db, taken),
        }
        self._register.history.append(by, "merged", ("pack", preview.slip.pack_id), after=after)
