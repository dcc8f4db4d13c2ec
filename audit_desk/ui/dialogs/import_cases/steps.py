"""The steps of an import, listed at the left: where one is, and the way back."""

from collections.abc import Mapping
from enum import IntEnum

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from audit_desk.ui.icons import Icons, Ink
from audit_desk.ui.widgets.boxes import GRID, column
from audit_desk.ui.widgets.icon_label import IconLabel
from audit_desk.ui.widgets.text import Role, TextLabel, label

_CHARS = 24
_WIDEST = 328  # pixels: large text leaves the pages the rest


class Step(IntEnum):
    """One step; each has a page."""

    FILE = 0
    HEADINGS = 1
    COLUMNS = 2
    VALUES = 3
    PREVIEW = 4
    RESULT = 5

    @property
    def title(self) -> str:
        """What the list of steps calls it."""
        return ("File", "Headings", "Columns", "Values", "Look before saving", "Done")[self]


class StepList(QFrame):
    """The steps from top to bottom; one that can be gone to is a button.

    Args:
        icons: Where the icons come from.
    """

    chosen = Signal(object)
    """The ``Step`` that a person goes to."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.setProperty("role", "rail")
        self._steps = {step: _StepButton(step, icons) for step in Step}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, 2 * GRID, GRID, 2 * GRID)
        layout.setSpacing(2)
        heading = label("Bring in a list", "strong")
        heading.setContentsMargins(GRID, 0, 0, GRID)
        layout.addWidget(heading)
        for step, made in self._steps.items():
            made.clicked.connect(lambda _on=False, step=step: self.chosen.emit(step))
            layout.addWidget(made)
        layout.addStretch(1)
        self._set_width()

    def button_of(self, step: Step) -> QPushButton:
        """Return the button of a step."""
        return self._steps[step]

    def show_steps(self, current: Step, reachable: Step, notes: Mapping[Step, str]) -> None:
        """Show where one is.

        Args:
            current: The step whose page is shown.
            reachable: The last step that can be gone to.
            notes: What is settled, in a few words, by step.
        """
        for step, made in self._steps.items():
            ends = current is Step.RESULT
            made.show_step(
                notes.get(step, ""),
                current=step is current,
                done=step < current,
                reachable=not ends and step is not Step.RESULT and step <= reachable,
            )

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._set_width()

    def _set_width(self) -> None:
        self.setFixedWidth(min(_WIDEST, self.fontMetrics().averageCharWidth() * _CHARS + 40))


class _StepButton(QPushButton):
    def __init__(self, step: Step, icons: Icons) -> None:
        super().__init__()
        self._step = step
        self._icons = icons
        self.setProperty("kind", "rail")
        self.setCheckable(True)
        self.setAutoDefault(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._mark = IconLabel(icons.icon(_numbered(step), Ink.MUTED), 20)
        self._title = label(step.title, "body", wrap=False)
        self._note = _Elided("", "muted")
        box = QHBoxLayout(self)
        box.setContentsMargins(GRID, 6, GRID, 6)
        box.setSpacing(GRID)
        box.addWidget(self._mark)
        box.addLayout(column(self._title, self._note, spacing=0), 1)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """Return the size of what is on it."""
        inside = self.layout()
        return inside.sizeHint() if inside is not None else super().sizeHint()

    def nextCheckState(self) -> None:
        """Stay as it is: the page that is shown decides."""

    def show_step(self, note: str, *, current: bool, done: bool, reachable: bool) -> None:
        """Show what is known of the step."""
        ink = Ink.ACCENT if current else Ink.SUCCESS if done else Ink.MUTED
        name = "check-circle-outline" if done else _numbered(self._step)
        self._mark.set_icon(self._icons.icon(name, ink))
        self.setChecked(current)
        self.setEnabled(reachable or current)
        self._title.set_role("strong" if current else "body" if done or reachable else "muted")
        self._note.set_text(note)
        self._note.setVisible(bool(note))
        state = "this step" if current else "done" if done else ""
        said = ": ".join(part for part in (self._step.title, note) if part)
        self.setAccessibleName(f"{said} ({state})" if state else said)
        self.setToolTip(note)


class _Elided(TextLabel):
    """A text that is cut with dots where there is no room."""

    def __init__(self, text: str, role: Role) -> None:
        super().__init__(text, role, wrap=False)
        self._full = text
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._full = text
        self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as there is room for."""
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        room = self.contentsRect().width()
        self.setText(self.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideRight, room))


def _numbered(step: Step) -> str:
    return f"numeric-{step + 1}-circle-outline"
