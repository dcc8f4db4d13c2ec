"""Where a filter is made: a field, and what its value may be."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QWidget

from audit_desk.domain.case_field import CaseField
from audit_desk.domain.conditions import has_ranges
from audit_desk.ui.models.case_index import CaseIndex
from audit_desk.ui.models.case_values import FieldValues
from audit_desk.ui.widgets.boxes import GRID, holder, row
from audit_desk.ui.widgets.buttons import button
from audit_desk.ui.widgets.range_edit import RangeEdit
from audit_desk.ui.widgets.text import label
from audit_desk.ui.widgets.value_ticks import ValuePicker

_FIELD_CHARS = 24
_WIDEST = 420
_LIKELY = ("status", "exploitation_type", "team")


class FilterPanel(QFrame):
    """A field to choose, and beside it values to tick or a range; what is chosen holds at once.

    Args:
        today: The local date, for days typed without a year.
    """

    chosen = Signal(str, object)
    """A field's key and its conditions; none means that any value will do."""
    done = Signal()
    """The person wants it out of the way."""

    def __init__(self, today: Callable[[], dt.date]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._today = today
        self._cases = CaseIndex()
        self._kept: Mapping[str, Sequence[str]] = {}
        self.editor: ValuePicker | RangeEdit | None = None
        """The ticks or the range of the field."""
        self.field = QComboBox()
        """The field."""
        self.field.setAccessibleName("Field to filter by")
        self.field.setMinimumContentsLength(_FIELD_CHARS)
        self.field.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.field.currentIndexChanged.connect(self._make_editor)
        self.close_button = button("Done", self.done.emit, tip="Esc")
        """Puts the panel away; the filter stays."""
        top = Qt.AlignmentFlag.AlignTop
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        self._box.setSpacing(2 * GRID)
        which = holder(row(label("Only cases with", "muted", wrap=False), self.field))
        self._box.addWidget(which, 0, top)
        self._box.addStretch(1)
        self._box.addWidget(self.close_button, 0, top)
        self.hide()

    def set_cases(self, cases: CaseIndex) -> None:
        """Offer the fields of these cases."""
        self._cases = cases
        key = self.field.currentData()
        with QSignalBlocker(self.field):
            self.field.clear()
            for each in cases.fields:
                self.field.addItem(each.label, each.key)
            wanted = (key, *_LIKELY)
            places = [self.field.findData(each) for each in wanted if each]
            self.field.setCurrentIndex(next((place for place in places if place >= 0), 0))
        if not cases.fields:
            self.hide()
        elif self.isVisible():
            self._make_editor()

    def open(self, kept: Mapping[str, Sequence[str]], key: str = "") -> None:
        """Show the panel on a field, or on the one it was last on.

        Args:
            kept: The conditions that hold.
            key: The field to change; empty to choose one.
        """
        self._kept = kept
        if key:
            with QSignalBlocker(self.field):
                self.field.setCurrentIndex(self.field.findData(key))
        self._make_editor()
        self.show()
        first: QWidget = self._first if key else self.field
        first.setFocus()

    def show_kept(self, kept: Mapping[str, Sequence[str]]) -> None:
        """Follow conditions that were changed elsewhere."""
        gone = self._key in self._kept and self._key not in kept
        self._kept = kept
        if gone and self.editor is not None and self.isVisible():
            self.editor.choose(())

    @property
    def _key(self) -> str:
        return str(self.field.currentData())

    @property
    def _first(self) -> QWidget:
        stops = self.editor.stops if self.editor is not None else (self.field,)
        return next(stop for stop in stops if not stop.isHidden())

    def _make_editor(self) -> None:
        if self.editor is not None:
            self._box.removeWidget(self.editor)
            self.editor.hide()
            self.editor.deleteLater()
        field = self._cases.field(self._key)
        if field is None:
            self.editor = None
            return
        self.editor = self._range(field) if has_ranges(field) else self._ticks(field)
        self.editor.choose(tuple(self._kept.get(field.key, ())))
        self.editor.setMaximumWidth(_WIDEST)
        self.editor.changed.connect(self._changed)
        self._box.insertWidget(1, self.editor, 4, Qt.AlignmentFlag.AlignTop)
        for before, after in pairwise((self.field, *self.editor.stops, self.close_button)):
            QWidget.setTabOrder(before, after)

    def _ticks(self, field: CaseField) -> ValuePicker:
        return ValuePicker(field, self._cases.values(field.key))

    def _range(self, field: CaseField) -> RangeEdit:
        values = self._cases.values(field.key)
        missing = sum(count for value, count in values if value is None)
        ends = [(str(value), count) for value, count in values if value is not None]
        return RangeEdit(FieldValues(field, (ends[0], ends[-1]), len(ends), missing), self._today)

    def _changed(self) -> None:
        if self.editor is not None and not self.editor.fault:
            self.chosen.emit(self._key, self.editor.values())
