"""Keeps Python 3.11 and older alive under PySide6 6.12.0.

That release takes one reference of ``None`` too many each time a Qt method returns nothing.
From Python 3.12 on ``None`` is immortal and nothing comes of it. Before that its count, some
thousands at the start, runs out within minutes, and the interpreter stops with "deallocating
None". Giving ``None`` the count of an immortal is what Python 3.12 does itself.

It goes when PySide6 6.12.0 or Python 3.11 is no longer supported.
"""

import ctypes
import sys

_IMMORTAL = 1 << 60  # never used up, and far from the largest number that fits


def keep_none_alive() -> None:
    """Give ``None`` a reference count that cannot run out; needed once, harmless again."""
    if sys.version_info < (3, 12) and sys.implementation.name == "cpython":
        ctypes.c_ssize_t.from_address(id(None)).value = _IMMORTAL
