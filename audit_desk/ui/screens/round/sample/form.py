"""What is asked of a draw: how many files, by which seed, divided, narrowed and without whom."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QSpinBox, QVBoxLayout, QWidget

from audit_desk.services.sampling import DrawRequest
from audit_desk.ui.icons import Icons
from audit_desk.ui.models.case_values import CaseValues
from audit_desk.ui.screens.round.sample.conditions import Conditions
from audit_desk.ui.screens.round.sample.exclusions import Exclusions
from audit_desk.ui.screens.round.sample.seed_edit import SeedEdit
from audit_desk.ui.screens.round.sample.size_helper import SizeHelper
from audit_desk.ui.widgets.boxes import GRID, row
from audit_desk.ui.widgets.field import Field
from audit_desk.ui.widgets.focus import lead_focus
from audit_desk.ui.widgets.value_ticks import TickList

_USUAL_SIZE = 20


class SampleForm(QWidget):
    """The form of a draw.

    Args:
        icons: Where icons come from.
        today: The local date.
    """

    changed = Signal()
    """Something else is asked for."""

    def __init__(self, icons: Icons, today: Callable[[], dt.date]) -> None:
        super().__init__()
        self.size_box = _number(1)
        """How many files to read."""
        self.size_helper = SizeHelper()
        """What that size meets."""
        self.minimum_box = _number(0)
        """The least number from each stratum."""
        self.seed = SeedEdit(icons)
        """What decides the draw."""
        self.by_list = TickList()
        """The fields by which the sample can be divided."""
        self.conditions = Conditions(icons, today)
        """What cases must be."""
        self.exclusions = Exclusions(icons)
        """Who is left out."""
        self._lay_out()
        self.size_helper.taken.connect(self.size_box.setValue)
        self.size_box.valueChanged.connect(self.size_helper.set_size)
        self.size_box.valueChanged.connect(self.changed)
        self.minimum_box.valueChanged.connect(self.changed)
        self.seed.changed.connect(self.changed)
        self.by_list.ticked.connect(self._by_changed)
        self.conditions.changed.connect(self.changed)
        self.exclusions.changed.connect(self.changed)

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, GRID, 0)
        box.setSpacing(2 * GRID)
        head = row(
            Field("Files to read", self.size_box),
            Field("Seed", self.seed, "The same seed gives the same sample."),
            spacing=2 * GRID,
        )
        head.setStretch(1, 1)
        box.addLayout(head)
        box.addWidget(self.size_helper)
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
                "Without a condition every open case can be drawn. Several values of one field"
                " mean any of them.",
            )
        )
        box.addWidget(Field("Leave out", self.exclusions))
        box.addStretch(1)
        lead_focus(self, self.size_box)

    def show_frame(self, size: int) -> None:
        """Say beside the size what it meets in a frame of so many; 0 while that is unknown."""
        self.size_helper.set_population(size)
        self.size_box.setAccessibleDescription(self.size_helper.text)

    def set_values(self, values: CaseValues) -> None:
        """Offer the fields and values that the cases have; what was chosen is kept."""
        wanted = self.request()
        with QSignalBlocker(self):
            self.size_box.setMaximum(max(1, values.total))
            self.minimum_box.setMaximum(max(1, values.total))
            self.by_list.offer(
                [
                    (each.field.key, f"{each.field.label} ({_values(each.distinct)})")
                    for each in values.dividing()
                ]
            )
            self.conditions.set_fields(values.narrowing())
            self.exclusions.offer(values)
            self.set_request(wanted)

    def fault(self) -> str:
        """Return why what is asked for cannot be understood; empty where it can."""
        if self.seed.value is None:
            return "Type a seed, or take a new one: the draw is made from it."
        return self.conditions.fault() or self.exclusions.fault()

    def request(self) -> DrawRequest:
        """Return what is asked for; without a seed while none is typed."""
        by = self.by_list.chosen()
        return DrawRequest(
            size=self.size_box.value(),
            seed=self.seed.value,
            by=by,
            where=self.conditions.chosen(),
            minimum=self.minimum_box.value() if by else 0,
            audited_within=self.exclusions.audited_within,
            not_own_of=self.exclusions.not_own_of,
            leave_out=self.exclusions.leave_out,
        )

    def set_request(self, request: DrawRequest) -> None:
        """Show what was asked for before, as far as the cases still allow it."""
        with QSignalBlocker(self):
            self.size_box.setValue(request.size)
            self.minimum_box.setValue(request.minimum)
            if request.seed is not None:
                self.seed.line.setText(str(request.seed))
            self.by_list.tick(*request.by)
            self.conditions.set_chosen(request.where)
            self.exclusions.choose(request.audited_within, request.not_own_of, request.leave_out)
            self.minimum_box.setEnabled(bool(self.by_list.chosen()))

    def tick(self, *keys: str) -> None:
        """Divide the sample by these fields, and by no others."""
        self.by_list.tick(*keys)
        self._by_changed()

    def begin(self) -> None:
        """Start afresh: the usual size, a new seed, nothing divided, narrowed or left out."""
        self.set_request(DrawRequest(_USUAL_SIZE))
        with QSignalBlocker(self):
            self.seed.renew()
        self.size_box.selectAll()  # what is typed first replaces the usual size

    def _by_changed(self) -> None:
        self.minimum_box.setEnabled(bool(self.by_list.chosen()))
        self.changed.emit()


def _number(least: int) -> QSpinBox:
    made = QSpinBox()
    made.setRange(least, 1_000_000)
    made.setGroupSeparatorShown(True)
    made.lineEdit().setTextMargins(GRID - 2, 0, 0, 0)
    return made


def _values(number: int) -> str:
    return "1 value" if number == 1 else f"{number} values"
