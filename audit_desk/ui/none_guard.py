"""Keeps Python 3.11 and older alive under PySide6 6.12.0.

That release takes one reference of ``None`` too many each time a Qt method returns nothing, and
one of ``True`` each time a signal is emitted that nothing is connected to. From Python 3.12 on
these values are immortal and nothing comes of it. Before that their counts, some thousands at
the start, run out within minutes, and the interpreter stops with "deallocating None". Giving
them the count of an immortal is what Python 3.12 does itself.

It goes when PySide6 6.12.0 or Python 3.11 is no longer supported.
"""

import ctypes
import sys

_IMMORTAL = 1 << 60  # never used up, and far from the largest number that fits


def keep_singletons_alive() -> None:
    """Give ``None``, ``True`` and ``False`` reference counts that cannot run out.

    Needed once; harmless again.
    """
    if sys.version_info < (3, 12) and sys.implementation.name == "cpython":
        for value in (None, True, False):
            ctypes.c_ssize_t.from_address(id(value)).value = _IMMORTAL
