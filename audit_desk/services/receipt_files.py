"""Receipts as files, and verifying one against a list of cases: no register is needed for it."""

import json
from pathlib import Path
from typing import Any

from audit_desk.domain.receipt import Receipt
from audit_desk.domain.receipt_form import receipt_from_dict, receipt_to_dict
from audit_desk.domain.verify_draw import Verification, verify
from audit_desk.errors import UserError
from audit_desk.services.given_file import reading
from audit_desk.services.reference_lists import read_references
from audit_desk.services.whole_file import write_whole


def verify_files(receipt: Path, cases: Path) -> Verification:
    """Run a draw again from its receipt and a list with the references, on any machine.

    Args:
        receipt: The receipt's JSON file.
        cases: A CSV file or workbook with a column of references.

    Raises:
        UserError: One of the files cannot be read or is not what it should be.
    """
    return verify(read_receipt(receipt), read_references(cases))


def read_receipt(path: Path) -> Receipt:
    """Read a receipt from its JSON file.

    Raises:
        UserError: The file cannot be read or is not a receipt.
    """
    try:
        with reading(path, "a receipt"):
            content: Any = json.loads(path.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError) as fault:
        raise UserError(
            f"{path.name} is not a receipt: it is no JSON file, or is cut short.",
            "Take the receipt as Audit Desk wrote it.",
        ) from fault
    return receipt_from_dict(content)


def receipt_text(receipt: Receipt) -> str:
    """Return a receipt as the JSON text that its file holds."""
    return json.dumps(receipt_to_dict(receipt), ensure_ascii=False, indent=2) + "\n"


def write_receipt(receipt: Receipt, path: Path) -> None:
    """Write a receipt as a JSON file.

    Raises:
        UserError: The file cannot be written.
    """
    write_whole(receipt_text(receipt).encode(), path)
