"""Handling very many small objects at once."""

import contextlib
import gc
from collections.abc import Iterator


@contextlib.contextmanager
def collector_paused() -> Iterator[None]:
    """Pause the search for reference cycles while a block handles very many objects.

    Rows and cells never refer back to one another, so the search finds nothing; over a list of
    100,000 rows it costs a third of the time, and more than its share over a longer one, and it
    holds up every thread, the window's too. While Qt walks over all widgets, nothing that the
    search finds may go.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
