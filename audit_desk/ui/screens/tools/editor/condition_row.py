"""The editor of one condition: what is looked at, and what it must be."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from audit_desk.domain.audit_tool import AuditTool, Condition
from audit_desk.ui.screens.tools.editor.fields import Choices, LineText, Number, Pick, Tick
from audit_desk.ui.screens.tools.editor.names import short
from audit_desk.ui.screens.tools.editor.rows import RowEditor
from audit_desk.ui.screens.tools.editor.subjects import (
    ANY,
    LEAST,
    NONE,
    TESTS,
    Subject,
    condition_on,
    subject_of,
    with_test,
)
from audit_desk.ui.widgets.boxes import clear, row

_TICK_CHARS = 30  # a box's words do not wrap


class ConditionRow(RowEditor):
    """One condition.

    Args:
        tool: Returns the tool as it stands.
        subjects: Returns what a condition can look at.
    """

    def __init__(self, tool: Callable[[], AuditTool], subjects: Callable[[], Choices]) -> None:
        super().__init__()
        self._tool = tool
        self._subjects = subjects
        self._condition = Condition()
        self._shown: tuple[Any, ...] = ()
        self.subject = Pick()
        self.subject.setAccessibleName("What the condition looks at")
        self.test = Pick()
        self.test.setAccessibleName("How it is compared")
        self.number = Number(0)
        self.number.setAccessibleName("At least")
        self.typed = LineText()
        self.typed.setAccessibleName("Values, parted by semicolons")
        self.typed.setPlaceholderText("Values, parted by semicolons")
        self._ticks = QVBoxLayout()
        self._ticks.setContentsMargins(12, 0, 0, 4)
        self._ticks.setSpacing(0)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 4)
        box.setSpacing(4)
        box.addWidget(self.subject)
        line = row(self.test, self.number, self.typed)
        line.setStretch(2, 1)
        box.addLayout(line)
        box.addLayout(self._ticks)
        self.setFocusProxy(self.subject)

    def _connect(self) -> None:
        self.subject.given.connect(self._on_subject)
        self.test.given.connect(self._on_test)
        self.number.given.connect(lambda value: self._give(self._with(LEAST, value)))
        self.typed.given.connect(self._on_typed)
        for editor in (self.subject, self.test, self.number, self.typed):
            editor.settled.connect(self.settled)

    def load(self, value: Any) -> None:
        """Show a condition."""
        test = self._test_of(value)
        self._condition = value
        self.subject.offer(self._subjects())
        self.subject.load(self._key)
        subject = subject_of(self._key, self._tool())
        tests = (LEAST,) if subject.number else (ANY, NONE)
        self.test.offer([(test, TESTS[test]) for test in tests])
        self.test.load(test)
        self.number.setVisible(subject.number)
        self.number.load(value.at_least if value.at_least is not None else 0)
        self.typed.setVisible(subject.typed)
        self._show_ticks(subject)
        if not self.typed.hasFocus():
            self.typed.load("; ".join(self._values))

    @property
    def _key(self) -> str:
        condition = self._condition
        if condition.case is not None:
            return f"case:{condition.case}"
        return f"answer:{condition.answer or ''}"

    def _test_of(self, condition: Condition) -> str:
        if condition.at_least is not None:
            return LEAST
        if condition.any_of or condition.none_of:
            return NONE if condition.none_of else ANY
        # Without a value a condition does not say which test is meant: the one shown stays.
        return NONE if self.test.value == NONE else ANY

    @property
    def _values(self) -> tuple[str, ...]:
        return self._condition.any_of or self._condition.none_of

    def _show_ticks(self, subject: Subject) -> None:
        shown = (self._key, subject.values)
        if shown != self._shown:
            self._shown = shown
            clear(self._ticks)
            for value, words in subject.values:
                tick = Tick(short(words, _TICK_CHARS))
                tick.setToolTip(words)
                tick.setProperty("stored", value)
                tick.given.connect(self._on_tick)
                self._ticks.addWidget(tick)
        for tick in self.ticks():
            tick.load(tick.property("stored") in self._values)

    def ticks(self) -> list[Tick]:
        """Return the boxes of the values, in order."""
        found: list[QWidget | None] = [
            item.widget() for n in range(self._ticks.count()) if (item := self._ticks.itemAt(n))
        ]
        return [widget for widget in found if isinstance(widget, Tick)]

    def _on_subject(self, key: object) -> None:
        self._give(condition_on(str(key), self._tool()))

    def _on_test(self, test: object) -> None:
        self._give(self._with(str(test), self._values))

    def _on_tick(self, _ticked: object) -> None:
        values = tuple(str(tick.property("stored")) for tick in self.ticks() if tick.isChecked())
        self._give(self._with(self._shown_test(), values))
        self.settled.emit()

    def _shown_test(self) -> str:
        return str(self.test.value or ANY)

    def _on_typed(self, text: object) -> None:
        values = tuple(each for part in str(text).split(";") if (each := part.strip()))
        self._give(self._with(self._shown_test(), values))

    def _with(self, test: str, value: Any) -> Condition:
        return with_test(self._condition, test, value)

    def _give(self, condition: Condition) -> None:
        self.load(condition)
        self.given.emit(condition)
