"""Typefaces of the machine, for scripts that the report's own typeface does not have.

None is shipped: those of all scripts together are larger than the application. Windows, macOS
and the usual desktops of Linux bring some, so a report is looked through for characters that
need them, and only then are they loaded.
"""

import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

_FILES = (
    # Made for one script each, so first.
    "NotoSansArabic-Regular.ttf",
    "NotoNaskhArabic-Regular.ttf",
    "ScheherazadeNew-Regular.ttf",
    "Scheherazade-Regular.ttf",
    "NotoSansHebrew-Regular.ttf",
    "NotoSansBengali-Regular.ttf",
    "Lohit-Bengali.ttf",
    "NotoSansDevanagari-Regular.ttf",
    "NotoSansGurmukhi-Regular.ttf",
    "NotoSansGujarati-Regular.ttf",
    "NotoSansTamil-Regular.ttf",
    "NotoSansEthiopic-Regular.ttf",
    "NotoSansThai-Regular.ttf",
    # Windows
    "segoeui.ttf",
    "arial.ttf",
    "Nirmala.ttc",
    "Nirmala.ttf",
    "ebrima.ttf",
    "LeelawUI.ttf",
    "seguisym.ttf",
    "seguiemj.ttf",
    "msyh.ttc",
    "malgun.ttf",
    # macOS
    "Arial Unicode.ttf",
    "GeezaPro.ttc",
    "Bangla Sangam MN.ttc",
    "Apple Symbols.ttf",
    # Linux: many scripts in one
    "DejaVuSans.ttf",
    "FreeSans.ttf",
    "NotoSansSymbols2-Regular.ttf",
    "NotoEmoji-Regular.ttf",
    "DroidSansFallbackFull.ttf",
)
"""In the order in which they are asked; those whose outlines are not TrueType's cannot be used."""


def folders() -> tuple[Path, ...]:
    """Return where this machine keeps typefaces."""
    home = Path.home()
    if sys.platform == "win32":
        system = Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts"
        own = os.environ.get("LOCALAPPDATA")
        return (system, Path(own) / "Microsoft/Windows/Fonts") if own else (system,)
    if sys.platform == "darwin":
        return (Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts")
    shared = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
    return (*shared, home / ".local/share/fonts", home / ".fonts")


@cache
def found_files() -> tuple[Path, ...]:
    """Return the known typefaces that this machine has, in the order to ask them."""
    wanted = {name.casefold() for name in _FILES}
    found: dict[str, Path] = {}
    for folder in folders():
        for at, _, names in os.walk(folder):
            for name in wanted.intersection(each.casefold() for each in names):
                real = next(each for each in names if each.casefold() == name)
                found.setdefault(name, Path(at) / real)
    return tuple(found[name.casefold()] for name in _FILES if name.casefold() in found)


def helper_for(characters: str) -> Any:
    """Return the first of the machine's typefaces that has all the characters, or ``None``."""
    wanted = frozenset(map(ord, characters))
    return next((each for each in _helpers() if wanted <= each.face.charToGlyph.keys()), None)


def _helpers() -> Iterator[Any]:
    for number in range(1, len(found_files()) + 1):
        helper = helper_of_number(number)
        if helper is not None:
            yield helper


@cache
def helper_of_number(number: int) -> Any:
    """Return one by its number from 1, loaded once; ``None`` where it cannot be used."""
    from reportlab.pdfbase.ttfonts import TTFError

    from audit_desk.reports.fonts_face import HelperFont

    try:
        return HelperFont(number, found_files()[number - 1])
    except (TTFError, OSError):
        return None
