"""The receipt of the draw that stands, to be read, verified and saved."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from audit_desk.domain.receipt import Receipt
from audit_desk.ui.icons import Icons
from audit_desk.ui.models.stratum_model import order_model, order_rows, stratum_model
from audit_desk.ui.screens.round.sample import receipt_words as words
from audit_desk.ui.widgets.banner import Banner, Tone
from audit_desk.ui.widgets.boxes import GRID, clear, column, holder, row, scrolled
from audit_desk.ui.widgets.focus import lead_focus
from audit_desk.ui.widgets.table import RemembersColumns, Table
from audit_desk.ui.widgets.text import TextLabel, label

_FACTS_CHARS = 46
_HASH_LINE = 32
_STRATA_SHOWN = 6


@dataclass(frozen=True, slots=True)
class ReceiptText:
    """What is said beside a receipt.

    Attributes:
        earlier: The draws that it replaced, oldest first.
        purposive: Which files were chosen on purpose, in words.
    """

    earlier: Sequence[Receipt] = ()
    purposive: str = ""


class ReceiptPage(QWidget):
    """A receipt in readable form.

    Args:
        icons: Where icons come from.
        memory: Keeps column widths.
        actions: The buttons of what can be done with it, in their order.
    """

    def __init__(
        self, icons: Icons, memory: RemembersColumns | None, actions: Sequence[QWidget]
    ) -> None:
        super().__init__()
        self._head = label("", "heading")
        self._when = label("", "muted")
        self.note = Banner(icons, "")
        """What came of the last action."""
        self._facts = QGridLayout()
        self._strata = stratum_model("Drawn")
        self._order = order_model()
        self.strata_table = Table(
            self._strata, "Strata", widths=(42, 8, 8), memory=memory, memory_key="receipt-strata"
        )
        """The strata; hidden where there is but one."""
        self.order_table = Table(
            self._order,
            "References in drawing order",
            widths=(5, 10, 12),
            memory=memory,
            memory_key="receipt-order",
        )
        """Every reference of the frame, in order."""
        self._find = QLineEdit()
        self._find.setPlaceholderText("Find a reference")
        self._find.setAccessibleName("Find a reference")
        self._find.setClearButtonEnabled(True)
        self._find.textChanged.connect(self._order.set_filter)
        self._lay_out(actions)

    def _lay_out(self, actions: Sequence[QWidget]) -> None:
        self._facts.setHorizontalSpacing(2 * GRID)
        self._facts.setVerticalSpacing(GRID)
        self._facts.setColumnStretch(1, 1)
        self._facts.setContentsMargins(0, 0, GRID, 0)
        left = scrolled(holder(column(self._facts, None)))
        left.setFixedWidth(self.fontMetrics().averageCharWidth() * _FACTS_CHARS + 8 * GRID)
        title = label("Files in drawing order", "strong", wrap=False)
        body = QHBoxLayout()
        body.setSpacing(3 * GRID)
        body.addWidget(left)
        right = column(self.strata_table, row(title, None, self._find), self.order_table)
        right.setStretch(2, 1)
        body.addLayout(right, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 2 * GRID, 0, 0)
        box.setSpacing(2 * GRID)
        head = row(column(self._head, self._when, spacing=2), *actions)
        head.setStretch(0, 1)
        box.addLayout(head)
        box.addWidget(self.note)
        box.addLayout(body, 1)
        self.note.hide()
        lead_focus(self, self.order_table)

    def show_receipt(self, receipt: Receipt, beside: ReceiptText) -> None:
        """Show a receipt."""
        self._head.setText(words.headline(receipt))
        self._when.setText(words.drawn_line(receipt))
        self._show_facts(receipt, beside)
        self._strata.set_rows(receipt.strata)
        self.strata_table.setVisible(bool(receipt.by))
        lines = min(len(receipt.strata), _STRATA_SHOWN)
        rows = self.strata_table.verticalHeader().defaultSectionSize() * lines
        head = self.strata_table.horizontalHeader().sizeHint().height()
        self.strata_table.setFixedHeight(head + rows + 2)
        self._order.set_rows(order_rows(receipt))
        self.order_table.setColumnHidden(3, not receipt.by)

    def say(self, text: str, tone: Tone) -> None:
        """Say what came of an action."""
        self.note.set_message(text, tone=tone)
        self.note.show()

    def facts(self) -> list[str]:
        """Return the receipt's lines as they stand: name, value, name and so on."""
        items = [self._facts.itemAt(place) for place in range(self._facts.count())]
        found = [item.widget() for item in items if item is not None]
        return [each.text() for each in found if isinstance(each, TextLabel)]

    def _show_facts(self, receipt: Receipt, beside: ReceiptText) -> None:
        clear(self._facts)
        lines = [(name, _broken(value)) for name, value in words.facts(receipt)]
        if beside.purposive:
            lines.append(("On purpose", beside.purposive))
        if beside.earlier:
            drawn = "\n".join(words.earlier_line(each) for each in beside.earlier)
            lines.append(("Earlier draws", drawn))
        for place, (name, value) in enumerate(lines):
            said = label(value)
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            said.setAccessibleName(f"{name}: {value}")
            top = Qt.AlignmentFlag.AlignTop
            self._facts.addWidget(label(name, "muted", wrap=False), place, 0, top)
            self._facts.addWidget(said, place, 1)


def _broken(value: str) -> str:
    # A hash has no place to break a line at.
    if " " in value or len(value) <= _HASH_LINE:
        return value
    return "\n".join(
        value[start : start + _HASH_LINE] for start in range(0, len(value), _HASH_LINE)
    )
