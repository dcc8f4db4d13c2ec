"""How the Audits tab behaves: choosing files, opening the next one, giving them to auditors."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex

from audit_desk.domain.custody import out_words
from audit_desk.domain.independence import Standing
from audit_desk.ui.models.audit_model import (
    AuditRow,
    audit_model,
    next_unread,
    with_holders,
    with_readers,
)
from audit_desk.ui.screens.round.audits.assigning import Assigning, can_take_back
from audit_desk.ui.screens.round.audits.choice import Wanted, is_free
from audit_desk.ui.screens.round.audits.ports import AssigningPort
from audit_desk.ui.screens.round.audits.view import Acts, AuditsView
from audit_desk.ui.screens.round.ports import RoundDesk
from audit_desk.ui.screens.round.tab_pages import TabPages

_NAMED = 3


def progress_words(rows: Sequence[AuditRow]) -> str:
    """Return how many audits are submitted and under way, in words."""
    done = sum(row.is_submitted for row in rows)
    reading = sum(bool(row.audit.started_at) and not row.is_submitted for row in rows)
    words = f"{done} of {len(rows)} submitted"
    return f"{words}, {reading} being read" if reading else words


class AuditsTab(TabPages):
    """The audits of one round.

    Args:
        port: Who reads which file.
        desk: What surrounds the page.
        on_sample: Shows the Sample tab.
        on_changed: Reads the round again after files were given or taken.
    """

    def __init__(
        self,
        port: AssigningPort,
        desk: RoundDesk,
        on_sample: Callable[[], object],
        on_changed: Callable[[], object],
    ) -> None:
        super().__init__()
        self._desk = desk
        self.rows: Sequence[AuditRow] = ()
        """All audits, in drawing order."""
        self._model = audit_model()
        self.assigning = Assigning(port, desk, self, on_changed)
        """What is done with chosen files."""
        acts = Acts(
            open_next=self.open_next,
            open_row=self._open,
            sample=on_sample,
            show=self._show,
            assign=lambda: self.assigning.assign(self.chosen()),
            share=lambda: self.assigning.share_out(self._round_id, self.rows),
            set_due=lambda: self.assigning.set_due(self.chosen()),
            take_back=lambda: self.assigning.take_back(self.chosen()),
            take_in=lambda: desk.returns.take_in(on_changed),
            choose=lambda: desk.returns.choose(on_changed),
            papers=lambda: desk.open_papers(self.chosen()[0].audit.id),
            hand_out=lambda: desk.hand_out(self._round_id, on_changed),
        )
        self.view = AuditsView(self._model, desk, acts)
        """The parts of the tab."""
        self.table = self.view.table
        """The audits."""
        self.view.find_line.textChanged.connect(self._model.set_filter)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._offer())
        self._model.modelReset.connect(self._offer)
        self.add_pages(self.view, self.view.empty)

    @property
    def _round_id(self) -> str:
        return self.rows[0].audit.round_id if self.rows else ""

    def set_rows(self, rows: Sequence[AuditRow]) -> None:
        """Show these audits; the current one stays current, and the chosen ones chosen."""
        current = self.table.currentIndex()
        kept = self._model.row_at(current).audit.id if current.isValid() else ""
        chosen = {row.audit.id for row in self.chosen()}
        round_id = rows[0].audit.round_id if rows else ""
        records = self.assigning.records(round_id) if rows else {}
        returns = self._desk.returns
        held = returns.custody.of_round(round_id) if rows else {}
        read = with_readers(rows, records, self._desk.person(), self._desk.today())
        self.rows = with_holders(read, held)
        here = [row.held for row in self.rows if row.held is not None]
        self.view.show_out(
            out_words(here, len(held) - len(here)), returns.waiting(round_id) if rows else 0
        )
        self._model.set_rows(self.rows)
        found = self._model.index_of(lambda row: row.audit.id == kept)
        self.table.setCurrentIndex(found if found.isValid() else self._model.index(0, 0))
        self._choose_again(chosen)
        self.view.show_progress(progress_words(rows), sum(row.is_submitted for row in rows), rows)
        self.view.shown.count_rows(self.rows)
        self.view.show_given_back(_given_back(self.rows))
        self._offer()
        self.show_page(self.view if rows else self.view.empty)

    def chosen(self) -> list[AuditRow]:
        """Return the chosen files in the order in which they are shown."""
        indexes = self.table.selectionModel().selectedRows()
        return [self._model.row_at(index) for index in sorted(indexes, key=QModelIndex.row)]

    def open_next(self) -> None:
        """Open the file that the person at this desk goes on with."""
        found = next_unread(self.rows)
        if found is not None:
            self._desk.open_audit(found.audit.id)

    def _open(self, index: QModelIndex) -> None:
        self._desk.open_audit(self._model.row_at(index).audit.id)

    def _show(self, wanted: Wanted | None) -> None:
        self._model.set_condition(wanted)
        self.table.setCurrentIndex(self._model.index(0, 0))

    def _choose_again(self, ids: set[str]) -> None:
        if len(ids) < 2:  # noqa: PLR2004 - one is the current one
            return
        both = QItemSelection()
        for place, row in enumerate(self._model.rows()):
            if row.audit.id in ids:
                both.select(self._model.index(place, 0), self._model.index(place, 0))
        flags = QItemSelectionModel.SelectionFlag
        self.table.selectionModel().select(both, flags.ClearAndSelect | flags.Rows)

    def _offer(self) -> None:
        chosen = self.chosen()
        view = self.view
        view.next_button.setEnabled(next_unread(self.rows) is not None)
        open_ones = [row for row in chosen if not row.is_submitted and row.held is None]
        view.assign_button.setEnabled(bool(open_ones))
        view.due_button.setEnabled(bool(open_ones))
        view.back_button.setEnabled(any(map(can_take_back, chosen)))
        view.papers_button.setEnabled([row.is_submitted for row in chosen] == [True])
        view.share_button.setEnabled(any(map(is_free, self.rows)))


def _given_back(rows: Sequence[AuditRow]) -> str:
    """Return which files came back from their auditor, in sentences; empty without one."""
    back = [row for row in rows if row.standing is Standing.GIVEN_BACK and is_free(row)]
    said = [f"{row.audit.reference}: {row.about}" for row in back[:_NAMED]]
    more = f" And {len(back) - _NAMED} more." if len(back) > _NAMED else ""
    return " ".join(said) + more
