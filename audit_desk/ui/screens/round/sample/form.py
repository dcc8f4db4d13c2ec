"""What is asked of a draw: how many files, by which seed, divided and narrowed how."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from audit_desk.services.sampling import DrawRequest
from audit_desk.ui.icons import Icons
from audit_desk.ui.screens.round.sample.case_values import CaseValues
from audit_desk.ui.screens.round.sample.conditions import Conditions
from audit_desk.ui.screens.round.sample.seed_edit import SeedEdit
from audit_desk.ui.widgets.boxes import GRID, row
from audit_desk.ui.widgets.field import Field
from audit_desk.ui.widgets.focus import lead_focus
from audit_desk.ui.widgets.text import label

_USUAL_SIZE = 20
_LIST_LINES = 5
_KEY = Qt.ItemDataRole.UserRole


class SampleForm(QWidget):
    """The form of a draw.

    Args:
        icons: Where icons come from.
    """

    changed = Signal()
    """Something else is asked for."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.size_box = _number(1)
        """How many files to read."""
        self.minimum_box = _number(0)
        """The least number from each stratum."""
        self.seed = SeedEdit(icons)
        """What decides the draw."""
        self.by_list = QListWidget()
        """The fields by which the sample can be divided."""
        self.conditions = Conditions(icons)
        """What cases must be."""
        self._advice = label("", "muted")
        self._lay_out()
        self.size_box.valueChanged.connect(self.changed)
        self.minimum_box.valueChanged.connect(self.changed)
        self.seed.changed.connect(self.changed)
        self.by_list.itemChanged.connect(self._by_changed)
        self.conditions.changed.connect(self.changed)

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, GRID, 0)
        box.setSpacing(GRID + 4)
        head = row(
            Field("Files to read", self.size_box),
            Field("Seed", self.seed, "The same seed gives the same sample."),
            spacing=2 * GRID,
        )
        head.setStretch(1, 1)
        box.addLayout(head)
        box.addWidget(self._advice)
        box.addWidget(
            Field(
                "Stratify by",
                self.by_list,
                "Tick what the sample should mirror. Each stratum gets its share of the files.",
            )
        )
        box.addWidget(Field("At least from each stratum", self.minimum_box))
        box.addWidget(
            Field(
                "Only cases where",
                self.conditions,
                "Without a condition every case can be drawn. Two values of one field mean either.",
            )
        )
        box.addStretch(1)
        self.by_list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.by_list.setFixedHeight(self.fontMetrics().lineSpacing() * _LIST_LINES + 6 * GRID)
        lead_focus(self, self.size_box)

    def say_size(self, advice: str) -> None:
        """Say beside the size what it would meet."""
        self._advice.setText(advice)
        self._advice.setVisible(bool(advice))
        self.size_box.setAccessibleDescription(advice)

    def set_values(self, values: CaseValues) -> None:
        """Offer the fields and values that the cases have; what was chosen is kept."""
        wanted = self.request()
        with QSignalBlocker(self), QSignalBlocker(self.by_list):
            self.size_box.setMaximum(max(1, values.total))
            self.minimum_box.setMaximum(max(1, values.total))
            self.by_list.clear()
            for each in values.dividing():
                item = QListWidgetItem(f"{each.field.label} ({_values(len(each.values))})")
                item.setData(_KEY, each.field.key)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Unchecked)
                self.by_list.addItem(item)
            self.by_list.setCurrentRow(0)
            self.conditions.set_fields(values.fields)
            self.set_request(wanted)

    def request(self) -> DrawRequest:
        """Return what is asked for; without a seed while none is typed."""
        by = self._by()
        return DrawRequest(
            size=self.size_box.value(),
            seed=self.seed.value,
            by=by,
            where=self.conditions.chosen(),
            minimum=self.minimum_box.value() if by else 0,
        )

    def set_request(self, request: DrawRequest) -> None:
        """Show what was asked for before, as far as the cases still allow it."""
        with QSignalBlocker(self), QSignalBlocker(self.by_list):
            self.size_box.setValue(request.size)
            self.minimum_box.setValue(request.minimum)
            if request.seed is not None:
                self.seed.line.setText(str(request.seed))
            self.tick(*request.by)
            self.conditions.set_chosen(request.where)
            self.minimum_box.setEnabled(bool(self._by()))

    def tick(self, *keys: str) -> None:
        """Divide the sample by these fields, and by no others."""
        for item in self._items():
            ticked = item.data(_KEY) in keys
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)

    def begin(self) -> None:
        """Start afresh: the usual size, a new seed, nothing divided or narrowed."""
        self.set_request(DrawRequest(_USUAL_SIZE))
        self.seed.renew()
        self.size_box.selectAll()  # what is typed first replaces the usual size

    def _items(self) -> list[QListWidgetItem]:
        return [self.by_list.item(place) for place in range(self.by_list.count())]

    def _by(self) -> tuple[str, ...]:
        return tuple(
            str(item.data(_KEY))
            for item in self._items()
            if item.checkState() is Qt.CheckState.Checked
        )

    def _by_changed(self) -> None:
        self.minimum_box.setEnabled(bool(self._by()))
        self.changed.emit()


def _number(least: int) -> QSpinBox:
    made = QSpinBox()
    made.setRange(least, 1_000_000)
    made.setGroupSeparatorShown(True)
    made.lineEdit().setTextMargins(GRID - 2, 0, 0, 0)
    return made


def _values(number: int) -> str:
    return "1 value" if number == 1 else f"{number} values"
