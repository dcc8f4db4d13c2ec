"""What coverage need not measure again: the same fixture, set up for the next test."""

import contextlib
from collections.abc import Iterator

from coverage import Coverage


@contextlib.contextmanager
def unmeasured() -> Iterator[None]:
    """Measure nothing during a block; it runs in half the time."""
    running = Coverage.current()
    if running is None:
        yield
        return
    running.stop()
    try:
        yield
    finally:
        running.start()
