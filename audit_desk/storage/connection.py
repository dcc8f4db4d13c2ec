"""One encrypted connection: its pragmas, its transactions, its faults in plain words."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

import sqlcipher3

from audit_desk.errors import UserError
from audit_desk.storage.cipher import RawKey
from audit_desk.storage.database import Database
from audit_desk.storage.history import History

_BUSY_MILLISECONDS = 5_000
_STATEMENTS = 1_000
"""More statements than a session has: once as many as are kept were seen, each new one would push
out the one before it, and be read and planned again whenever it is run."""
_DAMAGED_WORDS = ("malformed", "not a database")

DatabaseFault = sqlcipher3.DatabaseError
"""What the encrypted database raises; callers outside storage never need it."""


def connect(path: Path, raw_key: RawKey) -> Database:
    """Open an encrypted connection. Nothing is read yet, so a wrong key shows later.

    The window opens a register on a worker's thread, because deriving the key takes a while,
    and then owns it; that is why another thread than the opening one may use it.
    """
    connection: Any = sqlcipher3.connect(
        str(path),
        isolation_level=None,
        timeout=_BUSY_MILLISECONDS / 1000,
        cached_statements=_STATEMENTS,
        check_same_thread=False,
        uri=True,  # so that a scratch database in memory can be joined to it
    )
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f'PRAGMA key = "{raw_key.pragma_value()}"')
    return Database(connection)


def connect_memory(name: str) -> Database:
    """Open a database in memory that other connections of this process reach by its name."""
    return Database(
        sqlcipher3.connect(name, isolation_level=None, check_same_thread=False, uri=True)
    )


def prepare(db: Database) -> None:
    """Set what every connection needs: keys between tables, and writes that survive a power cut.

    Raises:
        DatabaseFault: The key is wrong or the file damaged; this is the first read.
    """
    db.execute("SELECT count(*) FROM sqlite_master").fetchone()
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("PRAGMA synchronous = FULL")
    db.execute("PRAGMA secure_delete = ON")
    db.execute("PRAGMA temp_store = MEMORY")  # nothing of a child in a clear temporary file
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA cache_size = -64000")  # KiB: the indexes of a long list stay in memory


class Transaction:
    """A block that is one transaction: all of it or nothing; blocks within it join in.

    It takes the write lock at its start, so that what it reads is still so when it writes, and
    the history need not look for its last line at each line that is added. A class, because
    each answer that is saved goes through it and a generator takes three times as long.

    Raises:
        UserError: The file is locked by another program, full, damaged or read-only.
    """

    def __init__(self, db: Database, history: History) -> None:
        self._raw: Any = db.conn
        self._history = history
        self._joins = False

    def __enter__(self) -> None:
        self._joins = self._raw.in_transaction
        if self._joins:
            return
        try:
            self._raw.execute("BEGIN IMMEDIATE")
            self._history.hold()
        except BaseException as fault:
            self._undo(fault)
            raise

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._joins:
            return
        self._history.let_go()
        if error is not None:
            self._undo(error)
            return
        try:
            self._raw.execute("COMMIT")
        except BaseException as fault:
            self._undo(fault)
            raise

    def _undo(self, why: BaseException) -> None:
        with plain_words():
            if self._raw.in_transaction:  # a full disk may have ended it already
                self._raw.execute("ROLLBACK")
        if isinstance(why, DatabaseFault):
            _say(why)


@contextlib.contextmanager
def plain_words() -> Iterator[None]:
    """Turn the database's own faults into sentences."""
    try:
        yield
    except DatabaseFault as fault:
        _say(fault)
        raise


def _say(fault: Exception) -> None:
    """Raise what there is to say of a fault of the database; nothing where it is no user's."""
    text = str(fault).lower()
    if "locked" in text or "busy" in text:
        raise UserError(
            "Another program is writing to this register.",
            "Nothing was saved just now. Close the other program and try again.",
        ) from fault
    say_out_of_reach(fault)
    if "readonly" in text:
        raise UserError(
            "This register cannot be written to.",
            "Copy it to a folder in which you may write, and open it there.",
        ) from fault
    if any(word in text for word in _DAMAGED_WORDS):
        raise UserError(
            "This register is damaged.",
            "It was not changed. Keep the file, and go back to your last backup.",
        ) from fault


def say_out_of_reach(fault: Exception) -> None:
    """Say that there is no room on the disk, or that it is gone; nothing of any other fault.

    Raises:
        UserError: It is so. The file itself may be as sound as ever.
    """
    text = str(fault).lower()
    if "full" in text:
        raise UserError(
            "The disk is full.",
            "Nothing was saved just now. Make room on the disk and try again.",
        ) from fault
    if "disk i/o error" in text:
        raise UserError(
            "The disk is full, or it is out of reach.",
            "Nothing was saved just now. Make room on it, or put the stick in again. If that does"
            " not help, close the window and open the file again.",
        ) from fault
