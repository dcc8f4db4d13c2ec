"""The forms in which a report is saved, and the menu of those beside PDF."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QPushButton

from audit_desk.ui.icons import Icons
from audit_desk.ui.widgets.buttons import button

if TYPE_CHECKING:
    from PySide6.QtGui import QAction


@dataclass(frozen=True, slots=True)
class Form:
    """One form.

    Attributes:
        words: What it is called in a menu.
        what: What the file is called, after the round's name.
        ending: The file's ending without its dot; empty for a folder.
        kind: The kind as a file dialog names it.
        holds_all: Whether it holds all that was written, not the report's texts alone.
    """

    words: str
    what: str
    ending: str
    kind: str
    holds_all: bool = False

    def target(self, path: Path) -> Path:
        """Return where to write, for what a person chose: with the ending that it needs."""
        if not self.ending:
            return path.with_name(path.name.replace(".", "-"))
        fits = path.suffix.lower() == f".{self.ending}"
        return path if fits else path.with_name(f"{path.name}.{self.ending}")


_REPORT, _DATA = "dip-sample report", "data"
PDF = Form("PDF…", _REPORT, "pdf", "PDF (*.pdf)")
OTHERS = (
    Form("Word document, to edit…", _REPORT, "docx", "Word document (*.docx)"),
    Form("Workbook with the data…", _DATA, "xlsx", "Workbook (*.xlsx)", holds_all=True),
    Form("Folder of CSV files…", _DATA, "", "Folder (*)", holds_all=True),
)


class OtherForms:
    """A button whose menu offers the forms beside PDF.

    Args:
        icons: Where icons come from.
        save: Called with the form that was chosen.
    """

    def __init__(self, icons: Icons, save: Callable[[Form], object]) -> None:
        self.button: QPushButton = button("Save as…", icon=icons.icon("content-save"))
        """Opens the menu."""
        menu = QMenu(self.button)
        self.actions: dict[str, QAction] = {}
        """What the menu offers, by the file's ending."""
        for form in OTHERS:
            action = menu.addAction(form.words)
            action.triggered.connect(lambda _checked=False, form=form: save(form))
            self.actions[form.ending] = action
        self.button.setMenu(menu)
