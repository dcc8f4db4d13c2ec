"""How the import's window is laid out: the steps at the left, one page, the buttons below."""

import itertools
from typing import Protocol

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from audit_desk.ui.dialogs.import_cases.columns_page import ColumnsPage
from audit_desk.ui.dialogs.import_cases.file_page import FilePage
from audit_desk.ui.dialogs.import_cases.headings_page import HeadingsPage
from audit_desk.ui.dialogs.import_cases.preview_page import PreviewPage
from audit_desk.ui.dialogs.import_cases.result_page import ResultPage
from audit_desk.ui.dialogs.import_cases.steps import Step, StepList
from audit_desk.ui.dialogs.import_cases.values_page import ValuesPage
from audit_desk.ui.error_presenter import error_text
from audit_desk.ui.icons import Icons
from audit_desk.ui.widgets.banner import Banner
from audit_desk.ui.widgets.boxes import GRID, column, row
from audit_desk.ui.widgets.buttons import button, primary_button
from audit_desk.ui.widgets.roomy import roomy
from audit_desk.ui.widgets.text import label

_SIZE = QSize(1180, 664)
_LEAST = QSize(960, 560)
_AROUND = QSize(48, 56)  # what of a small screen the window leaves free
_KEY = "import"
_TITLES = {
    Step.FILE: ("Bring in a list", "As the council's system exports it."),
    Step.HEADINGS: (
        "Where are the headings?",
        "Choose the row with the arrow keys or a click; Enter goes on.",
    ),
    Step.COLUMNS: ("What is each column?", ""),
    Step.VALUES: ("What do the codes mean?", ""),
    Step.PREVIEW: ("What would happen", "Nothing is saved yet."),
    Step.RESULT: ("Done", ""),
}


class RemembersWindow(Protocol):
    """Keeps where a window is from one day to the next."""

    def restore_window(self, window: QWidget, key: str) -> bool:
        """Put a window where it was; tell whether it was ever anywhere."""

    def remember_window(self, window: QWidget, key: str) -> None:
        """Keep where a window is."""


class ImportView(QDialog):
    """Steps, heading, error, one of six pages, buttons."""

    def __init__(
        self, icons: Icons, memory: RemembersWindow | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._memory = memory
        self.setWindowTitle("Bring in a list")
        self.file_page = FilePage(icons)
        self.headings = HeadingsPage()
        self.columns = ColumnsPage(icons)
        self.values = ValuesPage(icons)
        self.preview = PreviewPage(icons)
        self.outcome = ResultPage(icons)
        self.steps = StepList(icons)
        self.leave = button("Cancel", self.reject)
        self.back = button("Back", tip="Alt+Left")
        self.next = primary_button("Next")
        self.error = Banner(icons, "", tone="danger")
        self._heading = label("", "title", wrap=False)
        self._source = label("", "muted")
        self._pages = QStackedWidget()
        self._step = Step.FILE
        self._arrange()
        self.setMinimumSize(_LEAST)
        if memory is None or not memory.restore_window(self, _KEY):
            room = self.screen().availableGeometry().size() - _AROUND
            self.resize(_SIZE.expandedTo(self.minimumSizeHint()).boundedTo(room))

    def _arrange(self) -> None:
        pages = (
            *(self.file_page, self.headings, self.columns),
            *(self.values, self.preview, self.outcome),
        )
        for page in pages:
            self._pages.addWidget(page)
        body = QVBoxLayout()
        body.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        body.setSpacing(12)
        body.addLayout(column(self._heading, self._source, spacing=0))
        body.addWidget(self.error)
        body.addWidget(roomy(self._pages), 1)
        body.addLayout(row(self.leave, None, self.back, self.next))
        layout = row(self.steps, spacing=0)
        layout.addLayout(body, 1)
        self.setLayout(layout)
        # The way on comes first; the steps, which lead back, come last.
        order = (self.next, *(self.steps.button_of(step) for step in Step))
        for before, after in itertools.pairwise(order):
            QWidget.setTabOrder(before, after)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter; a button that has the focus is pressed by it instead.

        Nothing is ever saved so: that takes the button itself.
        """
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif self._step < Step.PREVIEW and self.next.isEnabled() and self.next.isVisible():
            self.next.click()

    @property
    def step(self) -> Step:
        """The step whose page is shown."""
        return self._step

    def show_step(self, step: Step, source: str = "") -> None:
        """Show the page of a step."""
        self._step = step
        self.clear_error()
        heading, sentence = _TITLES[step]
        self._heading.setText(heading)
        self._source.setText(" ".join(part for part in (source, sentence) if part))
        self._source.setVisible(bool(self._source.text()))
        self._pages.setCurrentIndex(step)
        self.back.setVisible(step not in {Step.FILE, Step.RESULT})
        self.next.setVisible(step is not Step.RESULT)
        words = "Close" if step is Step.RESULT else "Cancel"
        self.leave.setText(words)
        self.leave.setAccessibleName(words)

    def set_next(self, words: str, *, enabled: bool) -> None:
        """Name what comes next, and let it be gone to or not."""
        self.next.setText(words)
        self.next.setAccessibleName(words)
        self.next.setEnabled(enabled)

    def show_error(self, error: Exception) -> None:
        """Say in place what went wrong and what to do next."""
        text = error_text(error)
        self.error.set_message(text.advice, heading=text.heading)
        self.error.show()

    def clear_error(self) -> None:
        """Say nothing any more."""
        self.error.hide()

    def remember(self) -> None:
        """Keep the window's place."""
        if self._memory is not None:
            self._memory.remember_window(self, _KEY)
