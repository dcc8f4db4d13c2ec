"""How the Actions page behaves: finding what is late, and recording what became of it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from audit_desk.domain.due_dates import Timeliness
from audit_desk.errors import AuditDeskError
from audit_desk.ui.models.action_model import ActionRow, action_model, action_rows
from audit_desk.ui.names_asked import asked_about
from audit_desk.ui.screens.actions.draft_dialog import DraftDialog, Written
from audit_desk.ui.screens.actions.end_dialog import DONE, DROP, REOPEN, Asked, EndDialog
from audit_desk.ui.screens.actions.ports import ActionsDesk, ActionsPort
from audit_desk.ui.screens.actions.view import ActionsView, Acts
from audit_desk.ui.shortcuts import Key, bind
from audit_desk.ui.widgets.focus import lead_focus

_KINDS = {
    ".pdf": "PDF (*.pdf)",
    ".docx": "Word document (*.docx)",
    ".csv": "Comma-separated values (*.csv)",
}
_SHOW_ALL = Key("Escape", "Show all actions")


class ActionsScreen(QWidget):
    """All actions of the register.

    Args:
        port: The actions, and what can be recorded of them.
        desk: What surrounds the page.
    """

    def __init__(self, port: ActionsPort, desk: ActionsDesk) -> None:
        super().__init__()
        self._port = port
        self._desk = desk
        self._rows: list[ActionRow] = []
        self._model = action_model()
        self.view = ActionsView(
            self._model, desk, Acts(self.new_action, self.save_list, self._filter)
        )
        """Its layout."""
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.view)
        self._connect()

    def _connect(self) -> None:
        view, detail = self.view, self.view.detail
        view.find_line.textChanged.connect(self._find)
        view.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_chosen())
        detail.done_button.clicked.connect(lambda _on=False: self.end(DONE, self._port.done))
        detail.drop_button.clicked.connect(lambda _on=False: self.end(DROP, self._port.drop))
        detail.reopen_button.clicked.connect(lambda _on=False: self.end(REOPEN, self._port.reopen))
        detail.change_button.clicked.connect(lambda _on=False: self.change())
        bind(self, _SHOW_ALL, self.show_all)

    @property
    def chosen(self) -> ActionRow | None:
        """The current action."""
        index = self.view.table.currentIndex()
        return self._model.row_at(index) if index.isValid() else None

    def refresh(self) -> None:
        """Read the actions again; the current one stays current."""
        self.view.note.hide()
        self._read()
        lead_focus(self, self.view.table if self._rows else self.view.empty)

    def show_action(self, action_id: str) -> None:
        """Show one action among all of them."""
        self.show_all()
        self._show_rows(action_id)

    def show_all(self) -> None:
        """Take every filter away."""
        self.view.find_line.clear()
        self.view.filters.show_all()
        self.view.table.setFocus()

    def new_action(self) -> None:
        """Ask for an action by hand."""
        rounds = self._port.rounds()
        if not rounds:
            self._desk.go_rounds()
            return
        self._open(
            DraftDialog(
                self._port.owners(),
                self._port.today,
                self._create,
                rounds=rounds,
                parent=self.window(),
            )
        )

    def change(self) -> None:
        """Ask what of the current action changes."""
        chosen = self.chosen
        if chosen is None or not chosen.is_open:
            return
        action = chosen.line.action
        self._open(
            DraftDialog(
                self._port.owners(),
                self._port.today,
                lambda written: self._port.change(action.id, written.draft, written.reason),
                draft=action.draft,
                parent=self.window(),
            )
        )

    def end(self, asked: Asked, record: Callable[[str, str], object]) -> None:
        """Ask what ends the current action, or why it is opened again."""
        chosen = self.chosen
        if chosen is not None:
            action = chosen.line.action
            words = partial(record, action.id)
            self._open(EndDialog(asked, action.draft.change, words, self.window()))

    def save_list(self, ending: str) -> None:
        """Ask where to, and save the actions that are shown.

        What in them looks as if it names somebody has to be answered first.

        Args:
            ending: ``.pdf``, ``.docx`` or ``.csv``.
        """
        lines = [row.line for row in self._model.rows()]
        named = self._port.identifiers(lines)
        if named and not self._desk.prompts.confirm(asked_about(named, "list")):
            return
        start = self._desk.documents() / f"actions{ending}"
        target = self._desk.prompts.save_file("Save the list of actions", _KINDS[ending], start)
        if target is None:
            return
        try:
            count = self._port.write_list(lines, target)
        except AuditDeskError as error:
            self._desk.errors.show(error)
            return
        self.view.say_saved(count, target)

    def _create(self, written: Written) -> None:
        made = self._port.create(written.round_id, written.draft)
        self._read(made)

    def _open(self, dialog: QDialog) -> None:
        dialog.accepted.connect(self._read)
        dialog.open()

    def _read(self, chosen_id: str = "") -> None:
        chosen = self.chosen
        kept = chosen_id or (chosen.line.action.id if chosen else "")
        try:
            self._rows = action_rows(self._port.lines(), self._port.today())
        except AuditDeskError as error:
            self._desk.errors.show(error)
            return
        self.view.filters.offer(self._rows)
        self._model.set_rows(self._rows)
        self._model.set_condition(self.view.filters.wants)
        self.view.set_title("Actions", standing(self._rows))
        self._show_rows(kept)

    def _filter(self) -> None:
        kept = self.chosen
        self._model.set_condition(self.view.filters.wants)
        self._show_rows(kept.line.action.id if kept else "")

    def _find(self, text: str) -> None:
        kept = self.chosen
        self._model.set_filter(text)
        self._show_rows(kept.line.action.id if kept else "")

    def _show_rows(self, kept: str) -> None:
        found = self._model.index_of(lambda row: row.line.action.id == kept)
        start = found if found.isValid() else self._model.index(0, 0)
        self.view.table.setCurrentIndex(start)
        self.view.show_state(total=len(self._rows), shown=self._model.rowCount())
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen = self.chosen
        story = self._port.story(chosen.line.action.id) if chosen else ()
        self.view.detail.show_action(chosen, story)


def standing(rows: Sequence[ActionRow]) -> str:
    """Return how many actions are overdue, open and ended, in words."""
    if not rows:
        return ""
    late = sum(row.timeliness is Timeliness.OVERDUE for row in rows)
    soon = sum(row.timeliness is Timeliness.SOON for row in rows)
    open_ = sum(row.is_open for row in rows)
    said = [f"{late} overdue"] * bool(late) + [f"{soon} due within a week"] * bool(soon)
    return " · ".join([*said, f"{open_} open", f"{len(rows) - open_} done or dropped"])
