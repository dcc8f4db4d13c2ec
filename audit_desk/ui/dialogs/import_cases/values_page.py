"""The fourth page: the council's own codes and names of teams, translated once."""

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from audit_desk.services.case_preview import FieldValues
from audit_desk.ui.dialogs.import_cases.value_model import ValueModel
from audit_desk.ui.dialogs.import_cases.value_table import ValueTable
from audit_desk.ui.icons import Icons
from audit_desk.ui.widgets.boxes import GRID
from audit_desk.ui.widgets.text import label


class ValuesPage(QWidget):
    """Values that are not known, and all others on demand.

    Args:
        icons: Where icons come from.
    """

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.model = ValueModel()
        self.model.setParent(self)
        self.table = ValueTable(self.model, icons)
        self.every = QCheckBox("Show the values that are understood, too")
        self.every.toggled.connect(self.model.show_every)
        self._words = label("", "body")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self._words)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.every)

    def show_values(self, values: Sequence[FieldValues]) -> None:
        """Show the values of a list."""
        self.model.set_values(values)
        self.every.blockSignals(True)
        self.every.setChecked(self.model.shows_every)
        self.every.blockSignals(False)
        self.every.setEnabled(bool(self.model.unknown))
        self.table.setVisible(bool(values))
        self._words.setText(_words(self.model.unknown, any_=bool(values)))

    def take_focus(self) -> None:
        """Let the person begin with the first value."""
        self.table.take_focus()


def values_words(values: Sequence[FieldValues]) -> str:
    """Return how many values are understood, in a few words."""
    unknown = sum(not value.known for field in values for value in field.values)
    return f"{unknown:,} as they stand" if unknown else "All understood"


def _words(unknown: int, *, any_: bool) -> str:
    if not any_:
        return "No column of this list has codes or names that could be read differently."
    if not unknown:
        return "Every value is understood. Type over one to have it read differently."
    if unknown == 1:
        return (
            "1 value is not one that Audit Desk knows. Type or choose what it means, or leave it as"
            " it stands. The register remembers what you say."
        )
    return (
        f"{unknown:,} values are not among those that Audit Desk knows. Type or choose what they"
        " mean, or leave them as they stand. The register remembers what you say."
    )
