"""What a list says beside a question's own list of events."""

from collections.abc import Callable

from audit_desk.domain.audit_tool import Part
from audit_desk.domain.event_rows import first_date, read_rows
from audit_desk.ui.models.event_words import list_moment
from audit_desk.ui.screens.audit.answers.list_offer import ListOffer

_DASH = "\u2013"
_SHOWN = 3
_DAY = 10


class EventListLine(ListOffer):
    """A line that offers the list's rows only while there is no row yet."""

    def __init__(self, part: Part, take: Callable[[], None]) -> None:
        super().__init__(f"Use the rows that the list has for “{part.label}”", take)
        self._part = part

    def show_beside(self, stored: str, *, is_blank: bool, read_only: bool) -> None:
        """Say what the list has beside what is written.

        Args:
            stored: The question's own rows in their stored form.
            is_blank: Whether nothing is typed either.
            read_only: Whether nothing can be taken.
        """
        suggestion = self._suggestion
        self.setVisible(suggestion is not None)
        if suggestion is None:
            return
        listed = self._days(suggestion.value)
        rows = "1 row" if len(listed) == 1 else f"{len(listed)} rows"
        if is_blank:
            self.text.setText(f"{rows} from {suggestion.source} {_DASH} to be checked on file")
        else:
            here = {day[:_DAY] for day in self._days(stored)}
            missing = [day for day in listed if day[:_DAY] not in here]
            self.text.setText(_compared(missing))
        self.button.setVisible(is_blank and not read_only)

    def _days(self, stored: str) -> list[str]:
        column = first_date(self._part)
        return [row.get(column.id, "") for row in read_rows(stored)] if column else []


def _compared(missing: list[str]) -> str:
    if not missing:
        return "The list has no other days"
    days = [list_moment(day[:_DAY]) if day else "a row without a date" for day in missing[:_SHOWN]]
    more = f" and {len(missing) - _SHOWN} more" if len(missing) > _SHOWN else ""
    return f"The list also has {', '.join(days)}{more}"
