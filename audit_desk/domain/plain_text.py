"""What people paste: words, and whatever a word processor or a scan left between them."""

import re

CONTROL = "\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
"""Characters that no reader sees and no Word document may hold, as ranges of an expression."""

_HIDDEN = "\u00ad\u200b\u2060\ufeff"
"""What hides inside a word, so that a search, or the watch for names, would miss it."""

_UNSEEN = re.compile(f"[{CONTROL}{_HIDDEN}\ud800-\udfff]")
_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def readable(text: str) -> str:
    """Return a pasted text without characters that nobody sees; each line break becomes one kind.

    Everything that can be read stays as it is: emoji, and text that runs from right to left.
    """
    return _UNSEEN.sub("", _BREAKS.sub("\n", text))
