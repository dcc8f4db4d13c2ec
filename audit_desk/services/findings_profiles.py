"""The sample beside its frame: does it look like the children it was drawn from?"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from audit_desk.domain.bands import Bands, age_bands, count_bands, date_bands, whole_number
from audit_desk.domain.case import Facts, FactValue
from audit_desk.domain.case_field import CaseField, FieldKind
from audit_desk.domain.case_fields import CASE_FIELDS
from audit_desk.domain.sample_profile import Profile, ProfileRow

NOT_RECORDED = "Not recorded"
_MOST_ROWS = 12
_FIRST = (
    "exploitation_type",
    "gender",
    "age",
    "team",
    "status",
    "missing",
    "missing_episodes",
    "ethnicity",
    "disability",
    "previously_open",
    "cst_start",
    "opened",
    "need",
    "legal_status",
    "abuse_category",
    "placement_type",
    "placement_location",
    "nrm",
    "uasc",
    "deprivation_decile",
    "rhi_offered",
    "rhi_accepted",
)
"""What a reader asks for first; every other attribute follows in the catalogue's order."""
_DATES = ("cst_start", "opened", "eh_start", "referral_date", "cp_start", "cla_start")
"""When a child's case began: other dates say how it went on, which is what the audit reads."""
_YES_NO = ("Yes", "No")
_ANY_MISSING = "Any missing episode"


@dataclass(frozen=True, slots=True)
class _Attribute:
    """One attribute: how its value is read of a case, and the order of its values."""

    label: str
    keys: tuple[str, ...]
    bands: Bands

    def of(self, facts: Facts) -> str:
        """Read the first of the keys that the case has a fact for."""
        read, _ = self.bands
        return next((read(facts[key]) for key in self.keys if key in facts), "") or NOT_RECORDED


def profiles(frame: Sequence[Facts], sample: Sequence[Facts]) -> tuple[Profile, ...]:
    """Compare the drawn cases with their frame, attribute by attribute, the usual ones first.

    Ages, counts and the dates on which cases were opened stand in bands. Left out are
    attributes that tell nobody apart, and names of staff: a round looks at practice, and its
    report is no place to set workers beside each other. Risk levels are not among the
    attributes; exploitation assessments are read without bands.

    Args:
        frame: The facts of all eligible cases.
        sample: The facts of the drawn ones.
    """
    present = {key for facts in frame for key in facts} | {key for facts in sample for key in facts}
    fields = sorted(CASE_FIELDS, key=lambda each: _place(each.key))
    attributes = [
        _attribute(each, frame)
        for each in fields
        if _is_compared(each) and (each.key in present or _means_missing(each.key, present))
    ]
    found = (_profile(each, frame, sample) for each in attributes)
    return tuple(profile for profile in found if profile is not None)


def _place(key: str) -> int:
    return _FIRST.index(key) if key in _FIRST else len(_FIRST)


def _is_compared(each: CaseField) -> bool:
    if each.names_staff:
        return False
    return each.groups or each.kind is FieldKind.COUNT or each.key in _DATES


def _means_missing(key: str, present: set[str]) -> bool:
    return key == "missing" and "missing_episodes" in present


def _attribute(each: CaseField, frame: Sequence[Facts]) -> _Attribute:
    label = each.label
    if each.key == "missing":
        return _Attribute(_ANY_MISSING, ("missing_episodes", "missing"), (_any_missing, _YES_NO))
    values = (facts[each.key] for facts in frame if each.key in facts)
    if each.kind is FieldKind.AGE:
        return _Attribute(label, (each.key,), age_bands())
    if each.kind is FieldKind.COUNT:
        return _Attribute(label, (each.key,), count_bands(values))
    if each.kind is FieldKind.DATE:
        return _Attribute(label, (each.key,), date_bands(values))
    order = _YES_NO if each.kind is FieldKind.YES_NO else ()
    return _Attribute(label, (each.key,), (_plain, order))


def _plain(value: FactValue) -> str:
    return str(value).strip()


def _any_missing(value: FactValue) -> str:
    """Read a count of episodes, or a plain Yes or No."""
    if value in _YES_NO:
        return str(value)
    episodes = whole_number(value)
    if episodes is None:
        return ""
    return "Yes" if episodes > 0 else "No"


def _profile(
    attribute: _Attribute, frame: Sequence[Facts], sample: Sequence[Facts]
) -> Profile | None:
    in_frame = Counter(attribute.of(facts) for facts in frame)
    in_sample = Counter(attribute.of(facts) for facts in sample)
    values = set(in_frame) | set(in_sample)
    if len(values) < 2 or values == {NOT_RECORDED}:  # noqa: PLR2004 - one value tells nobody apart
        return None
    _, order = attribute.bands

    def place(value: str) -> tuple[bool, int, int, str]:
        fixed = order.index(value) if value in order else len(order)
        return (value == NOT_RECORDED, fixed, -in_frame[value], value)

    rows = [
        ProfileRow(value, in_frame[value], in_sample[value]) for value in sorted(values, key=place)
    ]
    return Profile(attribute.label, _shortened(rows))


def _shortened(rows: list[ProfileRow]) -> tuple[ProfileRow, ...]:
    """Put the rarest of very many values together: of each alone nothing could be said."""
    if len(rows) <= _MOST_ROWS:
        return tuple(rows)
    last = [row for row in rows if row.value == NOT_RECORDED]
    named = [row for row in rows if row.value != NOT_RECORDED]
    kept = named[: _MOST_ROWS - 1 - len(last)]
    rare = named[len(kept) :]
    others = ProfileRow(
        f"{len(rare)} other values",
        sum(row.in_frame for row in rare),
        sum(row.in_sample for row in rare),
    )
    return (*kept, others, *last)
