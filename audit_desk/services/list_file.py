"""Tells a workbook from a text by what is in the file, and both from anything else."""

from pathlib import Path

from audit_desk.errors import UserError
from audit_desk.services.given_file import reading

TEXT_ENDINGS = (".csv", ".txt", ".tsv")
WORKBOOK_ENDINGS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")

_WORKBOOK_MARKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")


def is_workbook(path: Path) -> bool:
    """Return whether a file is a workbook rather than text.

    Raises:
        UserError: It cannot be opened, or is neither.
    """
    start = _first_bytes(path)
    if start.startswith(_WORKBOOK_MARKS):
        return True
    if start.lstrip()[:200].lower().startswith((b"<html", b"<!doctype", b"<table", b"<?xml")):
        raise UserError(
            f"“{path.name}” is a web page that carries the name of a list.",
            "Open it in the spreadsheet program and save it as .xlsx or CSV.",
        )
    if start.startswith(b"%PDF-"):
        raise UserError(
            f"“{path.name}” is a PDF that carries the name of a list.",
            "Have the system export the list itself, as CSV or a workbook.",
        )
    return False


def _first_bytes(path: Path) -> bytes:
    with reading(path, "a case list"), path.open("rb") as file:
        start = file.read(1024)
    if path.suffix.lower() not in TEXT_ENDINGS + WORKBOOK_ENDINGS:
        raise UserError(
            f"“{path.name}” is not a kind of file that a case list can be read from.",
            f"Save the list as one of {', '.join(TEXT_ENDINGS + WORKBOOK_ENDINGS)}.",
        )
    if not start.strip():
        raise UserError(
            f"“{path.name}” is empty.", "Export the list again and check that it has rows."
        )
    return start
