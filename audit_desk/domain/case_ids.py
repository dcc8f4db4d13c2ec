"""Reads the council's number of a child and the audit reference that a list may bring.

A number is text: its leading zeros belong to it. None of these values is ever shown in a
message, because each may point at a child.
"""

import re

from audit_desk.domain.cells import Cell, ValueFault, is_absent, number_text

_LONGEST_ID = 40
_LONGEST_REFERENCE = 30
_EXACT_DIGITS = 10**15
"""Spreadsheets keep fifteen figures of a number; the others are lost."""
_SHORTENED = re.compile(r"\d(?:\.\d+)?[eE]\+?\d+")


def read_system_id(cell: Cell) -> str | ValueFault | None:
    """Return the council's number of a child as text, or why a cell is none."""
    if isinstance(cell, str) and cell.isdecimal() and len(cell) <= _LONGEST_ID:
        return cell
    if isinstance(cell, int | float) and abs(cell) >= _EXACT_DIGITS:
        return _hidden("has lost figures in the spreadsheet; format the column as text")
    text = number_text(cell).removeprefix("'")
    if is_absent(text):
        return None
    if _SHORTENED.fullmatch(text):
        return _hidden("was shortened by a spreadsheet program; format the column as text")
    if len(text) > _LONGEST_ID or text.count(" ") > 1 or not _has_digit(text):
        return _hidden("does not look like the number of a child")
    return text


def read_reference(cell: Cell) -> str | ValueFault | None:
    """Return the audit reference that a list brings, or why a cell is none."""
    text = number_text(cell)
    if is_absent(text):
        return None
    if len(text) > _LONGEST_REFERENCE or not _has_digit(text):
        return _hidden("does not look like an audit reference, such as CST-0142")
    return text


def _has_digit(text: str) -> bool:
    return any(character.isdigit() for character in text)


def _hidden(message: str) -> ValueFault:
    return ValueFault(message, show_value=False)
