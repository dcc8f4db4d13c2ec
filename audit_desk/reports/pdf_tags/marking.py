"""Marks in the content of pages: which element a piece belongs to, or that it is furniture."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from typing import Any

from audit_desk.reports.pdf_tags.structure import Element, Tree


class Furniture(Enum):
    """What stands on a page without being part of what it says."""

    HEADER = "/Artifact <</Type /Pagination /Subtype /Header>> BDC"
    FOOTER = "/Artifact <</Type /Pagination /Subtype /Footer>> BDC"
    REPEATED = "/Artifact <</Type /Pagination>> BDC"
    """Said before on another page, such as the head of a table that goes on."""
    LAYOUT = "/Artifact <</Type /Layout>> BDC"
    """Lines and grounds."""


class Marker:
    """Marks what is drawn on a canvas, and keeps the document's tree.

    Marks do not nest: one has to end before the next begins.

    Attributes:
        tree: What has been marked so far.
    """

    def __init__(self, canvas: Any) -> None:
        self.tree = Tree()
        self._canvas = canvas

    def begin(self, element: Element) -> None:
        """Mark what is drawn from here on as a piece of an element."""
        number = self.tree.mark(element, self._canvas.getPageNumber())
        self._canvas.addLiteral(f"/{element.kind}<</MCID {number}>>BDC")

    def begin_furniture(self, furniture: Furniture) -> None:
        """Mark what is drawn from here on as something that is not read."""
        self._canvas.addLiteral(furniture.value)

    def end(self) -> None:
        """End the mark."""
        self._canvas.addLiteral("EMC")

    @contextmanager
    def content(self, element: Element) -> Iterator[None]:
        """Mark what is drawn inside as a piece of an element."""
        self.begin(element)
        yield
        self.end()

    @contextmanager
    def furniture(self, furniture: Furniture) -> Iterator[None]:
        """Mark what is drawn inside as something that is not read."""
        self.begin_furniture(furniture)
        yield
        self.end()
