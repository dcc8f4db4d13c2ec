"""Begins to unlock a register before it is opened; light, so that it can be loaded first."""

from pathlib import Path

from audit_desk.storage.early_key import EarlyKey

__all__ = ["EarlyKey", "begin_unlocking"]


def begin_unlocking(path: Path, passphrase: str) -> EarlyKey:
    """Begin to derive a register's key; hand what is returned to ``open_register``."""
    return EarlyKey(path, passphrase)
