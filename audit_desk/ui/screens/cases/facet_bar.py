"""The row of filters above the cases: one button a field, each with its values."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from audit_desk.domain.case import FactValue
from audit_desk.domain.case_field import CaseField
from audit_desk.ui.icons import Icons, Ink
from audit_desk.ui.models.case_index import CaseIndex, Chosen
from audit_desk.ui.models.case_words import NOT_RECORDED, fact_text
from audit_desk.ui.screens.cases.value_menu import ValueMenu
from audit_desk.ui.widgets.boxes import GRID
from audit_desk.ui.widgets.buttons import button, quiet_button

_FIRST = ("status", "exploitation_type", "team", "missing", "age", "gender")
_BUTTONS = 3
_CHARS = 26


class FacetBar(QWidget):
    """Filters by field values.

    The likeliest fields have a button of their own, and so has every field that is filtered by;
    the others are in a menu.
    """

    chosen = Signal(str, object)
    """A field's key and the frozen set of its values; an empty set means that any will do."""
    cleared = Signal()
    """No field is to be filtered by."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._menus: dict[str, ValueMenu] = {}
        self._buttons: dict[str, QPushButton] = {}
        self._fields: dict[str, CaseField] = {}
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(GRID)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._more_menu = QMenu(self)
        self._more = self._drop_down("More filters", self._more_menu)
        self._clear = quiet_button("Clear filters", self.cleared.emit)

    def set_cases(self, cases: CaseIndex, chosen: Chosen) -> None:
        """Offer the fields of these cases."""
        self._forget()
        fields = [each for each in cases.fields if each.groups and len(cases.groups[each.key]) > 1]
        fields.sort(key=lambda each: _FIRST.index(each.key) if each.key in _FIRST else 99)
        for each in fields:
            menu = ValueMenu(each, cases.groups[each.key], partial(self._ticked, each.key), self)
            self._fields[each.key] = each
            self._menus[each.key] = menu
            self._buttons[each.key] = self._drop_down(each.label, menu)
            self._box.addWidget(self._buttons[each.key])
        self._box.addWidget(self._more)
        self._box.addWidget(self._clear)
        self._box.addStretch(1)
        self.show_chosen(chosen)

    def show_chosen(self, chosen: Chosen) -> None:
        """Show which values are filtered by."""
        for place, (key, made) in enumerate(self._buttons.items()):
            values = chosen.get(key, frozenset())
            self._menus[key].set_ticked(values)
            made.setText(_title(self._fields[key], values))
            made.setProperty("active", bool(values))
            made.setChecked(bool(values))
            made.setVisible(place < _BUTTONS or bool(values))
        self._more.setVisible(any(made.isHidden() for made in self._buttons.values()))
        self._clear.setVisible(bool(chosen))

    def button_of(self, key: str) -> QPushButton:
        """Return the button of a field."""
        return self._buttons[key]

    def menu_of(self, key: str) -> ValueMenu:
        """Return the menu of a field's values."""
        return self._menus[key]

    def _ticked(self, key: str, values: frozenset[FactValue | None]) -> None:
        self.chosen.emit(key, values)

    def _drop_down(self, text: str, menu: QMenu) -> QPushButton:
        made = button(text, icon=self._icons.icon("chevron-down", Ink.MUTED))
        made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        made.setCheckable(True)
        made.clicked.connect(partial(self._drop, made, menu))
        return made

    def _drop(self, under: QPushButton, menu: QMenu, _checked: bool = False) -> None:
        under.setChecked(bool(under.property("active")))
        if menu is self._more_menu:
            # Filled only now: its menus must not move while a person ticks values in them.
            menu.clear()
            for key, made in self._buttons.items():
                if made.isHidden():
                    menu.addMenu(self._menus[key])
        menu.popup(under.mapToGlobal(QPoint(0, under.height() + 2)))

    def _forget(self) -> None:
        while (item := self._box.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget not in {self._more, self._clear}:
                widget.deleteLater()
        for menu in self._menus.values():
            menu.deleteLater()
        self._menus, self._buttons, self._fields = {}, {}, {}


def _title(field: CaseField, values: frozenset[FactValue | None]) -> str:
    if not values:
        return field.label
    if len(values) > 1:
        return f"{field.label}: {len(values)} chosen"
    text = f"{field.label}: {fact_text(field, next(iter(values))) or NOT_RECORDED}"
    return text if len(text) <= _CHARS else text[: _CHARS - 1].rstrip() + "…"
