"""Keeps Python 3.11 and older alive under PySide6 6.12.0 while signals are emitted.

As with ``None`` (see ``ui.none_guard``), that release takes one reference of ``True`` too many
each time Python code emits a signal that nothing is connected to. A day of reading emits
thousands. From Python 3.12 on both truth values are immortal and nothing comes of it.

It goes when PySide6 6.12.0 or Python 3.11 is no longer supported.
"""

import ctypes
import sys

_IMMORTAL = 1 << 60  # never used up, and far from the largest number that fits


def keep_truth_alive() -> None:
    """Give ``True`` and ``False`` a reference count that cannot run out."""
    if sys.version_info < (3, 12) and sys.implementation.name == "cpython":
        for value in (True, False):
            ctypes.c_ssize_t.from_address(id(value)).value = _IMMORTAL
