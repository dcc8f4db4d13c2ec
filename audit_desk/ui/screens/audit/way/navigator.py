"""The left column: where everything is, how it stands, and the search through it."""

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from audit_desk.ui.screens.audit.look import Look
from audit_desk.ui.screens.audit.way.nav_delegate import NavDelegate
from audit_desk.ui.screens.audit.way.nav_model import NavModel
from audit_desk.ui.screens.audit.way.nav_rows import NavRow, RowKind
from audit_desk.ui.screens.audit.way.places import Place


class FindLine(QLineEdit):
    """The search field: Enter goes to the first find, Escape gives the search up."""

    accepted = Signal()
    cancelled = Signal()

    def event(self, event: QEvent) -> bool:
        """Keep Enter and the arrows from becoming shortcuts of the page."""
        kept = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete}
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
            and event.key() in kept
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the first find, or give up."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.accepted.emit()
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
        self.search.textChanged.connect(self.searched)
        self.search.accepted.connect(self._on_accepted)
        self.search.cancelled.connect(self._on_cancelled)
        look.theme.changed.connect(self.list.scheduleDelayedItemsLayout)

    @property
    def query(self) -> str:
        """What is looked for."""
        return self.search.text().strip()

    def show_rows(self, rows: tuple[NavRow, ...], here: Place) -> None:
        """Show the rows, with the place that is read marked."""
        changed = self.model.set_rows(rows)
        if not changed and here != self._delegate.here:
            self.list.scheduleDelayedItemsLayout()
        self._delegate.here = here
        index = self.model.index(self.model.row_of(here))
        if index.isValid():
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)
        else:
            self.list.clearSelection()

    def start_search(self) -> None:
        """Put the focus into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _on_clicked(self, index: QModelIndex) -> None:
        row = self.model.row_at(index.row())
        if row.kind is RowKind.FOLD:
            self.fold_toggled.emit()
        elif row.kind is not RowKind.NOTHING:
            self.chosen.emit(row.place)

    def _on_accepted(self) -> None:
        row = self.model.row_at(0) if self.query else None
        self.search.clear()
        if row is not None and row.kind is not RowKind.NOTHING:
            self.chosen.emit(row.place)
        self.search_left.emit()

    def _on_cancelled(self) -> None:
        self.search.clear()
        self.search_left.emit()
