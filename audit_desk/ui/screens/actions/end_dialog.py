"""Recording what ends an action, or opens it again: one text, and why it is asked."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from audit_desk.errors import UserError
from audit_desk.ui.widgets.boxes import GRID
from audit_desk.ui.widgets.field import Field
from audit_desk.ui.widgets.form_dialog import FormDialog
from audit_desk.ui.widgets.text import label

_CHARS = 66
_LINES = 4


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked.

    Attributes:
        title: The window's title and heading.
        field: The text's name.
        hint: What to write.
        action: The verb on the button.
    """

    title: str
    field: str
    hint: str
    action: str


DONE = Asked(
    "Mark as done",
    "What showed that practice changed?",
    "What somebody saw, not that the task is ticked: “In five files read in June, the worker knew"
    " of every episode by next morning.”",
    "Mark done",
)
DROP = Asked(
    "Drop this action",
    "Why is it dropped?",
    "It stays in the list as dropped, with this reason and your name.",
    "Drop it",
)
REOPEN = Asked(
    "Open this action again",
    "Why is it opened again?",
    "What was recorded before stays in its history.",
    "Open again",
)


class EndDialog(FormDialog):
    """Asks for one text.

    Args:
        asked: What is asked.
        what: The action, in its own words.
        record: Records the text; the dialog stays open where it raises ``UserError``.
        parent: The window it stands over.
    """

    def __init__(
        self,
        asked: Asked,
        what: str,
        record: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(asked.title, asked.action, parent, _CHARS)
        self._record = record
        self.text = QPlainTextEdit()
        """What is said."""
        self.text.setTabChangesFocus(True)
        metrics = self.fontMetrics()
        self.text.setFixedHeight(metrics.lineSpacing() * _LINES + 2 * GRID)
        self.field = Field(asked.field, self.text, asked.hint)
        """The text with what is wrong with it."""
        box = self.body
        box.addWidget(label(asked.title, "heading"))
        box.addWidget(label(what))
        box.addWidget(self.field)
        self.close_with(self.text)

    def do(self) -> None:
        """Record what is said."""
        self._record(self.text.toPlainText())

    def refuse(self, refused: UserError) -> None:
        """Say beside the text why it is refused."""
        self.field.set_error(str(refused))
        self.text.setFocus()
