"""Taking files back that are out in a pack: it asks why."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from audit_desk.domain.custody import Custody
from audit_desk.errors import UserError
from audit_desk.ui.screens.audit.answers.growing_text import GrowingText
from audit_desk.ui.widgets.field import Field
from audit_desk.ui.widgets.form_dialog import FormDialog
from audit_desk.ui.widgets.text import label

_CHARS = 62
_NAMED = 6
_ABOUT = (
    "What is taken back can be written here again. The pack is not told: if it comes back with work"
    " in it after all, nothing is lost, and you choose between the two versions."
)

TakeBack = Callable[[str], object]
"""Takes them back for a reason; raises ``UserError`` where it cannot."""


class TakeBackDialog(FormDialog):
    """Asks for the reason.

    Args:
        held: Who has the files.
        take_back: Takes them back; the dialog stays open where it raises ``UserError``.
        parent: The window it stands over.
    """

    def __init__(
        self, held: Sequence[Custody], take_back: TakeBack, parent: QWidget | None = None
    ) -> None:
        super().__init__("Take back", "Take back", parent, _CHARS)
        self._take_back = take_back
        self.reason = GrowingText("Why are they taken back?", 2)
        """Why."""
        self.field = Field("Why?", self.reason, "It stays on record.")
        self.body.addWidget(label(f"Take {_files(held)} back?", "heading"))
        self.body.addWidget(label(_said(held)))
        self.body.addWidget(label(_ABOUT))
        self.body.addWidget(self.field)
        self.reason.escaped.connect(self.reject)
        self.close_with(self.reason)

    def do(self) -> None:
        """Take them back."""
        self._take_back(self.reason.toPlainText())

    def refuse(self, refused: UserError) -> None:
        """Say beside the reason why it is refused."""
        self.field.set_error(str(refused))
        self.reason.setFocus()


def _files(held: Sequence[Custody]) -> str:
    return held[0].reference if len(held) == 1 else f"{len(held)} files"


def _said(held: Sequence[Custody]) -> str:
    more = f" And {len(held) - _NAMED} more." if len(held) > _NAMED else ""
    return " ".join(f"{each.reference} is {each.words}." for each in held[:_NAMED]) + more
