"""A day that is typed: by when files are to be read."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from audit_desk.domain.due_dates import past_warning, read_due
from audit_desk.domain.moments import Moment, format_moment
from audit_desk.errors import UserError
from audit_desk.ui.widgets.field import Field

_EXAMPLE = "For example 30/6/2026, 30 June or “in 2 weeks”."


class DueField(QWidget):
    """Says at once what was understood, and warns of a day that has passed.

    Args:
        empty: What an empty field means, in a sentence.
        today: The local date.
        name: What the day is.
    """

    def __init__(self, empty: str, today: Callable[[], date], name: str = "To be read by") -> None:
        super().__init__()
        self._today = today
        self._hint = f"{_EXAMPLE} {empty}"
        self.line = QLineEdit()
        """What is typed."""
        self.field = Field(name, self.line, self._hint)
        """The line with what is wrong with it."""
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.field)
        self.line.textChanged.connect(lambda _text: self._say())
        self.setFocusProxy(self.line)

    def day(self) -> date | None:
        """Return the day; ``None`` where nothing is typed.

        Raises:
            UserError: It cannot be read; the field says so as well.
        """
        try:
            return read_due(self.line.text(), self._today())
        except UserError as wrong:
            self.field.set_error(str(wrong))
            self.line.setFocus()
            raise

    def _say(self) -> None:
        try:
            day = read_due(self.line.text(), self._today())
        except UserError:
            self.field.set_note(self._hint)  # still being typed
            return
        warning = past_warning(day, self._today())
        if warning:
            self.field.set_note(warning, "warning")
        elif day is not None:
            self.field.set_note(f"{_WEEKDAYS[day.weekday()]}, {format_moment(Moment(day))}.")
        else:
            self.field.set_note(self._hint)


_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
