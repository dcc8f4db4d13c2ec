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
        page = next((kid.page for kid in element.kids if not isinstance(kid, Element)), 0)
        parts = [b"<</S/%s/P %s" % (element.kind.encode(), above)]
        if page:
            parts.append(b"/Pg " + self._pages[page])
        if element.attributes:
            parts.append(b"/A<<%s>>" % element.attributes.encode())
        if element.alternative:
            parts.append(b"/Alt " + PDFString(element.alternative).format(self._document))
        if element.kids:
            kids = b" ".join(self._kid(kid, page) for kid in element.kids)
            parts.append(b"/K " + kids if len(element.kids) == 1 else b"/K[%s]" % kids)
        return b"".join([*parts, b">>"])

    def _kid(self, kid: Element | Mark | Annotated, page: int) -> bytes:
        match kid:
            case Element():
                return self._references[kid]
            case Mark() if kid.page == page:
                return b"%d" % kid.number
            case Mark():
                place = (self._pages[kid.page], kid.number)
                return b"<</Type/MCR/Pg %s/MCID %d>>" % place
            case Annotated():
                link = self._document.refAnnotation(kid.name).format(self._document)
                return b"<</Type/OBJR/Pg %s/Obj %s>>" % (self._pages[kid.page], link)


def _all(element: Element) -> Iterator[Element]:
    """Yield the element and everything under it, in reading order."""
    yield element
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _all(kid)
