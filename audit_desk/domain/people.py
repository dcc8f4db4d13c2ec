"""Whether two ways of writing a name mean the same member of staff.

Council systems write "Leigh, Ezra" where a person types "Ezra Leigh". Only what certainly is
one name is taken as one: initials, shortened first names and other spellings are other people.
"""

import unicodedata
from functools import lru_cache

_PLAIN = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-"})  # noqa: RUF001 - what lists write


@lru_cache(maxsize=4096)
def person_key(name: str) -> str:
    """Return what is equal for all ways of writing one name; empty for a blank name.

    Capitals, spaces, the shape of apostrophes and hyphens, and "Surname, First" make no
    difference.

    Args:
        name: A name as a list has it or as somebody typed it.
    """
    text = unicodedata.normalize("NFKC", name).translate(_PLAIN).casefold()
    surname, comma, first = text.partition(",")
    turned = f"{first} {surname}" if comma and "," not in first else text
    return " ".join(turned.split())


def same_person(one: str, other: str) -> bool:
    """Whether two names mean the same person; a blank name means nobody."""
    key = person_key(one)
    return bool(key) and key == person_key(other)
