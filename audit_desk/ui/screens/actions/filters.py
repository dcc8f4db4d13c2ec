"""Which actions are shown: by state, owner and round."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from audit_desk.domain.action import ActionState
from audit_desk.domain.due_dates import Timeliness
from audit_desk.ui.models.action_model import ActionRow

Wanted = Callable[[ActionRow], bool]
_STATES: dict[str, Wanted] = {
    "Open": lambda row: row.is_open,
    "Overdue": lambda row: row.timeliness is Timeliness.OVERDUE,
    "Overdue or due soon": lambda row: row.timeliness is not Timeliness.NONE,
    "Done": lambda row: row.line.action.state is ActionState.DONE,
    "Dropped": lambda row: row.line.action.state is ActionState.DROPPED,
    "All states": lambda _row: True,
}
_ALL_STATES, _ALL_OWNERS, _ALL_ROUNDS = "All states", "All owners", "All rounds"


class Filters(QWidget):
    """Three lists beside each other.

    Args:
        on_changed: Called when another choice is made.
    """

    def __init__(self, on_changed: Callable[[], object]) -> None:
        super().__init__()
        self.state, self.owner, self.round = QComboBox(), QComboBox(), QComboBox()
        self.state.addItems(list(_STATES))
        self.state.setCurrentText(_ALL_STATES)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for box, name in (
            (self.state, "State shown"),
            (self.owner, "Owner shown"),
            (self.round, "Round shown"),
        ):
            box.setAccessibleName(name)
            box.currentIndexChanged.connect(lambda _index: on_changed())
            line.addWidget(box)

    def offer(self, rows: Sequence[ActionRow]) -> None:
        """Offer the owners and rounds that there are; what was chosen stays chosen."""
        owners = sorted({row.line.action.draft.owner for row in rows} - {""})
        _refill(self.owner, [_ALL_OWNERS, *owners])
        rounds = dict.fromkeys(row.line.round_name for row in rows)
        _refill(self.round, [_ALL_ROUNDS, *sorted(rounds)])

    def show_all(self) -> None:
        """Show every action."""
        self.state.setCurrentText(_ALL_STATES)
        self.owner.setCurrentIndex(0)
        self.round.setCurrentIndex(0)

    def wants(self, row: ActionRow) -> bool:
        """Whether an action is shown."""
        action = row.line.action
        owner, round_ = self.owner.currentText(), self.round.currentText()
        return (
            _STATES[self.state.currentText()](row)
            and owner in {_ALL_OWNERS, action.draft.owner}
            and round_ in {_ALL_ROUNDS, row.line.round_name}
        )


def _refill(box: QComboBox, texts: list[str]) -> None:
    kept = box.currentText()
    box.blockSignals(True)  # what is chosen stays
    box.clear()
    box.addItems(texts)
    box.setCurrentIndex(max(0, box.findText(kept)))
    box.blockSignals(False)
