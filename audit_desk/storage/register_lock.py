"""One window at a time on a register: a hidden file beside it, which goes when the window closes.

It is taken away while it is still locked, and whoever locks it looks whether it still stands
there: so of two windows that race, one is refused, and neither locks a file without a name.
"""

import contextlib
import os
from pathlib import Path
from typing import Self

from filelock import FileLock, Timeout

_TRIES = 3


class RegisterLock:
    """A register's lock, as long as it is held."""

    def __init__(self, lock: FileLock) -> None:
        self._lock = lock

    @classmethod
    def take(cls, path: Path) -> Self:
        """Lock a register for this window.

        Raises:
            Timeout: Another window has it.
            OSError: The folder cannot be written in.
        """
        # Taken where the key is derived, on a worker's thread, and given back on the main one.
        lock = FileLock(_file(path), timeout=0, thread_local=False)
        for _ in range(_TRIES):
            try:
                lock.acquire()
            except Timeout:
                if _file(path).exists():
                    raise
            else:
                if _guards_its_name(lock):
                    return cls(lock)
                lock.release()
        raise Timeout(lock.lock_file)

    def give_back(self) -> None:
        """Let others have the register, and leave nothing beside it."""
        if not self._lock.is_locked:
            return
        file = Path(self._lock.lock_file)
        if os.name != "nt" and _guards_its_name(self._lock):
            _remove(file)
        self._lock.release()
        if os.name == "nt":
            _remove(file)  # only now does Windows let it go, and not where another has it already


def is_held_elsewhere(path: Path) -> bool:
    """Whether another window has a register open, as far as this computer can tell."""
    if not _file(path).exists():
        return False
    try:
        RegisterLock.take(path).give_back()
    except Timeout:
        return True
    except OSError:  # a stick that nobody may write to
        return False
    return False


def _file(path: Path) -> Path:
    return path.with_name(f".{path.name}.lock")


def _guards_its_name(lock: FileLock) -> bool:
    held = lock._context.lock_file_fd  # noqa: SLF001 - there is no other way to the open file
    if held is None:
        return False
    try:
        return os.path.samestat(os.fstat(held), Path(lock.lock_file).stat())
    except FileNotFoundError:
        return False


def _remove(file: Path) -> None:
    with contextlib.suppress(OSError):
        file.unlink()
