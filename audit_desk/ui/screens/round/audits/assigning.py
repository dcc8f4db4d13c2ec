"""What is done with the chosen files of a round: assigned, shared out, dated, taken back."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TypeVar

from PySide6.QtWidgets import QDialog, QWidget

from audit_desk.domain.audit import AuditState
from audit_desk.domain.custody import Custody
from audit_desk.domain.independence import Record
from audit_desk.domain.people import person_key, same_person
from audit_desk.errors import UserError
from audit_desk.ui.dialogs.take_in.take_back_dialog import TakeBackDialog
from audit_desk.ui.models.audit_model import AuditRow
from audit_desk.ui.prompts import Question
from audit_desk.ui.screens.round.audits.assign_dialog import (
    AssignDialog,
    Assigned,
    Chosen,
    listed,
)
from audit_desk.ui.screens.round.audits.choice import is_free
from audit_desk.ui.screens.round.audits.due_dialog import DueDialog
from audit_desk.ui.screens.round.audits.ports import AssigningPort
from audit_desk.ui.screens.round.audits.share_dialog import ShareDialog, Sharing
from audit_desk.ui.screens.round.ports import RoundDesk

D = TypeVar("D", bound=QDialog)


class Assigning:
    """Opens the dialogs over the files of one round, and does what is decided in them.

    Args:
        port: Who reads which file.
        desk: What surrounds the page.
        parent: What the dialogs stand over.
        on_changed: Called when something was changed.
    """

    def __init__(
        self,
        port: AssigningPort,
        desk: RoundDesk,
        parent: QWidget,
        on_changed: Callable[[], object],
    ) -> None:
        self._port = port
        self._desk = desk
        self._parent = parent
        self._on_changed = on_changed

    def records(self, round_id: str) -> Mapping[str, Record]:
        """Return all that is known about who may read each file of a round."""
        return self._port.records(round_id)

    def assign(self, rows: Sequence[AuditRow]) -> AssignDialog | None:
        """Ask who is to read files, and give them."""
        rows = [row for row in rows if not row.is_submitted and row.held is None]
        if not rows:
            return None
        records = self._port.records(rows[0].audit.round_id)
        names = self._names()
        load = self._port.load(names)
        chosen = Chosen(
            [row.audit.reference for row in rows],
            [(name, load[name]) for name in names],
            partial(_against, rows, records),
            partial(_begun, rows),
            partial(_reads, rows, records),
        )
        dialog = AssignDialog(
            chosen, self._desk.icons, self._desk.today, partial(self._give, rows), self._parent
        )
        return self._open(dialog)

    def share_out(self, round_id: str, rows: Sequence[AuditRow]) -> ShareDialog | None:
        """Ask who takes part, and share out the files without an auditor."""
        free = {row.audit.id: row.audit.reference for row in rows if is_free(row)}
        if not free:
            return None
        sharing = Sharing(
            free,
            self._names(),
            partial(self._port.plan, round_id),
            lambda names, due: self._port.share_out(round_id, names, due, self._desk.person()),
        )
        dialog = ShareDialog(sharing, self._desk.icons, self._desk.today, self._parent)
        return self._open(dialog)

    def set_due(self, rows: Sequence[AuditRow]) -> DueDialog | None:
        """Ask by when files are to be read."""
        rows = [row for row in rows if not row.is_submitted and row.held is None]
        if not rows:
            return None
        ids = _ids(rows)

        def set_due(day: date | None) -> object:
            return self._port.set_due(ids, day, self._desk.person())

        files = f"{rows[0].audit.reference} is" if len(rows) == 1 else f"{len(rows)} files are"
        return self._open(DueDialog(files, self._desk.today, set_due, self._parent))

    def take_back(self, rows: Sequence[AuditRow]) -> None:
        """Take files back, once that is meant.

        From a pack with a reason, else from their auditors where nobody has begun.
        """
        held = [row.held for row in rows if row.held is not None]
        if held:
            self._take_from_packs(held)
            return
        rows = [row for row in rows if can_take_back(row)]
        if not rows:
            return
        files = "1 file" if len(rows) == 1 else f"{len(rows)} files"
        question = Question(
            f"Take {files} back?",
            f"{listed([row.audit.reference for row in rows], 12)} will have no auditor. Nothing"
            " has been read there yet, and they can be assigned again.",
            "Take back",
        )
        if not self._desk.prompts.confirm(question):
            return
        try:
            self._port.unassign(_ids(rows), self._desk.person())
        except UserError as refused:
            self._desk.errors.show(refused)
        self._on_changed()

    def _take_from_packs(self, held: Sequence[Custody]) -> None:
        def take_back(reason: str) -> object:
            ids = [each.audit_id for each in held]
            return self._desk.returns.custody.take_back(ids, reason, self._desk.person())

        self._open(TakeBackDialog(held, take_back, self._parent.window()))

    def _give(self, rows: Sequence[AuditRow], wanted: Assigned) -> None:
        self._port.assign(
            _ids(rows),
            wanted.auditor,
            wanted.due,
            self._desk.person(),
            override=wanted.override,
            begun_too=wanted.begun_too,
        )

    def _names(self) -> list[str]:
        """Return the names to choose from: all auditors and the person at this desk."""
        person = self._desk.person()
        known = list(self._port.auditors())
        if person and not any(same_person(person, name) for name in known):
            known.append(person)
        return sorted(known, key=person_key)

    def _open(self, dialog: D) -> D:
        dialog.accepted.connect(self._on_changed)
        dialog.open()
        return dialog


def can_take_back(row: AuditRow) -> bool:
    """Whether a file is out, or has an auditor who has not begun."""
    given = bool(row.audit.auditor) and row.audit.state is AuditState.NOT_STARTED
    return given or row.held is not None


def _ids(rows: Sequence[AuditRow]) -> list[str]:
    return [row.audit.id for row in rows]


def _against(
    rows: Sequence[AuditRow], records: Mapping[str, Record], auditor: str
) -> Sequence[str]:
    held = (records[row.audit.id] for row in rows)
    return [record.why_not(auditor) for record in held if record.bars(auditor)]


def _reads(rows: Sequence[AuditRow], records: Mapping[str, Record], auditor: str) -> Sequence[str]:
    held = (records[row.audit.id] for row in rows)
    return [record.reference for record in held if record.reads_already(auditor)]


def _begun(rows: Sequence[AuditRow], auditor: str) -> Sequence[str]:
    return [
        f"{row.audit.reference}, read by {row.audit.auditor}"
        for row in rows
        if row.audit.state is AuditState.IN_PROGRESS
        and row.audit.auditor
        and not same_person(row.audit.auditor, auditor)
    ]
