"""The first page: which file, and which of its lists."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from audit_desk.services.case_table import SheetInfo
from audit_desk.ui.dialogs.import_cases.drop_zone import DropZone
from audit_desk.ui.icons import Icons
from audit_desk.ui.widgets.boxes import GRID, row
from audit_desk.ui.widgets.buttons import button
from audit_desk.ui.widgets.text import label

_SHEETS = 720  # pixels: names of sheets are short
_NAME = Qt.ItemDataRole.UserRole


class SheetList(QListWidget):
    """The sheets of a workbook; Enter or a click takes one."""

    taken = Signal(str)
    """The name of the sheet."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Sheets of the workbook")
        self.setMaximumWidth(_SHEETS)
        self.itemClicked.connect(lambda item: self.taken.emit(str(item.data(_NAME))))

    def show_sheets(self, sheets: Sequence[SheetInfo], chosen: str) -> None:
        """Show sheets; the chosen one, else the first, is current."""
        self.clear()
        for sheet in sheets:
            item = QListWidgetItem(sheet_words(sheet))
            item.setData(_NAME, sheet.name)
            self.addItem(item)
        names = [sheet.name for sheet in sheets]
        self.setCurrentRow(names.index(chosen) if chosen in names else 0)

    @property
    def current(self) -> str:
        """The name of the sheet that Enter takes."""
        item = self.currentItem()
        return "" if item is None else str(item.data(_NAME))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the current sheet on Enter."""
        if self.current and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.taken.emit(self.current)
            return
        super().keyPressEvent(event)


class FilePage(QWidget):
    """A place to drop a file, and the sheets of the file where there are several.

    Args:
        icons: Where icons come from.
    """

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.zone = DropZone(icons)
        self.sheets = SheetList()
        self.other = button("Choose another file…")
        self._file = label("", "heading", wrap=False)
        self._what = label("Which list do you want to bring in?", "body")
        self._chosen = QWidget()
        note = label(
            "Names, birth dates, addresses and other identifiers are left out before anything is"
            " saved. You see what is kept first.",
            "muted",
        )
        inside = QVBoxLayout(self._chosen)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(GRID)
        inside.addLayout(row(self._file, self.other, None, spacing=2 * GRID))
        inside.addWidget(self._what)
        inside.addWidget(self.sheets, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.zone, 1)
        layout.addWidget(self._chosen, 1)
        layout.addWidget(note)
        self.show_empty()

    def show_empty(self) -> None:
        """Ask for a file."""
        self.sheets.clear()
        self._chosen.hide()
        self.zone.show()

    def show_sheets(self, file: str, sheets: Sequence[SheetInfo], chosen: str) -> None:
        """Show what a file holds."""
        self._file.setText(file)
        self.sheets.show_sheets(sheets, chosen)
        several = len(sheets) > 1
        self._what.setText(
            "Which list do you want to bring in?" if several else "The list in this file:"
        )
        self.zone.hide()
        self._chosen.show()

    @property
    def offers_sheets(self) -> bool:
        """Whether a file was chosen, and one of its lists can be taken."""
        return not self._chosen.isHidden()

    def take_focus(self) -> None:
        """Let the person begin."""
        (self.sheets if self.offers_sheets else self.zone.button).setFocus()


def sheet_words(sheet: SheetInfo) -> str:
    """Return a list of a file in words: ``List 8 · 103 rows``."""
    rows = "1 row" if sheet.rows == 1 else f"{sheet.rows:,} rows"
    return " · ".join((sheet.name, rows, *(["hidden in the workbook"] if sheet.hidden else [])))
