"""Who is left out of a draw: children audited lately, auditors' own files, single cases."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QCompleter, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from audit_desk.ui.icons import Icons
from audit_desk.ui.models.case_values import CaseValues
from audit_desk.ui.screens.round.sample.chosen_list import ChosenList
from audit_desk.ui.widgets.boxes import GRID, row
from audit_desk.ui.widgets.buttons import button
from audit_desk.ui.widgets.identifier_watches import holds_words
from audit_desk.ui.widgets.text import label

_USUAL_MONTHS = 12
_MOST_MONTHS = 120
_CLOSED = "Closed cases, which are on no list any more, are never drawn."
_FINISH = "Press “Leave out” beside it, or empty the field."
Pair = tuple[str, str]


class Exclusions(QWidget):
    """Editors for every reason to leave a case out that no condition can state.

    Args:
        icons: Where icons come from.
    """

    changed = Signal()
    """Somebody else is left out."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.lately = QCheckBox("Children whose file another round read within")
        """Whether children are left out who were audited lately."""
        self.months = QSpinBox()
        """How many months back that reaches."""
        self.person = QLineEdit()
        """An auditor whose own files are left out."""
        self.person_button = button("Leave out", self._add_person)
        self.people = ChosenList(icons, "Own files of", self.person_button)
        """The auditors that were named."""
        self.reference = QLineEdit()
        """A case to leave out."""
        self.reason = QLineEdit()
        """Why."""
        self.case_button = button("Leave out", self._add_case)
        self.cases = ChosenList(icons, "Left out", self.case_button)
        """The cases that were named."""
        self._closed = label(_CLOSED, "muted")
        self._set_up()
        self._lay_out()

    def _set_up(self) -> None:
        holds_words(self.reason)
        self.lately.setAccessibleName(self.lately.text())
        self.months.setRange(1, _MOST_MONTHS)
        self.months.setSuffix(" months")
        self.months.setValue(_USUAL_MONTHS)
        self.months.setEnabled(False)
        self.months.lineEdit().setTextMargins(GRID - 2, 0, 0, 0)
        self.months.setAccessibleName("Months in which a file was read")
        self.lately.toggled.connect(self.months.setEnabled)
        self.lately.toggled.connect(self.changed)
        self.months.valueChanged.connect(self.changed)
        _name(self.person, "Auditor whose own files are left out", "An auditor's name")
        _name(self.reference, "Reference of a case to leave out", "Reference")
        _name(self.reason, "Reason for leaving the case out", "Reason")
        self.person.returnPressed.connect(self._add_person)
        self.reason.returnPressed.connect(self._add_case)
        for held in (self.people, self.cases):
            held.changed.connect(self.changed)
        for edit in (self.person, self.reference, self.reason):
            edit.textChanged.connect(self.changed)

    def _lay_out(self) -> None:
        self.person_button.setAccessibleName("Leave out this auditor's own files")
        self.case_button.setAccessibleName("Leave out this case")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GRID)
        box.addWidget(self.lately)
        months = row(self.months, None)
        months.setContentsMargins(3 * GRID, 0, 0, 0)
        box.addLayout(months)
        box.addWidget(label("Own files of an auditor, who is or was worker, manager or chair"))
        person = row(self.person, self.person_button)
        person.setStretch(0, 1)
        box.addLayout(person)
        box.addWidget(self.people)
        box.addWidget(label("A single case"))
        case = row(self.reference, self.reason, self.case_button)
        case.setStretch(0, 2)
        case.setStretch(1, 3)
        box.addLayout(case)
        box.addWidget(self.cases)
        box.addWidget(self._closed)

    def offer(self, values: CaseValues) -> None:
        """Offer names and references while somebody types, and say how many cases are closed."""
        closed = f" In this register: {values.closed:,}." if values.closed else ""
        self._closed.setText(f"{_CLOSED}{closed}")
        for edit, known in ((self.person, values.staff), (self.reference, values.references)):
            completer = QCompleter(list(known), edit)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            edit.setCompleter(completer)

    def fault(self) -> str:
        """Return what is typed and not taken over yet; empty where nothing is."""
        if self.person.text().strip():
            return f"“{self.person.text().strip()}” is not left out yet. {_FINISH}"
        if self.reference.text().strip() or self.reason.text().strip():
            return f"A single case is not left out yet: it needs reference and reason. {_FINISH}"
        return ""

    @property
    def audited_within(self) -> int | None:
        """How many months back another round's files are left out; ``None`` for not at all."""
        return self.months.value() if self.lately.isChecked() else None

    @property
    def not_own_of(self) -> tuple[str, ...]:
        """The auditors whose own files are left out."""
        return tuple(name for name, _ in self.people.chosen)

    @property
    def leave_out(self) -> tuple[Pair, ...]:
        """Single cases with the reason for each."""
        return self.cases.chosen

    def choose(
        self, audited_within: int | None, not_own_of: Sequence[str], leave_out: Sequence[Pair]
    ) -> None:
        """Show these exclusions; nobody is told."""
        with QSignalBlocker(self):
            self.lately.setChecked(audited_within is not None)
            self.months.setValue(audited_within or _USUAL_MONTHS)
            self.people.set_chosen([(name, "") for name in not_own_of])
            self.cases.set_chosen(leave_out)
            for edit in (self.person, self.reference, self.reason):
                edit.clear()

    def _add_person(self) -> None:
        name = " ".join(self.person.text().split())
        if not name:
            self.person.setFocus()
            return
        self.people.add(name)
        self.person.clear()
        self.person.setFocus()

    def _add_case(self) -> None:
        reference, reason = self.reference.text().strip(), " ".join(self.reason.text().split())
        missing = self.reference if not reference else self.reason if not reason else None
        if missing is not None:
            missing.setFocus()
            return
        self.cases.add(reference, reason)
        self.reference.clear()
        self.reason.clear()
        self.reference.setFocus()


def _name(edit: QLineEdit, name: str, placeholder: str) -> None:
    edit.setAccessibleName(name)
    edit.setPlaceholderText(placeholder)
