"""How hard a passphrase is to guess: a hint while typing, no promise."""

import math
from enum import Enum

_POOLS = (
    (str.islower, 26),
    (str.isupper, 26),
    (str.isdecimal, 10),
    (lambda letter: not letter.isalnum(), 20),
)
_WORD_BITS = 12.0  # a word of everyday vocabulary, however long it is
_FAIR, _STRONG = 40.0, 55.0


class Strength(Enum):
    """Three steps, each with what to say."""

    NONE = ""
    WEAK = "Easy to guess. Add a few unrelated words."
    FAIR = "Fair. One more word makes it strong."
    STRONG = "Strong."


def strength(passphrase: str) -> Strength:
    """Return how strong a passphrase is.

    Each word counts as its letters or as one word of a vocabulary, whichever is less; what
    repeats counts once.
    """
    if not passphrase:
        return Strength.NONE
    bits = sum(_bits(word) for word in dict.fromkeys(passphrase.casefold().split()))
    if bits < _FAIR:
        return Strength.WEAK
    return Strength.STRONG if bits >= _STRONG else Strength.FAIR


def _bits(word: str) -> float:
    pool = sum(size for belongs, size in _POOLS if any(map(belongs, word)))
    spelled = len(set(word)) * math.log2(max(pool, 2))
    return min(spelled, _WORD_BITS) if word.isalpha() else spelled
