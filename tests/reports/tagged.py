"""Reads a tagged PDF as a screen reader does: by its structure, not by its looks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream, IndirectObject

SHOWN = {b"Tj", b"TJ", b"'", b'"'}
PAINTED = {b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"sh", b"INLINE IMAGE"}
ARTIFACT = "/Artifact"


@dataclass(frozen=True)
class Run:
    """Text that was shown, or something that was painted, and the mark that it stands in."""

    page: int
    mark: int | str | None
    """The number of a piece; ``ARTIFACT``; ``None`` outside of any mark."""
    kind: str
    text: str


@dataclass
class Node:
    """An element as the file has it."""

    kind: str
    source: Any
    kids: list["Node"] = field(default_factory=list)
    pieces: list[tuple[int, int]] = field(default_factory=list)
    links: list[Any] = field(default_factory=list)
    order: list[Any] = field(default_factory=list)
    """Kids and pieces as they follow each other."""

    def all(self) -> Iterator["Node"]:
        yield self
        for kid in self.kids:
            yield from kid.all()

    def of(self, *kinds: str) -> list["Node"]:
        return [each for each in self.all() if each.kind in kinds]

    @property
    def attributes(self) -> dict[str, Any]:
        return dict(self.source.get("/A", {}))


class Tagged:
    """A document with its tree and what is on its pages."""

    def __init__(self, reader: PdfReader) -> None:
        pages: list[Any] = [*reader.pages]
        root: Any = reader.trailer["/Root"]
        self.reader = reader
        self.catalog = root
        self.runs = [run for n, page in enumerate(pages) for run in _page_runs(n, page)]
        self._pages = {page.indirect_reference.idnum: n for n, page in enumerate(pages)}
        self.root = self._node(root["/StructTreeRoot"]["/K"])

    def text(self, node: Node) -> str:
        """Everything that an element says, in the tree's order."""
        return "".join(
            self.text(each) if isinstance(each, Node) else self._said.get(each, "")
            for each in node.order
        )

    @cached_property
    def _said(self) -> dict[tuple[int, int], str]:
        said: dict[tuple[int, int], str] = {}
        for run in self.runs:
            if isinstance(run.mark, int):
                place = (run.page, run.mark)
                said[place] = said.get(place, "") + run.text
        return said

    def parents(self) -> dict[int, Any]:
        numbers = self.catalog["/StructTreeRoot"]["/ParentTree"]["/Nums"]
        return {int(numbers[n]): numbers[n + 1] for n in range(0, len(numbers), 2)}

    def _node(self, source: Any) -> Node:
        source = source.get_object()
        node = Node(source["/S"][1:], source)
        kids = source.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            self._add(node, kid)
        return node

    def _add(self, node: Node, kid: Any) -> None:
        if isinstance(kid, int):
            node.pieces.append((self._page(node.source.raw_get("/Pg")), int(kid)))
            node.order.append(node.pieces[-1])
            return
        item = kid.get_object()
        if item.get("/Type") == "/MCR":
            node.pieces.append((self._page(item.raw_get("/Pg")), int(item["/MCID"])))
            node.order.append(node.pieces[-1])
        elif item.get("/Type") == "/OBJR":
            node.links.append(item["/Obj"])
        else:
            child = self._node(kid)
            node.kids.append(child)
            node.order.append(child)

    def _page(self, reference: IndirectObject) -> int:
        return self._pages[reference.idnum]


def letters(text: str) -> str:
    """A text without the spaces, which depend on where lines end."""
    return "".join(text.split())


def _page_runs(number: int, page: Any) -> Iterator[Run]:
    yield from _runs(number, page.get_contents(), page["/Resources"], page.pdf, [])


def _runs(page: int, content: Any, resources: Any, pdf: Any, marks: list[Any]) -> Iterator[Run]:
    """Walk the content, and the forms in it, with the marks that are open."""
    stream = content if isinstance(content, ContentStream) else ContentStream(content, pdf)
    open_before, spans = len(marks), 0
    letters_of: dict[int, str] = {}
    for operands, operator in stream.operations:
        if operator == b"BDC" and operands[0] == "/Span":
            spans += 1  # says what glyphs read, inside the mark of what they belong to
        elif operator == b"EMC" and spans:
            spans -= 1
        elif operator == b"BDC":
            assert not marks, "marks nest"
            marks.append(ARTIFACT if operands[0] == ARTIFACT else int(operands[1]["/MCID"]))
        elif operator == b"EMC":
            marks.pop()
        elif operator == b"Tf":
            letters_of = _letters(resources["/Font"][operands[0]])
        elif operator in SHOWN:
            text = "".join(letters_of.get(code, "") for code in _codes(operands))
            yield Run(page, marks[-1] if marks else None, "text", text)
        elif operator in PAINTED:
            yield Run(page, marks[-1] if marks else None, "paint", "")
        elif operator == b"Do":
            form = resources["/XObject"][operands[0]].get_object()
            yield from _runs(page, form, form.get("/Resources", {}), pdf, marks)
    assert len(marks) == open_before, "a mark ends in another stream than it begins in"


def _codes(operands: Any) -> Iterator[int]:
    for each in operands[0] if isinstance(operands[0], list) else operands:
        if isinstance(each, bytes):
            yield from each
        elif isinstance(each, str):
            yield from getattr(each, "original_bytes", each.encode("latin-1"))


def _letters(font: Any) -> dict[int, str]:
    """What each code of a font stands for, as the font itself says."""
    font = font.get_object()
    if "/ToUnicode" not in font:
        return {}
    letters_of: dict[int, str] = {}
    table = font["/ToUnicode"].get_data().decode("latin-1")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for first, _, targets in re.findall(r"<(\w+)>\s*<(\w+)>\s*\[(.*?)\]", block, re.DOTALL):
            for offset, target in enumerate(re.findall(r"<(\w+)>", targets)):
                letters_of[int(first, 16) + offset] = bytes.fromhex(target).decode("utf-16-be")
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for code, target in re.findall(r"<(\w+)>\s*<(\w+)>", block):
            letters_of[int(code, 16)] = bytes.fromhex(target).decode("utf-16-be")
    return letters_of
