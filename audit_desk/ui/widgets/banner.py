"""A message that stays on the page: information, confirmation, warning or harm."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from audit_desk.ui.icons import Icons, Ink
from audit_desk.ui.widgets.buttons import button
from audit_desk.ui.widgets.icon_label import IconLabel
from audit_desk.ui.widgets.text import label

Tone = Literal["info", "success", "warning", "danger"]

_ICONS: dict[str, tuple[str, Ink]] = {
    "info": ("information-outline", Ink.ACCENT),
    "success": ("check-circle-outline", Ink.SUCCESS),
    "warning": ("alert-outline", Ink.WARNING),
    "danger": ("alert-octagon-outline", Ink.DANGER),
}


class Banner(QFrame):
    """A coloured message with an icon; colour never stands alone.

    Args:
        icons: Where its icon comes from.
        heading: What it is about, in bold; may be empty.
        text: The message.
        tone: ``info``, ``success``, ``warning`` or ``danger``.
        action: A button's text; empty for none.
        on_action: What the button does.
    """

    def __init__(
        self,
        icons: Icons,
        text: str,
        *,
        heading: str = "",
        tone: Tone = "info",
        action: str = "",
        on_action: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        self._icons = icons
        self.setProperty("role", "banner")
        self._heading = label(heading, "strong")
        self._text = label(text)
        name, ink = _ICONS[tone]
        self._picture = IconLabel(icons.icon(name, ink), 20)
        self.setProperty("tone", tone)
        self._lay_out(action, on_action)
        self.set_message(text, heading=heading)

    def _lay_out(self, action: str, on_action: Callable[[], object] | None) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._heading)
        words.addWidget(self._text)
        box = QHBoxLayout(self)
        box.setContentsMargins(12, 8, 12, 8)
        box.setSpacing(12)
        holder = QVBoxLayout()
        holder.addWidget(self._picture)
        holder.addStretch()
        box.addLayout(holder)
        box.addLayout(words, 1)
        if action:
            box.addWidget(button(action, on_action), 0, Qt.AlignmentFlag.AlignVCenter)

    def set_message(self, text: str, *, heading: str = "", tone: Tone | None = None) -> None:
        """Say something else."""
        self._heading.setText(heading)
        self._heading.setVisible(bool(heading))
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.setAccessibleName(f"{heading} {text}".strip())
        if tone is not None:
            self._set_tone(tone)

    def _set_tone(self, tone: Tone) -> None:
        name, ink = _ICONS[tone]
        self._picture.set_icon(self._icons.icon(name, ink))
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)
