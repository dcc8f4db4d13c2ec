"""Buttons of four kinds: primary (one a page), plain, quiet (like a link) and danger."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton, QSizePolicy

from audit_desk.ui.widgets.wrapping_button import WrappingButton

Kind = Literal["primary", "plain", "quiet", "danger", "rail", "row"]


def button(
    text: str,
    on_click: Callable[[], object] | None = None,
    *,
    kind: Kind = "plain",
    icon: QIcon | None = None,
    shortcut: str = "",
    tip: str = "",
) -> QPushButton:
    """Return a button.

    Args:
        text: What it does, as a verb.
        on_click: Called without arguments.
        kind: Its look.
        icon: Drawn before the text.
        shortcut: A key sequence, for example ``Ctrl+N``; shown in the tool tip.
        tip: A sentence shown under the pointer.
    """
    # Qt keeps one key a button: an underlined letter beside a shortcut would promise a dead key.
    words = text.replace("&", "") if shortcut else text
    made = WrappingButton(words) if kind == "row" else QPushButton(words)
    made.setProperty("kind", kind)
    made.setAutoDefault(True)  # Enter presses the button that has the focus, in a page as well
    made.setAccessibleName(text.replace("&", ""))
    if kind != "row":
        across = QSizePolicy.Policy.Expanding if kind == "rail" else QSizePolicy.Policy.Fixed
        made.setSizePolicy(across, QSizePolicy.Policy.Fixed)
    if icon is not None:
        made.setIcon(icon)
    if shortcut:
        made.setShortcut(shortcut)
    made.setToolTip(" · ".join(part for part in (tip, shortcut) if part))
    if kind in {"quiet", "row"}:
        made.setCursor(Qt.CursorShape.PointingHandCursor)
    if on_click is not None:
        made.clicked.connect(lambda _checked=False: on_click())
    return made


def primary_button(
    text: str,
    on_click: Callable[[], object] | None = None,
    *,
    icon: QIcon | None = None,
    shortcut: str = "",
) -> QPushButton:
    """Return the one button that a page leads to."""
    return button(text, on_click, kind="primary", icon=icon, shortcut=shortcut)


def quiet_button(
    text: str,
    on_click: Callable[[], object] | None = None,
    *,
    icon: QIcon | None = None,
) -> QPushButton:
    """Return a button that looks like a link."""
    return button(text, on_click, kind="quiet", icon=icon)


def danger_button(text: str, on_click: Callable[[], object] | None = None) -> QPushButton:
    """Return a button for what takes something away."""
    return button(text, on_click, kind="danger")
