"""Shows beside a text what in it looks like an identifier: quietly, and without holding it up."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtGui import QColor, QHelpEvent, QTextCharFormat
from PySide6.QtWidgets import QBoxLayout, QComboBox, QLayout, QToolTip, QVBoxLayout, QWidget

from audit_desk.domain.known_names import KnownNames
from audit_desk.domain.privacy_kinds import PassageKey
from audit_desk.ui.theme import Theme
from audit_desk.ui.widgets.identifier_lines import Found, LineScanner, words_for
from audit_desk.ui.widgets.text import TextLabel, label

if TYPE_CHECKING:
    from audit_desk.domain.own_contact import Letter

_PAUSE_MS = 300
_LETTER = "heldLetter"


def _nothing() -> Collection[PassageKey]:
    return ()


@dataclass(frozen=True, slots=True)
class Watching:
    """What a watch works with.

    Attributes:
        names: The names that are known, asked for at each look.
        theme: The colours.
        not_ones: What somebody said is no identifier, asked for at each look.
    """

    names: Callable[[], KnownNames]
    theme: Theme
    not_ones: Callable[[], Collection[PassageKey]] = _nothing


class IdentifierWatch(QObject):
    """Watches one field; looks through it after each pause in typing.

    What is found is underlined with dashes, told in a line below the field, in its accessible
    description, and in a tip where the pointer rests on it.

    Args:
        field: The field; the watch lives as long as it does.
        pointed: What the pointer rests on: the field, or what shows its text.
        watching: The names that are known, and the colours.
    """

    def __init__(self, field: QWidget, pointed: QWidget, watching: Watching) -> None:
        super().__init__(field)
        self._widget = field
        self._watching = watching
        self._scanner = LineScanner()
        self._description = ""
        self.found: tuple[Found, ...] = ()
        """What was found at the last look."""
        self.note: TextLabel | None = None
        """The line below the field; made when something is found, and out of sight without."""
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.look)
        pointed.installEventFilter(self)
        if pointed is not field:
            field.installEventFilter(self)
        watching.theme.changed.connect(self._underline)

    @staticmethod
    def of(field: QWidget) -> "IdentifierWatch | None":
        """Return the watch of a field, or ``None``."""
        return field.findChild(IdentifierWatch)

    def _text(self) -> str:
        """Return the text as it stands."""
        raise NotImplementedError

    def _position_at(self, point: QPoint) -> int:
        """Return where in the text a point is."""
        raise NotImplementedError

    def _underline(self) -> None:
        """Underline what was found, and nothing else."""
        raise NotImplementedError

    def look(self) -> None:
        """Look through the text as it stands."""
        self._pause.stop()
        letter = self._widget.property(_LETTER)
        found = self._scanner.found_in(self._text(), self._watching.names(), letter)
        not_ones = self._watching.not_ones() if found else ()
        self._show(tuple(each for each in found if each.key not in not_ones))

    def _show(self, found: tuple[Found, ...]) -> None:
        if found or self.found:
            self.found = found
            self._underline()
            self._say(words_for(found))
            self._describe()

    def _say(self, words: str) -> None:
        if self.note is None:
            self.note = label("", "muted")
            _place_below(self._widget, self.note)
        self.note.setText(words)
        self.note.setVisible(bool(words))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say in a tip what is under the pointer, and in the description what is in the text."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self._words_at(event)
            if words:
                QToolTip.showText(event.globalPos(), words, self._widget)
                return True
        elif event.type() == QEvent.Type.FocusIn and watched is self._widget and self.found:
            self._describe()  # whoever owns the field may have said something else since
        return super().eventFilter(watched, event)

    def _words_at(self, event: QHelpEvent) -> str:
        if not self.found:
            return ""
        at = self._position_at(event.pos())
        return next((each.words for each in self.found if each.start <= at <= each.end), "")

    def _look_of_line(self) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        look.setUnderlineColor(QColor(self._watching.theme.colours.accent))
        return look

    def _describe(self) -> None:
        told = self._widget.accessibleDescription().removesuffix(self._description).strip()
        self._description = words_for(self.found)
        self._widget.setAccessibleDescription(f"{told} {self._description}".strip())


def holds_letter(field: QWidget, letter: "Letter") -> None:
    """Say that a field holds a letter: how its writer is reached is no identifier in it."""
    field.setProperty(_LETTER, letter)


def _place_below(field: QWidget, note: QWidget) -> None:
    """Put a line right below a field, where its layout goes from top to bottom."""
    around = field.parentWidget()
    field = around if isinstance(around, QComboBox) else field
    parent = field.parentWidget()
    layout = parent.layout() if parent is not None else None
    box = _box_of(layout, field) if layout is not None else None
    if box is not None:
        box.insertWidget(box.indexOf(field) + 1, note)
    else:
        note.setParent(field)  # it stays out of sight: underline and description remain


def _box_of(layout: QLayout, field: QWidget) -> QBoxLayout | None:
    if isinstance(layout, QVBoxLayout) and layout.indexOf(field) >= 0:
        return layout
    inner = (item.layout() for item in map(layout.itemAt, range(layout.count())) if item)
    return next((box for one in inner if one and (box := _box_of(one, field))), None)
