"""Creating, opening, backing up and checking a register."""

from dataclasses import dataclass
from pathlib import Path

from audit_desk.errors import UserError
from audit_desk.services.seal import seal_of
from audit_desk.services.settings import SettingsService
from audit_desk.services.submissions import SubmissionService
from audit_desk.storage.audit_repo import AuditRepo
from audit_desk.storage.early_key import EarlyKey
from audit_desk.storage.integrity import file_faults
from audit_desk.storage.pack_history_repo import PackHistoryRepo
from audit_desk.storage.register import SUFFIX, Register, is_whole, remove_register
from audit_desk.storage.round_repo import RoundRepo
from audit_desk.storage.row_checks import row_faults
from audit_desk.storage.rows import new_id

__all__ = ["CheckResult", "back_up", "check", "create_register", "is_whole", "open_register"]


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What ``check`` found.

    Attributes:
        lines: How many lines of history were walked.
        faults: What is wrong, in words; empty when the register is sound.
    """

    lines: int
    faults: tuple[str, ...]


def create_register(path: Path, passphrase: str, organisation: str, by: str) -> Register:
    """Create a register for an organisation and return it open.

    Raises:
        UserError: The name is taken, the folder is missing or not writable, the passphrase
            is too short, or the organisation is blank.
    """
    if not organisation.strip():
        raise UserError(
            "The organisation has no name.", "Type the name of the council or trust it is for."
        )
    path = path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)
    register = Register.create(path, passphrase)
    try:
        with register.transaction():
            register.history.append(by, "created", ("register", new_id()))
            SettingsService(register).begin(organisation.strip(), by)
    except BaseException:  # a disk that was full a moment later: half a register is none
        register.close()
        remove_register(path)
        raise
    return register


def open_register(path: Path, passphrase: str, early_key: EarlyKey | None = None) -> Register:
    """Open a register.

    Args:
        path: The file.
        passphrase: Its passphrase.
        early_key: Its key, where the derivation began before.

    Raises:
        UserError: Not a register, wrong passphrase, newer version, in use, or damaged.
    """
    if early_key is not None:
        return Register.open(path, passphrase, early_key.derive)
    return Register.open(path, passphrase)


def back_up(register: Register, target: Path) -> None:
    """Copy the register into a new encrypted file that opens with the same passphrase.

    Raises:
        UserError: The target exists or cannot be written.
    """
    register.back_up(target)


def check(register: Register) -> CheckResult:
    """Check everything that can be checked: pages, rows, history, seals.

    Raises:
        UserError: The file is too damaged to be walked at all.
    """
    faults = file_faults(register)
    if faults:
        return CheckResult(0, tuple(faults))
    faults += register.history.faults()
    faults += row_faults(register)
    faults += PackHistoryRepo(register).faults()
    faults += _seal_faults(register)
    faults += SubmissionService(register).faults()
    return CheckResult(register.history.count(), tuple(faults))


def _seal_faults(register: Register) -> list[str]:
    audits = AuditRepo(register)
    return [
        f"The audit of {full.audit.reference} does not match its seal."
        for round_ in RoundRepo(register).all()
        for full in audits.full(audits.every_reading(round_.id))
        if full.audit.seal and full.audit.seal != seal_of(full)
    ]
