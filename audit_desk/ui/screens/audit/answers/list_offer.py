"""What a list says beside an answer, and the button that takes it as the answer."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from audit_desk.domain.event_suggestions import Suggestion
from audit_desk.ui.screens.audit.keymap import KEYS, Act
from audit_desk.ui.widgets.buttons import button
from audit_desk.ui.widgets.text import label


class ListOffer(QWidget):
    """A quiet line; it is gone where no list knows anything, and offers what is not answered yet.

    Args:
        name: What the button does, for who cannot see what it stands beside.
        take: Takes what the list says.
    """

    def __init__(self, name: str, take: Callable[[], None]) -> None:
        super().__init__()
        self._suggestion: Suggestion | None = None
        self.text = label("", "muted")
        self.button = button(f"Use  {KEYS[Act.USE_LIST][0]}", take, kind="quiet")
        self.button.setAccessibleName(name)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(self.text, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.button)
        self.hide()

    def suggest(self, suggestion: Suggestion | None) -> None:
        """Take what a list says."""
        self._suggestion = suggestion
        source = f"From {suggestion.source}" if suggestion else ""
        self.text.setToolTip(source)
        self.button.setToolTip(source)
        self.button.setAccessibleDescription(source)

    @property
    def offered(self) -> str:
        """What can be taken, in its stored form; empty where nothing can."""
        can_take = self._suggestion is not None and not self.button.isHidden()
        return self._suggestion.value if self._suggestion is not None and can_take else ""
