"""The record of one telling: who, when, and what they answered."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from audit_desk.domain.moments import read_typed_moment
from audit_desk.errors import UserError
from audit_desk.ui.screens.audit.answers.growing_text import GrowingText
from audit_desk.ui.screens.audit.ports import Desk
from audit_desk.ui.widgets.boxes import row
from audit_desk.ui.widgets.buttons import primary_button
from audit_desk.ui.widgets.field import Field

_EXAMPLE = "For example 14:20, or yesterday 17:05."


@dataclass(frozen=True, slots=True)
class Told:
    """Who was told, when (UTC) and what they answered."""

    who: str
    at: datetime
    response: str


class ConcernForm(QWidget):
    """Fields for who was told, when and what they answered.

    Signals:
        recorded: A complete ``Told``.
    """

    recorded = Signal(Told)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._who, self._when = QLineEdit(), QLineEdit()
        self.who = Field("Who was told", self._who)
        self.when = Field("When", self._when, "As on your clock: 14:20, or yesterday 17:05.")
        self.response = GrowingText("What they answered", 2)
        self.record = primary_button("Record that they were told", self._on_record)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addWidget(self.who)
        lines.addWidget(self.when)
        lines.addWidget(Field("What they answered, and what will happen now", self.response))
        lines.addLayout(row(self.record, None))

    def start(self) -> None:
        """Empty the fields; the time is now unless somebody says otherwise."""
        self._who.clear()
        self._when.setText(f"{self._desk.now():%d/%m/%Y %H:%M}")
        self.response.load("")
        self.who.clear_error()
        self.when.clear_error()

    def name(self, told: str) -> None:
        """Take who was told, and go on to what they answered."""
        self._who.setText(told)
        self.who.clear_error()
        self.response.setFocus(Qt.FocusReason.OtherFocusReason)

    def holds_back(self) -> bool:
        """Tell whether something is written here that is not on record, and say so."""
        written = bool(self._who.text().strip() or self.response.toPlainText().strip())
        if written:
            self.who.set_error("This is not recorded yet. Record it, or clear it to go on.")
            self._who.setFocus()
        return written

    def _on_record(self) -> None:
        self.who.clear_error()
        self.when.clear_error()
        if not self._who.text().strip():
            self.who.set_error("Say who was told.")
            self._who.setFocus()
            return
        try:
            at = told_at(self._when.text(), self._desk.now())
        except UserError as error:
            self.when.set_error(str(error))
            self._when.setFocus()
            return
        said = self.response.toPlainText().strip()
        self.recorded.emit(Told(self._who.text().strip(), at, said))


def told_at(typed: str, now: datetime) -> datetime:
    """Return a typed local moment as UTC; a time alone is today's.

    Raises:
        UserError: It cannot be read, has no time of day, or lies ahead.
    """
    if not typed.strip():
        raise UserError("Say when they were told.", _EXAMPLE)
    stored = _stored(typed, now.date())
    if "T" not in stored:
        raise UserError("The time of day is missing.", _EXAMPLE)
    at = datetime.fromisoformat(stored).replace(tzinfo=now.tzinfo)
    if at > now:
        raise UserError("That time has not come yet.", "Record what has happened.")
    return at.astimezone(UTC)


def _stored(typed: str, today: date) -> str:
    try:
        return read_typed_moment(typed, today)
    except UserError as error:
        try:
            return read_typed_moment(f"today {typed}", today)
        except UserError:
            raise error from None
