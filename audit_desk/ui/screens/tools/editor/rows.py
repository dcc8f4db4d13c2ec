"""An editor for a list: one row an item, with buttons to add, move and remove."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from audit_desk.ui.icons import Icons, Ink
from audit_desk.ui.widgets.boxes import column, row
from audit_desk.ui.widgets.buttons import button

_AROUND = 14  # pixels around the icon of a small button


class RowEditor(QWidget):
    """The editors of one item.

    Signals:
        given: The item, as a person has it now.
        settled: Typing is over for now.
    """

    given = Signal(object)
    settled = Signal()

    def load(self, value: Any) -> None:
        """Show an item."""
        raise NotImplementedError


class RowsEditor(QWidget):
    """A list of items.

    Args:
        icons: For the small buttons.
        noun: What one item is called.
        make: Makes the editors of one item.
        blank: Returns a new item, given those there are.

    Signals:
        given: All items as a tuple, as a person has them now.
        settled: Typing is over for now.
    """

    given = Signal(object)
    settled = Signal()

    def __init__(
        self,
        icons: Icons,
        noun: str,
        make: Callable[[], RowEditor],
        blank: Callable[[tuple[Any, ...]], Any],
    ) -> None:
        super().__init__()
        self._icons = icons
        self._noun = noun
        self._make = make
        self._blank = blank
        self._values: tuple[Any, ...] = ()
        self._holders: list[QWidget] = []
        self.rows: list[RowEditor] = []
        """The editors of the items, in order."""
        self.add_button = button(f"Add {noun}", self.add, icon=icons.icon("plus", Ink.ACCENT))
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(6)
        outer.addLayout(self._list)
        outer.addLayout(row(self.add_button, None))
        self.setFocusProxy(self.add_button)

    def load(self, values: object) -> None:
        """Show items."""
        found = tuple(values) if isinstance(values, tuple) else ()
        self._values = found
        while len(self.rows) > len(found):
            self._drop_row()
        while len(self.rows) < len(found):
            self._add_row()
        for editor, value in zip(self.rows, found, strict=True):
            editor.load(value)
        self._name_rows()

    def add(self) -> None:
        """Add an item and lead into it."""
        self._give((*self._values, self._blank(self._values)))
        self.rows[-1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self, values: tuple[Any, ...]) -> None:
        self.load(values)
        self.settled.emit()
        self.given.emit(values)
        self.settled.emit()

    def _add_row(self) -> None:
        editor = self._make()
        editor.given.connect(partial(self._on_given, editor))
        editor.settled.connect(self.settled)
        self.rows.append(editor)
        buttons = column(
            row(
                self._small("arrow-up", "Move up", partial(self._move, editor, -1)),
                self._small("arrow-down", "Move down", partial(self._move, editor, 1)),
                self._small("close", "Remove", partial(self._remove, editor)),
                spacing=0,
            ),
            None,
        )
        line = row(editor, buttons)
        line.setStretch(0, 1)
        held = QWidget()
        held.setLayout(line)
        self._holders.append(held)
        self._list.addWidget(held)

    def _drop_row(self) -> None:
        self.rows.pop()
        held = self._holders.pop()
        held.hide()
        self._list.removeWidget(held)
        held.deleteLater()

    def _small(self, icon: str, words: str, act: Callable[[], object]) -> QToolButton:
        made = QToolButton()
        made.setProperty("kind", "quiet")
        made.setIcon(self._icons.icon(icon, Ink.MUTED))
        made.setToolTip(words)
        made.setObjectName(words)
        made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        made.setMaximumWidth(made.fontMetrics().height() + _AROUND)
        made.clicked.connect(lambda _checked=False: act())
        return made

    def _name_rows(self) -> None:
        for number, held in enumerate(self._holders, 1):
            for each in held.findChildren(QToolButton):
                if each.objectName():
                    each.setAccessibleName(f"{each.objectName()} {self._noun} {number}")

    def _on_given(self, editor: RowEditor, value: Any) -> None:
        number = self.rows.index(editor)
        self._values = (*self._values[:number], value, *self._values[number + 1 :])
        self.given.emit(self._values)

    def _move(self, editor: RowEditor, by: int) -> None:
        number = self.rows.index(editor)
        to = number + by
        if 0 <= to < len(self._values):
            values = list(self._values)
            values[number], values[to] = values[to], values[number]
            self._give(tuple(values))

    def _remove(self, editor: RowEditor) -> None:
        number = self.rows.index(editor)
        self._give((*self._values[:number], *self._values[number + 1 :]))
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
