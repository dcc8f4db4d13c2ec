"""How the import's window is laid out."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QDialog, QStackedWidget, QVBoxLayout, QWidget

from audit_desk.ui.dialogs.import_cases.choose_page import ChoosePage
from audit_desk.ui.dialogs.import_cases.preview_page import PreviewPage
from audit_desk.ui.dialogs.import_cases.result_page import ResultPage
from audit_desk.ui.error_presenter import error_text
from audit_desk.ui.icons import Icons
from audit_desk.ui.widgets.banner import Banner
from audit_desk.ui.widgets.boxes import GRID, column, holder, row
from audit_desk.ui.widgets.buttons import button, primary_button, quiet_button
from audit_desk.ui.widgets.text import label

_SIZE = QSize(1120, 640)
_LEAST = QSize(880, 520)
_KEY = "import"


class RemembersWindow(Protocol):
    """Keeps where a window is from one day to the next."""

    def restore_window(self, window: QWidget, key: str) -> bool:
        """Put a window where it was; tell whether it was ever anywhere."""

    def remember_window(self, window: QWidget, key: str) -> None:
        """Keep where a window is."""


class ImportView(QDialog):
    """Heading, error, one of three pages, buttons."""

    def __init__(
        self, icons: Icons, memory: RemembersWindow | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._memory = memory
        self.setWindowTitle("Bring in a case list")
        self.choose = ChoosePage(icons)
        self.preview = PreviewPage()
        self.outcome = ResultPage(icons)
        self.sheet_box = QComboBox()
        self.other_file = quiet_button("Choose another file…")
        self.bring_in = primary_button("Bring in")
        self.leave = button("Cancel", self.reject)
        self.error = Banner(icons, "", tone="danger")
        self._heading = label("", "title", wrap=False)
        self._source = label("", "muted", wrap=False)
        self._pages = QStackedWidget()
        self._arrange()
        self.setMinimumSize(_LEAST)
        if memory is None or not memory.restore_window(self, _KEY):
            self.resize(_SIZE)
        self.show_choose()

    def _arrange(self) -> None:
        self.sheet_box.setAccessibleName("Sheet")
        self.sheet_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for page in (self.choose, self.preview, self.outcome):
            self._pages.addWidget(page)
        names = holder(column(self._heading, self._source, spacing=2))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(12)
        layout.addLayout(row(names, None, self.sheet_box, self.other_file))
        layout.addWidget(self.error)
        layout.addWidget(self._pages, 1)
        layout.addLayout(row(None, self.leave, self.bring_in))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the focus and, unlike in other dialogs, no other."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)

    def show_choose(self) -> None:
        """Show the page on which a file is chosen."""
        self.clear_error()
        self.choose.offer_sheets(())
        self._name("Bring in a case list", "Step 1 of 2: choose the list")
        self._show(self.choose)
        self.choose.zone.button.setFocus()

    def offer_sheets(self, file: str, sheets: Sequence[str]) -> None:
        """Show the sheets of a workbook to choose from."""
        self.show_choose()
        self._name(file, "Step 1 of 2: choose the sheet with the case list")
        self.choose.offer_sheets(sheets)
        self.other_file.show()

    def show_preview(self, file: str, sheets: Sequence[str], sheet: str) -> None:
        """Show the page that tells what would happen."""
        self.clear_error()
        self._name(file, "Step 2 of 2: look, then bring in. Nothing is saved yet.")
        self.sheet_box.clear()
        self.sheet_box.addItems(list(sheets))
        self.sheet_box.setCurrentText(sheet)
        self._show(self.preview)
        self.sheet_box.setVisible(len(sheets) > 1)

    @property
    def shows_preview(self) -> bool:
        """Whether the page is shown that tells what would happen."""
        return self._pages.currentWidget() is self.preview

    def take_focus(self) -> None:
        """Let the person begin with what is undecided, or with bringing in."""
        if not self.preview.columns.take_focus():
            self.bring_in.setFocus()

    def show_result(self) -> None:
        """Show the page that tells what happened."""
        self.clear_error()
        self._name("Bring in a case list", "Done")
        self._show(self.outcome)
        self.leave.setFocus()

    def set_ready(self, count: int) -> None:
        """Let so many cases be brought in; none at all leaves the button dead."""
        self.bring_in.setEnabled(count > 0)
        words = "Bring in" if not count else f"Bring in {count:,} case{'' if count == 1 else 's'}"
        self.bring_in.setText(words)
        self.bring_in.setAccessibleName(words)

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

    def _show(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)
        looking = page is self.preview
        self.sheet_box.hide()
        self.other_file.setVisible(looking)
        self.bring_in.setVisible(looking)
        self.leave.setText("Close" if page is self.outcome else "Cancel")
        self.leave.setAccessibleName(self.leave.text())

    def _name(self, heading: str, source: str) -> None:
        self._heading.setText(heading)
        self._source.setText(source)
