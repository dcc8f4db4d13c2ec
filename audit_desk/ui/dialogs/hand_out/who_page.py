"""The first page of handing out: whose files, and what goes along."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from audit_desk.domain.pack import PackKind
from audit_desk.services.pack_order import PackPreview, ShareLine
from audit_desk.ui.icons import Icons
from audit_desk.ui.widgets.banner import Banner
from audit_desk.ui.widgets.boxes import GRID, column, holder, row
from audit_desk.ui.widgets.row_model import Column, RowModel
from audit_desk.ui.widgets.table import Table
from audit_desk.ui.widgets.text import label

_ROWS = 5
_KINDS = {PackKind.FIRST: "First", PackKind.SECOND: "Second, blind"}
_INTRO = (
    "A pack is an encrypted file with one person's files of this round. They read them anywhere,"
    " without a network, and give the same file back. Until then those files are theirs: here they"
    " can be looked at and not changed."
)


class WhoPage(QWidget):
    """A row for each person and kind of reading; below, what goes along and what stays.

    Args:
        shares: Everybody's files.
        icons: Where icons come from.
        on_chosen: Called when another row is chosen.
        on_next: Called when a row is meant, by Enter or two clicks.
    """

    def __init__(
        self,
        shares: Sequence[ShareLine],
        icons: Icons,
        on_chosen: Callable[[], object],
        on_next: Callable[[], object],
    ) -> None:
        super().__init__()
        self._model = _share_model()
        self.table = Table(
            self._model, "Whose files", lambda _index: on_next(), widths=(24, 16, 14, 12, 10)
        )
        """Whose files are handed out."""
        self.carries = label("")
        """What goes along."""
        self.leaves = label("")
        """What stays behind."""
        self.wrong = Banner(icons, "", tone="warning")
        """Why these files cannot be handed out."""
        self._model.setParent(self.table)
        self._model.set_rows(shares)
        self._lay_out()
        first = next((n for n, share in enumerate(shares) if share.waiting), 0)
        self.table.selectRow(first)
        self.table.selectionModel().selectionChanged.connect(lambda *_: on_chosen())

    def _lay_out(self) -> None:
        line = self.table.verticalHeader().defaultSectionSize()
        self.table.setFixedHeight(line * (_ROWS + 1) + 4)
        goes = holder(column(label("In the pack", "strong"), self.carries, None, spacing=4))
        stays = holder(column(label("Not in it", "strong"), self.leaves, None, spacing=4))
        beside = row(goes, stays, spacing=3 * GRID)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setStretch(0, 3)
        beside.setStretch(1, 2)
        self._contents = holder(beside)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2 * GRID)
        box.addWidget(label(_INTRO))
        box.addWidget(self.table)
        box.addWidget(self.wrong)
        box.addWidget(self._contents)
        box.addStretch(1)

    @property
    def chosen(self) -> ShareLine | None:
        """Whose files are chosen."""
        index = self.table.currentIndex()
        return self._model.row_at(index) if index.isValid() else None

    def show_preview(self, preview: PackPreview | None, fault: str) -> None:
        """Show what a pack would hold, or why there can be none."""
        goes = preview.carries if preview is not None and preview.audits else ()
        self.carries.setText("\n".join(f"• {line}" for line in goes))
        stays = preview.leaves if goes and preview is not None else ()
        self.leaves.setText("\n".join(f"• {line}" for line in stays))
        self._contents.setVisible(bool(goes))
        self.wrong.set_message(fault, heading="")
        self.wrong.setVisible(bool(fault))


def _share_model() -> RowModel[ShareLine]:
    return RowModel(
        (
            Column("Who reads", lambda share: share.person),
            Column("Reading", lambda share: _KINDS[share.kind]),
            Column(
                "To hand out",
                lambda share: str(len(share.waiting)),
                sort_key=lambda share: len(share.waiting),
                numeric=True,
            ),
            Column(
                "In a pack",
                lambda share: str(len(share.out) or ""),
                sort_key=lambda share: len(share.out),
                numeric=True,
            ),
            Column(
                "Submitted",
                lambda share: str(share.submitted or ""),
                sort_key=lambda share: share.submitted,
                numeric=True,
            ),
        )
    )
