"""Before a report is saved: what in its texts looks like an identifier, to be looked at first."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout

from audit_desk.ui.icons import Icons
from audit_desk.ui.screens.round.report.ports import FoundInReport
from audit_desk.ui.widgets.banner import Banner
from audit_desk.ui.widgets.boxes import clear, column, holder, row, scrolled
from audit_desk.ui.widgets.buttons import button
from audit_desk.ui.widgets.text import label

_ABOUT = (
    "Whoever reads the report reads them too. Change the words where they were written, or say that"
    " they are to stay. Nothing is saved yet."
)
_MOST = 200
_LINES = 7


class IdentifierBanner(QFrame):
    """How many places there are; a list of them on demand; and the answer that is asked for.

    Signals:
        agreed: Save all the same.
        declined: Do not save.
    """

    agreed = Signal()
    declined = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.banner = Banner(icons, _ABOUT, heading=" ", tone="warning")
        self.look_button = button("Look", self._toggle)
        self.look_button.setCheckable(True)
        self.save_button = button("Save all the same", self.agreed.emit)
        self.back_button = button("Do not save", self.declined.emit)
        self._lines = column(spacing=2)
        self.places: QScrollArea = scrolled(holder(self._lines))
        self.places.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.banner)
        box.addLayout(row(self.look_button, self.save_button, self.back_button, None))
        box.addWidget(self.places)
        self.hide()

    @property
    def heading(self) -> str:
        """How many places there are, in a sentence."""
        return self.banner.accessibleName().removesuffix(_ABOUT).strip()

    def show_found(self, found: Sequence[FoundInReport]) -> None:
        """Ask about these; the answer comes as a signal."""
        count = len(found)
        one = "1 place in this report looks like an identifier."
        many = f"{count} places in this report look like identifiers."
        self.banner.set_message(_ABOUT, heading=one if count == 1 else many)
        clear(self._lines)
        for each in found[:_MOST]:
            self._lines.addWidget(label(each.sentence))
        if count > _MOST:
            self._lines.addWidget(label(f"… and {count - _MOST} more.", "muted"))
        self._lines.addStretch(1)
        lines = min(count, _LINES)
        self.places.setFixedHeight(lines * (self.fontMetrics().lineSpacing() + 6))
        self.look_button.setChecked(False)
        self._toggle()
        self.show()
        self.look_button.setFocus()

    def _toggle(self) -> None:
        self.places.setVisible(self.look_button.isChecked())
