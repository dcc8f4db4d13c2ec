"""What a list says beside a date's field, and the button that takes it as the answer."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from audit_desk.domain.event_suggestions import Suggestion
from audit_desk.ui.models.event_words import list_moment
from audit_desk.ui.screens.audit.keymap import KEYS, Act
from audit_desk.ui.widgets.buttons import button
from audit_desk.ui.widgets.text import label

_DASH = "\u2013"


class ListLine(QWidget):
    """A quiet line under a field; it is gone where no list knows the date.

    It offers the date only while the field is empty. Beside an answer it says whether the list
    agrees, so that a difference is seen and never corrected behind the auditor's back.
    """

    def __init__(self, part_label: str, take: Callable[[], None]) -> None:
        super().__init__()
        self._suggestion: Suggestion | None = None
        self._taken = False
        self.text = label("", "muted")
        self.button = button(f"Use  {KEYS[Act.USE_LIST][0]}", take, kind="quiet")
        self.button.setAccessibleName(f"Use what the list says for “{part_label}”")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(self.text, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.button)
        self.hide()

    def suggest(self, suggestion: Suggestion | None, *, taken: bool = False) -> None:
        """Take what a list says; ``taken`` where the auditor took it on this visit."""
        self._suggestion = suggestion
        self._taken = taken
        source = f"From {suggestion.source}" if suggestion else ""
        self.text.setToolTip(source)
        self.button.setToolTip(source)
        self.button.setAccessibleDescription(source)

    def mark_taken(self) -> None:
        """Remember that the auditor took it."""
        self._taken = True

    @property
    def offered(self) -> str:
        """The date that can be taken, in its stored form; empty where none can."""
        can_take = self._suggestion is not None and not self.button.isHidden()
        return self._suggestion.value if self._suggestion is not None and can_take else ""

    def show_beside(self, stored: str, *, read_only: bool) -> None:
        """Say what the list says beside what is answered.

        Args:
            stored: The answer in its stored form; empty where there is none.
            read_only: Whether nothing can be taken.
        """
        suggestion = self._suggestion
        self.setVisible(suggestion is not None)
        if suggestion is None:
            return
        words = list_moment(suggestion.value)
        if not stored:
            self.text.setText(f"From the list: {words} {_DASH} to be checked on file")
        elif stored == suggestion.value:
            self.text.setText("Taken from the list" if self._taken else "The list says the same")
        elif stored.startswith(f"{suggestion.value}T"):
            self.text.setText("The list says the same day")
        else:
            self.text.setText(f"The list says {words}")
        self.button.setVisible(not stored and not read_only)
