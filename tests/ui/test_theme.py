import gc
from collections.abc import Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QColor, QFontInfo, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QPushButton,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from audit_desk.domain.audit import Grade
from audit_desk.domain.settings import Appearance
from audit_desk.errors import BugError
from audit_desk.ui.icons import Icons, Ink
from audit_desk.ui.stylesheet import stylesheet
from audit_desk.ui.theme import TextSize, Theme
from audit_desk.ui.tokens import DARK, LIGHT, Colours
from audit_desk.ui.widgets.text import LINE, label

pytestmark = pytest.mark.dressed

SETS = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
GROUNDS = (
    "window",
    "surface",
    "rail",
    "hover",
    "selected",
    "info_ground",
    "success_ground",
    "warning_ground",
    "danger_ground",
)
INKS = ("text", "muted", "accent", "danger", "success", "warning")

Linear = tuple[float, float, float]


def _linear(colour: str) -> Linear:
    def channel(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    made = QColor(colour)
    return channel(made.redF()), channel(made.greenF()), channel(made.blueF())


def _contrast(first: str, second: str) -> float:
    def luminance(colour: str) -> float:
        red, green, blue = _linear(colour)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


# Machado, Oliveira and Fernandes (2009), severity 1.
_SEES: dict[str, tuple[Linear, Linear, Linear]] = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def _lab(colour: Linear) -> Linear:
    red, green, blue = (min(1.0, max(0.0, part)) for part in colour)
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def _seen(colour: str, sight: str) -> Linear:
    parts = _linear(colour)
    red, green, blue = (
        sum(weight * part for weight, part in zip(row, parts, strict=True)) for row in _SEES[sight]
    )
    return _lab((red, green, blue))


@SETS
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", INKS)
def test_text_is_legible_on_every_ground(colours: Colours, ground: str, ink: str) -> None:
    assert _contrast(getattr(colours, ink), getattr(colours, ground)) >= 4.5


@SETS
def test_text_is_legible_on_what_is_coloured(colours: Colours) -> None:
    pairs = [
        (colours.on_accent, colours.accent),
        (colours.on_accent, colours.accent_hover),
        (colours.on_danger, colours.danger),
        *((colours.grade(grade).text, colours.grade(grade).fill) for grade in Grade),
    ]
    assert min(_contrast(text, ground) for text, ground in pairs) >= 4.5


@SETS
def test_controls_and_the_focus_ring_can_be_made_out(colours: Colours) -> None:
    grounds = (colours.window, colours.surface)
    assert min(_contrast(colours.control_line, ground) for ground in grounds) >= 3
    assert min(_contrast(colours.accent, ground) for ground in (*grounds, colours.rail)) >= 3


@SETS
@pytest.mark.parametrize("sight", list(_SEES))
def test_grades_differ_to_every_eye(colours: Colours, sight: str) -> None:
    for first, second in combinations(Grade, 2):
        one, other = (_seen(colours.grade(grade).fill, sight) for grade in (first, second))
        apart = sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5
        assert apart >= 20, f"{first.label} and {second.label}"


@pytest.fixture
def changes(theme: Theme) -> Iterator[list[bool]]:
    told: list[bool] = []
    theme.changed.connect(lambda: told.append(theme.dark))
    yield told
    theme.set_appearance(Appearance.LIGHT)


def test_appearance_changes_the_application_at_once(
    theme: Theme, changes: list[bool], qapp: QApplication
) -> None:
    theme.set_appearance(Appearance.DARK)
    assert changes == [True]
    assert DARK.window in qapp.styleSheet()
    assert qapp.palette().window().color() == QColor(DARK.window)
    theme.set_appearance(Appearance.DARK)
    assert changes == [True]


def test_the_system_is_followed_only_when_asked(
    theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(theme, "_system_is_dark", lambda: True)
    seen: list[bool] = []
    theme.set_appearance(Appearance.LIGHT)
    theme._system_changed()
    seen.append(theme.dark)
    theme.set_appearance(Appearance.SYSTEM)
    seen.append(theme.dark)
    monkeypatch.setattr(theme, "_system_is_dark", lambda: False)
    theme._system_changed()
    seen.append(theme.dark)
    assert seen == [False, True, False]


def test_text_is_set_in_source_sans_at_any_scale(theme: Theme) -> None:
    assert QFontInfo(theme.font()).family() == "Source Sans Pro"
    theme.set_scale(200)
    assert theme.font(TextSize.BODY).pointSizeF() == 22
    assert "font-size: 22.00pt" in stylesheet(theme)


def test_every_image_of_the_style_sheet_exists(theme: Theme) -> None:
    for dark in (False, True):
        theme.set_appearance(Appearance.DARK if dark else Appearance.LIGHT)
        for part in stylesheet(theme).split('url("')[1:]:
            assert not QPixmap(part.split('"')[0]).isNull()


def test_icons_take_the_colour_of_the_moment(theme: Theme, icons: Icons) -> None:
    icon = icons.icon("square", Ink.ACCENT)

    def middle() -> str:
        return icon.pixmap(QSize(32, 32)).toImage().pixelColor(16, 16).name()

    assert middle() == LIGHT.accent
    theme.set_appearance(Appearance.DARK)
    assert middle() == DARK.accent


def test_an_unknown_icon_is_a_fault(icons: Icons) -> None:
    with pytest.raises(BugError, match="no-such-icon"):
        icons.pixmap("no-such-icon", 16)


def test_lines_stay_short_on_a_wide_screen(theme: Theme, qtbot: QtBot) -> None:
    text = label("word " * 200)
    qtbot.addWidget(text)
    text.resize(3000, text.heightForWidth(3000))
    text.show()
    letters = text.contentsRect().width() / text.fontMetrics().averageCharWidth()
    assert letters == pytest.approx(LINE, abs=1)
    assert text.heightForWidth(3000) == text.heightForWidth(text.contentsRect().width())


def test_text_shows_markup_as_it_stands(qtbot: QtBot) -> None:
    text = label("<b>not bold</b>")
    qtbot.addWidget(text)
    assert text.textFormat().name == "PlainText"


def test_a_focused_button_looks_different(theme: Theme, qtbot: QtBot) -> None:
    one = QPushButton("Draw")
    qtbot.addWidget(one)
    one.show()
    qtbot.waitExposed(one)
    one.clearFocus()
    before = one.grab().toImage()
    one.setFocus()
    qtbot.waitUntil(one.hasFocus)
    assert one.grab().toImage() != before


def test_a_short_list_of_choices_is_seen_whole(theme: Theme, qtbot: QtBot) -> None:
    theme.set_scale(100)
    choice = QComboBox()
    qtbot.addWidget(choice)
    # Fusion's own way takes the height of its two arrows from the rows: a fourth choice was cut.
    popup = QStyle.StyleHint.SH_ComboBox_Popup
    assert choice.style().styleHint(popup, QStyleOptionComboBox(), choice) == 0


def test_nothing_is_collected_while_qt_dresses_one_part_after_the_other(
    theme: Theme, qtbot: QtBot
) -> None:
    searching: list[bool] = []

    class Part(QWidget):
        def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
            if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
                searching.append(gc.isenabled())

    part = Part()
    qtbot.addWidget(part)
    part.show()
    searching.clear()
    theme.set_appearance(Appearance.DARK)
    theme.set_scale(150)
    assert searching
    assert not any(searching), "a part that nobody holds would go while Qt is on its way to it"
    assert gc.isenabled()
