"""Which way a text reads, and which of its words have to be set as a whole."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

JOINERS = "\u200c\u200d"
_WORDS = re.compile("[RM]*R[RM]*|C[CM]*")
_JOINED = (range(0x0900, 0x10A0), range(0x1780, 0x1800))
"""The scripts of South Asia from Devanagari to Myanmar, and Khmer."""


def is_from_the_right(text: str) -> bool:
    """Whether any of a text reads from the right to the left."""
    return not text.isascii() and "R" in map(_kind, text)


def is_mostly_from_the_right(text: str) -> bool:
    """Whether more than half of a text's letters read from the right to the left."""
    if text.isascii():
        return False
    kinds = [_kind(each) for each in text if each.isalpha()]
    return 2 * kinds.count("R") > len(kinds)


def joined_words(text: str) -> Iterator[re.Match[str]]:
    """Yield the places in a text that have to be set as a whole, by a typeface that has all."""
    return _WORDS.finditer("".join(map(_kind, text)))


@lru_cache(20_000)
def _kind(character: str) -> str:
    """Return how a character is set: from the right, joined, as a mark on another, or plainly."""
    if character in JOINERS or unicodedata.category(character) in {"Mn", "Mc"}:
        return "M"
    if unicodedata.bidirectional(character) in {"R", "AL"}:
        return "R"
    code = ord(character)
    return "C" if any(code in each for each in _JOINED) else "."
