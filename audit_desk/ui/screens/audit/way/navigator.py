"""The left column: where everything is, how it stands, and the search through it."""

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from audit_desk.ui.screens.audit.look import Look
from audit_desk.ui.screens.audit.way.nav_delegate import NavDelegate
from audit_desk.ui.screens.audit.way.nav_model import NavModel
from audit_desk.ui.screens.audit.way.nav_rows import NavRow, RowKind
from audit_desk.ui.screens.audit.way.places import Place
from audit_desk.ui.widgets.own_keys import keeps

_ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class FindLine(QLineEdit):
    """The search field: the arrows choose a find, Enter goes there, Escape gives the search up."""

    accepted = Signal()
    moved = Signal(int)
    cancelled = Signal()

    def event(self, event: QEvent) -> bool:
        """Keep Enter, and the arrows while something is found, from becoming the page's."""
        kept = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete}
        kept |= _ARROWS.keys() if self.text().strip() else set()
        return keeps(event, kept) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a find and go there, or give up."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.accepted.emit()
        elif event.key() in _ARROWS and self.text().strip():
            self.moved.emit(_ARROWS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class NavList(QListView):
    """The list, which measures its rows anew when its width changes."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the rows at the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()


class Navigator(QWidget):
    """Themes, questions and judgements of one audit.

    Signals:
        chosen: The place that somebody went to.
        fold_toggled: The questions that do not apply are to be shown or hidden.
        searched: The words that are looked for; empty for none.
        search_left: The search is over, found or given up.
    """

    chosen = Signal(Place)
    fold_toggled = Signal()
    searched = Signal(str)
    search_left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.search = FindLine()
        self.search.setPlaceholderText("Find in this audit  (Ctrl+F)")
        self.search.setAccessibleName("Find in this audit")
        self.search.setClearButtonEnabled(True)
        self.model = NavModel(self)
        self.list = NavList()
        self.list.setAccessibleName("Themes and questions")
        self.list.setModel(self.model)
        self._delegate = NavDelegate(look)
        self.list.setItemDelegate(self._delegate)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        self.list.clicked.connect(self._on_clicked)
        self._picked = 0
        self.search.textChanged.connect(self._on_typed)
        self.search.moved.connect(self._on_moved)
        self.search.accepted.connect(self._on_accepted)
        self.search.cancelled.connect(self._on_cancelled)
        look.theme.changed.connect(self.list.scheduleDelayedItemsLayout)

    @property
    def query(self) -> str:
        """What is looked for."""
        return self.search.text().strip()

    def show_rows(self, rows: tuple[NavRow, ...], here: Place) -> None:
        """Show the rows; marked is the place that is read, or the find that Enter leads to."""
        changed = self.model.set_rows(rows)
        if not changed and here != self._delegate.here:
            self.list.scheduleDelayedItemsLayout()
        self._delegate.here = here
        self._picked = min(self._picked, len(rows) - 1)
        self._mark(self._picked if self.query else self.model.row_of(here))

    def _mark(self, row: int) -> None:
        index = self.model.index(row)
        if index.isValid():
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)
        else:
            self.list.clearSelection()

    def start_search(self) -> None:
        """Put the focus into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _on_typed(self, text: str) -> None:
        self._picked = 0
        self.searched.emit(text)

    def _on_moved(self, by: int) -> None:
        self._picked = max(0, min(self.model.rowCount() - 1, self._picked + by))
        self._mark(self._picked)

    def _on_clicked(self, index: QModelIndex) -> None:
        row = self.model.row_at(index.row())
        self._picked = index.row() if self.query else 0
        if row.kind is RowKind.FOLD:
            self.fold_toggled.emit()
        elif row.kind is not RowKind.NOTHING:
            self.chosen.emit(row.place)

    def _on_accepted(self) -> None:
        row = self.model.row_at(self._picked) if self.query else None
        self.search.clear()
        if row is not None and row.kind is not RowKind.NOTHING:
            self.chosen.emit(row.place)
        self.search_left.emit()

    def _on_cancelled(self) -> None:
        self.search.clear()
        self.search_left.emit()
