"""The cells of a form: a stored value in words, and what was typed back in its stored form."""

import datetime as dt
import unicodedata
from collections.abc import Sequence

from audit_desk.domain.applicability import CHOICES_SEPARATOR
from audit_desk.domain.audit_tool import Option, Part, PartKind
from audit_desk.domain.cells import Cell, cell_text
from audit_desk.domain.event_rows import DATED, canonical, read_rows
from audit_desk.domain.form_field import FormField
from audit_desk.domain.moments import Moment, parse_moment, read_typed_day, read_typed_moment
from audit_desk.errors import UserError

TICK = "Yes"
"""What a ticked option's cell holds."""

_TICKED = {"yes", "y", "x", "✓", "✔", "1", "true"}
_NOT_TICKED = {"", "no", "n", "0", "false"}
_MUCH_LATER = dt.timedelta(days=500)
_WHOLE_DATE = "Type the whole date with its year, such as 2/3/2026 or 2/3/2026 14:20."


def shown(part: Part, stored: str) -> str:
    """Return a stored value as a cell shows it: a choice by its label, a date day first."""
    if part.kind in DATED and stored:
        return _typed(stored)
    if part.kind in (PartKind.CHOICE, PartKind.CHOICES):
        labels = {option.id: option.label for option in part.options}
        return "; ".join(labels.get(each, each) for each in stored.split(CHOICES_SEPARATOR))
    return stored


def in_words(part: Part, stored: str) -> str:
    """Return a stored value on lines that a person compares; a list is a line an event."""
    if part.kind is not PartKind.EVENTS:
        return shown(part, stored)
    try:
        rows = read_rows(stored)
    except ValueError:
        return stored
    return "\n".join(
        "; ".join(
            f"{column.label}: {shown(column, row[column.id])}"
            for column in part.columns
            if column.id in row
        )
        for row in rows
    )


def read(field: FormField, cell: Cell, today: dt.date) -> str:
    """Turn what stands in a cell into the stored form.

    Whether that is a value which the part can take is for ``domain.answer_check`` to say.

    Args:
        field: What the cell is for; several choices and lists have cells of their own.
        cell: What a spreadsheet holds there.
        today: The local date.

    Raises:
        UserError: It cannot be understood.
    """
    part = field.part
    if part.kind in DATED:
        return _read_date(cell, today, lies_ahead=field.lies_ahead)
    if part.kind is PartKind.TEXT:
        return plain(cell) if isinstance(cell, str) else cell_text(cell)
    text = cell_text(cell)
    return _read_choice(part.options, text) if part.kind is PartKind.CHOICE and text else text


def read_tick(cell: Cell) -> bool:
    """Whether an option's cell is ticked.

    Raises:
        UserError: It holds something else than yes or no.
    """
    text = cell_text(cell).casefold()
    if text in _TICKED:
        return True
    if text in _NOT_TICKED:
        return False
    raise UserError(f"“{text[:40]}” is neither yes nor empty.", "Choose Yes, or empty the cell.")


def normal(part: Part, stored: str) -> str:
    """Return a value without what says nothing: choices in order, texts as a cell keeps them."""
    if part.kind is PartKind.TEXT:
        return plain(stored)
    if part.kind is PartKind.EVENTS:
        return canonical(part, stored)
    if part.kind is PartKind.CHOICES:
        chosen = stored.split(CHOICES_SEPARATOR)
        return CHOICES_SEPARATOR.join(each.id for each in part.options if each.id in chosen)
    return stored


def plain(text: str) -> str:
    """Return a text as a workbook's cell can hold it: no control characters, one kind of line."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = (each for each in lines if each in "\n\t" or unicodedata.category(each) != "Cc")
    return "".join(kept).strip()


def _typed(stored: str) -> str:
    try:
        moment = parse_moment(stored)
    except ValueError:
        return stored
    return f"{moment.day:%d/%m/%Y}" + (f" {moment.time:%H:%M}" if moment.time else "")


def _read_date(cell: Cell, today: dt.date, *, lies_ahead: bool) -> str:
    if isinstance(cell, dt.datetime):
        # A cell of the spreadsheet's own kind cannot tell midnight from no time at all.
        time = cell.time().replace(second=0, microsecond=0)
        return Moment(cell.date(), None if time == dt.time() else time).stored
    if isinstance(cell, dt.date):
        return cell.isoformat()
    text = cell_text(cell)
    if not text:
        return ""
    if not isinstance(cell, str):
        raise UserError(f"“{text[:40]}” is not a date with its year.", _WHOLE_DATE)
    stored = _read_typed(text, today, lies_ahead=lies_ahead)
    # Nobody knows on which day a form was filled in: “yesterday” and “3/5” would move with it.
    if stored != _read_typed(text, today + _MUCH_LATER, lies_ahead=lies_ahead):
        raise UserError(f"“{text[:40]}” depends on the day on which it is read.", _WHOLE_DATE)
    return stored


def _read_typed(text: str, today: dt.date, *, lies_ahead: bool) -> str:
    if lies_ahead:
        return read_typed_day(text, today, ahead=True).isoformat()
    return read_typed_moment(text, today)


def _read_choice(options: Sequence[Option], text: str) -> str:
    wanted = text.casefold()
    for option in options:
        if wanted in (option.label.casefold(), option.id.casefold()):
            return option.id
    labels = "; ".join(option.label for option in options)
    raise UserError(f"“{text[:40]}” is not one of: {labels}.")
