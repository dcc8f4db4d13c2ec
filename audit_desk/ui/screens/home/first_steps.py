"""The way from an empty register to the first file read."""

from PySide6.QtWidgets import QFrame, QVBoxLayout

from audit_desk.ui.icons import Icons, Ink
from audit_desk.ui.screens.home.steps import Step
from audit_desk.ui.widgets.boxes import GRID, clear, column, holder, row
from audit_desk.ui.widgets.buttons import primary_button
from audit_desk.ui.widgets.icon_label import IconLabel
from audit_desk.ui.widgets.text import label


class FirstSteps(QFrame):
    """The steps in order; the next one has the button."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._icons = icons
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        self._layout.setSpacing(12)

    def show_steps(self, steps: tuple[Step, ...]) -> None:
        """Show the steps; once all are done, nothing at all."""
        clear(self._layout)
        self.setVisible(not all(step.done for step in steps))
        self._layout.addWidget(label("First steps", "heading", wrap=False))
        following = next((step for step in steps if not step.done), None)
        for number, step in enumerate(steps, 1):
            self._add(number, step, is_next=step is following)

    def _add(self, number: int, step: Step, *, is_next: bool) -> None:
        name = "check-circle" if step.done else f"numeric-{number}-circle-outline"
        ink = Ink.SUCCESS if step.done else Ink.ACCENT if is_next else Ink.MUTED
        icon = IconLabel(self._icons.icon(name, ink), 24)
        icon.setAccessibleName("Done" if step.done else f"Step {number}")
        title = label(step.title, "strong" if is_next else "body", wrap=False)
        words = holder(column(title, label(step.why, "muted"), spacing=0))
        box = row(icon, words, spacing=2 * GRID)
        box.setStretch(1, 1)
        if is_next:
            box.addWidget(primary_button(step.action, step.go))
        self._layout.addLayout(box)
