"""Tables that mark their cells as they are drawn: one table, over however many pages it goes."""

from collections.abc import Sequence
from typing import Any

from reportlab.platypus.tables import TableRenderCB

from audit_desk.reports.fonts_scripts import is_from_the_right
from audit_desk.reports.pdf_tags.marking import Furniture
from audit_desk.reports.pdf_tags.structure import Element

_COLUMN_HEAD = "/O/Table/Scope/Column"
_ROW_HEAD = "/O/Table/Scope/Row"


class TableTags(TableRenderCB):  # type: ignore[misc] # the library is untyped
    """Told by a table and all its parts what they are drawing.

    The first cell of a row names it. A row whose first cell is empty belongs to the row above
    it, so that row's name spans both; a head without words belongs to the head before it.

    Args:
        rows: All rows as they are drawn, heads first.
        heads: How many of them are heads, which repeat on every page.
    """

    def __init__(self, rows: Sequence[Sequence[str]], heads: int) -> None:
        self._head_rows = rows[:heads]
        self._names = [row[0] for row in rows]
        self._heads = heads
        self._table = Element("Table")
        self._begun = 0
        self._row = self._table
        self._repeats = False

    def startTable(self, _table: Any) -> None:  # noqa: N802 - the library's name, as all below
        """Begin the table, or a part of it."""

    def startBG(self, _table: Any) -> None:  # noqa: N802
        """Begin the cells' grounds, of which there are none."""

    def endBG(self, _table: Any) -> None:  # noqa: N802
        """End the grounds."""

    def startRow(self, _table: Any, row: int) -> None:  # noqa: N802
        """Begin a row, which may be a head that was drawn before."""
        self._repeats = row < self._heads <= self._begun
        if not self._repeats:
            self._row = Element("TR", self._table)
            self._begun += 1

    def startCell(  # noqa: N802
        self, table: Any, _row: int, column: int, text: str, *_where: Any
    ) -> None:
        """Begin a cell."""
        marker = table.canv.marker
        if self._repeats:
            marker.begin_furniture(Furniture.REPEATED)
            return
        cell = self._cell(column, text)
        if cell is not None:
            if is_from_the_right(text):
                cell.actual = " ".join(text.split())
            marker.tree.place(cell)
        if cell is None or not text:
            marker.begin_furniture(Furniture.LAYOUT)
        else:
            marker.begin(cell)

    def endCell(self, table: Any) -> None:  # noqa: N802
        """End the cell."""
        table.canv.marker.end()

    def endRow(self, _table: Any) -> None:  # noqa: N802
        """End the row."""

    def startLines(self, table: Any) -> None:  # noqa: N802
        """Begin the rules between rows."""
        table.canv.marker.begin_furniture(Furniture.LAYOUT)

    def endLines(self, table: Any) -> None:  # noqa: N802
        """End the rules."""
        table.canv.marker.end()

    def endTable(self, _table: Any) -> None:  # noqa: N802
        """End the table, or the part of it."""

    def _cell(self, column: int, text: str) -> Element | None:
        """Return the cell's element; ``None`` where the name of a row above spans it."""
        row = self._begun - 1
        is_head = row < self._heads
        if not text and (column if is_head else not column and row > self._heads):
            return None
        if not text or (column and not is_head):
            return Element("TD", self._row)
        if is_head:
            span = _reach(self._head_rows[row], column)
            return Element("TH", self._row, attributes=_spanning(_COLUMN_HEAD, "Col", span))
        span = _reach(self._names, row)
        return Element("TH", self._row, attributes=_spanning(_ROW_HEAD, "Row", span))


def _reach(texts: Sequence[str], place: int) -> int:
    """Return how many texts one stands for: itself, and the empty ones after it."""
    end = place + 1
    while end < len(texts) and not texts[end]:
        end += 1
    return end - place


def _spanning(attributes: str, way: str, span: int) -> str:
    return f"{attributes}/{way}Span {span}" if span > 1 else attributes
