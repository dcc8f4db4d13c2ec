"""Keeps a library's own outcry off the console.

The reader of workbooks writes a stack trace to the process's standard error before its failure
can be caught. That is no news to a person, who gets a plain sentence instead.
"""

import os
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_STDERR = 2
_ONE_AT_A_TIME = threading.Lock()
"""Standard error belongs to the process: two threads must not swap it at once."""


@contextmanager
def stderr_silenced() -> Iterator[None]:
    """Hold back what is written to standard error; let it through unless the block fails."""
    with _ONE_AT_A_TIME:
        try:
            kept = os.dup(_STDERR)
        except OSError:  # a windowed program may have none
            yield
            return
        with tempfile.TemporaryFile() as held:
            os.dup2(held.fileno(), _STDERR)
            try:
                yield
            finally:
                os.dup2(kept, _STDERR)
                os.close(kept)
            held.seek(0)
            os.write(_STDERR, held.read())
