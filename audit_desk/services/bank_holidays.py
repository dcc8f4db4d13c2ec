"""England's bank holidays, from the ``holidays`` library."""

from datetime import date

FIRST_YEAR = 2015
"""No file that is audited today has events before this year."""
LAST_YEAR = 2035
"""Later years would be guesses: by rule they can be computed, by proclamation they change."""


class EnglandBankHolidays:
    """The bank holidays of England, moved and extra ones included, from 2015 to 2035.

    A holiday that is proclaimed for a coming year is known once the library knows it. The
    library is loaded at the first question, not at start-up.
    """

    def __init__(self) -> None:
        self._days: frozenset[date] | None = None

    def is_holiday(self, day: date) -> bool:
        """Whether that day is a bank holiday.

        Ask ``covers`` first: of a year that is not known, no day is one.
        """
        if self._days is None:
            self._days = _load()
        return day in self._days

    def covers(self, day: date) -> bool:
        """Whether the bank holidays of that day's year are known."""
        return FIRST_YEAR <= day.year <= LAST_YEAR


def _load() -> frozenset[date]:
    # Slow to import, and many starts never count a working day.
    import holidays

    years = range(FIRST_YEAR, LAST_YEAR + 1)
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=years))
