"""Writes a file, or a folder of files, whole or not at all."""

import contextlib
import errno
import os
import secrets
import shutil
from collections.abc import Mapping
from pathlib import Path

from audit_desk.errors import UserError


def refuse_impossible(target: Path) -> None:
    """Refuse a place where no file can be, before work is done for it.

    Raises:
        UserError: It is a folder, or in none that exists.
    """
    if target.is_dir():
        raise UserError(f"{target} is a folder.", "Give the file a name of its own.")
    if not target.parent.is_dir():
        raise UserError(
            f"There is no folder {target.parent}.", "Create it, or choose another folder."
        )


def write_whole(content: bytes, target: Path) -> None:
    """Write beside the target first, then move into its place in one step.

    Raises:
        UserError: It cannot be written; one that was there before is as it was.
    """
    refuse_impossible(target)
    beside = target.parent / f".{secrets.token_hex(8)}.part"
    try:
        beside.write_bytes(content)
        os.replace(beside, target)  # noqa: PTH105 - atomic on every system
    except OSError as fault:
        raise _cannot_be_written(target, fault) from fault
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)


def write_whole_folder(files: Mapping[str, bytes], folder: Path) -> None:
    """Write files into a folder: all of them beside their places first, then into place.

    The folder is made where there is none. Other files in it stay as they are.

    Raises:
        UserError: They cannot be written.
    """
    if folder.exists() and not folder.is_dir():
        raise UserError(f"{folder} is a file.", "Give the folder a name of its own.")
    if not folder.parent.is_dir():
        raise UserError(
            f"There is no folder {folder.parent}.", "Create it, or choose another folder."
        )
    was_there = folder.is_dir()
    beside = folder / f".{secrets.token_hex(8)}.part"
    try:
        beside.mkdir(parents=True)
        for name, content in files.items():
            (beside / name).write_bytes(content)
        for name in files:
            os.replace(beside / name, folder / name)  # noqa: PTH105 - atomic on every system
    except OSError as fault:
        shutil.rmtree(beside if was_there else folder, ignore_errors=True)
        raise _cannot_be_written(folder, fault) from fault
    shutil.rmtree(beside, ignore_errors=True)


def _cannot_be_written(target: Path, fault: OSError) -> UserError:
    if fault.errno == errno.ENOSPC:
        return UserError(
            f"{target} cannot be written: the disk is full. Nothing was left half written.",
            "Make room, or choose a folder on another disk.",
        )
    return UserError(
        f"{target} cannot be written.",
        "Close it if another program has it open, or choose another folder.",
    )
