"""A key derived early is the same key, for the same register only, and handed over once."""

from pathlib import Path

import pytest

from audit_desk.errors import UserError
from audit_desk.storage import cipher, early_key
from audit_desk.storage.cipher import RawKey
from audit_desk.storage.early_key import EarlyKey
from audit_desk.storage.register import Register

PASSPHRASE = "four unrelated words"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "a.auditdesk"
    Register.create(made, PASSPHRASE).close()
    return made


@pytest.fixture
def derived(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The salts that keys are derived from, in order."""
    salts: list[bytes] = []

    def derive(passphrase: str, salt: bytes) -> RawKey:
        salts.append(salt)
        return cipher.derive(passphrase, salt)

    monkeypatch.setattr(early_key, "derive", derive)
    return salts


def test_it_opens_the_register_without_deriving_again(path: Path, derived: list[bytes]) -> None:
    Register.open(path, PASSPHRASE, EarlyKey(path, PASSPHRASE).derive).close()
    assert len(derived) == 1


def test_it_is_handed_over_once(path: Path, derived: list[bytes]) -> None:
    early = EarlyKey(path, PASSPHRASE)
    salt = cipher.read_salt(path) or b""
    assert early.derive(PASSPHRASE, salt) == early.derive(PASSPHRASE, salt)
    assert len(derived) == 2


def test_another_register_or_passphrase_gets_its_own_key(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "b.auditdesk"
    Register.create(other, PASSPHRASE).close()
    Register.open(other, PASSPHRASE, EarlyKey(path, PASSPHRASE).derive).close()
    with pytest.raises(UserError, match="passphrase is wrong"):
        Register.open(path, "other words of mine", EarlyKey(path, PASSPHRASE).derive)


def test_what_is_no_register_is_left_for_opening_to_say(tmp_path: Path) -> None:
    missing = tmp_path / "c.auditdesk"
    with pytest.raises(UserError, match="There is no file"):
        Register.open(missing, PASSPHRASE, EarlyKey(missing, PASSPHRASE).derive)
