"""Writes a file whole or not at all."""

import os
import secrets
from pathlib import Path

from audit_desk.errors import UserError


def write_whole(content: bytes, target: Path) -> None:
    """Write beside the target first, then move into its place in one step.

    Raises:
        UserError: It cannot be written; one that was there before is as it was.
    """
    if target.is_dir():
        raise UserError(f"{target} is a folder.", "Give the file a name of its own.")
    if not target.parent.is_dir():
        raise UserError(
            f"There is no folder {target.parent}.", "Create it, or choose another folder."
        )
    beside = target.parent / f".{secrets.token_hex(8)}.part"
    try:
        beside.write_bytes(content)
        os.replace(beside, target)  # noqa: PTH105 - atomic on every system
    except OSError as fault:
        raise UserError(
            f"{target} cannot be written.",
            "Close it if another program has it open, or choose another folder.",
        ) from fault
    finally:
        beside.unlink(missing_ok=True)
