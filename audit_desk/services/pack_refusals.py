"""Why a pack cannot be made, in plain words, before anything is written."""

import os
from pathlib import Path

from audit_desk.domain.due_dates import short_day
from audit_desk.domain.pack import PackKind
from audit_desk.errors import UserError
from audit_desk.services.pack_order import PackPreview
from audit_desk.services.whole_file import refuse_impossible
from audit_desk.storage.register import LEAST_PASSPHRASE, Register

_NAMED = 3


def refuse_nothing(preview: PackPreview) -> None:
    """Refuse a pack without files.

    Raises:
        UserError: The person has none that are neither submitted nor out.
    """
    if preview.audits:
        return
    share, name = preview.share, preview.round.name
    reading = "file" if share.kind is PackKind.FIRST else "second reading"
    if share.out:
        audit, holder, since = share.out[0]
        raise UserError(
            f"{audit.reference} is with {holder} since {short_day(since.astimezone().date())},"
            f" and no other {reading} of {name} waits for {share.person}.",
            "Take the pack in when it comes back, or take the files back with a reason.",
        )
    if share.submitted:
        raise UserError(
            f"{share.person} has submitted every {reading} of {name} that is theirs.",
            "There is nothing to hand out.",
        )
    raise UserError(
        f"No {reading} of {name} is {share.person}'s.",
        f"{preview.free} without an auditor: give them out on the round's page first."
        if preview.free
        else "Give them files on the round's page first.",
    )


def refuse_names(preview: PackPreview) -> None:
    """Refuse a pack of files that its person may not read.

    Raises:
        UserError: They had a part in a case, or read it the first time.
    """
    if preview.barred:
        more = len(preview.barred) - _NAMED
        raise UserError(
            " ".join(preview.barred[:_NAMED]) + (f" And {more} more." if more > 0 else ""),
            "Give these files to somebody else first, or record why it is allowed.",
        )


def refuse_place(target: Path) -> None:
    """Refuse a place where the pack cannot be.

    Raises:
        UserError: There is such a file, there is no such folder, or nothing may be written in it.
    """
    refuse_impossible(target)
    if target.exists():
        raise UserError(
            f"{target.name} already exists.", "Nothing was changed. Choose another name."
        )
    if not os.access(target.parent, os.W_OK):
        raise UserError(
            f"Audit Desk may not write in the folder {target.parent}.", "Choose another folder."
        )


def refuse_passphrase(register: Register, passphrase: str) -> None:
    """Refuse a passphrase that a pack should not have.

    Raises:
        UserError: It is too short, or the register's own.
    """
    if len(passphrase) < LEAST_PASSPHRASE:
        raise UserError(
            f"The pack's passphrase has fewer than {LEAST_PASSPHRASE} characters.",
            "Four or five unrelated words make a good one.",
        )
    if register.opens_with(passphrase):
        raise UserError(
            "This is the register's own passphrase. Whoever gets the pack could open the whole"
            " register with it.",
            "Choose another one for the pack.",
        )
