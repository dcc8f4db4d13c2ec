"""Making a hundred thousand lasting objects without the window standing still for it."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from audit_desk.domain.bulk import collector_paused


def keep_what_is_loaded() -> None:
    """Keep Python's search for unused cycles off what is loaded by now, which stays to the end.

    Over all modules of a window one search takes as long as two frames, and it comes at any time.
    """
    gc.freeze()


@contextmanager
def many_lasting_objects() -> Iterator[None]:
    """Keep Python's search for unused cycles off what is made within, then and later.

    The search holds up every thread while it walks over all objects: a quarter of a second with
    100,000 cases, in the middle of a word that is being typed. Cases are in no cycles and go as
    soon as nobody holds them, so there is nothing to be found among them.
    """
    gc.collect()
    with collector_paused():
        yield
    gc.freeze()
