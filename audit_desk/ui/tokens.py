"""The look in figures: colours, text sizes, typeface. Everything drawn is derived from these.

Contrast is held by a test: text on every ground that it appears on is at least 4.5 : 1,
lines around controls and the focus ring at least 3 : 1. Grades have the colours
of the report, and are never shown without their word or letters.
"""

from dataclasses import dataclass

from audit_desk.domain.audit import Grade
from audit_desk.domain.grade_colours import GRADE_COLOURS


@dataclass(frozen=True, slots=True)
class Pair:
    """A ground and the text that stands on it, as ``#rrggbb``."""

    fill: str
    text: str


@dataclass(frozen=True, slots=True)
class Colours:
    """One set of colours, as ``#rrggbb``.

    Attributes:
        window: The ground behind everything.
        surface: Cards, tables and text fields.
        rail: The navigation at the left.
        hover: Under the pointer.
        line: Quiet lines that separate.
        control_line: Lines that show where a control is.
        text: Body text.
        muted: Text of second rank.
        accent: The one colour that asks for attention, and the focus ring.
        on_accent: Text on the accent.
        accent_hover: The accent under the pointer.
        selected: The ground of what is chosen.
        danger: Text and lines of what destroys, is late or failed.
        on_danger: Text on ``danger``.
        info_ground: Banner that informs.
        success_ground: Banner that confirms.
        warning_ground: Banner that warns.
        danger_ground: Banner about harm or failure.
        success: Text and lines of what is done or in time.
        warning: Text and lines of what needs care.
        outstanding: Grade 1.
        good: Grade 2.
        requires_improvement: Grade 3.
        inadequate: Grade 4.
    """

    window: str
    surface: str
    rail: str
    hover: str
    line: str
    control_line: str
    text: str
    muted: str
    accent: str
    on_accent: str
    accent_hover: str
    selected: str
    danger: str
    on_danger: str
    info_ground: str
    success_ground: str
    warning_ground: str
    danger_ground: str
    success: str
    warning: str
    outstanding: Pair
    good: Pair
    requires_improvement: Pair
    inadequate: Pair

    def grade(self, grade: Grade) -> Pair:
        """Return a grade's ground and the text upon it."""
        return (self.outstanding, self.good, self.requires_improvement, self.inadequate)[grade - 1]


@dataclass(frozen=True, slots=True)
class TextSizes:
    """The four text sizes, in points at 100 %."""

    title: float = 17.0
    heading: float = 13.0
    body: float = 11.0
    small: float = 9.75


LIGHT = Colours(
    window="#f4f6f7",
    surface="#ffffff",
    rail="#e8edf0",
    hover="#dfe7eb",
    line="#d5dce1",
    control_line="#75838c",
    text="#182329",
    muted="#4f5d66",
    accent="#14607a",
    on_accent="#ffffff",
    accent_hover="#0f4d63",
    selected="#d4e7ee",
    danger="#a3242b",
    on_danger="#ffffff",
    info_ground="#e3eff4",
    success_ground="#e2f1e8",
    warning_ground="#fdf0d5",
    danger_ground="#fbe6e4",
    success="#1d6a42",
    warning="#7a4d00",
    outstanding=Pair(*GRADE_COLOURS[Grade.OUTSTANDING]),
    good=Pair(*GRADE_COLOURS[Grade.GOOD]),
    requires_improvement=Pair(*GRADE_COLOURS[Grade.REQUIRES_IMPROVEMENT]),
    inadequate=Pair(*GRADE_COLOURS[Grade.INADEQUATE]),
)

DARK = Colours(
    window="#161c20",
    surface="#1f272c",
    rail="#12171a",
    hover="#2b363d",
    line="#36434a",
    control_line="#7f8f98",
    text="#e6edf0",
    muted="#a9b7bf",
    accent="#6cbcd8",
    on_accent="#0b1c23",
    accent_hover="#8ccde4",
    selected="#234656",
    danger="#ff9c94",
    on_danger="#2a0806",
    info_ground="#1d3440",
    success_ground="#1c3629",
    warning_ground="#3d3015",
    danger_ground="#452322",
    success="#7fd3a3",
    warning="#efc468",
    outstanding=Pair(*GRADE_COLOURS[Grade.OUTSTANDING]),
    good=Pair(*GRADE_COLOURS[Grade.GOOD]),
    requires_improvement=Pair(*GRADE_COLOURS[Grade.REQUIRES_IMPROVEMENT]),
    inadequate=Pair("#701c3a", "#ffffff"),  # lifted off the dark ground
)


FAMILY = "Source Sans Pro"
