"""What else a round can be saved as, each with whom it is for."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from audit_desk.ui.icons import Icons
from audit_desk.ui.screens.round.findings.look import sheet
from audit_desk.ui.screens.round.report.ports import OtherDocument
from audit_desk.ui.widgets.boxes import frame, row
from audit_desk.ui.widgets.buttons import button
from audit_desk.ui.widgets.text import label

_ELSEWHERE = (
    "The report of one audit, for the child's worker and manager, is under Audits: choose the file,"
    " then Report…. A list of actions is on the Actions page, under Save list…."
)


class DocumentsPage(QWidget):
    """A card a document: what it is, whom it is for, and a button that saves it.

    Args:
        documents: What there is.
        icons: Where icons come from.
        save: Called with the document that is wanted.
    """

    def __init__(
        self,
        documents: Sequence[OtherDocument],
        icons: Icons,
        save: Callable[[OtherDocument], object],
    ) -> None:
        super().__init__()
        self.buttons = {
            each.title: button("Save…", partial(save, each), icon=icons.icon("content-save"))
            for each in documents
        }
        """What saves each, by its title."""
        cards = []
        for each in documents:
            saves = self.buttons[each.title]
            saves.setAccessibleName(f"Save: {each.title}")
            cards.append(frame(label(each.title, "strong"), label(each.about), row(saves, None)))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(sheet(*cards, label(_ELSEWHERE, "muted")))
