"""Two readings question by question, only what differs unless asked, with both readers' words."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QVBoxLayout, QWidget

from audit_desk.domain.moderation import Item, Pair, PairState, waiting_words
from audit_desk.domain.people import same_person
from audit_desk.domain.settlement import Feedback
from audit_desk.ui.screens.round.mark_delegate import MarkDelegate
from audit_desk.ui.screens.round.moderation.both_words import BothWords
from audit_desk.ui.screens.round.moderation.models import (
    FIRST_COLUMN,
    SECOND_COLUMN,
    SETTLED_COLUMN,
    feedback_lines,
    item_model,
    mark_of,
)
from audit_desk.ui.screens.round.moderation.settling import NEXT, PREVIOUS, SETTLE, SettlePanel
from audit_desk.ui.shortcuts import Key, bind
from audit_desk.ui.theme import Theme
from audit_desk.ui.widgets.boxes import GRID, column, holder, line, reached_by_keys, scrolled
from audit_desk.ui.widgets.buttons import button
from audit_desk.ui.widgets.flow import flow_row
from audit_desk.ui.widgets.focus import lead_focus
from audit_desk.ui.widgets.table import Table
from audit_desk.ui.widgets.text import label

_WIDTHS = (39, 8, 8, 9)
_ROWS, _WORD_LINES = 3, 5
_KEYS = ("1", "2", "3", "4", "0", "A", "N")


@dataclass(frozen=True, slots=True)
class Acts:
    """What can be done with a pair.

    Attributes:
        settle: Settles an item as something, with a reason.
        withdraw: Takes back what was settled of an item.
        rest: Asks how all that is open is settled.
        feedback: Asks what an auditor is told of their audit.
        person: Who sits here.
    """

    settle: Callable[[Item, str, str], object]
    withdraw: Callable[[Item], object]
    rest: Callable[[], object]
    feedback: Callable[[], object]
    person: Callable[[], str]


class _Items(Table):
    """Keeps the current row in sight where the parts below it take more room."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())


class Comparison(QWidget):
    """One pair of readings.

    Args:
        theme: The colours in use.
        acts: What can be done.
    """

    def __init__(self, theme: Theme, acts: Acts) -> None:
        super().__init__()
        self._acts = acts
        self._pair: Pair | None = None
        self._model = item_model()
        self.title = label("", "heading")
        """Which file."""
        self.about = label("", "muted")
        """Who read it, and why it was read twice."""
        self.everything = QCheckBox("Show all, not onl&y differences")
        """Whether what both readers gave alike is shown too."""
        self.rest_button = button("Settle t&he rest…", acts.rest)
        """Settles all that is open as one of the readers has it."""
        self.feedback_button = button("Feed&back…", acts.feedback)
        """Tells an auditor how good their audit is."""
        self.table = _Items(self._model, "What both readers were asked", widths=_WIDTHS)
        """What was asked."""
        self.words = BothWords()
        """What both readers wrote."""
        self.panel = SettlePanel(self._settle, self._withdraw)
        """Settles the current item."""
        self.nothing = label("")
        """Shown where nothing can be compared."""
        self._set_up_table(theme)
        self._lay_out()
        self.everything.toggled.connect(lambda _on: self._show_items())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_item())
        for key in _KEYS:
            bind(self, Key(key, "Settle as"), partial(self.panel.choose, key))
        # Not the button's own key: that one clicks a moment later, on what is looked at by then.
        bind(self, SETTLE, self.panel.settle)
        bind(self, NEXT, partial(self.go, 1))
        bind(self, PREVIOUS, partial(self.go, -1))

    def _set_up_table(self, theme: Theme) -> None:
        table = self.table
        table.setMinimumHeight(table.verticalHeader().defaultSectionSize() * _ROWS)
        for place, standing in (
            (FIRST_COLUMN, lambda item: item.first.standing),
            (SECOND_COLUMN, lambda item: item.second.standing),
            (SETTLED_COLUMN, lambda item: item.settled.standing if item.settled else ""),
        ):
            made = MarkDelegate(
                theme, lambda item, of=standing: mark_of(of(item)), table, short=True
            )
            table.setItemDelegateForColumn(place, made)

    def _lay_out(self) -> None:
        self._area = words = scrolled(self.words)
        reached_by_keys(words, "What both readers wrote")
        words.setMinimumHeight(self.fontMetrics().lineSpacing() * _WORD_LINES + GRID)
        self._full = holder(
            column(
                flow_row(self.everything, None, self.rest_button, self.feedback_button),
                self.table,
                words,
                line(),
                self.panel,
                spacing=GRID,
            )
        )
        inner = self._full.layout()
        if isinstance(inner, QVBoxLayout):
            parts: tuple[QWidget, ...] = (self.table, words)
            for part in parts:  # they share what is left and ask for no more
                part.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
                inner.setStretch(inner.indexOf(part), 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        for part in (self.title, self.about, self.nothing):
            box.addWidget(part)
        box.addWidget(self._full, 1)
        box.addStretch(0)
        lead_focus(self, self.table)

    def show_pair(self, pair: Pair | None, given: Iterable[Feedback] = ()) -> None:
        """Show a pair; what is looked at stays where it is the same pair.

        Args:
            pair: The pair; ``None`` where none is chosen.
            given: The feedback to the round's auditors.
        """
        lines = feedback_lines(pair, given) if pair else []
        words = "\n".join(lines)
        self.feedback_button.setText(f"Feed&back ({len(lines)})…" if lines else "Feed&back…")
        self.feedback_button.setToolTip(words)
        self.feedback_button.setAccessibleDescription(words)
        before = self._pair.second.id if self._pair else ""
        same = pair is not None and pair.second.id == before
        self._pair = pair
        self.title.setText(pair.first.reference if pair else "")
        self.about.setText(_about(pair) if pair else "")
        said = _nothing(pair)
        self.nothing.setText(said)
        self.nothing.setVisible(bool(said))
        self._full.setVisible(pair is not None and pair.is_sealed)
        if not same:
            self.everything.setChecked(pair is not None and pair.state is PairState.ALIKE)
        self._show_items(keep=same)

    @property
    def item(self) -> Item | None:
        """The item that is looked at."""
        index = self.table.currentIndex()
        return self._model.row_at(index) if index.isValid() else None

    def go(self, step: int) -> None:
        """Go to the next open difference in a direction, around the end."""
        rows = self._model.rows()
        here = self.table.currentIndex().row()
        for away in range(1, len(rows) + 1):
            place = (here + step * away) % len(rows)
            if rows[place].is_open:
                self.table.setCurrentIndex(self._model.index(place, 0))
                break
        self.table.setFocus()

    def _show_items(self, *, keep: bool = False) -> None:
        kept = self.item.key if keep and self.item else ""
        pair = self._pair
        items: Sequence[Item] = ()
        if pair is not None:
            items = pair.items if self.everything.isChecked() else pair.differences
        self._model.set_rows(items)
        found = self._model.index_of(lambda item: item.key == kept)
        if not found.isValid():
            found = self._model.index_of(lambda item: item.is_open)
        self.table.setCurrentIndex(found if found.isValid() else self._model.index(0, 0))
        self._show_item()

    def _show_item(self) -> None:
        pair = self._pair
        if pair is None:
            return
        self.words.show_item(pair, self.item)
        hindrance = _hindrance(pair, self._acts.person())
        self.panel.show_item(self.item, hindrance)
        for before, after in pairwise([self._area, *self.panel.answers]):
            QWidget.setTabOrder(before, after)
        self.rest_button.setEnabled(bool(pair.open_items) and not hindrance)

    def _settle(self, standing: str, reason: str) -> None:
        item = self.item
        if item is not None:
            self._acts.settle(item, standing, reason)

    def _withdraw(self) -> None:
        item = self.item
        if item is not None:
            self._acts.withdraw(item)


def _about(pair: Pair) -> str:
    first, second = pair.first.auditor or "nobody yet", pair.second.auditor or "nobody yet"
    how = f"{pair.further.how.label}: {pair.further.reason}"
    return f"First reading: {first} · Second reading: {second} · {how}"


def _nothing(pair: Pair | None) -> str:
    if pair is None:
        return "Choose a file at the left."
    if pair.state is PairState.WAITING:
        return (
            f"{waiting_words(pair.first, pair.second)} Two readings are shown beside each other "
            "only when both are submitted and sealed, so that neither reader is led by the other."
        )
    return pair.trouble


def _hindrance(pair: Pair, person: str) -> str:
    for audit in (pair.first, pair.second):
        if same_person(audit.auditor, person):
            return "You read this file yourself, so somebody else settles where you two differ."
    return ""
