"""The register: one encrypted file with everything in it (create, open, second connection)."""

import contextlib
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from filelock import Timeout

from audit_desk.errors import UserError
from audit_desk.storage import cipher, connection, migrations
from audit_desk.storage.database import Database
from audit_desk.storage.history import History
from audit_desk.storage.register_lock import RegisterLock

SUFFIX = ".auditdesk"
LEAST_PASSPHRASE = 8
"""The fewest characters a new passphrase may have."""

Derive = Callable[[str, bytes], cipher.RawKey]


class Register:
    """An open register.

    One thread at a time uses it. Work on another thread takes ``second()``.

    Attributes:
        path: The file.
        db: The connection; only ``storage`` uses it.
        history: The append-only record.
        is_open: Whether it can be used still.
    """

    def __init__(
        self, path: Path, db: Database, raw_key: cipher.RawKey, lock: RegisterLock | None
    ) -> None:
        self.path = path
        self.db = db
        self.history = History(db)
        self._raw_key = raw_key
        self._lock = lock
        self.is_open = True

    @property
    def name(self) -> str:
        """The register's name: its file's name without the ending."""
        return self.path.stem

    @classmethod
    def create(cls, path: Path, passphrase: str) -> "Register":
        """Create a new register and return it open.

        Raises:
            UserError: The file exists, the folder does not, it cannot be written, or the
                passphrase is too short.
        """
        if len(passphrase) < LEAST_PASSPHRASE:
            raise UserError(
                f"The passphrase has fewer than {LEAST_PASSPHRASE} characters.",
                "Four or five unrelated words make a good one.",
            )
        if path.exists():
            raise _exists(path)
        if not path.parent.is_dir():
            raise UserError(
                f"There is no folder {path.parent}.", "Create it first, or choose another folder."
            )
        lock = _take_lock(path)
        raw_key = cipher.derive(passphrase, cipher.new_salt())
        try:
            db = connection.connect(path, raw_key)
            with connection.plain_words():
                connection.prepare(db)
                migrations.migrate(db)
        except BaseException:
            remove_register(path)
            lock.give_back()
            raise
        return cls(path, db, raw_key, lock)

    @classmethod
    def open(cls, path: Path, passphrase: str, derive: Derive = cipher.derive) -> "Register":
        """Open a register.

        Args:
            path: The file.
            passphrase: Its passphrase.
            derive: Derives the key from the passphrase and the salt.

        Raises:
            UserError: It is not a register, the passphrase is wrong, it was made by a newer
                version, it is in use, or it is damaged: five different sentences. The file
                is never changed by a refusal.
        """
        salt = _salt_of(path)
        lock = _take_lock(path)
        db: Database | None = None
        try:
            raw_key = derive(passphrase, salt)
            db = connection.connect(path, raw_key)
            _prove_key(path, db, raw_key)
            _refuse_newer(path, db)
            with connection.plain_words():
                connection.prepare(db)
                migrations.migrate(db)
        except BaseException:
            if db is not None:
                db.close()
            lock.give_back()
            raise
        return cls(path, db, raw_key, lock)

    def second(self) -> "Register":
        """Return another connection to the same register, for work on another thread."""
        db = connection.connect(self.path, self._raw_key)
        connection.prepare(db)
        return Register(self.path, db, self._raw_key, lock=None)

    def transaction(self) -> connection.Transaction:
        """Run a block as one transaction: all of it or nothing.

        Raises:
            UserError: The file is locked, full, damaged or read-only.
        """
        return connection.Transaction(self.db, self.history)

    def opens_with(self, passphrase: str) -> bool:
        """Whether this register's own passphrase is this one; takes as long as opening it."""
        return cipher.derive(passphrase, self._raw_key.salt) == self._raw_key

    def back_up(self, target: Path) -> None:
        """Copy the register into a new file that opens with the same passphrase.

        Raises:
            UserError: The target exists or cannot be written.
        """
        if target.exists():
            raise _exists(target)
        copy: Any = None
        try:
            copy = connection.connect(target, self._raw_key)
            with connection.plain_words():
                self.db.conn.backup(copy.conn)  # the same key, so pages are copied as they are
        except BaseException as fault:
            if copy is not None:
                copy.close()
            with contextlib.suppress(OSError):
                target.unlink(missing_ok=True)
            if isinstance(fault, connection.DatabaseFault):
                raise UserError(
                    f"{target} cannot be written.", "Choose a folder in which you may write."
                ) from fault
            raise
        copy.close()

    def close(self) -> None:
        """Close the register and let others open it."""
        self.is_open = False
        self.db.close()
        if self._lock is not None:
            self._lock.give_back()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _salt_of(path: Path) -> bytes:
    if path.is_dir():
        raise UserError(f"{path.name} is a folder.", "Choose a register file in it.")
    if not path.exists():
        raise UserError(f"There is no file {path}.", "Check the name, or create a new register.")
    try:
        salt = cipher.read_salt(path)
    except OSError as fault:
        raise UserError(
            f"{path.name} cannot be read.", "Ask its owner for permission to read it."
        ) from fault
    if salt is None:
        raise UserError(
            f"{path.name} is not an Audit Desk register.",
            "It was not changed. Registers usually end in .auditdesk; to bring in a case list,"
            " open a register first.",
        )
    return salt


def is_whole(path: Path) -> bool:
    """Whether a closed register's one file holds all that was written in it.

    Where the disk was full at the end, the last of it still lies in a file beside it.
    """
    beside = path.with_name(f"{path.name}-wal")
    return not beside.exists() or beside.stat().st_size == 0


def remove_register(path: Path) -> None:
    """Remove a register that was only half made, with the files beside it."""
    for suffix in ("", "-wal", "-shm"):
        with contextlib.suppress(OSError):
            path.with_name(path.name + suffix).unlink(missing_ok=True)


def move_register(path: Path, target: Path) -> None:
    """Give a closed register another name in its folder.

    Raises:
        UserError: It cannot be moved; it is where it was.
    """
    try:
        path.rename(target)
    except OSError as fault:
        raise UserError(f"{target} cannot be written.", "Choose another folder or name.") from fault
    remove_register(path)  # what is left beside it


def _take_lock(path: Path) -> RegisterLock:
    # One process at a time: two windows on one register would show each other stale answers.
    try:
        return RegisterLock.take(path)
    except Timeout as fault:
        raise _in_use(path) from fault
    except OSError as fault:
        raise UserError(
            f"Audit Desk may not write in the folder {path.parent}.",
            "Copy the register to a folder in which you may write, and open it there.",
        ) from fault


def _prove_key(path: Path, db: Database, raw_key: cipher.RawKey) -> None:
    if path.stat().st_size < cipher.PAGE_BYTES:
        raise _damaged(path)
    try:
        db.execute("SELECT count(*) FROM sqlite_master").fetchone()
        pages = db.execute("PRAGMA page_count").fetchone()[0]
        waiting = path.with_name(f"{path.name}-wal")
        if not waiting.exists() and pages * cipher.PAGE_BYTES > path.stat().st_size:
            raise _damaged(path)
    except connection.DatabaseFault as fault:
        if "locked" in str(fault).lower():
            raise _in_use(path) from fault
        connection.say_out_of_reach(fault)
        if cipher.any_page_opens(path, raw_key):
            raise _damaged(path) from fault
        raise UserError(
            "The passphrase is wrong.",
            "Capital letters and spaces count. The file was not changed.",
        ) from fault


def _exists(path: Path) -> UserError:
    return UserError(f"{path.name} already exists.", "Nothing was changed. Choose another name.")


def _in_use(path: Path) -> UserError:
    return UserError(
        f"{path.name} is in use.",
        "It is open in another window or program. Close it there and try again.",
    )


def _damaged(path: Path) -> UserError:
    return UserError(
        f"{path.name} is damaged.",
        "It was not changed. Keep the file. Go back to your last backup, or ask for a pack again.",
    )


def _refuse_newer(path: Path, db: Database) -> None:
    with connection.plain_words():
        unknown = migrations.unknown_steps(db)
    if unknown:
        raise UserError(
            f"{path.name} was made by a newer version of Audit Desk.",
            "It was not changed. Install the newer version to open it.",
        )
