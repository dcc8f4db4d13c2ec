"""Which answers of a question demand evidence: the usual ones, or those that are ticked."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from audit_desk.domain.answer_check import POSSIBLE_VALUES
from audit_desk.domain.audit_tool import AnswerKind
from audit_desk.ui.screens.tools.editor.fields import Tick
from audit_desk.ui.screens.tools.editor.names import value_words
from audit_desk.ui.widgets.boxes import clear, column
from audit_desk.ui.widgets.text import label

_USUAL = {
    AnswerKind.GRADE: ("1", "3", "4"),
    AnswerKind.YES_PARTLY_NO: ("partly", "no"),
    AnswerKind.SAFETY: ("unsure", "unsafe"),
}


class EvidenceTicks(QWidget):
    """A box for "as usual", and one for each answer.

    Signals:
        given: The answers as a tuple, or ``None`` for the usual ones.
        settled: It has been given.
    """

    given = Signal(object)
    settled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._kind = AnswerKind.FACTS
        self.usual = Tick("As usual")
        self.ticks: dict[str, Tick] = {}
        self._each = column(spacing=2)
        self._each.setContentsMargins(12, 0, 0, 0)
        self._words = label("", "muted")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addWidget(self.usual)
        box.addWidget(self._words)
        box.addLayout(self._each)
        self.setFocusProxy(self.usual)
        self.usual.given.connect(self._on_usual)

    def offer(self, kind: AnswerKind) -> None:
        """Offer the answers of a kind of question."""
        if kind is self._kind:
            return
        self._kind = kind
        usual = [value_words(value, kind) for value in _USUAL.get(kind, ())]
        self._words.setText(", ".join(usual))
        clear(self._each)
        self.ticks = {value: Tick(value_words(value, kind)) for value in POSSIBLE_VALUES[kind]}
        for tick in self.ticks.values():
            tick.given.connect(lambda _value: self._give(self._ticked()))
            self._each.addWidget(tick)

    def load(self, value: object) -> None:
        """Show which answers demand evidence."""
        usual = value is None
        self.usual.load(usual)
        self._words.setVisible(usual)
        held = _USUAL.get(self._kind, ()) if value is None else value
        for key, tick in self.ticks.items():
            tick.load(isinstance(held, tuple) and key in held)
            tick.setVisible(not usual)

    def _ticked(self) -> tuple[str, ...]:
        return tuple(value for value, tick in self.ticks.items() if tick.isChecked())

    def _on_usual(self, usual: object) -> None:
        self._give(None if usual else _USUAL.get(self._kind, ()))

    def _give(self, value: tuple[str, ...] | None) -> None:
        self.given.emit(value)
        self.settled.emit()
