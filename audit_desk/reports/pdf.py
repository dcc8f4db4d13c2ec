"""The report as a PDF file: written whole or not at all.

The PDF library is heavy, so it is loaded when a report is written, not before.
"""

import os
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from audit_desk.domain.findings import Findings
from audit_desk.errors import UserError
from audit_desk.reports.content import build_content

Progress = Callable[[int, int], None]
"""Told how much is done, of how much. It may raise ``Cancelled``; nothing is then kept."""


def write_pdf(
    findings: Findings, target: Path | BinaryIO, progress: Progress | None = None
) -> None:
    """Write the report of a round as PDF.

    The same findings give the same bytes. The file appears under its name only when it is
    complete; one that was there before stays as it was until then.

    Args:
        findings: What the round found.
        target: Where to write: a file, or a binary stream.
        progress: Called every page; whatever it raises ends the work without a trace.

    Raises:
        UserError: The file cannot be written.
    """
    if isinstance(target, Path):
        _refuse_impossible(target)
    from audit_desk.reports.pdf_document import render

    document = render(build_content(findings), findings.computed_from, progress)
    if isinstance(target, Path):
        _put_in_place(document, target)
    else:
        target.write(document)


def _refuse_impossible(target: Path) -> None:
    if target.is_dir():
        raise UserError(f"{target} is a folder.", "Give the report a file name, ending in .pdf.")
    if not target.parent.is_dir():
        raise UserError(
            f"The report cannot be saved: there is no folder {target.parent}.",
            "Create it, or choose another folder.",
        )


def _put_in_place(document: bytes, target: Path) -> None:
    """Write beside the target first, then move into its place in one step."""
    beside = target.parent / f".{secrets.token_hex(8)}.part"
    try:
        beside.write_bytes(document)
        os.replace(beside, target)  # noqa: PTH105 - atomic on every system
    except OSError as fault:
        raise UserError(
            f"{target} cannot be written.",
            "Close it if another program has it open, or choose another folder.",
        ) from fault
    finally:
        beside.unlink(missing_ok=True)
