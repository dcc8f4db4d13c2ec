"""Checking somebody's draw: a receipt and a list, from this computer or another council's."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from audit_desk.domain.verify_draw import Verification
from audit_desk.errors import UserError
from audit_desk.ui.screens.rounds.ports import RoundsDesk
from audit_desk.ui.widgets.banner import Banner
from audit_desk.ui.widgets.boxes import GRID, holder, reached_by_keys, row, scrolled
from audit_desk.ui.widgets.buttons import button, primary_button
from audit_desk.ui.widgets.field import Field
from audit_desk.ui.widgets.roomy_dialog import RoomyDialog
from audit_desk.ui.widgets.text import label

_CHARS = 72
_MOST_LINES = 12
_RECEIPTS = "Receipts (*.json);;All files (*)"
_LISTS = "Case lists (*.csv *.xlsx *.xlsm *.xls *.ods);;All files (*)"
_AGREES = "The same seed over the same list gives the same sample."


class ReceiptCheckDialog(RoomyDialog):
    """Asks for two files and gives a plain account; nothing is read from the register.

    Args:
        desk: What surrounds the list of rounds.
        parent: The window it stands over.
    """

    def __init__(self, desk: RoundsDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent, _CHARS)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Check a receipt")
        self._desk = desk
        self._open = True
        self.receipt_path = QLineEdit()
        """The receipt's file."""
        self.cases_path = QLineEdit()
        """The list's file."""
        self.check_button = primary_button("Check", self.check)
        """Runs the draw again."""
        self.banner = Banner(desk.icons, "")
        """Whether the draw could be repeated."""
        self._account = label("")
        self._scrolled = scrolled(holder(_around(self._account)))
        self._lay_out()
        self._typed()

    def _lay_out(self) -> None:
        reached_by_keys(self._scrolled, "What differs")
        box = self.body
        box.addWidget(label("Check a receipt", "heading"))
        box.addWidget(
            label(
                "Runs a draw again from its receipt and any list with the references, such as"
                " another council gives you. Nothing in this register is used or changed."
            )
        )
        receipt = _with_button(self.receipt_path, "Receipt", self._choose_receipt)
        cases = _with_button(self.cases_path, "List", self._choose_cases)
        box.addWidget(Field("Receipt", receipt, "The file that “Save receipt” wrote."))
        box.addWidget(Field("List", cases, "A CSV file or workbook with a column of references."))
        for edit in (self.receipt_path, self.cases_path):
            edit.textChanged.connect(self._typed)
        box.addWidget(self.banner)
        box.addWidget(self._scrolled)
        self.banner.hide()
        self._scrolled.hide()
        self.check_button.setDefault(True)
        leave = button("Close", self.reject)
        leave.setAutoDefault(False)
        self.end_with(row(None, leave, self.check_button))
        chain = (self.receipt_path, *receipt.findChildren(QPushButton))
        chain += (self.cases_path, *cases.findChildren(QPushButton))
        chain += (self._scrolled, leave, self.check_button)
        for first, second in pairwise(chain):
            QWidget.setTabOrder(first, second)

    @property
    def account(self) -> str:
        """What differs, and what could not be checked."""
        return self._account.text()

    def check(self) -> None:
        """Run the draw again in the background."""
        receipt, cases = Path(self.receipt_path.text()), Path(self.cases_path.text())
        verify = self._desk.verify_files
        self.check_button.setEnabled(False)
        self._desk.tasks.run(
            lambda _progress: verify(receipt, cases),
            title="Checking the receipt",
            on_done=lambda result: self.show_result(result) if self._open else None,
            on_failed=lambda error: self._show_failed(error) if self._open else None,
            on_cancelled=lambda: self._typed() if self._open else None,
        )

    def show_result(self, result: Verification) -> None:
        """Say whether the draw could be repeated, and what differs."""
        if result.agrees:
            self.banner.set_message(_AGREES, heading="The draw is verified.", tone="success")
        else:
            self.banner.set_message("", heading="The draw could not be repeated.", tone="danger")
        self._say((*result.differences, *result.notes))
        self._typed()
        self.check_button.setFocus()

    def done(self, result: int) -> None:
        """Close; what is still running comes too late."""
        self._open = False
        super().done(result)

    def _show_failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.banner.set_message(str(error), tone="warning")
            self._say(())
        self._typed()

    def _say(self, lines: tuple[str, ...]) -> None:
        self._account.setText("\n\n".join(lines))
        shown = min(_MOST_LINES, 3 * len(lines))
        self._scrolled.setFixedHeight(self.fontMetrics().lineSpacing() * shown + GRID)
        self._scrolled.setVisible(bool(lines))
        self.banner.show()

    def _typed(self) -> None:
        both = self.receipt_path.text().strip() and self.cases_path.text().strip()
        self.check_button.setEnabled(bool(both))

    def _choose_receipt(self) -> None:
        self._choose(self.receipt_path, "Choose a receipt", _RECEIPTS)

    def _choose_cases(self) -> None:
        self._choose(self.cases_path, "Choose a list", _LISTS)

    def _choose(self, edit: QLineEdit, title: str, kinds: str) -> None:
        path = self._desk.prompts.open_file(title, kinds, self._desk.documents())
        if path is not None:
            edit.setText(str(path))


def _with_button(edit: QLineEdit, name: str, choose: Callable[[], object]) -> QWidget:
    edit.setAccessibleName(name)
    find = button("Choose…", choose)
    find.setAutoDefault(False)
    find.setAccessibleName(f"Choose: {name}")
    line = row(edit, find)
    line.setStretch(0, 1)
    made = holder(line)
    made.setFocusProxy(edit)
    return made


def _around(said: QWidget) -> QVBoxLayout:
    box = QVBoxLayout()
    box.setContentsMargins(0, 0, GRID, 0)
    box.addWidget(said)
    box.addStretch()
    return box
