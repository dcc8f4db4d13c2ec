"""The structure tree as objects of the file, for whatever reads the file aloud.

The format is that of ISO 32000-1, 14.7 and 14.8.
"""

from collections.abc import Iterator
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFName, PDFObject, PDFObjectReference, PDFString

from audit_desk.reports.pdf_tags.structure import Annotated, Element, Mark, Tree


class _Written(PDFObject):  # type: ignore[misc] # the library is untyped
    """An object whose text is known once all objects have their numbers."""

    def __init__(self, text: bytes = b"") -> None:
        self.text = text

    def format(self, _document: Any) -> bytes:
        """Return the text."""
        return self.text


def write_structure(tree: Tree, document: Any) -> None:
    """Put the tree into a document whose pages are all drawn."""
    _Writer(tree, document).write()


class _Writer:
    """Gives every element its number first, because elements name each other."""

    def __init__(self, tree: Tree, document: Any) -> None:
        self._tree = tree
        self._document = document
        self._elements = list(_all(tree.root))
        self._objects = [_Written() for _ in self._elements]
        self._root = _Written()
        self._root_reference = self._register(self._root)
        self._references = {
            element: self._register(written)
            for element, written in zip(self._elements, self._objects, strict=True)
        }
        self._pages = {
            page: PDFObjectReference(f"Page{page}").format(document) for page in tree.pages
        }

    def write(self) -> None:
        for element, written in zip(self._elements, self._objects, strict=True):
            written.text = self._element(element)
        self._root.text = b"<</Type /StructTreeRoot /K %s /ParentTree <</Nums [%s]>>%s>>" % (
            self._references[self._tree.root],
            b" ".join(self._parents()),
            b" /ParentTreeNextKey %d" % len(self._tree.parents),
        )
        catalog = self._document.Catalog
        catalog.StructTreeRoot = self._root
        catalog.MarkInfo = _Written(b"<</Marked true>>")
        for number, page in self._tree.pages.items():
            self._tell_page(number, page.key)

    def _register(self, written: _Written) -> bytes:
        self._document.Reference(written)
        return b"%d 0 R" % self._document.objectcounter

    def _parents(self) -> Iterator[bytes]:
        for key, owners in enumerate(self._tree.parents):
            if isinstance(owners, Element):
                yield b"%d %s" % (key, self._references[owners])
            else:
                named = b" ".join(self._references[owner] for owner in owners)
                yield b"%d [%s]" % (key, named)

    def _tell_page(self, page: int, key: int) -> None:
        """Lead from a page to the owners of its pieces, and through its links in their order."""
        drawn = self._document.idToObject[f"Page{page}"]
        more = {"StructParents": key, "Tabs": PDFName("S")}
        drawn.__Defaults__ = {**drawn.__Defaults__, **more}

    def _element(self, element: Element) -> bytes:
        parent = element.parent or self._tree.root
        above = self._root_reference if element is parent else self._references[parent]
        page, kids = 0, []
        for kid in element.kids:
            if isinstance(kid, Element):
                kids.append(self._references[kid])
            else:
                page = page or kid.page
                kids.append(self._piece(kid, page))
        text = b"<</S/%s/P %s" % (element.kind.encode(), above)
        if page:
            text += b"/Pg " + self._pages[page]
        if element.attributes:
            text += b"/A<<%s>>" % element.attributes.encode()
        if element.actual:
            text += b"/ActualText " + PDFString(element.actual).format(self._document)
        if element.alternative:
            text += b"/Alt " + PDFString(element.alternative).format(self._document)
        if kids:
            text += b"/K " + kids[0] if len(kids) == 1 else b"/K[%s]" % b" ".join(kids)
        return text + b">>"

    def _piece(self, piece: Mark | Annotated, page: int) -> bytes:
        """Return a piece as its element names it, shorter where it is on the element's page."""
        if isinstance(piece, Annotated):
            link = self._document.refAnnotation(piece.name).format(self._document)
            return b"<</Type/OBJR/Pg %s/Obj %s>>" % (self._pages[piece.page], link)
        if piece.page == page:
            return b"%d" % piece.number
        return b"<</Type/MCR/Pg %s/MCID %d>>" % (self._pages[piece.page], piece.number)


def _all(root: Element) -> Iterator[Element]:
    """Yield the element and everything under it, in reading order."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        yield element
        waiting += [kid for kid in reversed(element.kids) if isinstance(kid, Element)]
