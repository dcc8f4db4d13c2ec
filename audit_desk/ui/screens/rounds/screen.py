"""How the list of rounds behaves."""

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QVBoxLayout, QWidget

from audit_desk.errors import AuditDeskError
from audit_desk.ui.models.round_model import round_model
from audit_desk.ui.screens.rounds.new_round_dialog import NewRoundDialog, newest_published
from audit_desk.ui.screens.rounds.ports import RoundsDesk, RoundsPort, ToolsPort
from audit_desk.ui.screens.rounds.receipt_check import ReceiptCheckDialog
from audit_desk.ui.screens.rounds.view import ListActions, RoundsView
from audit_desk.ui.widgets.focus import lead_focus


class RoundsScreen(QWidget):
    """The rounds of the register; Enter opens one.

    Args:
        rounds: The rounds.
        tools: The tools that a new round can be given.
        desk: What surrounds the screen.
    """

    def __init__(self, rounds: RoundsPort, tools: ToolsPort, desk: RoundsDesk) -> None:
        super().__init__()
        self._rounds = rounds
        self._tools = tools
        self.desk = desk
        """What surrounds it."""
        self._created = ""
        self._model = round_model()
        self.view = RoundsView(
            desk.icons,
            self._model,
            ListActions(self._open, self.new_round, self.check_receipt, self.take_in),
            desk.memory,
        )
        """Its layout."""
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.view)

    def refresh(self) -> None:
        """Read the rounds again; the current one stays current."""
        current = self.view.table.currentIndex()
        kept = self._model.row_at(current).round.id if current.isValid() else ""
        try:
            lines = self._rounds.lines()
        except AuditDeskError as error:
            self.desk.errors.show(error)
            return
        self._model.set_rows(lines)
        self.view.show_empty(empty=not lines)
        found = self._model.index_of(lambda line: line.round.id == kept)
        self.view.table.setCurrentIndex(found if found.isValid() else self._model.index(0, 0))
        lead_focus(self, self.view.table if lines else self.view.empty)

    def new_round(self) -> None:
        """Ask for a new round and show it."""
        try:
            tools = newest_published(self._tools.available()) or [self._tools.newest()]
        except AuditDeskError as error:
            self.desk.errors.show(error)
            return
        dialog = NewRoundDialog(tools, self._create, self.window())
        dialog.accepted.connect(self._show_created)
        dialog.open()

    def check_receipt(self) -> None:
        """Ask for a receipt and a list, and say whether they give the same sample."""
        ReceiptCheckDialog(self.desk, self.window()).open()

    def take_in(self) -> None:
        """Take in a pack that somebody handed back."""
        self.desk.take_in(self.refresh)

    def _create(self, name: str, purpose: str, tool_id: str | None) -> None:
        made = self._rounds.create(name, by=self.desk.person(), tool_id=tool_id, purpose=purpose)
        self._created = made.id

    def _show_created(self) -> None:
        self.refresh()
        self.desk.open_round(self._created)

    def _open(self, index: QModelIndex) -> None:
        self.desk.open_round(self._model.row_at(index).round.id)
