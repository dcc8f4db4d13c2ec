"""What looks like an identifier in the lines of a text field, in the units that Qt counts in."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from audit_desk.domain.answer_check import LONGEST_TEXT
from audit_desk.domain.known_names import KnownNames
from audit_desk.domain.privacy_kinds import PassageKey, passage_key

if TYPE_CHECKING:
    from audit_desk.domain.own_contact import Letter
    from audit_desk.domain.privacy import Mark

_NAMED = 3
"""So many are named in the line below a text."""


@dataclass(frozen=True, slots=True)
class Found:
    """Something that looks like an identifier.

    Attributes:
        start: Where it begins, in UTF-16 units as Qt counts: an emoji takes two.
        end: Where it ends, in the same.
        shown: What it is with its beginning: ``postcode “BL9…”``.
        words: What it looks like and what to write instead.
        advice: What to write instead.
        key: What it is in every text of its audit, so that it can be said not to be one.
    """

    start: int
    end: int
    shown: str
    words: str
    advice: str
    key: PassageKey


def units(text: str) -> int:
    """Return the length of a text as Qt counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


class LineScanner:
    """Looks through a text line by line, and through a line again only when it has changed."""

    def __init__(self) -> None:
        self._known: KnownNames | None = None
        self._marks: dict[str, tuple[Mark, ...]] = {}

    def found_in(
        self, text: str, known: KnownNames, letter: "Letter | None" = None
    ) -> tuple[Found, ...]:
        """Return what looks like an identifier in a text, in order.

        What lies beyond the longest text that can be kept is not looked at: it is refused.

        Args:
            text: The text.
            known: The names that are known.
            letter: Between whom it goes, where it is a letter.
        """
        from audit_desk.domain.privacy import excerpt, scan  # loaded by the first look

        before = self._marks if known is self._known else {}
        self._known, self._marks = known, {}
        found, start = [], 0
        lines = text[:LONGEST_TEXT].split("\n")
        for number, line in enumerate(lines):
            if line not in self._marks:
                held = before.get(line)
                self._marks[line] = scan(line, known) if held is None else held
            read = 0
            for mark in self._marks[line]:
                if letter is not None and letter.is_own(lines, number, mark):
                    continue
                begin = start + units(line[read : mark.start])
                start, read = begin + units(line[mark.start : mark.end]), mark.end
                shown = f"{mark.kind.noun} “{excerpt(line, mark)}”"
                key = passage_key(mark.kind, line[mark.start : mark.end])
                found.append(Found(begin, start, shown, mark.words, mark.kind.advice, key))
            start += units(line[read:]) + 1
        return tuple(found)


def words_for(found: Sequence[Found]) -> str:
    """Return the line below a text: how many, which, and what to write instead."""
    if not found:
        return ""
    if len(found) == 1:
        return f"1 thing here looks like an identifier: {found[0].shown}. {found[0].advice}"
    named = list(dict.fromkeys(each.shown for each in found))
    more = len(named) - _NAMED
    shown = ", ".join(named[:_NAMED]) + (f" and {more} more" if more > 0 else "")
    return f"{len(found)} things here look like identifiers: {shown}."
