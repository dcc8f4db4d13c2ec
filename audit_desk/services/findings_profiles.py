"""The sample beside its frame: does it look like the children it was drawn from?"""

from collections import Counter
from collections.abc import Callable, Sequence

from audit_desk.domain.case import Facts, FactValue
from audit_desk.domain.findings import Profile, ProfileRow

NOT_RECORDED = "Not recorded"
_AGE_BANDS = (
    (9, "Under 10"),
    (12, "10 to 12"),
    (15, "13 to 15"),
    (17, "16 to 17"),
)
_OLDEST = "18 or over"
_BAND_ORDER = (*(name for _, name in _AGE_BANDS), _OLDEST)
_YES_NO_ORDER = ("Yes", "No")


def profiles(frame: Sequence[Facts], sample: Sequence[Facts]) -> tuple[Profile, ...]:
    """Compare the drawn cases with their frame, attribute by attribute.

    An attribute that no case has a fact for is left out: a table of "Not recorded" alone says
    nothing. Risk levels are not among the attributes; exploitation assessments are read
    without bands.

    Args:
        frame: The facts of all eligible cases.
        sample: The facts of the drawn ones.
    """
    return tuple(
        profile
        for keys, label, read, order in _ATTRIBUTES
        if (profile := _profile(keys, label, read, order, frame, sample)) is not None
    )


def _plain(value: FactValue) -> str:
    return str(value).strip() or NOT_RECORDED


def _age_band(value: FactValue) -> str:
    age = _whole_number(value)
    if age is None:
        return NOT_RECORDED
    return next((name for oldest, name in _AGE_BANDS if age <= oldest), _OLDEST)


def _any_missing(value: FactValue) -> str:
    """Read a count of episodes, or a plain Yes or No."""
    if value in _YES_NO_ORDER:
        return str(value)
    episodes = _whole_number(value)
    if episodes is None:
        return NOT_RECORDED
    return "Yes" if episodes > 0 else "No"


def _whole_number(value: FactValue) -> int | None:
    try:
        return int(value)
    except ValueError:
        return None


_Reader = Callable[[FactValue], str]
_ATTRIBUTES: tuple[tuple[tuple[str, ...], str, _Reader, tuple[str, ...]], ...] = (
    (("exploitation_type",), "Kind of exploitation", _plain, ()),
    (("gender",), "Gender", _plain, ()),
    (("age",), "Age", _age_band, _BAND_ORDER),
    (("team",), "Team", _plain, ()),
    (("status",), "Status", _plain, ()),
    (("missing_episodes", "missing"), "Any missing episode", _any_missing, _YES_NO_ORDER),
)


def _profile(
    keys: tuple[str, ...],
    label: str,
    read: _Reader,
    order: tuple[str, ...],
    frame: Sequence[Facts],
    sample: Sequence[Facts],
) -> Profile | None:
    in_frame = Counter(_value(facts, keys, read) for facts in frame)
    in_sample = Counter(_value(facts, keys, read) for facts in sample)
    values = set(in_frame) | set(in_sample)
    if values <= {NOT_RECORDED}:
        return None

    def place(value: str) -> tuple[bool, int, int, str]:
        fixed = order.index(value) if value in order else len(order)
        return (value == NOT_RECORDED, fixed, -in_frame[value], value)

    return Profile(
        label,
        tuple(
            ProfileRow(value, in_frame[value], in_sample[value])
            for value in sorted(values, key=place)
        ),
    )


def _value(facts: Facts, keys: tuple[str, ...], read: _Reader) -> str:
    """Read the first of the keys that the case has a fact for."""
    return next((read(facts[key]) for key in keys if key in facts), NOT_RECORDED)
