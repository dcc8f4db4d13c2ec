"""The theme in use: light or dark, text scale, and everything derived from the tokens.

There is one ``Theme`` in the application. Whoever paints by hand holds it and reads from it at
paint time; whoever must do something on a change connects to ``changed``.
"""

from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from audit_desk.domain.bulk import collector_paused
from audit_desk.domain.settings import Appearance
from audit_desk.errors import BugError
from audit_desk.ui.stylesheet import stylesheet
from audit_desk.ui.tokens import DARK, FAMILY, LIGHT, Colours, Pair, TextSizes

if TYPE_CHECKING:
    from audit_desk.domain.audit import Grade

_FACES = ("Regular", "It", "Semibold", "Bold")


class TextSize(StrEnum):
    """The four text sizes."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    SMALL = "small"


class Theme(QObject):
    """The look in use: light at first, text at its standard size."""

    changed = Signal()
    """Colours or text sizes changed; emitted after the application has taken them on."""

    def __init__(self) -> None:
        super().__init__()
        self._dark = False
        self._scale = 100
        self._appearance = Appearance.LIGHT
        self._app: QApplication | None = None

    @property
    def dark(self) -> bool:
        """Whether the dark colours are in use."""
        return self._dark

    @property
    def scale(self) -> int:
        """Text size in per cent, 100 to 200."""
        return self._scale

    @property
    def colours(self) -> Colours:
        """The colours in use."""
        return DARK if self._dark else LIGHT

    @property
    def sizes(self) -> TextSizes:
        """The text sizes in use, in points."""
        sizes, factor = TextSizes(), self._scale / 100
        return TextSizes(
            title=sizes.title * factor,
            heading=sizes.heading * factor,
            body=sizes.body * factor,
            small=sizes.small * factor,
        )

    def grade_colour(self, grade: "Grade") -> Pair:
        """Return a grade's ground and the text upon it; always shown with word or letters."""
        return self.colours.grade(grade)

    def font(self, size: TextSize = TextSize.BODY, *, strong: bool = False) -> QFont:
        """Return a font for painting by hand."""
        font = QFont(FAMILY)
        font.setPointSizeF(float(getattr(self.sizes, size.value)))
        if strong:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def install(self, app: QApplication) -> None:
        """Give the application this look, now and whenever it changes."""
        self._app = app
        load_typeface()
        with collector_paused():
            app.setStyle(QStyleFactory.create("Fusion"))
        app.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._dress()

    def set_appearance(self, appearance: Appearance) -> None:
        """Choose light, dark, or whatever the system has."""
        self._appearance = appearance
        self._become(dark=self._wanted_dark(), scale=self._scale)

    def set_scale(self, scale: int) -> None:
        """Set the text size in per cent, 100 to 200."""
        self._become(dark=self._dark, scale=scale)

    def _wanted_dark(self) -> bool:
        if self._appearance is not Appearance.SYSTEM:
            return self._appearance is Appearance.DARK
        return self._system_is_dark()

    def _system_is_dark(self) -> bool:
        return QApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark

    def _system_changed(self) -> None:
        if self._appearance is Appearance.SYSTEM:
            self._become(dark=self._wanted_dark(), scale=self._scale)

    def _become(self, *, dark: bool, scale: int) -> None:
        if (dark, scale) == (self._dark, self._scale):
            return
        self._dark, self._scale = dark, scale
        self._dress()

    def _dress(self) -> None:
        if self._app is not None:
            # Qt walks over a list of all widgets; it would walk into one collected meanwhile.
            with collector_paused():
                self._app.setPalette(palette(self.colours))
                self._app.setFont(self.font())
                self._app.setStyleSheet(stylesheet(self))
        self.changed.emit()


def load_typeface() -> None:
    """Make Source Sans Pro known to Qt; doing so twice does no harm.

    Raises:
        BugError: The typeface is not installed, or Qt cannot read it.
    """
    if FAMILY in QFontDatabase.families():
        return
    for face in _FACES:
        file = _typeface_folder() / f"SourceSansPro-{face}.ttf"
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            raise BugError(f"The typeface {file} cannot be loaded.")


def _typeface_folder() -> Path:
    # Found without importing: the package's import lists every file twice.
    spec = find_spec("font_source_sans_pro")
    if spec is None or spec.origin is None:
        raise BugError("The package font-source-sans-pro is not installed.")
    return Path(spec.origin).parent / "files"


def palette(colours: Colours) -> QPalette:
    """Return Qt's colours for what paints itself."""
    role = QPalette.ColorRole
    made = QPalette()
    for target, colour in (
        (role.Window, colours.window),
        (role.WindowText, colours.text),
        (role.Base, colours.surface),
        (role.AlternateBase, colours.window),
        (role.Text, colours.text),
        (role.PlaceholderText, colours.muted),
        (role.Button, colours.surface),
        (role.ButtonText, colours.text),
        (role.BrightText, colours.danger),
        (role.ToolTipBase, colours.surface),
        (role.ToolTipText, colours.text),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.on_accent),
        (role.Accent, colours.accent),
        (role.Link, colours.accent),
        (role.LinkVisited, colours.accent),
    ):
        made.setColor(target, QColor(colour))
    disabled = QPalette.ColorGroup.Disabled
    for target in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(disabled, target, QColor(colours.control_line))
    return made
