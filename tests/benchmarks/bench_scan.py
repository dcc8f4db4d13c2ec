"""Looking through a long text for identifiers, against half of it; ordinary and hard texts."""

from functools import partial
from pathlib import Path

from audit_desk.domain.known_names import KnownNames
from audit_desk.domain.privacy import scan
from tests.benchmarks.measure import Row, best

_LENGTH = 1_000_000
_NAMES = KnownNames(["Priya Shah", "James Okafor"])
_TEXTS = {
    "ordinary text": "The worker saw the child at home on 3/4/2026, and Ms Shah agreed. ",
    "one endless word": "a",
    "nothing but digits and blanks": "12 3 ",
    "nothing but dates and capitals": "Jan 12 Ab School ",
}


def rows(_folder: Path) -> list[Row]:
    return [
        Row(
            f"1 MB looked through for identifiers: {name}",
            "half of it",
            best(partial(scan, _of(part, _LENGTH), _NAMES)),
            best(partial(scan, _of(part, _LENGTH // 2), _NAMES)),
            2.2,
        )
        for name, part in _TEXTS.items()
    ]


def _of(part: str, length: int) -> str:
    return part * (length // len(part))
