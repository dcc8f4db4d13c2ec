"""Cases: find as you type, filter, sort, look at one, bring in more."""

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, QSignalBlocker, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from audit_desk.ui.icons import Icons
from audit_desk.ui.many_objects import many_lasting_objects
from audit_desk.ui.models.case_index import REFERENCE, CaseIndex
from audit_desk.ui.models.case_model import CaseModel
from audit_desk.ui.prompts import Prompts
from audit_desk.ui.screens.cases.columns import CaseColumns, ColumnMenu
from audit_desk.ui.screens.cases.filtering import Filtering
from audit_desk.ui.screens.cases.ports import CasesPort, RemembersCases
from audit_desk.ui.screens.cases.sort_menu import SortMenu
from audit_desk.ui.screens.cases.view import CasesView
from audit_desk.ui.shortcuts import FIND, Key, bind
from audit_desk.ui.task_runner import Progress, TaskRunner

_SHOW_ALL = Key("Esc", "Show all cases again")
_TO_TABLE = Key("Down", "From what is looked for to the first case")
_CSV = "CSV files (*.csv)"


class CasesScreen(QWidget):
    """The cases of the register.

    Args:
        port: The cases.
        runner: Reads and writes them away from the main thread.
        icons: Where icons come from.
        prompts: Asks where to save.
        on_import: Opens the import of a case list.
        memory: Keeps columns and the splitter; ``None`` forgets them.
        folder: Where saving starts.
    """

    def __init__(
        self,
        port: CasesPort,
        runner: TaskRunner,
        icons: Icons,
        prompts: Prompts,
        on_import: Callable[[], object],
        *,
        memory: RemembersCases | None = None,
        folder: Path | None = None,
    ) -> None:
        super().__init__()
        self._port = port
        self._runner = runner
        self._prompts = prompts
        self._folder = folder or Path()
        self._cases = CaseIndex()
        self._model = CaseModel()
        self._columns = CaseColumns(memory)
        self._chosen_id = ""
        self._known = -1
        self._filling = False
        self.view = CasesView(icons, self._model, dt.date.today)
        self.filtering = Filtering(self.view, self._model, self._show_rows)
        """What the cases are filtered by."""
        self._sort_menu = SortMenu(self.view.table)
        self._column_menu = ColumnMenu(self._set_columns, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self.view.show_waiting()
        self._connect(on_import)
        if memory is not None:
            memory.remember_splitter("cases", self.view.splitter)

    def _connect(self, on_import: Callable[[], object]) -> None:
        view = self.view
        view.search.textChanged.connect(self._find)
        view.search.returnPressed.connect(self._go_to_first)
        view.table.typed.connect(self._type)
        view.bring_in.clicked.connect(lambda _on=False: on_import())
        view.save.clicked.connect(lambda _on=False: self.save_list())
        view.columns.clicked.connect(lambda _on=False: self._offer_columns())
        view.sort.clicked.connect(lambda _on=False: _drop(self._sort_menu, view.sort))
        if view.empty.action_button is not None:
            view.empty.action_button.clicked.connect(lambda _on=False: on_import())
            view.empty.action_button.setShortcut(view.bring_in.shortcut())
        view.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_facts())
        view.table.horizontalHeader().sectionResized.connect(self._resized)
        view.table.horizontalHeader().sectionMoved.connect(self._moved)
        bind(view.search, _TO_TABLE, self._go_to_first)
        bind(self, FIND, self._focus_find)
        bind(self, _SHOW_ALL, self.show_all)

    @property
    def model(self) -> CaseModel:
        """The table's rows."""
        return self._model

    def refresh(self) -> None:
        """Read the cases if there are others than before."""
        if self._port.count() != self._known:
            self.reload()

    def reload(self) -> None:
        """Read all cases anew."""
        self._known = self._port.count()
        sorting = self._model.sorting

        def job(progress: Progress) -> CaseIndex:
            with many_lasting_objects():
                cases = self._port.load(progress)
                made = CaseIndex(cases, lambda done, of: progress.report(done, of, "Sorting"))
                if sorting is not None and sorting[0] in {REFERENCE, *(f.key for f in made.fields)}:
                    made.order(sorting[0], descending=sorting[1])  # kept for the table
                return made

        self._runner.run(
            job, title="Reading the cases", on_done=self._show_cases, on_cancelled=self._give_up
        )

    def _give_up(self) -> None:
        self._known = -1
        self._show_rows()

    def _show_cases(self, cases: CaseIndex) -> None:
        self._cases = cases
        self._model.set_cases(cases)
        self._model.set_columns(self._columns.chosen(cases))
        self._size_columns()
        self.filtering.set_cases(cases)
        self._show_rows()
        if not cases.cases:
            self._focus_first()

    def _size_columns(self) -> None:
        header = self.view.table.horizontalHeader()
        self._filling = True
        keys = (REFERENCE, *self._model.columns)
        for section, key in enumerate(keys[:-1]):
            header.resizeSection(section, self._columns.width(header, key, self._cases))
        # The last takes what the others leave, down to its heading.
        header.resizeSection(len(keys) - 1, header.sectionSizeHint(len(keys) - 1))
        self._filling = False

    def _resized(self, section: int, _old: int, new: int) -> None:
        last = section == len(self._model.columns)  # it takes what the others leave
        if not self._filling and not last and self.isVisible():
            self._columns.keep_width((REFERENCE, *self._model.columns)[section], new)

    def _find(self, text: str) -> None:
        self._model.set_text(text)
        self._show_rows()

    def _type(self, letters: str) -> None:
        self.view.search.setFocus()
        self.view.search.insert(letters)

    def show_all(self) -> None:
        """Step back: from the facts, from the panel of filters, else from what is looked for."""
        if self.view.facts.body.hasFocus():
            self.view.table.setFocus()
        elif not self.filtering.close():
            self.view.search.clear()
            self.filtering.clear()
            self._show_rows()
            self.view.search.setFocus()

    def _set_columns(self, keys: tuple[str, ...]) -> None:
        kept = [key for key in self._model.columns if key in keys]
        self._order_columns([*kept, *(key for key in keys if key not in kept)])

    def _moved(self, _section: int, old: int, new: int) -> None:
        # The columns themselves change places, not only their picture: every other part then
        # speaks of the same order.
        if self._filling:
            return
        header = self.view.table.horizontalHeader()
        self._filling = True
        header.moveSection(new, old)
        self._filling = False
        keys = list(self._model.columns)
        keys.insert(new - 1, keys.pop(old - 1))
        self._order_columns(keys)

    def _order_columns(self, keys: Sequence[str]) -> None:
        self._columns.keep(keys)
        self._model.set_columns(keys)
        self._size_columns()
        self._show_order()
        self._show_rows()

    def _show_order(self) -> None:
        header = self.view.table.horizontalHeader()
        with QSignalBlocker(header):
            header.setSortIndicator(*self._model.sorted_by)

    def _offer_columns(self) -> None:
        self._column_menu.offer(self._cases, self._model.columns)
        _drop(self._column_menu, self.view.columns)

    def _show_rows(self) -> None:
        self.view.show_state(
            known=len(self._cases.cases),
            closed=self._cases.closed,
            total=self._model.total,
            shown=self._model.rowCount(),
        )
        self._keep_choice()

    def _keep_choice(self) -> None:
        # The chosen case stays chosen while it is shown; otherwise the first one is.
        row = self._model.row_of(self._chosen_id) if self._chosen_id else -1
        self.view.table.setCurrentIndex(self._model.index(max(row, 0), 0))
        self._show_facts()

    def _show_facts(self) -> None:
        index = self.view.table.currentIndex()
        case = self._model.case_at(index) if index.isValid() else None
        self._chosen_id = case.id if case else self._chosen_id
        if case is None:
            self.view.facts.show_case(None)
        else:
            port = self._port
            self.view.facts.show_case(case, port.events(case.id), port.lists(case.id))

    def _go_to_first(self) -> None:
        if self._model.rowCount():
            self.view.table.setFocus()

    def _focus_find(self) -> None:
        self.view.search.setFocus()
        self.view.search.selectAll()

    def showEvent(self, event: QShowEvent) -> None:
        """Let the person type at once, or bring in the first list."""
        super().showEvent(event)
        QTimer.singleShot(0, self.view.search, self._focus_first)

    def _focus_first(self) -> None:
        first = self.view.empty.action_button
        if first is not None and first.isVisible():
            first.setFocus()
        else:
            self.view.search.setFocus()

    def save_list(self) -> None:
        """Write reference and facts of every case into a CSV file of the person's choice."""
        start = self._folder / "cases.csv"
        target = self._prompts.save_file("Save the list of cases", _CSV, start)
        if target is None:
            return
        self._runner.run(
            lambda progress: self._port.write_csv(target, progress),
            title="Saving the list",
            on_done=lambda count: self.view.say_saved(count, target),
        )


def _drop(menu: QMenu, under: QWidget) -> None:
    menu.popup(under.mapToGlobal(QPoint(0, under.height() + 2)))
