"""Tells a school's own name from words such as "primary school"."""

import re
from collections.abc import Iterator

from audit_desk.domain import identifier_shapes as shapes

_REACH = 70
"""So many characters before "School" its name may begin."""
_ENDING = re.compile(rf"(?<=[ ])({shapes.SCHOOL_WORDS})(?!\w)")
_WORD = r"(?:[A-Z][A-Za-z\u00c0-\u024f'-]*\.?)"
_LEAD = re.compile(rf"(?<![\w'-])({_WORD}(?: (?:of (?:the )?|& )?{_WORD}){{0,5}}) $")
_GENERIC = (
    "a after all alternative an and another any as at attends attended before boarding both by"
    " children's community comprehensive current day during each early education every first for"
    " academy college form foundation free from further grammar head headteacher he her high his i"
    " if in independent infant infants is it its junior local mainstream middle my named neither"
    " new next no not nor nursery of old on one or other our out police pre-school previous"
    " primary private pupils safer school schools secondary senior she since sixth some special"
    " specialist state that the their there these they this though to transport university upper"
    " virtual was we were what when where which while with year your child young people person the"
)
_NO_NAME = frozenset(_GENERIC.split())


def schools(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a school, nursery, college or academy is called by its own name.

    Its name is what stands before in capital letters, generic words apart: "Northfield High
    School" has one, "High School" and "Her School" have none.
    """
    for ending in _ENDING.finditer(text):
        if not ending[1][0].isupper():
            continue
        begin = max(0, ending.start() - _REACH)
        lead = _LEAD.search(text[begin : ending.start()])
        if lead is None:
            continue
        words = lead[1].split()
        while words and words[0].casefold() in _NO_NAME:
            words.pop(0)
        if any(word.casefold() not in _NO_NAME for word in words):
            yield ending.start() - 1 - len(" ".join(words)), ending.end()
