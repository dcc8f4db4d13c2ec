"""Whether a file that came back is a pack of this register, whole and unchanged by anyone else."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from audit_desk.domain.pack import PackSlip
from audit_desk.errors import UserError
from audit_desk.services.pack_slip import REGISTER_ID, slip_of
from audit_desk.services.registers import check
from audit_desk.storage.pack_reading import copied
from audit_desk.storage.register import Register
from audit_desk.storage.round_repo import RoundRepo
from audit_desk.storage.settings_repo import SettingsRepo

_NOTHING = "Nothing was changed."
_ASK_AGAIN = f"{_NOTHING} Copy the pack again from where it was worked in, or ask for it again."
_HINTS = {
    "passphrase": f"{_NOTHING} Capital letters and spaces count. A pack has a passphrase of its"
    " own, not the register's.",
    "The disk is full": f"{_NOTHING} Make room on this computer's disk and try again.",
    "newer version": f"{_NOTHING} Install the newer version to take it in.",
}


@contextlib.contextmanager
def opened_pack(path: Path, passphrase: str) -> Iterator[tuple[Register, PackSlip]]:
    """Open a copy of a pack for the length of a block.

    Raises:
        UserError: It is no pack, the passphrase is wrong, a newer version made it, it is open
            elsewhere, damaged, or cut short.
    """
    with copied(path) as copy:
        try:
            pack = Register.open(copy, passphrase)
        except UserError as fault:
            found = (hint for word, hint in _HINTS.items() if word in fault.message)
            raise UserError(fault.message, next(found, _ASK_AGAIN)) from fault
        with pack:
            slip = slip_of(pack)
            if slip is None:
                raise UserError(
                    f"{path.name} is a register, not a pack.",
                    f"{_NOTHING} Choose the file that somebody handed back.",
                )
            yield pack, slip


def refuse_foreign(register: Register, slip: PackSlip, name: str) -> None:
    """Refuse a pack that another register handed out, or of a round that is not here.

    Raises:
        UserError: It is one.
    """
    if slip.register_id != SettingsRepo(register).get(REGISTER_ID):
        raise UserError(
            f"{name} came from another register"
            f"{f' of {slip.organisation}' if slip.organisation else ''}.",
            f"{_NOTHING} {slip.made_by} made it for {slip.person}, round {slip.round_name}."
            " Take it in there.",
        )
    if RoundRepo(register).by_id(slip.round_id) is None:
        raise UserError(
            f"{name} is of the round {slip.round_name}, which is not in this register.",
            f"{_NOTHING} Where the register was restored from a backup, take one made later.",
        )


def refuse_unsound(pack: Register, name: str) -> None:
    """Refuse a pack of which a page, a line of history, an answer or a seal was altered.

    Raises:
        UserError: It was; it names the first fault.
    """
    faults = check(pack).faults
    if faults:
        more = f" And {len(faults) - 1} more." if len(faults) > 1 else ""
        raise UserError(f"{name} is damaged: {faults[0]}{more}", _ASK_AGAIN)
