"""What the gallery takes pictures of."""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from audit_desk.ui.icons import Icons
from audit_desk.ui.theme import Theme

STANDARD = QSize(1280, 720)
LAPTOP = QSize(1366, 768)


@dataclass(frozen=True, slots=True)
class Studio:
    """What a screen is built from.

    Attributes:
        theme: Light or dark, as the picture wants it.
        icons: The icons.
        folder: An empty folder for files.
    """

    theme: Theme
    icons: Icons
    folder: Path


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture, taken light and dark.

    Attributes:
        name: The picture's file name, for example ``cases-empty``.
        build: Builds the widget; what it returns is sized, shown and pictured.
        size: The widget's size in pixels; ``None`` for a dialog as large as it wants to be.
        scale: Text size in per cent.
    """

    name: str
    build: Callable[[Studio], QWidget]
    size: QSize | None = STANDARD
    scale: int = 100


def all_shots() -> list[Shot]:
    """Return the shots of every module ``tests/gallery/shots_*.py``, each module's ``SHOTS``.

    Raises:
        ValueError: Two shots have one name.
    """
    package = importlib.import_module("tests.gallery")
    names = sorted(info.name for info in pkgutil.iter_modules(package.__path__))
    shots: list[Shot] = []
    for name in names:
        if name.startswith("shots_"):
            shots += importlib.import_module(f"tests.gallery.{name}").SHOTS
    taken = [shot.name for shot in shots]
    twice = {name for name in taken if taken.count(name) > 1}
    if twice:
        raise ValueError(f"Two shots are called {', '.join(sorted(twice))}.")
    return shots
