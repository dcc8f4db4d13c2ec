"""Which of a round's files are shown: all, mine, those without an auditor, the overdue ones."""

from collections.abc import Callable, Sequence
from enum import StrEnum

from PySide6.QtWidgets import QComboBox

from audit_desk.domain.due_dates import Timeliness
from audit_desk.ui.models.audit_model import AuditRow

Wanted = Callable[[AuditRow], bool]


class Shown(StrEnum):
    """A part of the files, in words."""

    ALL = "All files"
    MINE = "Mine"
    FREE = "Without an auditor"
    OVERDUE = "Overdue"
    OUT = "Out in packs"


def is_free(row: AuditRow) -> bool:
    """Whether somebody has to be found to read a file."""
    return not row.audit.auditor and not row.is_submitted and row.held is None


_WANTED: dict[Shown, Wanted] = {
    Shown.MINE: lambda row: row.mine,
    Shown.FREE: is_free,
    Shown.OVERDUE: lambda row: row.timeliness is Timeliness.OVERDUE,
    Shown.OUT: lambda row: row.held is not None,
}


class ShownBox(QComboBox):
    """The choice, each with its number of files.

    Args:
        on_choice: Told which rows are wanted; ``None`` wants all.
    """

    def __init__(self, on_choice: Callable[[Wanted | None], object]) -> None:
        super().__init__()
        self._on_choice = on_choice
        self.setAccessibleName("Which files are shown")
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for shown in Shown:
            self.addItem(shown.value, shown)
        self.currentIndexChanged.connect(lambda _place: self._choose())

    @property
    def shown(self) -> Shown:
        """What is chosen."""
        return Shown(self.currentData())

    def choose(self, shown: Shown) -> None:
        """Choose a part."""
        self.setCurrentIndex(tuple(Shown).index(shown))

    def count_rows(self, rows: Sequence[AuditRow]) -> None:
        """Show how many files each part has."""
        for place, shown in enumerate(Shown):
            wanted = _WANTED.get(shown)
            number = len(rows) if wanted is None else sum(map(wanted, rows))
            self.setItemText(place, f"{shown.value} ({number})")

    def _choose(self) -> None:
        self._on_choice(_WANTED.get(self.shown))
