"""The structure of a document: a tree of elements, each with the marks that it is made of.

An element takes its place in the tree when the first of it is drawn. A report is drawn in the
order in which it is to be read, so the tree has that order too.
"""

from dataclasses import dataclass, field
from typing import NamedTuple


class Mark(NamedTuple):
    """A piece of a page's content: the page, and the piece's number on it."""

    page: int
    number: int


class Annotated(NamedTuple):
    """An annotation, such as a link, by the name that the document has for it."""

    page: int
    name: str


class Page(NamedTuple):
    """A page in the tree: its key among the parents, and who owns its pieces."""

    key: int
    owners: "list[Element]"


@dataclass(slots=True, eq=False)
class Element:
    """A heading, a paragraph, a table's cell, or anything else that a standard type names.

    Attributes:
        kind: The standard type: ``H1``, ``P``, ``Table``, ``TD``.
        parent: What it is part of; ``None`` for a part of the document itself.
        alternative: What it shows in words, for a figure.
        actual: What it says, where that is drawn in another order than it is read.
        attributes: More about it, as the inside of a dictionary of the file's format.
        kids: What it is made of, in reading order.
        placed: Whether its parent counts it among its kids.
    """

    kind: str
    parent: "Element | None" = None
    alternative: str = ""
    attributes: str = ""
    actual: str = ""
    kids: list["Element | Mark | Annotated"] = field(default_factory=list)
    placed: bool = False


class Tree:
    """The elements of a document, and who owns which piece of which page.

    Attributes:
        root: The document.
        parents: What the file calls the parent tree: by key either the owner of an
            annotation, or the owners of a page's pieces in the order of their numbers.
        pages: The pages that have pieces, by number.
    """

    def __init__(self) -> None:
        self.root = Element("Document", placed=True)
        self.parents: list[Element | list[Element]] = []
        self.pages: dict[int, Page] = {}

    def place(self, element: Element) -> None:
        """Put an element at the end of its parent, where it is not there already."""
        if element.placed:
            return
        element.placed = True
        parent = element.parent or self.root
        self.place(parent)
        parent.kids.append(element)

    def mark(self, element: Element, page: int) -> int:
        """Add a piece of a page to an element.

        Returns:
            The piece's number on its page.
        """
        self.place(element)
        if page not in self.pages:
            self.pages[page] = Page(len(self.parents), [])
            self.parents.append(self.pages[page].owners)
        owners = self.pages[page].owners
        owners.append(element)
        number = len(owners) - 1
        element.kids.append(Mark(page, number))
        return number

    def annotate(self, element: Element, page: int, name: str) -> int:
        """Add an annotation to an element.

        Returns:
            The key by which the annotation finds its element.
        """
        self.place(element)
        element.kids.append(Annotated(page, name))
        self.parents.append(element)
        return len(self.parents) - 1
