"""Finding words in the report: what is typed, how often it occurs, and the way between."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtPdf import QPdfDocument, QPdfSearchModel
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QLineEdit, QWidget

from audit_desk.ui.icons import Icons
from audit_desk.ui.screens.round.report.page_place import show_place
from audit_desk.ui.widgets.boxes import row
from audit_desk.ui.widgets.buttons import button
from audit_desk.ui.widgets.text import label

_CHARS = 20


class _Line(QLineEdit):
    """Enter goes to the next place, Shift+Enter to the one before."""

    def __init__(self, step: Callable[[int], object]) -> None:
        super().__init__()
        self._step = step

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step through the places on Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._step(-1 if back else 1)
            return
        super().keyPressEvent(event)


class FindBar(QWidget):
    """Finds words in a document that a view shows.

    Args:
        view: Where places are shown.
        document: What is searched.
        icons: Where icons come from.
    """

    def __init__(self, view: QPdfView, document: QPdfDocument, icons: Icons) -> None:
        super().__init__()
        self._view = view
        self._at = -1
        self._model = QPdfSearchModel(self)
        self._model.setDocument(document)
        view.setSearchModel(self._model)
        self.line = _Line(self.step)
        """The words that are looked for."""
        self.line.setPlaceholderText("Find (Ctrl+F)")
        self.line.setAccessibleName("Find in the report")
        self.line.setClearButtonEnabled(True)
        self.line.setFixedWidth(self.fontMetrics().averageCharWidth() * _CHARS)
        self.count = label("", "muted", wrap=False)
        """Which place of how many."""
        before = button("", lambda: self.step(-1), icon=icons.icon("chevron-up"))
        before.setAccessibleName("Previous place")
        before.setToolTip("Previous place · Shift+F3")
        before.setShortcut("Shift+F3")
        after = button("", lambda: self.step(1), icon=icons.icon("chevron-down"))
        after.setAccessibleName("Next place")
        after.setToolTip("Next place · F3")
        after.setShortcut("F3")
        box = row(self.line, before, after, self.count)
        self.setLayout(box)
        self.line.textChanged.connect(self._look_for)
        # The model searches a page while the view paints it, and says so from in there: whatever
        # touches model or view in that moment brings the program down. So it waits its turn.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._counted)
        self._model.countChanged.connect(self._soon.start)

    def step(self, by: int) -> None:
        """Go to the next place, or to the one before; after the last comes the first."""
        places = self._model.rowCount(QModelIndex())
        if not places:
            return
        self._at = (self._at + by) % places if self._at >= 0 else 0
        place = self._model.resultAtIndex(self._at)
        self._view.setCurrentSearchResultIndex(self._at)
        show_place(self._view, place)
        self._say(places)

    def _look_for(self, words: str) -> None:
        self._at = -1
        self._model.setSearchString(words.strip())
        self._say(self._model.rowCount(QModelIndex()))

    def _counted(self) -> None:
        places = self._model.rowCount(QModelIndex())
        if self._at < 0 and places:
            self.step(1)
        self._say(places)

    def _say(self, places: int) -> None:
        if not self.line.text().strip():
            self.count.setText("")
        elif places:
            self.count.setText(f"{max(self._at, 0) + 1} of {places}")
        else:
            self.count.setText("not found")
