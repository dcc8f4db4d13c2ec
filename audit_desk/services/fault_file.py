"""The rows that an import leaves out as a file, for whoever corrects the list."""

from collections.abc import Iterable
from pathlib import Path

from audit_desk.domain.csv_text import csv_bytes, no_formula
from audit_desk.services.case_rows import RowFault
from audit_desk.services.whole_file import write_whole


def write_faults(refused: Iterable[RowFault], target: Path) -> int:
    """Write row, column, value and reason of every fault as CSV, one after the other.

    Returns:
        How many were written.

    Raises:
        UserError: The file cannot be written.
    """
    lines = [
        [fault.row, no_formula(fault.column), no_formula(fault.value), fault.reason]
        for fault in refused
    ]
    write_whole(csv_bytes([["Row", "Column", "Value", "Reason"], *lines]), target)
    return len(lines)
