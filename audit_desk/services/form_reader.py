"""Reads a form's workbook: whose form it is, and what stands in each of its cells."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from audit_desk.domain.cells import Cell, cell_text
from audit_desk.domain.form_sheets import (
    ANSWER,
    COLUMNS_ROW,
    EVENTS_ROW,
    FIRST_EVENT_ROW,
    HEADS,
    HIDDEN_SHEET,
    KEY,
    WORDS,
)
from audit_desk.domain.form_stamp import ForeignForm, FormStamp, read_stamp
from audit_desk.errors import UserError
from audit_desk.services.case_table import Row
from audit_desk.services.given_file import reading
from audit_desk.services.workbook_reader import WorkbookReader

_MOST_ROWS = 20_000
_ZIP = b"PK\x03\x04"
_OLD = b"\xd0\xcf\x11\xe0"
"""Begins an old workbook, and the wrapping of one with a password."""
_NOTHING_READ = "Nothing was read from it."


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cell stands.

    Attributes:
        sheet: The page's name.
        cell: As a spreadsheet names it: ``D7``.
    """

    sheet: str
    cell: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell with its place."""

    place: Place
    cell: Cell


@dataclass(frozen=True, slots=True)
class FormRow:
    """One row of a theme's page: its cell for an answer and its cell for words."""

    answer: Placed
    words: Placed


@dataclass(slots=True)
class FormBook:
    """What a form's workbook holds.

    Attributes:
        stamp: Whose form it is.
        rows: The rows of themes' pages by their key.
        lists: The events of each list by its field's key, each a cell by column id; an event
            of which nothing is filled in is left out.
        twice: The keys that stand in more than one row, with the second place.
    """

    stamp: FormStamp
    rows: dict[str, FormRow] = field(default_factory=dict)
    lists: dict[str, list[dict[str, Placed]]] = field(default_factory=dict)
    twice: dict[str, Place] = field(default_factory=dict)


def read_form(path: Path) -> FormBook:
    """Read a form's workbook.

    Raises:
        UserError: There is no such file, it is no form, or the page by which Audit Desk knows it
            was changed.
    """
    _refuse_other_files(path)
    reader = WorkbookReader(path)
    names = [sheet.name for sheet in reader.sheets()]
    if HIDDEN_SHEET not in names:
        raise UserError(
            f"“{path.name}” is a workbook, but not a form of an audit.",
            f"{_NOTHING_READ} Choose the form that Audit Desk saved, filled in and saved as .xlsx.",
        )
    book = FormBook(_stamp(reader.sheet(HIDDEN_SHEET).head(0, _MOST_ROWS), path.name))
    for name in names:
        if name != HIDDEN_SHEET:
            _read_page(book, name, reader.sheet(name).head(0, _MOST_ROWS))
    return book


def _refuse_other_files(path: Path) -> None:
    with reading(path, "a form"), path.open("rb") as file:
        start = file.read(len(_ZIP))
    if start == _OLD:
        raise UserError(
            f"“{path.name}” is protected by a password, or a workbook of an old kind (.xls).",
            f"{_NOTHING_READ} Save it as .xlsx without a password, and read that.",
        )
    if start != _ZIP:
        raise UserError(
            f"“{path.name}” is not a workbook.",
            f"{_NOTHING_READ} Fill in the .xlsx form that Audit Desk saved, and save it as .xlsx.",
        )


def _stamp(rows: Sequence[Row], name: str) -> FormStamp:
    text = "".join(str(row[0]) for row in rows[1:] if row)
    try:
        return read_stamp(text)
    except ForeignForm as fault:
        raise UserError(
            f"Another version of Audit Desk made the form “{name}”.",
            f"{_NOTHING_READ} Read it there, or copy its answers into a new form.",
        ) from fault
    except (ValueError, TypeError, KeyError, RecursionError) as fault:
        raise UserError(
            f"The hidden page of “{name}” was changed, so nobody can tell which audit it is of.",
            f"{_NOTHING_READ} Save a new form and copy the answers into it.",
        ) from fault


def _read_page(book: FormBook, name: str, rows: Sequence[Row]) -> None:
    first = cell_text(rows[EVENTS_ROW][KEY]) if rows and rows[EVENTS_ROW] else ""
    if "." in first and len(rows) > COLUMNS_ROW:
        book.lists[first] = list(_events(name, rows))
        return
    head = next((row for row in rows if row and cell_text(row[KEY]) == HEADS[KEY]), None)
    if head is None:
        return
    texts = [cell_text(cell) for cell in head]
    if HEADS[ANSWER] not in texts or HEADS[WORDS] not in texts:
        return
    columns = (texts.index(HEADS[ANSWER]), texts.index(HEADS[WORDS]))
    for number, row in enumerate(rows):
        key = cell_text(row[KEY]) if row else ""
        if not key or row is head:
            continue
        answer, words = (_placed(name, number, column, row) for column in columns)
        if key in book.rows:
            book.twice[key] = answer.place
        else:
            book.rows[key] = FormRow(answer, words)


def _events(name: str, rows: Sequence[Row]) -> Iterator[dict[str, Placed]]:
    ids = [cell_text(cell) for cell in rows[COLUMNS_ROW]]
    for number, row in enumerate(rows[FIRST_EVENT_ROW:], start=FIRST_EVENT_ROW):
        cells = {key: _placed(name, number, column, row) for column, key in enumerate(ids) if key}
        if any(cell_text(placed.cell) for placed in cells.values()):
            yield cells


def _placed(sheet: str, row: int, column: int, cells: Row) -> Placed:
    cell = cells[column] if column < len(cells) else ""
    return Placed(Place(sheet, f"{_letters(column)}{row + 1}"), cell)


def _letters(column: int) -> str:
    """Return a column's letters; a form never has more than 702."""
    high, low = divmod(column, 26)
    return (chr(64 + high) if high else "") + chr(65 + low)
