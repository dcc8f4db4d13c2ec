"""A key that is ready when it is asked for, because its derivation began before."""

from pathlib import Path
from threading import Thread

from audit_desk.storage.cipher import RawKey, derive, read_salt


class EarlyKey:
    """Derives a register's key on a thread of its own while the caller loads what it needs.

    Only worth it where the passphrase is known at the start. The key is handed over once and
    not kept: a register that was locked asks for its passphrase.

    Args:
        path: The register; where it is none, opening it says so.
        passphrase: Its passphrase.
    """

    def __init__(self, path: Path, passphrase: str) -> None:
        self._path = path
        self._passphrase = passphrase
        self._key: RawKey | None = None
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        try:
            salt = read_salt(self._path)
        except OSError:
            return
        if salt is not None:
            self._key = derive(self._passphrase, salt)

    def derive(self, passphrase: str, salt: bytes) -> RawKey:
        """Return the key of a passphrase and a salt; only another one than expected takes time."""
        self._thread.join()
        key, self._key = self._key, None
        if key is not None and (self._passphrase, key.salt) == (passphrase, salt):
            return key
        return derive(passphrase, salt)
