"""A scratch file for a list between the look at it and its import: encrypted, and soon gone.

A list may be longer than memory should hold, and no child's name or number may reach the disk in
clear. So it waits in a database of its own whose key is random, lives in memory alone and is
forgotten with the file. What a crash leaves behind nobody can read, and the next list removes it.
"""

import contextlib
import os
import shutil
import tempfile
import time
import weakref
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout
from sqlite_utils import Database

from audit_desk.errors import UserError
from audit_desk.storage import connection
from audit_desk.storage.cipher import RawKey
from audit_desk.storage.register import Register

PREFIX = "audit-desk-list-"
"""How the scratch folders are called, by which leftovers are found."""

PRAGMAS = ("journal_mode = MEMORY", "synchronous = OFF", "cache_size = -64000")
"""A scratch file need survive nothing; 64 MB of it stay in memory while it is written."""

_FILE, _LOCK = "list", "in-use"
_YOUNG_SECONDS = 60
"""A folder so young may be one that another window is just making."""
_SPACE_WORDS = ("full", "disk i/o error", "unable to open", "readonly")


class Staging:
    """One scratch file; it goes when it is closed, at the latest when nobody holds it any more.

    Args:
        parent: The folder to put it in; the system's folder for temporary files by default.

    Raises:
        UserError: Nothing can be written there.
    """

    def __init__(self, parent: Path | None = None) -> None:
        self._parent = parent or Path(tempfile.gettempdir())
        sweep(self._parent)
        try:
            home = Path(tempfile.mkdtemp(prefix=PREFIX, dir=self._parent))
            lock = FileLock(home / _LOCK, timeout=0, thread_local=False)
            lock.acquire()
        except OSError as fault:
            raise self._no_room() from fault
        self._file = home / _FILE
        self._key = RawKey(os.urandom(32), os.urandom(16))
        self._readers: list[Database] = []
        self._finalizer = weakref.finalize(self, _remove, home, lock, self._readers)

    @contextlib.contextmanager
    def attached(self, register: Register) -> Iterator[Any]:
        """Join the scratch file to a register's connection as ``staged`` while a block runs.

        Yields:
            The connection, on which both can be named in one statement.
        """
        raw: Any = register.db.conn
        raw.execute(
            "ATTACH DATABASE ? AS staged KEY ?", (str(self._file), self._key.pragma_value())
        )
        try:
            for pragma in PRAGMAS:
                raw.execute(f"PRAGMA staged.{pragma}")
            yield raw
        finally:
            raw.execute("DETACH DATABASE staged")

    @contextlib.contextmanager
    def writing(self, register: Register) -> Iterator[Any]:
        """Join the scratch file to a register, which is only read, and write it all at once.

        Yields:
            The connection.

        Raises:
            UserError: There is no room for the list in the folder of temporary files.
        """
        with self.plain_words(), self.attached(register) as raw:
            raw.execute("BEGIN")
            try:
                yield raw
                raw.execute("COMMIT")
            except BaseException:
                if raw.in_transaction:  # a full disk may have ended it already
                    raw.execute("ROLLBACK")
                raise

    def read(self, sql: str, values: Sequence[Any] = ()) -> list[Any]:
        """Read rows over a connection of the scratch file's own, from whichever thread."""
        if not self._finalizer.alive:
            raise UserError(
                "The list is not at hand any more.", "Nothing was lost. Read the list again."
            )
        if not self._readers:
            self._readers.append(connection.connect(self._file, self._key))
        rows: list[Any] = self._readers[0].execute(sql, values).fetchall()
        return rows

    def close(self) -> None:
        """Remove the scratch file; closing twice does no harm."""
        self._finalizer()

    @contextlib.contextmanager
    def plain_words(self) -> Iterator[None]:
        """Say in plain words that there is no room for the list; pass on every other fault."""
        try:
            yield
        except connection.DatabaseFault as fault:
            if any(word in str(fault).lower() for word in _SPACE_WORDS):
                raise self._no_room() from fault
            raise

    def _no_room(self) -> UserError:
        return UserError(
            f"There is no room for the list in the folder for temporary files, {self._parent}.",
            "Nothing was changed. Make room on that disk, or ask whoever looks after this "
            "computer for permission to write there, and read the list again.",
        )


def sweep(parent: Path) -> None:
    """Remove what a crash left in a folder; lists that a window still works on stay."""
    for home in parent.glob(f"{PREFIX}*"):
        with contextlib.suppress(OSError, Timeout):
            if time.time() - home.stat().st_mtime < _YOUNG_SECONDS:
                continue
            with FileLock(home / _LOCK, timeout=0):
                (home / _FILE).unlink(missing_ok=True)
            shutil.rmtree(home, ignore_errors=True)


def _remove(home: Path, lock: FileLock, readers: list[Database]) -> None:
    for reader in readers:
        reader.close()
    readers.clear()
    lock.release()
    shutil.rmtree(home, ignore_errors=True)
