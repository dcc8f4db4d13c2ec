"""The main answers of a question, or the absences beside them, as rows to choose from."""

from collections.abc import Callable, Container, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QWidget

from audit_desk.domain.audit import Grade
from audit_desk.ui.screens.audit.answers.choice_row import ChoiceRow
from audit_desk.ui.screens.audit.keymap import Choice
from audit_desk.ui.screens.audit.look import Look
from audit_desk.ui.theme import Theme
from audit_desk.ui.widgets.grade_chip import GradeChip


def no_sign(choice: Choice) -> QWidget | None:
    """Leave a choice to its words."""
    del choice
    return None


def grade_sign(look: Look) -> Callable[[Choice], QWidget]:
    """Return what makes a grade's chip for its row."""
    return lambda choice: GradeChip(look.theme, Grade(int(choice.value)))


class ChoiceList(QWidget):
    """Rows of which one may be chosen; none is until somebody does.

    Args:
        theme: The rows' colours.
        choices: What can be chosen, in the order of the keys.
        stacked: One under the other, with room for descriptors; otherwise side by side.
        mark: Gives a row's sign where it has one of its own.

    Signals:
        chosen: The stored value of the row that a person chose.
    """

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        choices: Sequence[Choice],
        *,
        stacked: bool,
        mark: Callable[[Choice], QWidget | None] = no_sign,
    ) -> None:
        super().__init__()
        way = QBoxLayout.Direction
        layout = QBoxLayout(way.TopToBottom if stacked else way.LeftToRight, self)
        self._layout = layout
        self._stacked = stacked
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6 if stacked else 8)
        self._group = QButtonGroup(self)
        self.rows: dict[str, ChoiceRow] = {}
        for choice in choices:
            row = ChoiceRow(theme, choice.key, choice.label, mark(choice))
            row.clicked.connect(lambda _on=False, value=choice.value: self.chosen.emit(value))
            self._group.addButton(row)
            self.rows[choice.value] = row
            layout.addWidget(row, 0 if stacked else 1)
        if stacked:
            keys, words = zip(*(row.columns() for row in self.rows.values()), strict=True)
            for row in self.rows.values():
                row.keep_columns(max(keys), max(words))

    def minimumSizeHint(self) -> QSize:
        """Ask for the widest row only: rows side by side give way to rows one under the other."""
        widest = max(row.minimumSizeHint().width() for row in self.rows.values())
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand side by side where there is room, else one under the other."""
        super().resizeEvent(event)
        if self._stacked:
            return
        widest = max(row.sizeHint().width() for row in self.rows.values())
        room = (widest + self._layout.spacing()) * len(self.rows) <= self.width()
        way = QBoxLayout.Direction
        self._layout.setDirection(way.LeftToRight if room else way.TopToBottom)

    def describe(self, descriptors: Sequence[str]) -> None:
        """Show what each answer looks like on file, in the order of the rows."""
        for row, descriptor in zip(self.rows.values(), descriptors, strict=True):
            row.describe(descriptor)

    def offer(self, values: Container[str | None]) -> None:
        """Show only the rows of these values."""
        for value, row in self.rows.items():
            row.setVisible(value in values)

    def load(self, value: str) -> None:
        """Show which row is chosen; an empty value means none."""
        self._group.setExclusive(False)
        focused = any(row.hasFocus() for row in self.rows.values())
        for key, row in self.rows.items():
            row.setChecked(key == value)
            if focused and row.isChecked():
                row.setFocus(Qt.FocusReason.OtherFocusReason)
        self._group.setExclusive(True)

    def set_read_only(self, read_only: bool) -> None:
        """Show only, or let it be chosen; what is shown stays readable."""
        for row in self.rows.values():
            row.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, read_only)
            row.setFocusPolicy(Qt.FocusPolicy.NoFocus if read_only else Qt.FocusPolicy.StrongFocus)

    def focus_row(self) -> None:
        """Put the focus on the chosen row, or on the first."""
        chosen = [row for row in self.rows.values() if row.isChecked()]
        row = (chosen or list(self.rows.values()))[0]
        row.setFocus(Qt.FocusReason.ShortcutFocusReason)
