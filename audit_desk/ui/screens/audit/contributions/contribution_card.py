"""One role's part in the audit: whether they were invited, what they said, what it changed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from audit_desk.domain.contribution import Contribution, Role
from audit_desk.domain.practitioner import missing
from audit_desk.ui.screens.audit.answers.growing_text import GrowingText
from audit_desk.ui.screens.audit.contributions.contribution_fields import SpokenDay, YesNo
from audit_desk.ui.theme import Theme
from audit_desk.ui.widgets.boxes import column, holder
from audit_desk.ui.widgets.text import label

_NAMELESS = "In their own words where you can. Leave names out."


class ContributionCard(QFrame):
    """The questions about one of them; each stands only where the one before leads to it.

    Signals:
        told: The contribution, and whether it was typed (and may wait).
        left: A text lost the focus.
        escaped: Escape was pressed.
    """

    told = Signal(object, bool)
    left = Signal()
    escaped = Signal()

    def __init__(self, role: Role, theme: Theme, today: Callable[[], date]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(role.label)
        who = role.words
        self._made = Contribution(role)
        self._read_only = False
        self.invited = YesNo(f"Was {who} invited to take part in this audit?", theme)
        self.why_not = GrowingText(f"Why {who} was not invited", lines=2)
        self.took_part = YesNo(f"Did {who} take part?", theme)
        self.on = SpokenDay(f"When did {who} speak or write?", today)
        self.said = GrowingText(f"What {who} said", lines=3)
        self.changed = YesNo("Did it change the audit?", theme)
        self.how = GrowingText(f"What changed because of what {who} said", lines=2)
        self.missing = label("", "warning")
        self._lay_out(role)
        self._connect()

    def _lay_out(self, role: Role) -> None:
        who = role.words
        self._why_not = _text("Why not?", self.why_not)
        self._said = holder(
            column(
                self.on,
                _text(f"What did {who} say?", self.said, _NAMELESS),
                self.changed,
                spacing=12,
            )
        )
        self._how = _text("What did it change?", self.how)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(16, 12, 16, 12)
        lines.setSpacing(8)
        for part in (
            label(role.label, "strong"),
            self.invited,
            self._why_not,
            self.took_part,
            self._said,
            self._how,
            self.missing,
        ):
            lines.addWidget(part)

    def _connect(self) -> None:
        self.invited.chosen.connect(lambda yes: self._choose(invited=yes))
        self.took_part.chosen.connect(lambda yes: self._choose(took_part=yes))
        self.changed.chosen.connect(lambda yes: self._choose(changed=yes))
        self.why_not.edited.connect(lambda text: self._type(why_not=text))
        self.said.edited.connect(lambda text: self._type(said=text))
        self.how.edited.connect(lambda text: self._type(how=text))
        self.on.edited.connect(lambda: self._type(on=self.on.day))
        self.on.line.entered.connect(self.said.setFocus)
        self.on.line.moved.connect(lambda by: self.focusNextPrevChild(by > 0))
        for part in (self.why_not, self.said, self.how, self.on.line):
            part.left.connect(self.left)
        for part in (self.why_not, self.said, self.how, self.on.line):
            part.escaped.connect(self.escaped)
        for asked in self._asked():
            asked.escaped.connect(self.escaped)

    def _asked(self) -> tuple[YesNo, ...]:
        return (self.invited, self.took_part, self.changed)

    def texts(self) -> tuple[GrowingText, ...]:
        """Return the texts whose cursor is to stay in sight."""
        return self.why_not, self.said, self.how

    def shown_texts(self) -> tuple[GrowingText, ...]:
        """Return the texts that the answers lead to."""
        return tuple(text for text in self.texts() if text.isVisibleTo(self))

    def load(self, made: Contribution) -> None:
        """Show what is said so far; words that are just typed are left alone."""
        self._made = made
        for asked, said in zip(
            self._asked(), (made.invited, made.took_part, made.changed), strict=True
        ):
            asked.load(said)
        for field, words in zip(self.texts(), (made.why_not, made.said, made.how), strict=True):
            field.load(words)
        self.on.load(made.on)
        self._show_asked()

    def set_read_only(self, read_only: bool) -> None:
        """Show only, or let it be written."""
        self._read_only = read_only
        for asked in self._asked():
            asked.set_read_only(read_only)
        for text in self.texts():
            text.setReadOnly(read_only)
        self.on.line.setReadOnly(read_only)
        self._show_asked()

    @property
    def is_complete(self) -> bool:
        """Whether all is said of them."""
        return not missing(self._made)

    def focus_open(self) -> None:
        """Put the focus where something is still to be said, or on the first question."""
        made = self._made
        if made.invited is False:
            self.why_not.setFocus()
        elif not made.invited or self.is_complete:
            self.invited.focus_first()
        elif made.took_part is None:
            self.took_part.focus_first()
        elif made.on is None:
            self.on.line.setFocus()
        elif not made.said.strip():
            self.said.setFocus()
        elif made.changed is None:
            self.changed.focus_first()
        else:
            self.how.setFocus()

    def _show_asked(self) -> None:
        made = self._made
        self._why_not.setVisible(made.invited is False)
        self.took_part.setVisible(made.invited is True)
        spoke = made.invited is True and made.took_part is True
        self._said.setVisible(spoke)
        self._how.setVisible(spoke and made.changed is True)
        lacks = "" if made.is_empty or self._read_only else missing(made)
        self.missing.setText(lacks)
        self.missing.setVisible(bool(lacks))

    def _choose(self, **said: Any) -> None:
        self._tell(replace(self._made, **said), typed=False)

    def _type(self, **words: Any) -> None:
        self._tell(replace(self._made, **words), typed=True)

    def _tell(self, made: Contribution, *, typed: bool) -> None:
        if made != self._made and not self._read_only:
            self._made = made
            self._show_asked()
            self.told.emit(made, typed)


def _text(title: str, field: GrowingText, hint: str = "") -> QWidget:
    heading = label(title)
    heading.setBuddy(field)
    parts = [heading, label(hint, "muted"), field] if hint else [heading, field]
    return holder(column(*parts, spacing=4))
