"""Giving files to one auditor: who, by when, and what stands against it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QPlainTextEdit,
    QWidget,
)

from audit_desk.domain.people import person_key
from audit_desk.errors import UserError
from audit_desk.ui.icons import Icons
from audit_desk.ui.screens.round.audits.due_field import DueField
from audit_desk.ui.widgets.banner import Banner
from audit_desk.ui.widgets.boxes import GRID
from audit_desk.ui.widgets.field import Field
from audit_desk.ui.widgets.form_dialog import FormDialog
from audit_desk.ui.widgets.text import label

_CHARS = 62
_REASON_LINES = 2
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Assigned:
    """What was decided: who reads, by when, why in spite of a conflict, and begun files too."""

    auditor: str
    due: date | None
    override: str
    begun_too: bool


@dataclass(frozen=True)
class Chosen:
    """The files that are given, and what is known of them.

    Attributes:
        references: Their references.
        auditors: Names to choose from, each with how many files they have to read.
        against: What stands against an auditor, a text a file; empty where nothing does.
        begun: Which of the files somebody other than an auditor has begun, in words.
        reads: Which of the files an auditor reads for another reading, by reference: to that
            there is no exception.
    """

    references: Sequence[str]
    auditors: Sequence[tuple[str, int]]
    against: Callable[[str], Sequence[str]]
    begun: Callable[[str], Sequence[str]]
    reads: Callable[[str], Sequence[str]]


class AssignDialog(FormDialog):
    """Asks who reads; conflicts stand there at once, with room for why it is allowed.

    Args:
        chosen: The files.
        icons: Where icons come from.
        today: The local date.
        assign: Gives them; the dialog stays open where it raises ``UserError``.
        parent: The window it stands over.
    """

    def __init__(
        self,
        chosen: Chosen,
        icons: Icons,
        today: Callable[[], date],
        assign: Callable[[Assigned], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Assign", "Assign", parent, _CHARS)
        self._chosen = chosen
        self._assign = assign
        self.who = QComboBox()
        """Who reads: a known name, or any other."""
        self.due = DueField("Empty leaves the dates as they are.", today)
        """By when."""
        self.conflict = Banner(icons, "", tone="warning")
        """What stands against it."""
        self.reason = QPlainTextEdit()
        """Why it is allowed all the same."""
        self.begun = QCheckBox()
        """Whether files that somebody else has begun change hands too."""
        self._reason_field = Field(
            "Why it is allowed", self.reason, "Kept on record with your name, and in the report."
        )
        self._fill()
        self._lay_out()
        self.who.editTextChanged.connect(lambda _text: self._weigh())
        self._weigh()

    def _fill(self) -> None:
        who = self.who
        who.setEditable(True)
        who.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for name, _load in self._chosen.auditors:
            who.addItem(name)
        who.setCurrentIndex(-1)
        completer = QCompleter([name for name, _ in self._chosen.auditors], who)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        who.setCompleter(completer)
        self.reason.setTabChangesFocus(True)
        metrics = self.fontMetrics()
        self.reason.setFixedHeight(metrics.lineSpacing() * _REASON_LINES + 2 * GRID)

    def _lay_out(self) -> None:
        self._who_field = Field("Auditor", self.who, "Choose a name, or type another.")
        references = self._chosen.references
        one = len(references) == 1
        box = self.body
        heading = f"Assign {references[0]}" if one else f"Assign {len(references)} files"
        box.addWidget(label(heading, "heading"))
        if not one:
            box.addWidget(label(listed(references, 12), "muted"))
        for part in (
            self._who_field,
            self.conflict,
            self._reason_field,
            self.begun,
            self.due,
        ):
            box.addWidget(part)
        self.close_with(self.who)

    @property
    def auditor(self) -> str:
        """The name as it stands."""
        return " ".join(self.who.currentText().split())

    def _weigh(self) -> None:
        """Say what stands against the name that stands there now."""
        against = self._chosen.against(self.auditor) if self.auditor else ()
        begun = self._chosen.begun(self.auditor) if self.auditor else ()
        reads = self._chosen.reads(self.auditor) if against else ()
        if reads:
            self.conflict.set_message(
                f"{listed(reads, _NAMED)}. Two readings are made by two people: choose somebody"
                " else, or leave what they read out.",
                heading=f"{self.auditor} reads {self._of_these(len(reads))} already",
            )
        elif against:
            shown = " ".join(against[:_NAMED])
            more = f" And {len(against) - _NAMED} more." if len(against) > _NAMED else ""
            self.conflict.set_message(
                f"{shown}{more}", heading=f"{self.auditor} had a part in this case"
            )
        self.begun.setText(f"Also what is begun: {listed(begun, _NAMED)}")
        for part, shown_now in (
            (self.conflict, bool(against)),
            (self._reason_field, bool(against) and not reads),
            (self.begun, bool(begun)),
        ):
            part.setVisible(shown_now)
        self._who_field.set_note(self._load_words())
        self.do_button.setEnabled(not reads)
        self.fault.hide()
        self.adjustSize()

    def _of_these(self, number: int) -> str:
        total = len(self._chosen.references)
        return "this file" if total == 1 else f"{number} of these {total} files"

    def _load_words(self) -> str:
        loads = {person_key(name): load for name, load in self._chosen.auditors}
        load = loads.get(person_key(self.auditor))
        if load is None:
            return "Choose a name, or type another."
        return f"Has {'1 file' if load == 1 else f'{load} files'} to read now."

    def do(self) -> bool:
        """Give the files."""
        self._reason_field.clear_error()
        if not self.auditor:
            self._who_field.set_error("Say who is to read.")
            self.who.setFocus()
            return False
        reason = self.reason.toPlainText().strip()
        if not self._reason_field.isHidden() and not reason:
            self._reason_field.set_error("Say why it is allowed, or choose another auditor.")
            self.reason.setFocus()
            return False
        try:
            due = self.due.day()
        except UserError:
            return False  # the field says why
        begun_too = not self.begun.isHidden() and self.begun.isChecked()
        self._assign(Assigned(self.auditor, due, reason, begun_too))
        return True


def listed(names: Sequence[str], most: int) -> str:
    """Return names in a line, the rest counted."""
    more = len(names) - most
    return ", ".join(names[:most]) + (f" and {more} more" if more > 0 else "")
