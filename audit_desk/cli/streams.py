"""What goes in and out of a command: text, in UTF-8 wherever it comes from and goes to."""

import io
import sys

from audit_desk.errors import UserError


def write_utf8() -> None:
    """Write results in UTF-8 where a file or a program takes them.

    Windows would write them in a character set of the last century, which has no ★ and no ≥.
    """
    if isinstance(sys.stdout, io.TextIOWrapper) and not sys.stdout.isatty():
        sys.stdout.reconfigure(encoding="utf-8")


def as_text(given: str, what: str) -> str:
    """Return what was given, where it is text; a register keeps nothing else.

    Args:
        given: An argument, a setting, or what came from standard input.
        what: What it is called.

    Raises:
        UserError: It has bytes that are no UTF-8, which Python hands on in disguise.
    """
    try:
        given.encode()
    except UnicodeEncodeError as fault:
        raise UserError(
            f"{what} is not in UTF-8.", "Nothing was done. Write it anew, or rename the file."
        ) from fault
    return given


def typed() -> str:
    """Return all that standard input holds.

    Raises:
        UserError: It is closed, or holds no text in UTF-8.
    """
    if not sys.stdin:
        raise UserError("Standard input is closed.", "Give the text there: < FILE, or by a pipe.")
    try:
        return as_text(sys.stdin.read(), "What came from standard input")
    except UnicodeDecodeError as fault:
        raise UserError("What came from standard input is not in UTF-8.", "Save it so.") from fault
