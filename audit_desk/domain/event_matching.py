"""Whether two lists speak of the same event, and what both of them together say of it.

An event is told by its child, its kind and when it began. One list may know the day alone and a
later one the time as well: that is the same event, said more precisely, as long as the child has
no other on that day.
"""

from collections.abc import Collection, Iterable

from audit_desk.domain.case import Facts, FactValue

_DAY = 10
"""The characters of a stored moment that are its day."""


def find_same(happened: str, known: Collection[str]) -> str | None:
    """Return which of a child's known events a new one is, by when it began.

    Args:
        happened: When the new one began.
        known: When the child's known events of the kind began.
    """
    if happened in known:
        return happened
    same_day = [other for other in known if other[:_DAY] == happened[:_DAY]]
    if len(same_day) == 1 and (_is_day(happened) or _is_day(same_day[0])):
        return same_day[0]
    return None


def pair(new: Iterable[str], known: Collection[str]) -> dict[str, str]:
    """Return for each of a child's new events that is known already, which one it is.

    An exact beginning comes before a loose one, and no known event is taken twice.

    Args:
        new: When the new events began, each once.
        known: When the known ones began.
    """
    found = {happened: happened for happened in new if happened in known}
    left = set(known) - set(found)
    for happened in new:
        if happened not in found and (same := find_same(happened, left)) is not None:
            found[happened] = same
            left.discard(same)
    return found


def merged(known: Facts, new: Facts) -> Facts:
    """Return what is known of an event once a list has spoken of it again.

    What the list does not bring is kept, and so is a time where it brings the day alone.
    """
    said = {key: value for key, value in new.items() if not _is_vaguer(value, known.get(key))}
    return {**known, **said}


def _is_vaguer(value: FactValue, known: FactValue | None) -> bool:
    return (
        isinstance(value, str)
        and isinstance(known, str)
        and _is_day(value)
        and known.startswith(f"{value}T")
    )


def _is_day(moment: str) -> bool:
    return len(moment) == _DAY
