"""What the cases are filtered by: one chip a field, to change or to take away."""

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from audit_desk.domain.case_field import CaseField, FieldKind
from audit_desk.domain.conditions import NOT_RECORDED, RANGE, condition_words, has_ranges
from audit_desk.ui.icons import Icons, Ink
from audit_desk.ui.models.case_words import day_text
from audit_desk.ui.widgets.buttons import button, quiet_button
from audit_desk.ui.widgets.flow import Flow

_NAMED = 2
_CHARS = 64


class FilterChips(Flow):
    """A chip for every field that is filtered by; hidden while there is none."""

    change = Signal(str)
    """The person wants to change the filter of a field, by its key."""
    removed = Signal(str)
    """A field, by its key, is not to be filtered by any more."""
    cleared = Signal()
    """No field is to be filtered by."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._chips: dict[str, Chip] = {}
        self._before: QWidget = self
        self.hide()

    def follow(self, before: QWidget) -> None:
        """Let Tab lead from a control to the chips, whichever there are."""
        self._before = before

    def show_chosen(
        self, chosen: Mapping[str, Sequence[str]], fields: Mapping[str, CaseField]
    ) -> None:
        """Show these conditions."""
        focused = next((key for key, chip in self._chips.items() if chip.has_focus), "")
        self._chips = {
            key: Chip(
                filter_words(fields[key], values),
                self._icons,
                partial(self.change.emit, key),
                partial(self.removed.emit, key),
            )
            for key, values in chosen.items()
        }
        parts: list[QWidget] = list(self._chips.values())
        if parts:
            parts.append(quiet_button("Clear filters", self.cleared.emit))
        self.fill(*parts)
        self.setVisible(bool(parts))
        stops = [stop for chip in self._chips.values() for stop in (chip.text, chip.cross)]
        for before, after in pairwise((self._before, *stops, *parts[len(self._chips) :])):
            QWidget.setTabOrder(before, after)
        if focused in self._chips:
            self._chips[focused].text.setFocus()

    def texts(self) -> list[str]:
        """Return what the chips say."""
        return [chip.text.text() for chip in self._chips.values()]

    def chip(self, key: str) -> "Chip":
        """Return the chip of a field."""
        return self._chips[key]


class Chip(QWidget):
    """One filter: its text changes it, its cross or the Delete key takes it away.

    Args:
        words: What it says.
        icons: Where the cross comes from.
        on_change: Called when it is to be changed.
        on_remove: Called when it is to go.
    """

    def __init__(
        self, words: str, icons: Icons, on_change: partial[None], on_remove: partial[None]
    ) -> None:
        super().__init__()
        shown = words if len(words) <= _CHARS else words[: _CHARS - 1].rstrip() + "…"
        self._on_remove = on_remove
        self.text: QPushButton = button(shown.replace("&", "&&"), on_change, tip=words)
        """Changes the filter."""
        self.text.setAccessibleName(f"Filter, {words}")
        self.text.setAccessibleDescription("Enter changes it, Delete takes it away")
        self.cross: QPushButton = quiet_button("", on_remove, icon=icons.icon("close", Ink.MUTED))
        """Takes the filter away."""
        self.cross.setAccessibleName(f"Take the filter away, {words}")
        self.cross.setToolTip("Take this filter away")
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.text)
        box.addWidget(self.cross)

    @property
    def has_focus(self) -> bool:
        """Whether the focus is on it."""
        return self.text.hasFocus() or self.cross.hasFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the filter away with Delete."""
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._on_remove()
        else:
            super().keyPressEvent(event)


def filter_words(field: CaseField, values: Sequence[str]) -> str:
    """Return conditions as a chip says them: ``Team: East or West``, ``Age: 12 or less``."""
    words = [_words(field, value) for value in values]
    if len(words) > _NAMED:
        return f"{field.label}: {len(words)} values"
    return f"{field.label}: {' or '.join(words)}"


def _words(field: CaseField, value: str) -> str:
    if not has_ranges(field) or value == NOT_RECORDED:
        return value
    if field.kind in {FieldKind.AGE, FieldKind.COUNT}:
        return condition_words(field.key, value)
    low, dots, high = value.partition(RANGE)
    first, last = day_text(low), day_text(high)
    if low and high:
        return f"{first} to {last}"
    return (f"from {first}" if dots else first) if low else f"up to {last}"
