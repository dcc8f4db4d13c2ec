"""The pairs of a round at the left, the two readings of one at the right."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from audit_desk.domain.moderation import Item, Pair, RoundModeration
from audit_desk.domain.round import Round
from audit_desk.domain.settlement import Feedback
from audit_desk.errors import UserError
from audit_desk.ui.screens.round.moderation.comparison import Acts, Comparison
from audit_desk.ui.screens.round.moderation.dialogs import FeedbackDialog, RestDialog
from audit_desk.ui.screens.round.moderation.models import pair_model
from audit_desk.ui.screens.round.moderation.side_by_side import SideBySide
from audit_desk.ui.screens.round.ports import RoundDesk
from audit_desk.ui.widgets.focus import lead_focus
from audit_desk.ui.widgets.table import Table

_WIDTHS, _LIST_CHARS = (24, 12), 44


class PairsPage(QWidget):
    """All pairs of a round.

    Args:
        desk: What surrounds the page.
        on_changed: Called with what the round's moderation has become.
    """

    def __init__(self, desk: RoundDesk, on_changed: Callable[[RoundModeration], object]) -> None:
        super().__init__()
        self._desk = desk
        self._port = desk.moderation.moderation
        self._on_changed = on_changed
        self._round: Round | None = None
        self._found = RoundModeration()
        self._model = pair_model()
        self.table = Table(
            self._model,
            "Files read twice",
            lambda _index: self.comparison.table.setFocus(),
            widths=_WIDTHS,
            memory=desk.memory,
            memory_key="round-pairs",
        )
        """The pairs."""
        acts = Acts(self._settle, self._withdraw, self.settle_rest, self.feedback, desk.person)
        self.comparison = Comparison(desk.theme, acts)
        """The two readings of one."""
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._turn())
        self.table.setWordWrap(True)
        self.table.rows_of_lines(2)
        self.table.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LIST_CHARS)
        self.table.setMaximumWidth(self.fontMetrics().averageCharWidth() * _LIST_CHARS)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(SideBySide(self.table, self.comparison))
        lead_focus(self, self.table)

    @property
    def pair(self) -> Pair | None:
        """The pair that is looked at."""
        index = self.table.currentIndex()
        return self._model.row_at(index) if index.isValid() else None

    def show_found(self, round_: Round, found: RoundModeration) -> None:
        """Show a round's pairs; the current one stays current."""
        kept = self.pair.second.id if self.pair and self._round == round_ else ""
        self._round, self._found = round_, found
        self._model.set_rows(found.pairs)
        place = self._model.index_of(lambda pair: pair.second.id == kept)
        if not place.isValid():
            place = self._model.index_of(lambda pair: bool(pair.open_items))
        self.table.setCurrentIndex(place if place.isValid() else self._model.index(0, 0))
        self._turn()

    def _turn(self) -> None:
        self.comparison.show_pair(self.pair, self._found.feedback)

    def settle_rest(self) -> RestDialog | None:
        """Ask how all that is open of the pair is settled."""
        pair, round_ = self.pair, self._round
        if pair is None or round_ is None:
            return None

        def settle(as_first: bool, reason: str) -> None:
            changed = self._port.settle_rest(
                round_,
                pair.second.id,
                as_first=as_first,
                reason=reason,
                moderator=self._desk.person(),
            )
            self._take(changed)

        dialog = RestDialog(pair, settle, self)
        dialog.open()
        return dialog

    def feedback(self) -> FeedbackDialog | None:
        """Ask what an auditor is told of their audit."""
        pair, person = self.pair, self._desk.person()
        if pair is None:
            return None
        dialog = FeedbackDialog(pair, person, self._found.feedback, self._keep_feedback, self)
        dialog.open()
        return dialog

    def _keep_feedback(self, given: Feedback) -> None:
        kept = self._port.give_feedback(given)
        others = tuple(
            each
            for each in self._found.feedback
            if (each.audit_id, each.moderator) != (kept.audit_id, kept.moderator)
        )
        self._found = RoundModeration(self._found.pairs, (*others, kept), self._found.rule)
        self._turn()
        self._on_changed(self._found)

    def _settle(self, item: Item, standing: str, reason: str) -> None:
        pair, round_ = self.pair, self._round
        if pair is None or round_ is None:
            return
        person = self._desk.person()
        try:
            changed = self._port.settle(round_, pair.second.id, item.key, standing, reason, person)
        except UserError as refused:
            self.comparison.panel.refuse(str(refused))
            return
        self._take(changed)
        if item.is_open and not changed.open_items:
            self._go_to_next_pair()
        self.comparison.go(1)

    def _go_to_next_pair(self) -> None:
        """Turn to the next file with something to settle, so that no key settles this one again."""
        rows, here = self._model.rows(), self.table.currentIndex().row()
        around = [(here + away) % len(rows) for away in range(1, len(rows))]
        place = next((place for place in around if rows[place].open_items), None)
        if place is not None:
            self.table.setCurrentIndex(self._model.index(place, 0))

    def _withdraw(self, item: Item) -> None:
        pair, round_ = self.pair, self._round
        if pair is None or round_ is None:
            return
        try:
            changed = self._port.withdraw(round_, pair.second.id, item.key, self._desk.person())
        except UserError as refused:
            self.comparison.panel.refuse(str(refused))
            return
        self._take(changed)

    def _take(self, changed: Pair) -> None:
        if self._round is not None:
            self.show_found(self._round, self._found.with_pair(changed))
            self._on_changed(self._found)
