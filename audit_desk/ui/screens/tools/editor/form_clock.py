"""The form of a clock."""

from audit_desk.domain.audit_tool import Clock, ClockUnit, Condition
from audit_desk.ui.icons import Icons
from audit_desk.ui.screens.tools.editor.condition_row import ConditionRow
from audit_desk.ui.screens.tools.editor.fields import (
    Choices,
    LineText,
    LongText,
    Number,
    Pick,
    Tick,
)
from audit_desk.ui.screens.tools.editor.form import Form
from audit_desk.ui.screens.tools.editor.names import (
    DAY_RULES,
    UNITS,
    condition_subjects,
    dates_of,
    short,
)
from audit_desk.ui.screens.tools.editor.rows import RowsEditor
from audit_desk.ui.screens.tools.editor.subjects import first_condition
from audit_desk.ui.widgets.boxes import row

_ID_CHARS = 30
_BY_DAYS = (ClockUnit.CALENDAR_DAYS, ClockUnit.WORKING_DAYS)


class ClockForm(Form):
    """One timeliness standard: between which dates, how long, and who says so."""

    def __init__(self, icons: Icons) -> None:
        super().__init__("Clock")
        self.start, self.stop, self.until = Pick(), Pick(), Pick()
        self.theme_pick = Pick()
        self.add("title", "What is timed", LongText(1), "For example “Return interview held”.")
        self.add("start", "Starts from", self.start)
        self.add("stop", "Stops at", self.stop)
        self.add("until", "The list is complete up to", self.until)
        limit = row(
            self.bind("limit", "Allows", Number(1)),
            self.bind("unit", "Counted in", Pick(UNITS)),
            spacing=16,
        )
        limit.setStretch(1, 1)
        self.column.addLayout(limit)
        self.add("trigger_is_day_one", "Day rule", Pick(DAY_RULES))
        self.add("standard", "The rule in words", LongText(1), "Printed beside the result.")
        self.add("source", "Who says so", LongText(1), "Law, guidance or “Local setting”.")
        self._add_local()
        self.add("theme", "Shown under", self.theme_pick)
        self.conditions = RowsEditor(icons, "condition", self._row, self._new_condition)
        self.add("not_counted_when", "Does not count where", self.conditions)
        self.add("not_counted_label", "What it then says", LineText(), "For example “declined”.")
        name = LineText(at_end=True)
        name.setMaximumWidth(name.fontMetrics().averageCharWidth() * _ID_CHARS)
        self.add("id", "Id", name)
        self.column.addStretch(1)

    def _add_local(self) -> None:
        self.local = Tick("A local figure, no national rule")
        self._bound["local"] = self.local
        self.local.given.connect(lambda value: self._on_given("local", value))
        self.local.given.connect(lambda _value: self.settled.emit())
        self.column.addWidget(self.local)

    def prepare(self) -> None:
        """Offer the dates and themes of this tool."""
        clock: Clock = self.item
        ends = dates_of(self.tool)
        self.start.offer(ends)
        self.stop.offer(ends)
        self.until.offer((("", "Nothing said"), *dates_of(self.tool, columns=False)))
        self.theme_pick.offer([(each.id, short(each.title)) for each in self.tool.themes])
        self.fields["trigger_is_day_one"].setVisible(clock.unit in _BY_DAYS)
        self.fields["until"].setVisible(clock.times_gaps and bool(clock.start))

    def _subjects(self) -> Choices:
        return condition_subjects(self.tool, None)

    def _row(self) -> ConditionRow:
        return ConditionRow(lambda: self.tool, self._subjects)

    def _new_condition(self, _others: tuple[Condition, ...]) -> Condition:
        return first_condition(self._subjects(), self.tool)
