"""What is wrong with a file that a person named, in the same words whatever it is read for."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from audit_desk.errors import UserError


@contextlib.contextmanager
def reading(path: Path, what: str) -> Iterator[None]:
    """Say plainly why a file cannot be read, for the length of a block that reads it.

    Args:
        path: The file.
        what: What it should be, such as “a case list”.

    Raises:
        UserError: It is a folder, is not there, or the system refuses it.
    """
    try:
        if path.is_dir():
            raise UserError(f"“{path}” is a folder, not {what}.", "Choose a file in it.")
        yield
    except FileNotFoundError as fault:
        raise UserError(
            f"There is no file “{path}”.", "Check its name and folder, and try again."
        ) from fault
    except OSError as fault:
        raise UserError(
            f"“{path.name}” cannot be opened ({fault.strerror}).",
            "Close it in other programs, or copy it to a folder of your own.",
        ) from fault
