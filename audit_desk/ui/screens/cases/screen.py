"""Cases: find as you type, filter, sort, look at one, bring in more."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from audit_desk.domain.case import Case, FactValue
from audit_desk.ui.icons import Icons
from audit_desk.ui.models.case_index import REFERENCE, CaseIndex
from audit_desk.ui.models.case_model import CaseModel
from audit_desk.ui.prompts import Prompts
from audit_desk.ui.screens.cases.columns import CaseColumns, ColumnMenu
from audit_desk.ui.screens.cases.ports import CasesPort, RemembersCases
from audit_desk.ui.screens.cases.view import CasesView
from audit_desk.ui.shortcuts import FIND, Key, bind
from audit_desk.ui.task_runner import Progress, TaskRunner

_SHOW_ALL = Key("Esc", "Show all cases again")
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
        self.view = CasesView(icons, self._model)
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
        view.facets.chosen.connect(self._choose_values)
        view.facets.cleared.connect(self._clear_values)
        view.bring_in.clicked.connect(lambda _on=False: on_import())
        view.save.clicked.connect(lambda _on=False: self.save_list())
        view.columns.clicked.connect(lambda _on=False: self._offer_columns())
        if view.empty.action_button is not None:
            view.empty.action_button.clicked.connect(lambda _on=False: on_import())
        view.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_facts())
        view.table.horizontalHeader().sectionResized.connect(self._resized)
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

        def job(progress: Progress) -> CaseIndex:
            cases: Sequence[Case] = self._port.load(progress)
            return CaseIndex(cases, lambda done, total: progress.report(done, total, "Reading"))

        self._runner.run(
            job, title="Reading the cases", on_done=self._show_cases, on_cancelled=self._give_up
        )

    def _give_up(self) -> None:
        self._known = -1
        self._update()

    def _show_cases(self, cases: CaseIndex) -> None:
        self._cases = cases
        self._model.set_cases(cases)
        self._model.set_columns(self._columns.chosen(cases))
        self._size_columns()
        self.view.facets.set_cases(cases, self._model.chosen)
        self._update()

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

    def _choose_values(self, key: str, values: frozenset[FactValue | None]) -> None:
        self._model.choose_values(key, values)
        self._update()

    def _clear_values(self) -> None:
        self._model.clear_values()
        self._update()

    def show_all(self) -> None:
        """Find nothing in particular and filter by nothing."""
        self.view.search.clear()
        self._clear_values()
        self.view.search.setFocus()

    def _set_columns(self, keys: tuple[str, ...]) -> None:
        self._columns.keep(keys)
        self._model.set_columns(keys)
        self._size_columns()
        self._update()

    def _offer_columns(self) -> None:
        self._column_menu.offer(self._cases, self._model.columns)
        under = self.view.columns
        self._column_menu.popup(under.mapToGlobal(QPoint(0, under.height() + 2)))

    def _update(self) -> None:
        self.view.facets.show_chosen(self._model.chosen)
        self._show_rows()

    def _show_rows(self) -> None:
        self.view.show_state(total=self._model.total, shown=self._model.rowCount())
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
        self.view.facts.show_case(case, self._port.events(case.id) if case else ())

    def _go_to_first(self) -> None:
        if self._model.rowCount():
            self.view.table.setFocus()

    def _focus_find(self) -> None:
        self.view.search.setFocus()
        self.view.search.selectAll()

    def showEvent(self, event: QShowEvent) -> None:
        """Let the person type at once."""
        super().showEvent(event)
        QTimer.singleShot(0, self.view.search, self.view.search.setFocus)

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
