"""How a register file is encrypted, and how to tell a wrong passphrase from a damaged file.

A register is an ordinary SQLCipher 4 database: any SQLCipher tool opens it with the
passphrase. Two things are ours. Its salt, the first 16 bytes of the file and the only ones
in clear, starts with four fixed letters, so that a file which is not a register is told
apart before anybody is asked for a passphrase. And the key is derived here rather than by
SQLCipher, so that a second connection to an open register need not pay for it twice.
"""

import hashlib
import hmac
import os
import struct
from dataclasses import dataclass
from pathlib import Path

MAGIC = b"ADSK"
"""The first bytes of every register: the fixed part of its salt."""

SALT_BYTES = 16
PAGE_BYTES = 4096
_ITERATIONS = 256_000  # SQLCipher 4's own default, so that other tools open the file
_MAC_BYTES = 64
_MAC_SALT_MASK = 0x3A
_MAC_ITERATIONS = 2


@dataclass(frozen=True, slots=True, repr=False)
class RawKey:
    """A derived key with its salt. It opens the file: never log, show or store it."""

    key: bytes
    salt: bytes

    def pragma_value(self) -> str:
        """Return the key in the form that ``PRAGMA key`` takes."""
        return f"x'{self.key.hex()}{self.salt.hex()}'"


def new_salt() -> bytes:
    """Return a fresh salt: four fixed letters and twelve random bytes."""
    return MAGIC + os.urandom(SALT_BYTES - len(MAGIC))


def read_salt(path: Path) -> bytes | None:
    """Return the salt of a register file, or ``None`` where the file is not a register.

    Raises:
        OSError: The file cannot be read.
    """
    with path.open("rb") as file:
        salt = file.read(SALT_BYTES)
    is_register = len(salt) == SALT_BYTES and salt.startswith(MAGIC)
    return salt if is_register else None


def derive(passphrase: str, salt: bytes) -> RawKey:
    """Derive the key from a passphrase. It takes about a third of a second, on purpose."""
    key = hashlib.pbkdf2_hmac("sha512", passphrase.encode("utf-8"), salt, _ITERATIONS, 32)
    return RawKey(key, salt)


def any_page_opens(path: Path, raw_key: RawKey) -> bool:
    """Say whether the key fits at least one page of the file.

    Each page carries a code that only the right key can make. Where the first page does not
    open but another does, the passphrase is right and the file is damaged; where none
    does, the passphrase is wrong.
    """
    mac_salt = bytes(byte ^ _MAC_SALT_MASK for byte in raw_key.salt)
    mac_key = hashlib.pbkdf2_hmac("sha512", raw_key.key, mac_salt, _MAC_ITERATIONS, 32)
    with path.open("rb") as file:
        for number in range(1, path.stat().st_size // PAGE_BYTES + 1):
            page = file.read(PAGE_BYTES)
            body = page[SALT_BYTES if number == 1 else 0 : -_MAC_BYTES]
            code = hmac.new(mac_key, body + struct.pack("<I", number), "sha512").digest()
            if hmac.compare_digest(code, page[-_MAC_BYTES:]):
                return True
    return False
