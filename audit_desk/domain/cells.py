"""A cell of a list as a reader hands it over, and its text."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

Cell = str | int | float | bool | date | datetime | time | timedelta | None
"""What a CSV (text alone) or a workbook has in one cell."""

_ABSENT_WORDS = (
    "|-|--|\u2013|\u2014|.|?|n/a|na|#n/a|#na|null|(null)|nan|none|nil|not applicable|#ref!|#value!"
    "|#div/0!|#name?|#null!|#num!|(blank)|blank"
)
ABSENT = frozenset(_ABSENT_WORDS.split("|"))
"""Texts, in lower case, that say that there is nothing."""

_WHOLE = re.compile(r"[+-]?\d+\.0+")
_FORMULA_TEXT = re.compile(r'="(.*)"')


@dataclass(frozen=True, slots=True)
class ValueFault:
    """Why a cell cannot become a fact.

    Attributes:
        message: The reason, to be read after the column's name: "lies in the future".
        show_value: Whether the value may be shown; never where it may identify a child.
        american: Whether a date was refused because its month comes first.
    """

    message: str
    show_value: bool = True
    american: bool = False


def clean(text: str) -> str:
    """Return a text with one ordinary blank between words and none around them."""
    return " ".join(unicodedata.normalize("NFKC", text).split())


def cell_text(cell: Cell) -> str:
    """Return a cell as text: whole numbers without ``.0``, dates in ISO form."""
    if isinstance(cell, str):
        text = clean(cell)
        wrapped = _FORMULA_TEXT.fullmatch(text)
        return wrapped.group(1).strip() if wrapped else text
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "Yes" if cell else "No"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ", timespec="minutes")
    return cell.isoformat() if isinstance(cell, date | time) else str(cell)


def number_text(cell: Cell) -> str:
    """Return a cell as text, with the ``.0`` of a whole number in text left out too."""
    text = cell_text(cell)
    return text.partition(".")[0] if _WHOLE.fullmatch(text) else text


def is_absent(text: str) -> bool:
    """Return whether a cleaned text says that there is nothing."""
    return text.casefold() in ABSENT
