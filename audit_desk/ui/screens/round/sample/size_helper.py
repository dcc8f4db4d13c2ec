"""How many files to read: what a sample would meet, and what it could still miss."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSpinBox, QVBoxLayout, QWidget

from audit_desk.domain.inference import size_to_meet
from audit_desk.domain.size_words import FaultShare, chosen_words, size_words
from audit_desk.ui.widgets.boxes import GRID, row
from audit_desk.ui.widgets.buttons import button
from audit_desk.ui.widgets.text import label

_USUAL_RATE = 10
_RAREST = 100


class SizeHelper(QWidget):
    """Asks how common a fault is that should be met, and says which size meets it."""

    taken = Signal(int)
    """The person takes the size that meets the fault."""

    def __init__(self) -> None:
        super().__init__()
        self.rate_box = QSpinBox()
        """In one of how many files the fault stands."""
        self.rate_box.setRange(2, _RAREST)
        self.rate_box.setValue(_USUAL_RATE)
        self.rate_box.lineEdit().setTextMargins(GRID - 2, 0, 0, 0)
        self.rate_box.setAccessibleName("A fault in 1 of so many files")
        self.take_button = button("Read 1", self._take)
        """Takes the size that meets the fault."""
        self._advice = label("", "muted")
        self._chosen = label("", "muted")
        self._population = 0
        self._size = 0
        ask = row(
            label("To meet a fault in 1 of", wrap=False),
            self.rate_box,
            label("files", wrap=False),
            None,
            self.take_button,
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GRID // 2)
        box.addLayout(ask)
        box.addWidget(self._advice)
        box.addWidget(self._chosen)
        self.rate_box.valueChanged.connect(lambda _rate: self._show())
        self._show()

    @property
    def text(self) -> str:
        """All that is said."""
        return f"{self._advice.text()} {self._chosen.text()}".strip()

    def set_population(self, population: int) -> None:
        """Take over among how many files the sample is drawn; 0 while that is unknown."""
        self._population = population
        self._show()

    def set_size(self, size: int) -> None:
        """Take over how many files are to be read."""
        self._size = size
        self._show()

    def _show(self) -> None:
        population, share = self._population, self._share
        fits = 0 < self._size <= population
        texts = (
            size_words(population, share) if population else "",
            chosen_words(self._size, population, share) if fits else "",
        )
        for said, text in zip((self._advice, self._chosen), texts, strict=True):
            said.setText(text.replace(" %", "\N{NO-BREAK SPACE}%"))
            said.setVisible(bool(text))
        needed = self._needed()
        self.take_button.setText(f"Read {needed:,}")
        self.take_button.setAccessibleName(f"Read {needed:,}")
        self.take_button.setVisible(needed not in {0, self._size})
        self.rate_box.setAccessibleDescription(self.text)

    @property
    def _share(self) -> FaultShare:
        return FaultShare(1, self.rate_box.value())

    def _needed(self) -> int:
        """Return the size that meets the fault with a chance of 95 %; 0 while it is unknown."""
        known = self._population
        return size_to_meet(self._share.count(known), known) if known else 0

    def _take(self) -> None:
        self.taken.emit(self._needed())
