"""What a stretch of running text must be beyond its shape: these keep false alarms away.

A cell of a list is an identifier or is none; in a sentence "on 12 03 26 a visit" has the shape
of a National Insurance number and "ST4 5th" that of a postcode.
"""

import re

_AREAS_TEXT = (
    "AB AL B BA BB BD BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT"
    " DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD"
    " LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK"
    " SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE"
)
_AREAS = frozenset(_AREAS_TEXT.split())
"""The United Kingdom's postcode areas."""
_POSTCODE = re.compile(r"([A-Z]{1,2})\d[A-Z\d]? ?(\d)([A-Z]{2})", re.IGNORECASE)
_NEVER_INWARD = frozenset("CIKMOV")
_ORDINALS = {"1st", "2nd", "3rd"}
_NEVER_INSURED = frozenset({"BG", "GB", "NK", "KN", "TN", "NT", "ZZ"})
_MONTHS_TEXT = (
    "january february march april may june july august september october november december jan"
    " feb mar apr jun jul aug sep sept oct nov dec"
)
_MONTHS = frozenset(_MONTHS_TEXT.split())
_COURTS = frozenset(
    {"family", "crown", "county", "high", "magistrates", "youth", "supreme", "appeal", "the"}
)
_FIRST_GROUP = 3
_YEARS = range(1990, 2100)
_FEWEST_NAMED, _FEWEST = 3, 4
_DATE = re.compile(r"\d{1,4}[/-]\d{1,2}(?:[/-]\d{1,4})?")
_REFERENCE = re.compile(r"[A-Z][A-Z0-9]{0,7}-\d+", re.IGNORECASE)


def is_postcode(text: str) -> bool:
    """Return whether a postcode's shape lies in an area that exists and is no "ST4 5th"."""
    parts = _POSTCODE.fullmatch(text)
    if parts is None:
        return False
    area, digit, unit = parts.groups()
    ordinal = f"{digit}{unit}" in _ORDINALS or unit == "th"
    return area.upper() in _AREAS and not ordinal and not _NEVER_INWARD & set(unit.upper())


def is_phone_number(text: str) -> bool:
    """Return whether digits are grouped as in a telephone number, on one line.

    Days, months and times in a row ("05 06 07 08 09") come in twos from the start.
    """
    if "\n" in text:
        return False
    if text.startswith(("+", "00")):
        return True
    first = re.split(r"[\s)-]", text.lstrip("("), maxsplit=1)[0]
    return len(first) >= _FIRST_GROUP


def is_insurance_number(text: str) -> bool:
    """Return whether the letters are a number's and not words of a sentence."""
    spaced = " " in text
    return text[:2].upper() not in _NEVER_INSURED and (not spaced or text == text.upper())


def is_address(text: str) -> bool:
    """Return whether a number and words are a street: "14 March Court" and "High Court" are not."""
    words = [word.casefold() for word in re.findall(r"[^\W\d_]+", text)]
    return not (_MONTHS & set(words)) and not (words[-1] == "court" and _COURTS & set(words))


def is_reference_number(text: str) -> bool:
    """Return whether what follows "log" or "crime number" is a number of the police's.

    A date, a year, a child's reference and "police 101" are none.
    """
    number = re.split(r"[\s:#.]", text)[-1]
    if _DATE.fullmatch(number) or _REFERENCE.fullmatch(number):
        return False
    digits: int = sum(map(str.isdigit, number))
    if re.search(r"no\b|num|ref|[#:]", text[: -len(number)], re.IGNORECASE):
        return digits >= _FEWEST_NAMED
    return digits >= _FEWEST and not (number.isdigit() and int(number) in _YEARS)
