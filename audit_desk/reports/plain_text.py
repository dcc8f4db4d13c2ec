"""Texts as the files of other programs can hold them."""

import re

_UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def fit_for_files(text: str) -> str:
    """Return a text without what no XML file may hold, its line feeds all of one kind.

    Control characters show nothing anywhere and go. Half of a character is none, so the mark
    that every program shows for such stands in its place.
    """
    if text.isprintable():  # nearly all are: a round of 1,000 audits has a million of them
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _UNFIT.sub(_stand_in, text)


def _stand_in(found: re.Match[str]) -> str:
    return "" if found[0] < " " else _REPLACEMENT
