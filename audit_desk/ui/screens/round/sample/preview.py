"""What a draw would give, before anything is drawn."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from audit_desk.domain.receipt import Receipt, Stratum
from audit_desk.domain.representativeness import STRATIFIED, Picture
from audit_desk.ui.models.stratum_model import stratum_model
from audit_desk.ui.screens.round.sample.frame_words import children, frame_line, reasons
from audit_desk.ui.theme import Theme
from audit_desk.ui.widgets.boxes import GRID, clear, column, holder, reached_by_keys, scrolled
from audit_desk.ui.widgets.likeness_sheet import likeness_grid
from audit_desk.ui.widgets.table import RemembersColumns, Table
from audit_desk.ui.widgets.text import label

_WIDTHS = (34, 9, 9)
_STRATA_SHOWN = 8
_ABOUT = (
    "Who is in the frame, and how many of them a random sample of this size usually holds. Which"
    " cases the seed gives shows when they are drawn, so that nobody can try seeds unseen."
)


class DrawPreview(QWidget):
    """Says what a draw would give, or why it cannot be made.

    Args:
        theme: The colours of its pictures.
        memory: Keeps column widths.
    """

    def __init__(self, theme: Theme, memory: RemembersColumns | None) -> None:
        super().__init__()
        self._theme = theme
        self._model = stratum_model("To read")
        self._head = label("", "heading")
        self._frame = label("", "strong")
        self._reasons = label("")
        self._fault = label("", "error")
        self.table = Table(
            self._model,
            "What each stratum would give",
            widths=_WIDTHS,
            memory=memory,
            memory_key="draw-preview",
        )
        """The strata; hidden where there is but one."""
        self._shown: tuple[Picture, ...] = ()
        self._pictures = QVBoxLayout()
        self._about = label(_ABOUT, "muted")
        about = column(label("Who can be drawn", "heading"), self._about)
        parts = column(self.table, about, self._pictures, None, spacing=2 * GRID)
        parts.setContentsMargins(0, 0, 2 * GRID, GRID)
        self.area = scrolled(holder(parts))
        """What scrolls; the keyboard reaches it too."""
        reached_by_keys(self.area, "Strata, and who can be drawn")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GRID)
        for part in (self._head, self._frame, self._reasons, self._fault):
            box.addWidget(part)
        box.addWidget(self.area, 1)
        box.addStretch()
        self._fault.hide()
        self.area.hide()

    @property
    def text(self) -> str:
        """All that is said above the table."""
        parts = (self._head, self._frame, self._reasons, self._fault)
        return " ".join(part.text() for part in parts).strip()

    @property
    def strata(self) -> list[tuple[str, int, int]]:
        """The table's rows: name, cases, to read."""
        return [(each.name, each.frame_size, len(each.drawn)) for each in self._model.rows()]

    def show_draw(self, receipt: Receipt, pictures: Sequence[Picture]) -> None:
        """Say what the draw would give.

        Args:
            receipt: Its receipt.
            pictures: The frame, with what is usual in a sample of that size.
        """
        size, frame = len(receipt.drawn), receipt.frame_size
        self._head.setText(f"This would draw {size:,} of {children(frame)}.")
        self._frame.setText(frame_line(receipt))
        self._say_reasons(reasons(receipt))
        self._fault.hide()
        self._fault.setText("")
        self._about.setText(f"{_ABOUT} {STRATIFIED}" if receipt.by else _ABOUT)
        self._show_strata(receipt.strata if receipt.by else ())
        self._show_pictures(tuple(pictures))
        self.area.show()

    def show_fault(self, fault: str) -> None:
        """Say why it cannot be drawn like this."""
        self._head.setText("Nothing can be drawn like this yet.")
        self._frame.setText("")
        self._say_reasons([])
        self._fault.setText(fault)
        self._fault.show()
        self._show_strata(())
        self.area.hide()

    def _say_reasons(self, lines: list[str]) -> None:
        self._frame.setVisible(bool(self._frame.text()))
        self._reasons.setText("\n".join(lines))
        self._reasons.setVisible(bool(lines))

    def _show_strata(self, strata: Sequence[Stratum]) -> None:
        self._model.set_rows(strata)
        self.table.setVisible(bool(strata))
        lines = min(len(strata), _STRATA_SHOWN)
        rows = self.table.verticalHeader().defaultSectionSize() * lines
        self.table.setFixedHeight(self.table.horizontalHeader().sizeHint().height() + rows + 2)

    def _show_pictures(self, pictures: tuple[Picture, ...]) -> None:
        if pictures == self._shown:
            return  # another seed changes nothing here, and the page stays where it is
        self._shown = pictures
        clear(self._pictures)
        self._pictures.addWidget(likeness_grid(self._theme, pictures, columns=1))
