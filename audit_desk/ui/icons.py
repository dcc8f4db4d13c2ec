"""Icons: Material Design 6 of ``qtawesome``, in the theme's colours.

An icon asks the theme for its colour each time it is painted, so nothing has to be replaced
when the theme changes. The font is read from qtawesome's files: importing that package takes
as long as starting Qt, and its own icons keep the colour they were made with.
"""

import json
from enum import StrEnum
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap

from audit_desk.errors import BugError
from audit_desk.ui.theme import Theme

_FULL = 0.92  # the part of an icon's box that its glyph fills


class Ink(StrEnum):
    """Which of the theme's colours an icon is drawn in."""

    TEXT = "text"
    MUTED = "muted"
    ACCENT = "accent"
    ON_ACCENT = "on_accent"
    DANGER = "danger"
    SUCCESS = "success"
    WARNING = "warning"


class Icons:
    """Makes icons by their Material Design name, for example ``home-outline``.

    The font is loaded when the first icon is painted.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._family = ""

    def icon(self, name: str, ink: Ink = Ink.TEXT) -> QIcon:
        """Return an icon that follows the theme.

        Args:
            name: The icon's name in the family, for example ``home-outline``.
            ink: Its colour.

        Raises:
            BugError: The family has no such icon.
        """
        if name not in _glyphs():
            raise BugError(f"There is no icon called {name}.")
        return QIcon(_Engine(self, name, ink))

    def pixmap(self, name: str, size: int) -> QPixmap:
        """Return an icon of today's colour as a picture of ``size`` pixels square."""
        return self.icon(name).pixmap(QSize(size, size))

    def paint(self, painter: QPainter, box: QRect, name: str, ink: Ink, *, faint: bool) -> None:
        """Paint an icon into a box."""
        colour = QColor(str(getattr(self._theme.colours, ink.value)))
        if faint:
            colour.setAlphaF(0.5)
        font = QFont(self._face())
        font.setPixelSize(max(1, round(min(box.width(), box.height()) * _FULL)))
        painter.save()
        painter.setPen(colour)
        painter.setFont(font)
        painter.drawText(QRectF(box), Qt.AlignmentFlag.AlignCenter, _glyphs()[name])
        painter.restore()

    def _face(self) -> str:
        if not self._family:
            file = _newest(_font_folder(), "materialdesignicons6*.ttf")
            number = QFontDatabase.addApplicationFont(str(file))
            if number < 0:
                raise BugError("The icons' font cannot be loaded.")
            self._family = QFontDatabase.applicationFontFamilies(number)[0]
        return self._family


class _Engine(QIconEngine):
    """Paints one glyph; asks for its colour at that moment."""

    def __init__(self, icons: Icons, name: str, ink: Ink) -> None:
        super().__init__()
        self._icons = icons
        self._name = name
        self._ink = ink

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Paint the glyph; a disabled icon is faint."""
        del state
        faint = mode is QIcon.Mode.Disabled
        self._icons.paint(painter, rect, self._name, self._ink, faint=faint)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the glyph as a picture."""
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return picture


@cache
def _glyphs() -> dict[str, str]:
    """Return the family's thousands of icons as characters, by name; they never change."""
    file = _newest(_font_folder(), "materialdesignicons6*.json")
    names = json.loads(file.read_text("utf-8"))
    return {name: chr(int(code, 16)) for name, code in names.items()}


def _font_folder() -> Path:
    spec = find_spec("qtawesome")
    if spec is None or spec.origin is None:
        raise BugError("The package qtawesome is not installed.")
    return Path(spec.origin).parent / "fonts"


def _newest(folder: Path, pattern: str) -> Path:
    files = sorted(folder.glob(pattern))
    if not files:
        raise BugError(f"{folder} has no {pattern}.")
    return files[-1]
