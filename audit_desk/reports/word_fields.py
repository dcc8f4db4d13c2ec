"""What a word processor works out by itself: contents, numbers, links, bookmarks."""

from collections.abc import Callable, Sequence
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from audit_desk.reports.plain_text import fit_for_files

_CONTENTS = "Contents"


def add_field(paragraph: Any, instruction: str, shown: str) -> None:
    """Add a field at the end of a paragraph.

    Args:
        paragraph: The paragraph as the library holds it.
        instruction: What the word processor works out, for example ``PAGE``.
        shown: What stands there until it does.
    """
    _begin(paragraph, instruction)
    paragraph.add_run(shown)
    _end(paragraph)


def add_bookmark(paragraph: Any, key: str, number: int) -> None:
    """Put a bookmark around a paragraph's text.

    Args:
        paragraph: The paragraph as the library holds it.
        key: What it is linked to by.
        number: Unique in the document.
    """
    start = _element("w:bookmarkStart", id=str(number), name=_bookmark(key))
    end = _element("w:bookmarkEnd", id=str(number))
    first = paragraph._p.find(qn("w:r"))  # noqa: SLF001 - the library knows no bookmarks
    first.addprevious(start)
    paragraph._p.append(end)  # noqa: SLF001 - as above


def add_contents(
    add: Callable[[str, str], Any], headings: Sequence[tuple[str, str, int]], deepest: int
) -> None:
    """Add the contents as a field, filled with links.

    Page numbers come when the field is updated: asking for that on opening would greet every
    reader with a question.

    Args:
        add: Adds a paragraph of a text in a style.
        headings: Key, text and level of each heading.
        deepest: The deepest level that updating looks for.
    """
    heading = add(_CONTENTS, "TOC Heading")
    paragraphs = [heading._p]  # noqa: SLF001 - the library knows no contents
    paragraph = None
    for place, (key, text, level) in enumerate(headings):
        paragraph = add("", f"toc {level}")
        if place == 0:
            _begin(paragraph, f'TOC \\o "1-{deepest}" \\h \\z \\u')
        link = _element("w:hyperlink", anchor=_bookmark(key), history="1")
        run = paragraph.add_run(fit_for_files(" ".join(text.split())))
        link.append(run._r)  # noqa: SLF001 - the library knows no links
        paragraph._p.append(link)  # noqa: SLF001 - as above
        paragraphs.append(paragraph._p)  # noqa: SLF001 - as above
    if paragraph is not None:
        _end(paragraph)
    _frame(paragraphs)


def _frame(paragraphs: Sequence[Any]) -> None:
    """Make paragraphs the contents of their document: a click on them offers to update them."""
    frame, kind, held = (OxmlElement(f"w:{name}") for name in ("sdt", "docPartObj", "sdtContent"))
    kind.append(_element("w:docPartGallery", val="Table of Contents"))
    kind.append(OxmlElement("w:docPartUnique"))
    properties = OxmlElement("w:sdtPr")
    properties.append(kind)
    frame.append(properties)
    frame.append(held)
    paragraphs[0].addprevious(frame)
    for each in paragraphs:
        held.append(each)


def _begin(paragraph: Any, instruction: str) -> None:
    _character(paragraph, "begin")
    words = _element("w:instrText")
    words.set(qn("xml:space"), "preserve")
    words.text = f" {instruction} "
    paragraph.add_run()._r.append(words)  # noqa: SLF001 - the library knows no fields
    _character(paragraph, "separate")


def _end(paragraph: Any) -> None:
    _character(paragraph, "end")


def _character(paragraph: Any, kind: str) -> None:
    paragraph.add_run()._r.append(_element("w:fldChar", fldCharType=kind))  # noqa: SLF001 - as above


def _element(tag: str, /, **attributes: str) -> Any:
    made = OxmlElement(tag)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def _bookmark(key: str) -> str:
    """Return a name that a bookmark may have: letters, figures and underscores."""
    return "s_" + "".join(each if each.isascii() and each.isalnum() else "_" for each in key)[:38]
