"""For whom the report is: the choice, what it leaves out, and the way to what may be quoted."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from audit_desk.domain.audience import Audience
from audit_desk.ui.icons import Icons
from audit_desk.ui.widgets.boxes import holder, row
from audit_desk.ui.widgets.buttons import button
from audit_desk.ui.widgets.text import label

_ORDER = (Audience.FULL, Audience.BOARD, Audience.TEAM, Audience.PEER)


class AudienceBar(QWidget):
    """Chooses for whom the report is; the lines below say what others do not get to see.

    Args:
        icons: Where icons come from.

    Signals:
        chosen: Another audience.
        quotes_wanted: What may be quoted is to be chosen.
    """

    chosen = Signal(object)
    quotes_wanted = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.choice = QComboBox()
        """The audiences."""
        self.choice.setAccessibleName("Report for")
        for audience in _ORDER:
            self.choice.addItem(audience.label)
        self.quotes_button = button(
            "Choose what may be quoted…", self.quotes_wanted.emit, icon=icons.icon("text-box-check")
        )
        """Leads to the passages; a full report quotes all of them."""
        self.about = label("", "muted")
        """Whom the report is for and what it leaves out."""
        name = label("Report for", "strong", wrap=False)
        name.setBuddy(self.choice)
        self.head = holder(row(name, self.choice))
        """The choice with its name."""
        bar = row(self.about, self.quotes_button)
        bar.setStretch(0, 1)
        bar.setAlignment(self.about, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(bar)
        self._say(Audience.FULL)
        self.choice.currentIndexChanged.connect(self._choose)

    def choose(self, audience: Audience) -> None:
        """Choose as a person does."""
        self.choice.setCurrentIndex(_ORDER.index(audience))

    def _choose(self, place: int) -> None:
        self._say(_ORDER[place])
        self.chosen.emit(_ORDER[place])

    def _say(self, audience: Audience) -> None:
        self.setVisible(not audience.is_full)
        self.choice.setToolTip(audience.purpose)
        self.about.setText(f"{audience.purpose}\n{audience.in_short}")
        self.about.setToolTip("\n".join(audience.leaves_out))
        self.choice.setAccessibleDescription(f"{audience.purpose} {' '.join(audience.leaves_out)}")
