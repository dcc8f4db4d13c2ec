"""A scratch database for a list between the look at it and its import: soon gone, never in clear.

A list of usual length stays in memory. A longer one waits in a file of its own, for no child's
name or number may reach the disk in clear: its key is random, lives in memory alone and is
forgotten with the file. What a crash leaves behind nobody can read, and the next list removes it.
"""

import contextlib
import os
import shutil
import tempfile
import time
import uuid
import weakref
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from audit_desk.errors import UserError
from audit_desk.storage import connection
from audit_desk.storage.cipher import RawKey
from audit_desk.storage.database import Database
from audit_desk.storage.register import Register

PREFIX = "audit-desk-list-"
"""How the scratch folders are called, by which leftovers are found."""

PRAGMAS = ("journal_mode = MEMORY", "synchronous = OFF", "cache_size = -64000")
"""A scratch file need survive nothing; 64 MB of it stay in memory while it is written."""

IN_MEMORY = 80_000_000
"""A list of no more bytes stays in memory: no more than the register itself has there at work."""

_FILE, _LOCK = "list", "in-use"
_YOUNG_SECONDS = 60
"""A folder so young may be one that another window is just making."""
_SPACE_WORDS = ("full", "disk i/o error", "unable to open", "readonly")


class Staging:
    """One scratch database; it goes when it is closed, or when nobody holds it any more.

    Args:
        size: About how many bytes the list takes.
        parent: The folder for the file of a long list; the system's folder for temporary files
            by default.

    Raises:
        UserError: The list is long, and nothing can be written in that folder.
    """

    def __init__(self, size: int = 0, parent: Path | None = None) -> None:
        self._parent = parent or Path(tempfile.gettempdir())
        self._key: RawKey | None = None
        self._readers: list[Database] = []
        sweep(self._parent)
        if size <= IN_MEMORY:
            self._name = f"file:{PREFIX}{uuid.uuid4().hex}?mode=memory&cache=shared"
            self._readers.append(connection.connect_memory(self._name))
            self._finalizer: Any = weakref.finalize(self, _close, self._readers)
            return
        try:
            home = Path(tempfile.mkdtemp(prefix=PREFIX, dir=self._parent))
            lock = FileLock(home / _LOCK, timeout=0, thread_local=False)
            lock.acquire()
        except OSError as fault:
            raise self._no_room() from fault
        self._name = str(home / _FILE)
        self._key = RawKey(os.urandom(32), os.urandom(16))
        self._finalizer = weakref.finalize(self, _remove, home, lock, self._readers)

    @contextlib.contextmanager
    def attached(self, register: Register) -> Iterator[Any]:
        """Join the scratch file to a register's connection as ``staged`` while a block runs.

        Yields:
            The connection, on which both can be named in one statement.

        Raises:
            UserError: The scratch database is closed.
        """
        self._refuse_gone()
        raw: Any = register.db.conn
        key = self._key.pragma_value() if self._key else ""
        raw.execute("ATTACH DATABASE ? AS staged KEY ?", (self._name, key))
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
        """Read rows over a connection of the scratch database's own, from whichever thread.

        Raises:
            UserError: The scratch database is closed.
        """
        self._refuse_gone()
        if self._key is not None and not self._readers:
            self._readers.append(connection.connect(Path(self._name), self._key))
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

    def _refuse_gone(self) -> None:
        if not self._finalizer.alive:
            raise UserError(
                "The list is not at hand any more.", "Nothing was lost. Read the list again."
            )

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


def _close(readers: list[Database]) -> None:
    for reader in readers:
        reader.close()
    readers.clear()


def _remove(home: Path, lock: FileLock, readers: list[Database]) -> None:
    _close(readers)
    lock.release()
    shutil.rmtree(home, ignore_errors=True)
