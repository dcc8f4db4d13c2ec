"""Where the application's own files and a person's folders are; nothing else resolves them.

The application runs from a checkout, from an installed wheel and from a frozen bundle.
Each keeps ``resources/`` and ``db/`` in another place; callers never need to know which.
"""

import sys
from pathlib import Path

import platformdirs

from audit_desk.errors import BugError

_APP = "Audit Desk"


def _root() -> Path:
    package = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    candidates = [
        *([Path(frozen)] if frozen else []),
        package / "_bundled",
        package.parent,
    ]
    for candidate in candidates:
        if (candidate / "resources").is_dir() and (candidate / "db" / "migrations").is_dir():
            return candidate
    looked = ", ".join(str(candidate) for candidate in candidates)
    raise BugError(f"The application's resources are missing; looked in {looked}.")


def resource(*parts: str) -> Path:
    """Return the path of a file or folder below ``resources/``.

    Raises:
        BugError: The installation has no resources.
    """
    return _root().joinpath("resources", *parts)


def database_file(*parts: str) -> Path:
    """Return the path of a file or folder below ``db/`` (migrations, schema, samples).

    Raises:
        BugError: The installation has no ``db`` folder.
    """
    return _root().joinpath("db", *parts)


def documents_folder() -> Path:
    """Return the folder in which a person expects new registers and reports.

    Not every computer has one for documents; then it is the person's own folder.
    """
    found = Path(platformdirs.user_documents_dir())
    return found if found.is_dir() else Path.home()


def settings_folder() -> Path:
    """Return the folder for window sizes and the list of recent registers; never case data."""
    return Path(platformdirs.user_config_dir(_APP, appauthor=False))
