"""The names that a register knows of people who work with its children, and where a text has one.

Staff stand in a case list by name; in an audit's words they are "the worker" or "the manager".
"""

import re
from collections.abc import Iterable, Iterator

from audit_desk.domain.identifiers import is_no_name_word

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[^\W\d_]+")
_SHORTEST_ALONE = 4
"""A shorter surname stands alone for too much else: "Lee", "Ali", "Day"."""
_POSTS = frozenset(
    {"agency", "staff", "allocated", "unallocated", "vacant", "vacancy", "post", "tbc", "none"}
    | {"confirmed", "lead", "auditor", "manager", "officer", "reviewer", "chair", "holder"}
)
"""Words of posts and of gaps in a list: what holds one of them names nobody."""
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "sir", "sgt", "pc", "dc", "ds", "di"})
_EVERYDAY_WORDS = (
    "archer bailey baker banks barber berry best bird bishop bond bridge bridges brook brooks"
    " brown burns bush butcher butler carpenter carter church clay close cook cooper cross dean"
    " early english field fields fish ford forest foster fox french frost gale garden gardner"
    " glass gold good grant gray green grey hall hand hands harper head heath high hill hills"
    " holland holmes hope house hunt hunter joy justice keen king knight lake lamb lane large"
    " lawyer little lodge long lord love major manager march marsh mason may miller mills moon"
    " moor moore more morning moss news noble noon north page park parks parsons peace pearl penny"
    " pike pool poole pope porter potter power price prince read reader reed rice rich rivers rose"
    " rush sage sharp shaw shepherd short silver skinner small smart snow south spring stone"
    " strange street strong summer summers swift taylor temple thorn town turner underwood walker"
    " wall waters weaver webb weeks wells west white wild winter wise wolf wood woods worker"
    " wright young"
)
_EVERYDAY = frozenset(_EVERYDAY_WORDS.split())
"""Surnames that are words as well: alone they say nothing, with a first name or a title they do."""


class KnownNames:
    """Names that are looked for in texts; a thousand take no longer than one.

    Args:
        values: Names as lists and settings have them: "Priya Shah", "SHAH, Priya", "Ms Shah".
            What is a team's name or a post's and nobody's is passed over.
    """

    def __init__(self, values: Iterable[str] = ()) -> None:
        self._alone: set[str] = set()
        self._last: set[str] = set()  # their last letters without a blank, to look no further
        self._pairs: set[tuple[str, str]] = set()
        for value in {" ".join(value.split()) for value in values}:
            self._learn(value)

    def __len__(self) -> int:
        """Return how many surnames and whole names are known."""
        return len(self._alone) + len(self._pairs)

    def _learn(self, value: str) -> None:
        plain = value.replace("\u2019", "'")
        words = [word.casefold() for word in _WORD.findall(plain)]
        if any(is_no_name_word(word) or word in _POSTS for word in words) or _DIGIT.search(plain):
            return
        if len(words) < 2:  # noqa: PLR2004 - "Vacant", "North": one word is no name
            return
        if "," in plain:  # the surname first
            before = len(_WORD.findall(plain.split(",", 1)[0]))
            words = words[before:] + words[:before]
        elif len(words[-1]) == 1:  # "Shah P"
            words = words[-1:] + words[:-1]
        words = [word for word in words if word not in _TITLES]
        if not words:
            return
        self._alone.add(words[-1])
        self._last.add(_LETTERS.findall(words[-1])[-1])
        if len(words) > 1 and len(words[0]) > 1:
            self._pairs |= {(words[0], words[-1]), (words[-1], words[0])}

    def found_in(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where a text names one of them: first name and surname, or a surname alone.

        A surname alone counts with a capital letter, four letters or more, and where it is no
        everyday word; after "Ms" or "Mr" it counts however short it is.
        """
        if self._last.isdisjoint(_LETTERS.findall(text.casefold())):
            return
        before, began, end = "", 0, -2
        for word in _WORD.finditer(text):
            said = word[0]
            if said.endswith(("'s", "'S")):
                said = said[:-2]
            stop = word.start() + len(said)
            folded = said.casefold()
            follows = text[end : word.start()] in {" ", "  ", ", ", ". "}
            if follows and (before, folded) in self._pairs:
                yield began, stop
            elif folded in self._alone and said[:1].isupper():
                titled = follows and before in _TITLES
                if titled or (len(said) >= _SHORTEST_ALONE and folded not in _EVERYDAY):
                    yield word.start(), stop
            before, began, end = folded, word.start(), word.end()


NOBODY = KnownNames()
"""No names at all."""
