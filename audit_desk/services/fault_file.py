"""The rows that an import leaves out as a file, for whoever corrects the list."""

import csv
from collections.abc import Iterable
from pathlib import Path

from audit_desk.errors import UserError
from audit_desk.services.case_rows import RowFault

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_faults(refused: Iterable[RowFault], target: Path) -> int:
    """Write row, column, value and reason of every fault as CSV, one after the other.

    Returns:
        How many were written.

    Raises:
        UserError: The file cannot be written.
    """
    number = 0
    try:
        with target.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["Row", "Column", "Value", "Reason"])
            for fault in refused:
                number += 1
                writer.writerow(
                    [fault.row, _plain(fault.column), _plain(fault.value), fault.reason]
                )
    except OSError as cause:
        raise UserError(
            f"{target.name} cannot be written.", "Choose another folder or close the file."
        ) from cause
    return number


def _plain(text: str) -> str:
    # A spreadsheet would run such a cell as a formula when the file is opened.
    return f"'{text}" if text.startswith(_FORMULA) else text
