"""Choosing files for a further reading by hand, and files that everyone reads."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from audit_desk.errors import UserError
from audit_desk.ui.widgets.asking_dialog import AskingDialog
from audit_desk.ui.widgets.boxes import GRID
from audit_desk.ui.widgets.field import Field

_ROWS = 7


@dataclass(frozen=True, slots=True)
class File:
    """A first reading that can be read again, and what is to be known of it."""

    audit_id: str
    reference: str
    about: str


class ByHandDialog(AskingDialog):
    """Asks which files are read again besides those of the rule.

    Args:
        files: The files that are not read twice yet.
        choose: Chooses them, by their ids, with a reason.
        parent: The window it stands over.
    """

    def __init__(
        self,
        files: Sequence[File],
        choose: Callable[[Sequence[str], str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            "Choose files by hand",
            "For files that somebody has a reason to read again, whatever the rule says.",
            "Choose",
            parent,
        )
        self._choose = choose
        self.files = _ticked([(each.audit_id, f"{each.reference}  {each.about}") for each in files])
        """The files."""
        self.body.addWidget(Field("Files", self.files))
        self.body.addWidget(Field("Reason", self.reason, "Kept on record."))
        self.close_with(self.files)

    def do(self) -> None:
        """Choose the files."""
        ids = [each[0] for each in _chosen(self.files)]
        if not ids:
            raise UserError("No file is chosen.", "Tick at least one.")
        self._choose(ids, self.reason.toPlainText())


class CalibrationDialog(AskingDialog):
    """Asks for a file that everyone reads, and who everyone is.

    Args:
        files: The files of the round.
        names: Everybody who reads in this register.
        calibrate: Makes it one, by its id, with the readers' names and what it is for.
        parent: The window it stands over.
    """

    def __init__(
        self,
        files: Sequence[File],
        names: Sequence[str],
        calibrate: Callable[[str, Sequence[str], str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            "A file that everyone reads",
            "Each reads it alone; then all compare and learn to grade alike. It stays out of the "
            "figures on agreement.",
            "Make it one",
            parent,
        )
        self._calibrate = calibrate
        self.file = QComboBox()
        """The file."""
        for each in files:
            self.file.addItem(f"{each.reference}  {each.about}", each.audit_id)
        self.names = _ticked([(name, name) for name in names])
        """Who reads it, of those who are known."""
        self.others = QLineEdit()
        """Who else reads it."""
        self.body.addWidget(Field("File", self.file))
        self.body.addWidget(Field("Readers", self.names))
        self.body.addWidget(Field("Others", self.others, "Names, with a semicolon between two."))
        self.body.addWidget(Field("What it is for", self.reason))
        self.close_with(self.file)

    def do(self) -> None:
        """Make it a calibration file."""
        typed = [name.strip() for name in self.others.text().split(";") if name.strip()]
        names = [each[0] for each in _chosen(self.names)] + typed
        if not names:
            raise UserError("Nobody is named.", "Tick or type everyone who is to read it.")
        self._calibrate(self.file.currentData(), names, self.reason.toPlainText())


def _ticked(rows: Sequence[tuple[str, str]]) -> QListWidget:
    """Return a list of things that can be ticked, each with a text."""
    made = QListWidget()
    for key, text in rows:
        item = QListWidgetItem(text)
        item.setData(Qt.ItemDataRole.UserRole, key)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Unchecked)
        made.addItem(item)
    metrics = made.fontMetrics()
    made.setFixedHeight((metrics.height() + 6) * max(2, min(_ROWS, len(rows))) + GRID)
    return made


def _chosen(made: QListWidget) -> list[tuple[str, str]]:
    items = [made.item(place) for place in range(made.count())]
    return [
        (str(item.data(Qt.ItemDataRole.UserRole)), item.text())
        for item in items
        if item.checkState() is Qt.CheckState.Checked
    ]
