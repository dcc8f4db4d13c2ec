"""What is wrong with a row of a case list beyond its single cells.

Each function takes a block of rows and yields faults: the row's place in the block, the heading,
the value to show and the reason.
"""

from collections.abc import Iterator, Mapping, Sequence

from audit_desk.domain.case_fields import CASES
from audit_desk.domain.cells import cell_text
from audit_desk.services.case_rows import WHOLE_ROW
from audit_desk.services.case_table import Row
from audit_desk.services.column_reader import ColumnReader

PlacedFault = tuple[int, str, str, str]

NO_ID = "has no number of a child in it"
"""Why a row is left out that is not blank and names no child."""

_SLIPPED = (
    "has more cells than there are headings, so its cells have slipped; "
    "a cell with a comma in it needs quotation marks"
)


def slipped(rows: Sequence[Row], width: int) -> Iterator[PlacedFault]:
    """Yield the rows that have more cells than there are headings."""
    if max(map(len, rows), default=0) <= width:
        return
    for place, row in enumerate(rows):
        if len(row) > width and any(map(cell_text, row[width:])):
            yield place, WHOLE_ROW, "", _SLIPPED


def without_id(rows: Sequence[Row], ids: Sequence[str | None]) -> Iterator[int]:
    """Yield the places of rows that are not blank and have no number of a child."""
    for place, id_ in enumerate(ids):
        if id_ is None and any(map(cell_text, rows[place])):
            yield place


def disordered(
    pieces: Mapping[str, Sequence[str]], columns: Mapping[str, ColumnReader]
) -> Iterator[PlacedFault]:
    """Yield the rows in which an end lies before its beginning.

    Args:
        pieces: By field key the block's pieces of JSON.
        columns: By field key the reader of its column.
    """
    for start_key, end_key in CASES.date_order:
        if start_key not in columns or end_key not in columns:
            continue
        starts, ends = columns[start_key], columns[end_key]
        pairs = zip(pieces[start_key], pieces[end_key], strict=True)
        for place, (start, end) in enumerate(pairs):
            if not start or not end:
                continue
            begun, ended = starts.value_text(start), ends.value_text(end)
            if ended < begun:
                reason = f"lies before “{starts.header}” ({_british(begun)})"
                yield place, ends.header, _british(ended), reason


def _british(iso: str) -> str:
    year, month, day = iso[:10].split("-")
    return f"{day}/{month}/{year}"
