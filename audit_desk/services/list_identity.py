"""Which list an imported one is the next edition of."""

import re
from collections.abc import Collection, Sequence

from audit_desk.storage.list_repo import HeldList

_QUOTED = re.compile(r"“(.+?)”")
_ENDING = re.compile(r"\.\w{2,5}$")
_LONGEST = 80
_ALIKE = 0.5
"""A list of the same name counts as the same while it shares this part of its headings."""


def list_title(source: str) -> str:
    """Return what a list is called at first: by its sheet or file, without the file's ending."""
    named = _QUOTED.search(source)
    return _ENDING.sub("", named[1] if named else source)[:_LONGEST].strip() or "List"


def find_list(
    held: Sequence[HeldList], wanted: str | None, title: str, headings: Sequence[str]
) -> tuple[str, HeldList | None]:
    """Return the name of an imported list, and the list of which it is the next edition.

    Args:
        held: The lists that the register knows.
        wanted: The name that a person gave.
        title: What the list is called otherwise, where it is a new one.
        headings: The letters and digits of its headings.
    """
    by_name = {each.name.casefold(): each for each in held}
    if wanted and wanted.strip():
        named = by_name.get(wanted.strip().casefold())
        return (named.name, named) if named else (wanted.strip()[:_LONGEST], None)
    alike = [each for each in held if set(each.headings) == set(headings)]
    namesake = by_name.get(title.casefold())
    if namesake is not None and (namesake in alike or _overlap(namesake, headings) >= _ALIKE):
        return namesake.name, namesake
    if alike:
        last = max(alike, key=lambda each: each.imported_at)
        return last.name, last
    return _unused(title, by_name.keys()), None


def _overlap(held: HeldList, headings: Sequence[str]) -> float:
    both = set(held.headings) | set(headings)
    return len(set(held.headings) & set(headings)) / len(both) if both else 0.0


def _unused(title: str, taken: Collection[str]) -> str:
    name, number = title, 2
    while name.casefold() in taken:
        name, number = f"{title} ({number})", number + 1
    return name
