"""What a person named, line by line, each to be taken away again."""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from audit_desk.ui.icons import Icons, Ink
from audit_desk.ui.widgets.boxes import clear, row
from audit_desk.ui.widgets.buttons import quiet_button
from audit_desk.ui.widgets.text import label


class ChosenList(QWidget):
    """Names with a note each; a name stands once.

    Args:
        icons: Where its icons come from.
        what: What the names are, for screen readers.
        before: Where the keyboard stops before it comes to these, and where it is when one of
            them is gone.
    """

    changed = Signal()
    """A name was added or taken away."""

    def __init__(self, icons: Icons, what: str, before: QWidget) -> None:
        super().__init__()
        self._icons = icons
        self._what = what
        self._before = before
        self._chosen: dict[str, str] = {}
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self.hide()

    @property
    def chosen(self) -> tuple[tuple[str, str], ...]:
        """The names with their notes."""
        return tuple(self._chosen.items())

    def add(self, name: str, note: str = "") -> None:
        """Add a name, or give one that is there another note."""
        self._chosen[name] = note
        self._show()
        self.changed.emit()

    def set_chosen(self, chosen: Sequence[tuple[str, str]]) -> None:
        """Show these; nobody is told."""
        self._chosen = dict(chosen)
        self._show()

    def remove(self, name: str) -> None:
        """Take a name away."""
        del self._chosen[name]
        self._show()
        self._before.setFocus()
        self.changed.emit()

    def _show(self) -> None:
        clear(self._box)
        stops: list[QWidget] = [self._before]
        for name, note in self._chosen.items():
            said = f"{name}: {note}" if note else name
            gone = quiet_button(
                "", partial(self.remove, name), icon=self._icons.icon("close", Ink.MUTED)
            )
            gone.setAccessibleName(f"Remove {name} from: {self._what}")
            gone.setToolTip(f"Remove {name}")
            line = row(label(said), gone)
            line.setStretch(0, 1)
            line.setAlignment(gone, Qt.AlignmentFlag.AlignTop)
            self._box.addLayout(line)
            stops.append(gone)
        for first, second in pairwise(stops):
            QWidget.setTabOrder(first, second)
        self.setVisible(bool(self._chosen))
