"""Ages, counts and dates in bands, so that a handful of values stands for many.

Every band follows from the values themselves and never from today's date: the same frame has
the same bands whenever somebody looks at it.
"""

from collections.abc import Callable, Iterable

from audit_desk.domain.case import FactValue

Bands = tuple[Callable[[FactValue], str], tuple[str, ...]]
"""What names the band of a value (empty where the value has none), and all names in order."""

_AGES = ((9, "Under 10"), (12, "10 to 12"), (15, "13 to 15"), (17, "16 to 17"))
_OLDEST = "18 or over"
_COUNTS = ((0, "None"), (1, "1"), (4, "2 to 4"), (9, "5 to 9"))
_HIGHEST = "10 or more"
_MOST_SINGLE = 10
"""Up to so many different counts each stand for themselves."""
_QUARTERS = ("January to March", "April to June", "July to September", "October to December")
_MOST_QUARTERS = 6
_MOST_YEARS = 6
_MONTH = slice(5, 7)
_YEAR = slice(0, 4)


def age_bands() -> Bands:
    """Return bands of completed years."""
    return _limits(_AGES, _OLDEST)


def count_bands(values: Iterable[FactValue]) -> Bands:
    """Return bands of whole numbers; a few different numbers stand for themselves."""
    numbers = {number for value in values if (number := whole_number(value)) is not None}
    if len(numbers) > _MOST_SINGLE:
        return _limits(_COUNTS, _HIGHEST)
    return lambda value: "" if (number := whole_number(value)) is None else _single(number), tuple(
        _single(number) for number in sorted(numbers)
    )


def date_bands(values: Iterable[FactValue]) -> Bands:
    """Return bands of ISO dates: quarters of a year, or years where they reach further.

    The oldest of many years are one band.
    """
    texts = sorted(str(value) for value in values)
    quarters = sorted({_quarter_key(text) for text in texts if _is_date(text)})
    if len(quarters) <= _MOST_QUARTERS:
        return _quarter, tuple(_quarter_name(*key) for key in quarters)
    years = sorted({text[_YEAR] for text in texts if _is_date(text)})
    first = years[-_MOST_YEARS:][0]
    oldest = f"{first} or before" if len(years) > _MOST_YEARS else first
    order = (oldest, *(year for year in years if year > first))

    def name(value: FactValue) -> str:
        text = str(value)
        if not _is_date(text):
            return ""
        return oldest if text[_YEAR] <= first else text[_YEAR]

    return name, order


def whole_number(value: FactValue) -> int | None:
    """Return a fact as a whole number, or ``None`` where it is none."""
    try:
        return int(value)
    except ValueError:
        return None


def _limits(limits: tuple[tuple[int, str], ...], last: str) -> Bands:
    def name(value: FactValue) -> str:
        number = whole_number(value)
        if number is None:
            return ""
        return next((band for highest, band in limits if number <= highest), last)

    return name, (*(band for _, band in limits), last)


def _single(number: int) -> str:
    return str(number) if number else "None"


def _is_date(text: str) -> bool:
    return text[_YEAR].isdecimal() and text[_MONTH].isdecimal()


def _quarter_key(text: str) -> tuple[str, int]:
    return text[_YEAR], (int(text[_MONTH]) - 1) // 3


def _quarter(value: FactValue) -> str:
    text = str(value)
    return _quarter_name(*_quarter_key(text)) if _is_date(text) else ""


def _quarter_name(year: str, quarter: int) -> str:
    return f"{_QUARTERS[quarter]} {year}"
