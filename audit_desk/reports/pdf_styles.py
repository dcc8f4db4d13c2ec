"""The report's typography: one page geometry, a handful of text styles, made once."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle

from audit_desk.reports import fonts

PAGE_WIDTH, PAGE_HEIGHT = A4
SIDE = 68.0
TOP = 64.0
BOTTOM = 66.0
TEXT_WIDTH = PAGE_WIDTH - 2 * SIDE
TEXT_HEIGHT = PAGE_HEIGHT - TOP - BOTTOM

INK = HexColor("#1f2a33")
QUIET = HexColor("#5a6670")
ACCENT = HexColor("#124a6b")
RULE = HexColor("#d3d9dd")
WASH = HexColor("#e8f0f5")
STRONG_RULE = HexColor("#8a949c")

CELL_SIZE = 9.0
CELL_LEADING = 12.0
HEAD_SIZE = 8.4
HEAD_LEADING = 10.4


@dataclass(frozen=True)
class Styles:
    """The text styles by what they are for."""

    organisation: Any
    title: Any
    heading: Any
    subheading: Any
    small_heading: Any
    lead: Any
    action: Any
    body: Any
    passage: Any
    bullet: Any
    last_bullet: Any
    note: Any


@cache
def styles() -> Styles:
    """Return the text styles; they are made once, with the typeface registered."""
    fonts.register()
    body = ParagraphStyle(
        "body",
        fontName=fonts.REGULAR,
        fontSize=10.4,
        leading=14.4,
        textColor=INK,
        spaceAfter=6,
        allowWidows=0,
        allowOrphans=0,
        # A line that is not spread out cannot be squeezed either: it would stick out.
        spaceShrinkage=0,
    )
    heading = _like(
        body,
        "heading",
        fontName=fonts.SEMIBOLD,
        fontSize=17,
        leading=21,
        textColor=ACCENT,
        spaceBefore=20,
        spaceAfter=7,
    )
    subheading = _like(
        heading, "subheading", fontSize=12.6, leading=16, spaceBefore=13, spaceAfter=5
    )
    bullet = _like(body, "bullet", leftIndent=12, bulletIndent=1, spaceAfter=4)
    return Styles(
        organisation=_like(body, "organisation", textColor=QUIET, spaceAfter=3),
        title=_like(heading, "title", fontSize=25, leading=30, spaceBefore=0, spaceAfter=8),
        heading=heading,
        subheading=subheading,
        small_heading=_like(
            body, "small-heading", fontName=fonts.SEMIBOLD, spaceBefore=7, spaceAfter=3
        ),
        lead=_like(body, "lead", fontSize=12.4, leading=17, spaceAfter=8),
        action=_like(
            body,
            "action",
            fontName=fonts.SEMIBOLD,
            fontSize=11.4,
            leading=15.6,
            leftIndent=8,
            rightIndent=8,
            spaceBefore=11,
            spaceAfter=12,
            backColor=WASH,
            borderPadding=(4, 8, 7, 8),
        ),
        body=body,
        passage=_like(body, "passage", leftIndent=12, spaceAfter=5),
        bullet=bullet,
        last_bullet=_like(bullet, "last-bullet", spaceAfter=8),
        note=_like(
            body, "note", fontSize=8.8, leading=11.8, textColor=QUIET, spaceBefore=2, spaceAfter=6
        ),
    )


def _like(parent: Any, name: str, **changes: Any) -> Any:
    return ParagraphStyle(name, parent=parent, **changes)
