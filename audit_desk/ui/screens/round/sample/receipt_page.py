"""The draw that stands: its files, its spares, its likeness to the frame, and its receipt."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QListWidget, QStackedWidget, QVBoxLayout, QWidget

from audit_desk.domain.receipt import Receipt
from audit_desk.domain.representativeness import Picture
from audit_desk.ui.icons import Icons
from audit_desk.ui.models.audit_model import AuditRow
from audit_desk.ui.models.stratum_model import (
    STRATUM_COLUMN,
    SWAP_COLUMN,
    purposive_model,
    sample_model,
    sample_rows,
    spare_model,
    spare_rows,
    stratum_model,
)
from audit_desk.ui.screens.round.sample import receipt_words as words
from audit_desk.ui.screens.round.sample.fact_sheet import FactSheet
from audit_desk.ui.screens.round.sample.found_table import FoundTable
from audit_desk.ui.screens.round.sample.likeness_page import LikenessPage
from audit_desk.ui.theme import Theme
from audit_desk.ui.widgets.banner import Banner, Tone
from audit_desk.ui.widgets.beside import Beside
from audit_desk.ui.widgets.boxes import GRID, column, holder
from audit_desk.ui.widgets.flow import flow_row
from audit_desk.ui.widgets.focus import lead_focus
from audit_desk.ui.widgets.table import RemembersColumns, Table
from audit_desk.ui.widgets.text import label

_LIST_CHARS = 24
_IN_ORDER = "In the order of the draw."
_IN_STRATA = "Within each stratum in the order of the draw; every stratum has an order of its own."
_PURPOSIVE = "Read like the others, and counted in no percentage: nobody drew them."
_SPARES = "A swap takes the next spare of the same stratum."


@dataclass(frozen=True, slots=True)
class PageButtons:
    """What can be done with a draw.

    Attributes:
        sample: The buttons of the sample, over every page.
        receipt: Those of the receipt, on its page.
    """

    sample: Sequence[QWidget]
    receipt: Sequence[QWidget]


class ReceiptPage(QWidget):
    """A draw in readable form, part by part.

    Args:
        theme: The colours of its pictures.
        icons: Where icons come from.
        memory: Keeps column widths.
        buttons: What can be done with it.
    """

    def __init__(
        self, theme: Theme, icons: Icons, memory: RemembersColumns | None, buttons: PageButtons
    ) -> None:
        super().__init__()
        self._head = label("", "heading", wrap=False)
        self._when = label("", "muted", wrap=False)
        self.note = Banner(icons, "")
        """What came of the last action."""
        self.contents = QListWidget()
        """The parts by their titles."""
        self._pages = QStackedWidget()
        self._sample = sample_model()
        self._spares = spare_model()
        self._strata = stratum_model("Drawn")
        self.sample_page = FoundTable(
            self._sample, "Files of the sample", (8, 10, 33, 16, 12), memory, "receipt-sample"
        )
        """The drawn files."""
        self.spares_page = FoundTable(self._spares, "Spares", (8, 10, 40), memory, "receipt-spares")
        """All other files of the frame."""
        self.strata_table = Table(
            self._strata, "Strata", widths=(42, 8, 8), memory=memory, memory_key="receipt-strata"
        )
        """The strata."""
        self._purposive = purposive_model()
        self.purposive_page = FoundTable(
            self._purposive, "Files added on purpose", (10, 46, 16), memory, "receipt-purposive"
        )
        """The files that nobody drew."""
        self.likeness = LikenessPage(theme)
        """The sample beside its frame."""
        self.receipt = FactSheet(buttons.receipt)
        """The receipt, line by line."""
        self._places: list[QWidget] = []
        self._lay_out(buttons.sample)

    def _lay_out(self, actions: Sequence[QWidget]) -> None:
        self.contents.setAccessibleName("Parts of the sample")
        self.contents.currentRowChanged.connect(self._turn)
        for page in self._every_page():
            self._pages.addWidget(page)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 2 * GRID, 0, 0)
        box.setSpacing(2 * GRID)
        box.addWidget(flow_row(holder(column(self._head, self._when, spacing=2)), None, *actions))
        box.addWidget(self.note)
        box.addWidget(Beside(self.contents, self._pages, _LIST_CHARS), 1)
        self.note.hide()
        lead_focus(self, self.contents)

    def _every_page(self) -> tuple[QWidget, ...]:
        return (
            self.sample_page,
            self.spares_page,
            self.strata_table,
            self.purposive_page,
            self.likeness,
            self.receipt,
        )

    def show_receipt(
        self, receipt: Receipt, earlier: Sequence[Receipt], audits: Sequence[AuditRow]
    ) -> None:
        """Show a draw.

        Args:
            receipt: Its receipt.
            earlier: The draws that it replaced, oldest first.
            audits: The round's audits, which say who reads and how far.
        """
        self._head.setText(words.headline(receipt))
        self._when.setText(words.drawn_line(receipt))
        self._sample.set_rows(sample_rows(receipt, audits))
        self._spares.set_rows(spare_rows(receipt))
        self._strata.set_rows(receipt.strata)
        self._purposive.set_rows(receipt.purposive)
        self.purposive_page.say(_PURPOSIVE)
        about = _IN_STRATA if receipt.by else _IN_ORDER
        self.sample_page.say(about)
        self.spares_page.say(f"{about} {_SPARES}")
        for page in (self.sample_page, self.spares_page):
            page.table.setColumnHidden(STRATUM_COLUMN, not receipt.by)
        self.sample_page.table.setColumnHidden(SWAP_COLUMN, not receipt.swaps)
        self.receipt.show_facts(words.facts(receipt), [words.earlier_line(e) for e in earlier])
        self._name_parts(receipt)

    def show_likeness(self, pictures: Sequence[Picture], *, stratified: bool) -> None:
        """Show the sample beside its frame."""
        self.likeness.show_pictures(pictures, stratified=stratified)

    @property
    def current_file(self) -> str:
        """The reference that the sample's table stands on; empty where on none."""
        index = self.sample_page.table.currentIndex()
        return self._sample.row_at(index).reference if index.isValid() else ""

    def go(self, page: QWidget) -> None:
        """Show one of the parts."""
        self.contents.setCurrentRow(self._places.index(page))

    def say(self, text: str, tone: Tone) -> None:
        """Say what came of an action."""
        self.note.set_message(text, tone=tone)
        self.note.show()

    def facts(self) -> list[str]:
        """Return the receipt's lines as they stand: name, value, name and so on."""
        return self.receipt.texts()

    def _name_parts(self, receipt: Receipt) -> None:
        titles = {
            self.sample_page: f"Sample ({len(receipt.drawn):,})",
            self.spares_page: f"Spares ({_waiting(receipt):,})",
            self.strata_table: f"Strata ({len(receipt.strata):,})",
            self.purposive_page: f"On purpose ({len(receipt.purposive):,})",
            self.likeness: "Is it representative?",
            self.receipt: "Receipt",
        }
        if not receipt.by:
            del titles[self.strata_table]
        if not receipt.purposive:
            del titles[self.purposive_page]
        kept = self._pages.currentWidget()
        self._places = list(titles)
        self.contents.blockSignals(True)
        self.contents.clear()
        self.contents.addItems(list(titles.values()))
        self.contents.blockSignals(False)
        place = self._places.index(kept) if kept in self._places else 0
        self.contents.setCurrentRow(place)

    def _turn(self, place: int) -> None:
        if 0 <= place < len(self._places):
            self._pages.setCurrentWidget(self._places[place])


def _waiting(receipt: Receipt) -> int:
    """Return how many spares may come in still; the table shows those that did as well."""
    gone = {swap.added for swap in receipt.swaps} | {each.reference for each in receipt.purposive}
    return sum(spare not in gone for stratum in receipt.strata for spare in stratum.spares)
