"""Handing out packs: who gets which files, in a file of their own, and from then on has them."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from audit_desk.domain.answer_check import text_faults
from audit_desk.domain.audit import Audit, AuditState
from audit_desk.domain.pack import PackKind, PackSlip
from audit_desk.domain.people import person_key, same_person
from audit_desk.domain.round import Round
from audit_desk.errors import UserError
from audit_desk.services.case_table import Progress, no_progress
from audit_desk.services.independence import IndependenceService
from audit_desk.services.pack_contents import carried, left_behind
from audit_desk.services.pack_feedback import feedback_for
from audit_desk.services.pack_order import PackMade, PackOrder, PackPreview, ShareLine
from audit_desk.services.pack_refusals import (
    refuse_names,
    refuse_nothing,
    refuse_passphrase,
    refuse_place,
)
from audit_desk.services.pack_slip import handed_out, refuse_in_pack
from audit_desk.services.pack_writing import PackWanted, write_pack
from audit_desk.services.rounds import RoundService
from audit_desk.services.settings import SettingsService
from audit_desk.storage.pack_repo import PackRepo
from audit_desk.storage.pack_share import PackShare
from audit_desk.storage.register import SUFFIX, Register, move_register, remove_register
from audit_desk.storage.rows import new_id
from audit_desk.storage.travelling import hash_of


class PackService:
    """The packs that one register hands out."""

    def __init__(
        self,
        register: Register,
        rounds: RoundService,
        independence: IndependenceService,
        settings: SettingsService,
    ) -> None:
        self._register = register
        self._rounds = rounds
        self._independence = independence
        self._settings = settings
        self._repo = PackRepo(register)

    def shares(self, round_: Round) -> tuple[ShareLine, ...]:
        """Return everybody's files in a round, by name, first readings before second ones."""
        audits = self._rounds.every_reading(round_.id)
        out = self._repo.out([audit.id for audit in audits])
        held: dict[tuple[str, bool], list[Audit]] = {}
        for audit in audits:
            if audit.auditor.strip():
                held.setdefault((person_key(audit.auditor), audit.reading > 1), []).append(audit)
        return tuple(_line(held[key], out) for key in sorted(held))

    def preview(self, round_: Round, person: str, kind: PackKind) -> PackPreview:
        """Return what a pack for somebody would hold: their files that are neither done nor out."""
        share = next(
            (
                line
                for line in self.shares(round_)
                if line.kind is kind and same_person(line.person, person)
            ),
            ShareLine(" ".join(person.split()), kind, (), (), 0),
        )
        counts = PackShare(self._register, round_.id, [each.id for each in share.waiting]).counts()
        every = self._rounds.every_reading(round_.id)
        said = feedback_for(self._register, share.person)
        told = len({(each.reference, each.round_name) for each in said})
        return PackPreview(
            round=round_,
            share=share,
            free=sum(not each.auditor.strip() and kind_of(each) is kind for each in every),
            barred=tuple(self._barred(share, every)),
            carries=carried(share.waiting, counts, self._rounds.tool_of(round_), told),
            leaves=left_behind(kind),
        )

    def refuse(self, preview: PackPreview) -> None:
        """Refuse a pack that cannot be made whatever its file and passphrase are.

        Raises:
            UserError: This register is a pack, nothing waits for that person, or they may not
                read one of the files.
        """
        refuse_in_pack(self._register, "Handing out files")
        refuse_nothing(preview)
        refuse_names(preview)

    def make(self, order: PackOrder, by: str, progress: Progress = no_progress) -> PackMade:
        """Write a pack, and put on record that its files are with that person from now on.

        Either there is a whole pack and the register knows it, or neither.

        Raises:
            UserError: There is nothing to hand out, the person may not read one of the files, the
                target or the passphrase will not do, or a file changed in the meantime.
            Cancelled: A person cancelled.
        """
        target = with_suffix(order.target)
        preview = self.preview(order.round, order.person, order.kind)
        self.refuse(preview)
        refuse_texts(order.note)
        refuse_place(target)
        refuse_passphrase(self._register, order.passphrase)
        slip = self._slip(order, preview.share.person, by)
        share = PackShare(self._register, order.round.id, [each.id for each in preview.audits])
        beside = target.with_name(f".{slip.pack_id}.part")
        moved = False
        try:
            told = feedback_for(self._register, slip.person)
            bases = write_pack(beside, order.passphrase, PackWanted(slip, share, told), progress)
            with self._register.transaction():
                self._refuse_changed(share, bases)
                self._record(slip, target.name, bases, by)
                move_register(beside, target)
                moved = True
        except BaseException:
            remove_register(target if moved else beside)
            raise
        return PackMade(slip, target, preview.audits)

    def _slip(self, order: PackOrder, person: str, by: str) -> PackSlip:
        return PackSlip(
            pack_id=new_id(),
            register_id=self._settings.register_id(),
            round_id=order.round.id,
            round_name=order.round.name,
            person=person,
            kind=order.kind,
            made_by=by,
            made_at=datetime.now(UTC),
            due_on=order.due_on,
            note=order.note.strip(),
            organisation=self._settings.get().organisation,
        )

    def _barred(self, share: ShareLine, every: Sequence[Audit]) -> list[str]:
        records = self._independence.records(share.waiting)
        words = [
            records[audit.id].why_not(share.person)
            for audit in share.waiting
            if records[audit.id].bars(share.person)
        ]
        readers = {audit.case_id: audit for audit in every if audit.reading == 1}
        for audit in share.waiting:
            first = readers.get(audit.case_id)
            if audit.reading > 1 and first and same_person(first.auditor, share.person):
                words.append(f"{share.person} is the first reader of {audit.reference}.")
        return words

    def _refuse_changed(self, share: PackShare, bases: Mapping[str, str]) -> None:
        now = {audit_id: hash_of(content) for audit_id, content in share.contents().items()}
        if now != dict(bases) or self._repo.out(list(bases)):
            raise UserError(
                "A file was changed while the pack was being made.",
                "Nothing was handed out. Try again.",
            )

    def _record(self, slip: PackSlip, file_name: str, bases: Mapping[str, str], by: str) -> None:
        self._repo.add(slip, file_name, bases)
        after = {**handed_out(slip, bases), "file_name": file_name}
        self._register.history.append(by, "handed out", ("pack", slip.pack_id), after=after)


def kind_of(audit: Audit) -> PackKind:
    """Return in which kind of pack an audit goes."""
    return PackKind.FIRST if audit.reading == 1 else PackKind.SECOND


def with_suffix(path: Path) -> Path:
    """Return a path with the ending of registers."""
    return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)


def refuse_texts(note: str) -> None:
    """Refuse a cover note that cannot be kept.

    Raises:
        UserError: It is too long or has a character that cannot be saved.
    """
    for fault in text_faults(note):
        raise UserError(f"In the cover note, {fault}", "Nothing was handed out.")


def _line(audits: Sequence[Audit], out: Mapping[str, tuple[str, datetime]]) -> ShareLine:
    unread = [audit for audit in audits if audit.state is not AuditState.SUBMITTED]
    return ShareLine(
        person=audits[0].auditor,
        kind=kind_of(audits[0]),
        waiting=tuple(audit for audit in unread if audit.id not in out),
        out=tuple((audit, *out[audit.id]) for audit in audits if audit.id in out),
        submitted=len(audits) - len(unread),
    )
