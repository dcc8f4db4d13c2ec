"""England's bank holidays, from the ``holidays`` library."""

from datetime import date


class EnglandBankHolidays:
    """The bank holidays of England for the years that are known."""

    def is_holiday(self, day: date) -> bool:
        """Whether that day is a bank holiday."""
        raise NotImplementedError

    def covers(self, day: date) -> bool:
        """Whether the bank holidays of that day's year are known."""
        raise NotImplementedError
