"""Filtering the cases: the panel where a filter is made, the chips of those that hold."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QSignalBlocker

from audit_desk.ui.models.case_index import CaseIndex
from audit_desk.ui.models.case_model import CaseModel
from audit_desk.ui.screens.cases.view import FILTER, CasesView
from audit_desk.ui.shortcuts import bind


class Filtering(QObject):
    """Keeps panel, chips and the table's rows in step.

    Args:
        view: The page.
        model: The rows.
        on_change: Called when other rows are shown.
    """

    def __init__(self, view: CasesView, model: CaseModel, on_change: Callable[[], object]) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._cases = CaseIndex()
        self._on_change = on_change
        bind(view, FILTER, view.filter.toggle)
        view.filter.toggled.connect(self._toggled)
        view.panel.chosen.connect(self.choose)
        view.panel.done.connect(self.close)
        view.chips.change.connect(self._edit)
        view.chips.removed.connect(self._remove)
        view.chips.cleared.connect(self._clear)
        view.closed.toggled.connect(self._show_closed)

    def set_cases(self, cases: CaseIndex) -> None:
        """Offer the fields of these cases."""
        self._cases = cases
        self._view.panel.set_cases(cases)
        self._show()

    def choose(self, key: str, values: Sequence[str]) -> None:
        """Filter by a field's conditions, or by it no more where there are none."""
        self._model.choose_values(key, values)
        self._show()
        self._on_change()

    def clear(self) -> None:
        """Filter by nothing."""
        self._model.clear_values()
        self._show()

    def close(self) -> bool:
        """Put the panel away, and return whether it was open."""
        was_open = self._view.filter.isChecked()
        if was_open:
            self._view.filter.setChecked(False)
            self._view.filter.setFocus()
        return was_open

    def _toggled(self, shown: bool) -> None:
        if shown:
            self._view.panel.open(self._model.chosen)
        else:
            self._view.panel.hide()

    def _edit(self, key: str) -> None:
        with QSignalBlocker(self._view.filter):
            self._view.filter.setChecked(True)
        self._view.panel.open(self._model.chosen, key)

    def _remove(self, key: str) -> None:
        self.choose(key, ())
        self._view.filter.setFocus()

    def _clear(self) -> None:
        self.clear()
        self._on_change()
        self._view.filter.setFocus()

    def _show_closed(self, shown: bool) -> None:
        self._model.show_closed(shown)
        self._on_change()

    def _show(self) -> None:
        fields = {each.key: each for each in self._cases.fields}
        self._view.chips.show_chosen(self._model.chosen, fields)
        self._view.panel.show_kept(self._model.chosen)
