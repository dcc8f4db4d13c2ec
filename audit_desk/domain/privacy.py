"""Finds in running text what identifies a person, so that whoever writes can put it otherwise.

An audit names a child by reference and everybody else by role: names, addresses, birth dates and
official numbers do not belong in it. Nothing is held back here; a text is only looked through.
Every search takes time in proportion to the text, and none reaches over the end of a line.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from audit_desk.domain import birth_dates
from audit_desk.domain import identifier_shapes as shapes
from audit_desk.domain.identifiers import looks_like_nhs_number, looks_like_upn
from audit_desk.domain.known_names import NOBODY, KnownNames
from audit_desk.domain.privacy_kinds import Kind
from audit_desk.domain.privacy_rules import (
    is_address,
    is_insurance_number,
    is_phone_number,
    is_postcode,
    is_reference_number,
)
from audit_desk.domain.school_names import schools

_ALIKE = str.maketrans(
    "\u00a0\u2007\u2009\u202f\t\u2010\u2011\u2012\u2013\u2212\u2019", "     -----'"
)
"""Blanks, hyphens and apostrophes that word processors put in, as the plain ones: one for one,
so that positions stay."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text that looks like an identifier.

    Attributes:
        start: Its first character, counted in Python's characters.
        end: The one after its last.
        kind: What it looks like.
    """

    start: int
    end: int
    kind: Kind

    @property
    def words(self) -> str:
        """What it looks like and what to write instead, in two short sentences."""
        return f"Looks like {self.kind.noun_with_article}. {self.kind.advice}"


Spans = Iterable[tuple[int, int]]
Finder = Callable[[str], Spans]


def scan(text: str, names: KnownNames = NOBODY) -> tuple[Mark, ...]:
    """Return what in a text looks like an identifier, in order, never overlapping.

    Args:
        text: Any text.
        names: The names that the register knows.
    """
    if not text or text.isspace():
        return ()
    plain = text.translate(_ALIKE)
    found = [Mark(*span, kind) for kind, find in _finders(plain) for span in find(plain)]
    found += [Mark(*span, Kind.NAME) for span in names.found_in(plain)]
    return tuple(_apart(found))


def excerpt(text: str, mark: Mark) -> str:
    """Return the beginning of what was found: enough to know it by, too little to pass it on."""
    found = " ".join(text[mark.start : mark.end].split())
    return f"{found[: max(1, min(3, len(found) - 2))].rstrip()}…"


def _apart(marks: list[Mark]) -> Iterator[Mark]:
    end = 0
    for mark in sorted(marks, key=lambda one: (one.start, -one.end)):
        if mark.start >= end:
            yield mark
            end = mark.end


def _checked(shape: str, edge: str, check: Callable[[str], bool]) -> Finder:
    """Return a finder that tries the shape at every place, for a check digit to decide.

    Args:
        shape: The shape.
        edge: What may stand neither before nor after it.
        check: Whether the check digit is right.
    """
    pattern = re.compile(rf"(?<!{edge})(?=({shape})(?!{edge}))")

    def find(text: str) -> Spans:
        return (found.span(1) for found in pattern.finditer(text) if check(found[1]))

    return find


def _words(shape: str, check: Callable[[str], bool] = bool) -> Finder:
    """Return a finder of a shape that stands by itself, not amid a word or reference."""
    pattern = re.compile(rf"(?<![\w/])(?<!\w-)(?P<whole>{shape})(?!\w)")
    named = "number" if "number" in pattern.groupindex else "whole"

    def find(text: str) -> Spans:
        return (found.span(named) for found in pattern.finditer(text) if check(found[0]))

    return find


def _is_spaced_upn(text: str) -> bool:
    return looks_like_upn(text.replace(" ", "").replace("-", ""))


def _finders(text: str) -> Iterator[tuple[Kind, Finder]]:
    """Yield what can find anything at all: most sentences have no digit."""
    if _DIGIT.search(text):
        yield from _NUMBERED
    if "@" in text:
        yield Kind.EMAIL, _EMAIL
    yield Kind.SCHOOL, schools


_DIGIT = re.compile(r"\d")
_EMAIL = _words(shapes.EMAIL)
_NUMBERED: tuple[tuple[Kind, Finder], ...] = (
    (Kind.NHS_NUMBER, _checked(shapes.NHS_NUMBER, r"\d", looks_like_nhs_number)),
    (Kind.PUPIL_NUMBER, _checked(shapes.UPN_SPACED, r"\w", _is_spaced_upn)),
    (Kind.POSTCODE, _words(shapes.POSTCODE, is_postcode)),
    (Kind.PHONE, _words(shapes.PHONE, is_phone_number)),
    (Kind.ADDRESS, _words(shapes.ADDRESS_IN_TEXT, is_address)),
    (Kind.INSURANCE, _words(shapes.INSURANCE, is_insurance_number)),
    (Kind.PLACEMENT, _words(shapes.PLACEMENT)),
    (Kind.CRIME, _words(shapes.CRIME)),
    (Kind.CRIME, _words(shapes.POLICE_REFERENCE, is_reference_number)),
    (Kind.BIRTH_DATE, birth_dates.found_in),
)
