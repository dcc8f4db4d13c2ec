"""Sharing files without an auditor out evenly: who takes part, and who then gets how many."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from audit_desk.domain.assignment import Portion, Spread
from audit_desk.domain.people import person_key
from audit_desk.errors import UserError
from audit_desk.ui.icons import Icons
from audit_desk.ui.screens.round.audits.assign_dialog import listed
from audit_desk.ui.screens.round.audits.due_field import DueField
from audit_desk.ui.widgets.banner import Banner
from audit_desk.ui.widgets.boxes import GRID, column, row
from audit_desk.ui.widgets.field import Field
from audit_desk.ui.widgets.form_dialog import FormDialog
from audit_desk.ui.widgets.row_model import Column, RowModel
from audit_desk.ui.widgets.table import Table
from audit_desk.ui.widgets.text import label

_CHARS, _ROWS = 88, 9
_LISTS = 225  # pixels: the lists scroll where large text leaves them less
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


@dataclass(frozen=True)
class Sharing:
    """What is shared out, and how.

    Attributes:
        references: The references of the files without an auditor, by audit id.
        auditors: Names to choose from.
        plan: Returns who would get what; raises ``UserError`` where nobody is named.
        share: Shares out among names, by a day; raises ``UserError`` where it cannot.
    """

    references: Mapping[str, str]
    auditors: Sequence[str]
    plan: Callable[[Sequence[str]], Spread]
    share: Callable[[Sequence[str], date | None], object]


class ShareDialog(FormDialog):
    """Names to tick, and beside them who gets how many.

    Args:
        sharing: What is shared out.
        icons: Where icons come from.
        today: The local date.
        parent: The window it stands over.
    """

    def __init__(
        self,
        sharing: Sharing,
        icons: Icons,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Share out evenly", "Share out", parent, _CHARS)
        self._sharing = sharing
        self.names = QListWidget()
        """Who takes part, where ticked."""
        self.other = QLineEdit()
        """A name that is not on the list yet; Enter adds it."""
        self.other.setPlaceholderText("Another name, then Enter")
        self.other.setAccessibleName("Another name")
        self._model = _preview_model()
        self.preview = Table(self._model, "Who gets how many", widths=(17, 6, 4, 4))
        """Who gets how many."""
        self.nobody = Banner(icons, "", tone="warning")
        """Which files none of them may read."""
        self.due = DueField("Empty sets no date.", today)
        """By when."""
        for name in sharing.auditors:
            self._add(name, ticked=False)
        self._lay_out()
        self.names.itemChanged.connect(lambda _item: self._preview())
        self._preview()

    def _lay_out(self) -> None:
        metrics = self.fontMetrics()
        self.names.setAccessibleName("Auditors who take part")
        line = metrics.height() + 9
        for part in (self.names, self.preview):
            part.setMinimumHeight(line * min(_ROWS, _LISTS // line))
        count = len(self._sharing.references)
        files = "1 file" if count == 1 else f"{count} files"
        box = self.body
        box.addWidget(label(f"Share out {files} without an auditor", "heading"))
        box.addWidget(
            label(
                "Whoever has least to read gets most. Nobody gets the file of a child in whose case"
                " they had a part."
            )
        )
        who = column(Field("Who reads", self.names), self.other)
        how = Field("Who gets how many", self.preview)
        across = row(spacing=2 * GRID)
        across.addLayout(who, 2)
        across.addWidget(how, 3)
        box.addLayout(across, 1)
        box.addWidget(self.nobody)
        box.addWidget(self.due)
        self.close_with(self.names if self._sharing.auditors else self.other)

    def ticked(self) -> list[str]:
        """Return who takes part."""
        items = (self.names.item(place) for place in range(self.names.count()))
        return [item.text() for item in items if item.checkState() is Qt.CheckState.Checked]

    def add_other(self) -> None:
        """Add the name that is typed, ticked; one that is there already is ticked."""
        name = " ".join(self.other.text().split())
        self.other.clear()
        if not name:
            return
        for place in range(self.names.count()):
            item = self.names.item(place)
            if person_key(item.text()) == person_key(name):
                item.setCheckState(Qt.CheckState.Checked)
                return
        self._add(name, ticked=True)
        self._preview()

    def _add(self, name: str, *, ticked: bool) -> None:
        item = QListWidgetItem(name)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self.names.addItem(item)

    def _preview(self) -> None:
        self.fault.hide()
        names = self.ticked()
        plan = self._sharing.plan(names) if names else Spread(())
        self._model.set_rows(plan.portions)
        if plan.nobody:
            named = listed([self._sharing.references[one] for one in plan.nobody], 8)
            self.nobody.set_message(
                f"{named}. They stay without an auditor: tick somebody else as well.",
                heading="None of these auditors may read",
            )
        self.nobody.setVisible(bool(plan.nobody))
        count = sum(len(portion.gets) for portion in plan.portions)
        files = "1 file" if count == 1 else f"{count} files"
        self.do_button.setText(f"Share out {files}" if count else "Share out")
        self.do_button.setEnabled(count > 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter add a name while nothing can be shared out: Qt gives it to a button alone."""
        if event.key() in _ENTER and self.focusWidget() is self.other and self.other.text().strip():
            self.add_other()
        else:
            super().keyPressEvent(event)

    def do(self) -> bool:
        """Share out; a name that is still being typed is added first."""
        if self.other.text().strip():
            self.add_other()
            return False
        if not self.do_button.isEnabled():
            return False
        try:
            due = self.due.day()
        except UserError:
            return False  # the field says why
        self._sharing.share(self.ticked(), due)
        return True


def _preview_model() -> RowModel[Portion]:
    return RowModel(
        (
            Column("Auditor", lambda portion: portion.auditor),
            Column(
                "Has now",
                lambda portion: str(portion.holds),
                sort_key=lambda portion: portion.holds,
                numeric=True,
                tip=lambda _portion: "Files to read or finish, in all rounds",
            ),
            Column(
                "Gets",
                lambda portion: str(len(portion.gets)),
                sort_key=lambda portion: len(portion.gets),
                numeric=True,
            ),
            Column(
                "Then",
                lambda portion: str(portion.total),
                sort_key=lambda portion: portion.total,
                numeric=True,
            ),
        )
    )
