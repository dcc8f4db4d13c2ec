"""The second page of handing out: by when, what to tell them, which passphrase, which file."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from audit_desk.domain.due_dates import short_day
from audit_desk.services.pack_order import ShareLine
from audit_desk.ui.icons import Icons
from audit_desk.ui.screens.round.audits.due_field import DueField
from audit_desk.ui.screens.unlock.strength import Strength, strength
from audit_desk.ui.screens.unlock.view import passphrase_edit
from audit_desk.ui.widgets.banner import Banner
from audit_desk.ui.widgets.boxes import GRID, row
from audit_desk.ui.widgets.buttons import button
from audit_desk.ui.widgets.field import Field
from audit_desk.ui.widgets.flow import flow_row
from audit_desk.ui.widgets.text import Role

_NOTE_LINES = 3
_ROLES: dict[Strength, Role] = {Strength.WEAK: "warning", Strength.STRONG: "success"}
_OWN = "The pack's own, not this register's. Four or five unrelated words are good."


class HowPage(QWidget):
    """The fields.

    Args:
        icons: Where icons come from.
        today: The local date.
        new_phrase: Returns a new passphrase of everyday words.
        choose: Asks for the file, beginning at this one; ``None`` leaves what stands there.
    """

    def __init__(
        self,
        icons: Icons,
        today: Callable[[], date],
        new_phrase: Callable[[], str],
        choose: Callable[[Path], Path | None],
    ) -> None:
        super().__init__()
        self._new_phrase = new_phrase
        self._choose = choose
        self._suggested_due = ""
        self.due = DueField("Empty sets no date.", today, "To be handed back by")
        """By when."""
        self.note = QPlainTextEdit()
        """The cover note."""
        self.note.setTabChangesFocus(True)
        self.note.setPlaceholderText(
            "What they are to know: which files, whom to ring, how to give the pack back."
        )
        self.first, self.second = passphrase_edit(icons), passphrase_edit(icons)
        """The passphrase, twice."""
        self.suggest = button("Suggest one", self._suggest)
        """Fills in a passphrase of everyday words, and shows it."""
        self.place = QLineEdit()
        """The new file."""
        self.first_field = Field("Passphrase of the pack", self.first, _OWN)
        self.second_field = Field("The same passphrase again", self.second)
        self._place = QWidget()
        beside = row(self.place, button("Choose…", self._choose_place))
        self._place.setLayout(beside)
        self.place_field = Field("File", self._place)
        self.place.setAccessibleName("File")
        self._lay_out(icons)
        self.first.textChanged.connect(self._judge)

    def _lay_out(self, icons: Icons) -> None:
        self.note.setFixedHeight(self.fontMetrics().lineSpacing() * _NOTE_LINES + 16)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2 * GRID)
        box.addWidget(self.due)
        box.addWidget(Field("Cover note", self.note))
        words = row(self.first_field, self.second_field, spacing=2 * GRID)
        box.addLayout(words)
        box.addWidget(flow_row(self.suggest))
        box.addWidget(
            Banner(
                icons,
                "By telephone, for example, and never in the same e-mail. Whoever has both has the"
                " children's files that are in it.",
                heading="Tell the passphrase by another way than the file",
                tone="warning",
            )
        )
        box.addWidget(self.place_field)
        box.addStretch(1)

    def suggest_due(self, share: ShareLine) -> None:
        """Offer the last day by which any of the files is to be read, unless another was typed."""
        if self.due.line.text() in {"", self._suggested_due}:
            days = [audit.due_on for audit in share.waiting if audit.due_on is not None]
            self._suggested_due = short_day(max(days)) if days else ""
            self.due.line.setText(self._suggested_due)

    def faults(self) -> bool:
        """Say what is wrong at the fields; return whether anything is."""
        for field in (self.first_field, self.second_field, self.place_field):
            field.clear_error()
        if not self.first.text():
            self.first_field.set_error("Type a passphrase, or let one be suggested.")
            self.first.setFocus()
        elif self.first.text() != self.second.text():
            self.second_field.set_error("The two are not the same.")
            self.second.setFocus()
        elif not self.place.text().strip():
            self.place_field.set_error("Say which file it is to be.")
            self.place.setFocus()
        else:
            return False
        return True

    def _suggest(self) -> None:
        phrase = self._new_phrase()
        for edit in (self.first, self.second):
            edit.setText(phrase)
            edit.setCursorPosition(0)
            for action in edit.actions():
                action.setChecked(True)
        self.second_field.clear_error()

    def _judge(self, typed: str) -> None:
        found = strength(typed)
        if found is Strength.NONE:
            self.first_field.clear_error()
        else:
            self.first_field.set_note(found.value, _ROLES.get(found, "muted"))

    def _choose_place(self) -> None:
        chosen = self._choose(Path(self.place.text()))
        if chosen is not None:
            self.place.setText(str(chosen))
            self.place_field.clear_error()
