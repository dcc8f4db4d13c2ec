"""Looking through a long text for identifiers, against half of it; ordinary and hard texts.

Twice as long a text takes twice as long where the time is in proportion to it. It is the time of
the processor, because a search waits for nothing: what else the computer does is not part of it.
"""

import time
from collections.abc import Iterator
from pathlib import Path

from audit_desk.domain.known_names import KnownNames
from audit_desk.domain.privacy import scan
from tests.benchmarks.measure import Row, in_turns

_LENGTH = 1_000_000
_TURNS = 5
_NAMES = KnownNames(["Priya Shah", "James Okafor"])
_TEXTS = {
    "ordinary text": "The worker saw the child at home on 3/4/2026, and Ms Shah agreed. ",
    "one endless word": "a",
    "nothing but digits and blanks": "12 3 ",
    "nothing but dates and capitals": "Jan 12 Ab School ",
}


def rows(_folder: Path) -> Iterator[Row]:
    for name, part in _TEXTS.items():
        taken, of_half = _times(part * (_LENGTH // len(part)), part * (_LENGTH // 2 // len(part)))
        work = f"1 MB looked through for identifiers: {name}"
        yield Row(work, "half of it", taken, of_half, 2.2)


def _times(text: str, half: str) -> list[float]:
    works = (lambda _turn: scan(text, _NAMES), lambda _turn: scan(half, _NAMES))
    return [min(times) for times in in_turns(works, _TURNS, clock=time.process_time)]
