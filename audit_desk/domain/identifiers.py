"""Recognises by its content what identifies a child, whatever its column is called.

A council's list may call a column "Col7" or "Locality" and hold names in it. Every check here
is a strict pattern or a check digit; names are judged by a column as a whole, because
"Ashley Bridge" may be a team as well as a child.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from audit_desk.domain import identifier_shapes as shapes

_SHARE = 0.6
"""The share of a column's values that must look alike before the column counts as identifying."""
_VARIETY = 0.3
"""The least share of distinct values among names: teams repeat, children do not."""
_MANY_NAMES = 20
"""So many distinct names count as names however often they repeat."""
_SURE = 5
"""The fewest rows from which a birth column is told by the ages beside it."""

_NHS_WEIGHTS = range(10, 1, -1)
_NHS_SHAPE = re.compile(shapes.NHS_NUMBER)
_UPN_SHAPE = re.compile(shapes.UPN)
_POSTCODE = re.compile(shapes.POSTCODE)
_INSURANCE = re.compile(shapes.INSURANCE)
_PLACEMENT = re.compile(shapes.PLACEMENT)
_CRIME = re.compile(shapes.CRIME)
_SCHOOL = re.compile(rf"\w.* {shapes.SCHOOL_WORDS}")
_EMAIL = re.compile(shapes.EMAIL)
_PHONE = re.compile(shapes.PHONE)
_ADDRESS = re.compile(
    rf"(?i:flat \w+,? )?\d{{1,4}}[A-Za-z]?,? (?:\w+ ){{1,3}}{shapes.STREET_WORDS}\b.*"
)
_NAME_WORD = r"[A-Z][a-zà-ÿ]+(?:['\u2019-]?[A-Z][a-zà-ÿ]+)*"
_NAME = re.compile(
    rf"(?:O['\u2019])?{_NAME_WORD}(?: (?:[A-Z]\.?|(?:O['\u2019])?{_NAME_WORD})){{1,3}}"
)
_NAME_REVERSED = re.compile(r"[A-Z][A-Za-zà-ÿ'\u2019 -]+, ?[A-Z][A-Za-zà-ÿ'\u2019 -]+")
_SERVICE_WORDS = (
    "abuse academy adoption after and area assessment attention black british care carer central"
    " child children childrens college complex council court criminal disability discussion duty"
    " early east emotional exploitation family foster full health help home hospital hub in"
    " intervention leavers leaving legal local locality looked male female mental missing mixed"
    " multi need neglect north not of on order out own placement plan police primary private"
    " protection provision referral residential road review safeguarding school section service"
    " services sexual social south special state status supervision support team the town unit"
    " unknown voluntary ward west white with work worker youth"
)
_NO_NAME_WORDS = frozenset(_SERVICE_WORDS.split())


def looks_like_nhs_number(text: str) -> bool:
    """Return whether a text is an NHS number: ten digits with the modulus-11 check digit."""
    if not _NHS_SHAPE.fullmatch(text):
        return False
    digits = [int(character) for character in text if character.isdigit()]
    check = 11 - sum(map(int.__mul__, digits[:9], _NHS_WEIGHTS)) % 11
    return digits[9] == (0 if check == 11 else check)  # noqa: PLR2004 - modulus 11


def looks_like_upn(text: str) -> bool:
    """Return whether a text is a unique pupil number: a check letter and twelve characters."""
    upper = text.upper()
    if not _UPN_SHAPE.fullmatch(upper):
        return False
    body = [int(character) for character in upper[1:12]]
    last = upper[12]
    body.append(int(last) if last.isdigit() else shapes.UPN_LETTERS.index(last))
    total = sum(weight * digit for weight, digit in enumerate(body, start=2))
    return shapes.UPN_LETTERS[total % 23] == upper[0]


def looks_like_postcode(text: str) -> bool:
    """Return whether a text has the shape of a United Kingdom postcode."""
    return _POSTCODE.fullmatch(text) is not None


def looks_like_phone_number(text: str) -> bool:
    """Return whether a text is a United Kingdom telephone number."""
    return _PHONE.fullmatch(text) is not None


def looks_like_email(text: str) -> bool:
    """Return whether a text is an e-mail address."""
    return _EMAIL.fullmatch(text) is not None


def looks_like_address(text: str) -> bool:
    """Return whether a text begins with a house number and a street."""
    return _ADDRESS.fullmatch(text) is not None


def looks_like_insurance_number(text: str) -> bool:
    """Return whether a text has the shape of a National Insurance number."""
    return _INSURANCE.fullmatch(text) is not None


def looks_like_placement_number(text: str) -> bool:
    """Return whether a text is Ofsted's number of a home: "SC" or "EY" and six digits."""
    return _PLACEMENT.fullmatch(text) is not None


def looks_like_crime_number(text: str) -> bool:
    """Return whether a text has the shape of a police force's crime number."""
    return _CRIME.fullmatch(text) is not None


def looks_like_school(text: str) -> bool:
    """Return whether a text ends as the names of schools do."""
    return _SCHOOL.fullmatch(text) is not None


def looks_like_name(text: str) -> bool:
    """Return whether a text may be a person's name: "First Last" or "LAST, First"."""
    if not (_NAME.fullmatch(text) or _NAME_REVERSED.fullmatch(text)):
        return False
    return not any(map(is_no_name_word, re.findall(r"[a-z]+", text.casefold())))


def is_no_name_word(word: str) -> bool:
    """Return whether a word, in small letters, belongs to teams, posts or statuses: no name's."""
    return word in _NO_NAME_WORDS


_EXACT = (
    (looks_like_nhs_number, "NHS numbers", "an NHS number"),
    (looks_like_upn, "pupil numbers", "a pupil number"),
    (looks_like_email, "e-mail addresses", "an e-mail address"),
    (looks_like_postcode, "postcodes", "a postcode"),
    (looks_like_phone_number, "telephone numbers", "a telephone number"),
    (looks_like_address, "addresses", "an address"),
    (looks_like_insurance_number, "official numbers", "a National Insurance number"),
    (looks_like_placement_number, "placement numbers", "a placement number"),
    (looks_like_crime_number, "police numbers", "a crime number"),
)
_IN_COLUMNS = (
    *((looks, plural) for looks, plural, _ in _EXACT),
    (looks_like_school, "schools"),
)


def identifier_in_value(text: str) -> str | None:
    """Return what identifies a person in one value ("a postcode"), or ``None``.

    Names and schools are not told from one value; see ``identifier_in_column``.
    """
    for looks, _, singular in _EXACT:
        if looks(text):
            return singular
    return None


def identifier_in_column(values: Iterable[str], *, fewest_names: int = 1) -> str | None:
    """Return what a column's values are where they identify people ("names"), or ``None``.

    Args:
        values: The column's values as text without blanks around; empty ones are passed over.
        fewest_names: How many distinct names it takes; a column with a trusted heading needs
            more than one whose heading says nothing.
    """
    present = [value for value in values if value]
    if not present:
        return None
    needed = _SHARE * len(present)
    for looks, plural in _IN_COLUMNS:
        if sum(map(looks, present)) >= needed:
            return plural
    names = [value for value in present if looks_like_name(value)]
    distinct = len(set(names))
    varied = distinct >= min(_MANY_NAMES, _VARIETY * len(present))
    if len(names) >= needed and distinct >= fewest_names and varied:
        return "names"
    return None


def is_birth_column(dates: Sequence[date | None], ages: Sequence[float | int | None]) -> bool:
    """Return whether a column of dates is a date of birth, told by the ages beside it.

    A birth date plus the age gives nearly the same day for every child, the day of the export,
    within the year that whole ages leave open. Ages must differ for that to mean anything.
    """
    pairs = [
        (day, int(age)) for day, age in zip(dates, ages, strict=False) if day and age is not None
    ]
    if len(pairs) < _SURE or len({age for _, age in pairs}) < 3:  # noqa: PLR2004 - see above
        return False
    exports = [day.year + day.timetuple().tm_yday / 365.25 + age for day, age in pairs]
    return max(exports) - min(exports) <= 1.01  # noqa: PLR2004 - one year and a leap day
