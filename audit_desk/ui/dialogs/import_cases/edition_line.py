"""Which list this is the next edition of, and whether it is the whole of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from audit_desk.services.case_preview import ImportPreview
from audit_desk.ui.dialogs.import_cases.column_row import ChoiceBox
from audit_desk.ui.widgets.boxes import column
from audit_desk.ui.widgets.flow import flow_row
from audit_desk.ui.widgets.text import label

_NEW = ""
_NAME_CHARS = 26


class EditionLine(QWidget):
    """One line: next edition of which list, under what name, and whether it is complete."""

    named = Signal(str)
    """The list that a person says this is an edition of."""
    said_whole = Signal(bool)
    """Whether a person says that the list is complete."""

    def __init__(self) -> None:
        super().__init__()
        self.which = ChoiceBox("Which list this is")
        self.name = QLineEdit()
        self.name.setAccessibleName("Name of the new list")
        self.name.setMaxLength(80)
        self.whole = QCheckBox("It is the whole list")
        self.whole.setToolTip(
            "Children who stood on the last edition and are not on this one leave the list."
            " Take the tick away for a part of a list: then nobody leaves."
        )
        self._shown = ""
        self._before = label("This is", "body", wrap=False)
        self._before.setBuddy(self.which)
        self.setLayout(column(flow_row(self._before, self.which, self.name, None, self.whole)))
        self.which.activated.connect(self._chosen)
        self.name.editingFinished.connect(self._typed)
        self.whole.clicked.connect(self.said_whole)

    def show_edition(self, previewed: ImportPreview, *, whole: bool) -> None:
        """Show which list this would be."""
        self.setVisible(bool(previewed.list_name))
        self._shown = previewed.list_name
        self.which.clear()
        for name in previewed.lists:
            self.which.addItem(f"the next edition of {name}", name)
        self.which.addItem("a new list called", _NEW)
        known = previewed.list_name in previewed.lists
        self.which.choose(previewed.list_name if known else _NEW)
        self.name.setText("" if known else previewed.list_name)
        self.name.setVisible(not known)
        self.name.setFixedWidth(self.fontMetrics().averageCharWidth() * _NAME_CHARS)
        self.whole.setChecked(whole)
        self.whole.setVisible(previewed.earlier is not None)

    def _chosen(self, _index: int) -> None:
        name = str(self.which.currentData())
        self.name.setVisible(name == _NEW)
        if name == _NEW:
            self.name.setFocus()
            self.name.selectAll()
        else:
            self._say(name)

    def _typed(self) -> None:
        if self.name.isVisible():
            self._say(" ".join(self.name.text().split()))

    def _say(self, name: str) -> None:
        if name and name != self._shown:
            self._shown = name
            self.named.emit(name)
