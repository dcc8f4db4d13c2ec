"""Finds out how a text file's bytes are written, a piece at a time.

Encodings are tried in a fixed order, so that one file always reads the same: a byte order mark,
UTF-16 without one, strict UTF-8, Windows-1252, and only then a guess.
"""

import codecs
from collections.abc import Iterator
from pathlib import Path

from audit_desk.errors import UserError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_PIECE = 1 << 20
_HEAD = 2_000
_GUESSED_FROM = 1 << 19
"""So many bytes of those that no common encoding has are enough for a guess."""
_CONTROL = bytes([*range(9), *range(14, 32), 127])
"""Characters that no text has."""
_READ_ALREADY = ("utf-8", "cp1252")
_NOT_WINDOWS = b"\x81\x8d\x8f\x90\x9d"
"""Bytes that mean nothing in Windows-1252."""


def find_encoding(path: Path) -> str:
    """Return the name of the encoding in which a file reads from end to end.

    Raises:
        UserError: It is no text, or a line of it is longer than any list's.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD)
    marked = next((name for mark, name in _MARKS if head.startswith(mark)), None)
    if marked is None and head.count(0) > len(head) // 4:
        marked = "utf-16-le" if head[1:2] == b"\0" else "utf-16-be"
    found = marked or _by_bytes(path)
    if found is None or (found not in _READ_ALREADY and not _reads(path, found)):
        raise _no_text(path)
    return found


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            if len(piece) == _PIECE and not (b"\n" in piece or b"\r" in piece):
                raise UserError(
                    f"“{path.name}” has a line of a million characters, so it is no list.",
                    "Export the list again as CSV (UTF-8) or as a workbook.",
                )
            yield piece


def _by_bytes(path: Path) -> str | None:
    """Return the encoding of a text whose control characters stand for themselves."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    in_utf8, odd = True, b""
    for piece in _pieces(path):
        if len(piece.translate(None, _CONTROL)) < len(piece):
            return None
        in_utf8 = in_utf8 and _decodes(decoder, piece)
        if len(odd) < _GUESSED_FROM and len(piece.translate(None, _NOT_WINDOWS)) < len(piece):
            odd += piece
    if in_utf8 and not decoder.getstate()[0]:
        return "utf-8"
    return _guess(odd) if odd else "cp1252"


def _decodes(decoder: codecs.IncrementalDecoder, piece: bytes) -> bool:
    try:
        decoder.decode(piece)
    except UnicodeDecodeError:
        return False
    return True


def _reads(path: Path, encoding: str) -> bool:
    """Return whether a file reads without a fault, and as a text."""
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for piece in _pieces(path):
            as_bytes = decoder.decode(piece).encode("utf-8", "surrogatepass")
            if len(as_bytes.translate(None, _CONTROL)) < len(as_bytes):
                return False
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _guess(some: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(some).best()
    return None if best is None else best.encoding


def _no_text(path: Path) -> UserError:
    return UserError(
        f"“{path.name}” is not a text file, so it cannot be read as CSV.",
        "Export the list again as CSV (UTF-8) or as a workbook.",
    )
