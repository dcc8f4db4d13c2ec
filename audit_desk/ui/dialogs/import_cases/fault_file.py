"""The refused rows as a file, for whoever corrects the list."""

import csv
from collections.abc import Sequence
from pathlib import Path

from audit_desk.errors import UserError
from audit_desk.services.case_rows import RowFault

_FORMULA = ("=", "+", "-", "@", "\t")


def write_faults(faults: Sequence[RowFault], target: Path) -> None:
    """Write row, column, value and reason as CSV.

    Raises:
        UserError: The file cannot be written.
    """
    try:
        with target.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["Row", "Column", "Value", "Reason"])
            writer.writerows(
                [fault.row, _plain(fault.column), _plain(fault.value), fault.reason]
                for fault in faults
            )
    except OSError as fault:
        raise UserError(
            f"{target.name} cannot be written.", "Choose another folder or close the file."
        ) from fault


def _plain(text: str) -> str:
    # A spreadsheet would run such a cell as a formula when the file is opened.
    return f"'{text}" if text.startswith(_FORMULA) else text
