"""What a person said of a list, to be said once only: its columns, its values, which list it is.

A profile holds headings, never a row: nothing of a child is in it, so that it can be passed on
to another council with the same system.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from audit_desk.domain.case_event import ListKind
from audit_desk.domain.column_recognition import header_key

_ALIKE = 0.8
"""The share of all headings that two lists have in common when one is the other, grown a bit."""
_A_ROW = re.compile(r"\d{5}")
"""No heading has such a number; where one seems to, a child's row was taken for the headings."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What a person said of a list.

    Attributes:
        name: What the profile is called.
        kind: What a row of the list stands for.
        headings: The list's headings by their letters and digits alone; see ``heading_keys``.
        mapping: By heading: a field's key, ``system_id``, ``reference``, ``birth_date``, ``skip``.
        translations: By field key: the list's own value, and what it is read as.
        list_name: The list that the next edition belongs to; empty where nobody said.
    """

    name: str
    kind: ListKind = ListKind.CASES
    headings: tuple[str, ...] = ()
    mapping: Mapping[str, str] = field(default_factory=dict)
    translations: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    list_name: str = ""


def heading_keys(headings: Iterable[str]) -> tuple[str, ...]:
    """Return headings as a profile keeps them: each once, in the alphabet's order."""
    keys = {header_key(heading) for heading in headings}
    return tuple(sorted(key for key in keys if key and not _A_ROW.search(key)))


def likeness(profile: Profile, headings: Iterable[str]) -> float:
    """Return how like a list's headings are to a profile's: 1 the same, 0 another list.

    A column that has come or gone since does not make another list, as long as the columns are
    there that a person decided on, and four in five headings of both are the same.
    """
    theirs, ours = set(heading_keys(headings)), set(profile.headings)
    needed = set(heading_keys(profile.mapping))
    if not ours or not needed <= theirs:
        return 0.0
    share = len(ours & theirs) / len(ours | theirs)
    return share if share >= _ALIKE else 0.0
