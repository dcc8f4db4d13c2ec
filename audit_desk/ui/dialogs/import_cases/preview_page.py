"""The second page: what is kept, what is left out, which rows are refused."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget

from audit_desk.services.case_preview import ImportPreview
from audit_desk.ui.dialogs.import_cases.choices import ColumnChoice
from audit_desk.ui.dialogs.import_cases.column_list import ColumnList
from audit_desk.ui.dialogs.import_cases.row_tables import fault_model, kept_model
from audit_desk.ui.widgets.boxes import GRID, column, row, scrolled
from audit_desk.ui.widgets.buttons import quiet_button
from audit_desk.ui.widgets.row_model import RowModel
from audit_desk.ui.widgets.table import Table
from audit_desk.ui.widgets.text import label


class PreviewPage(QWidget):
    """Columns at the left, rows at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.columns = ColumnList()
        self.faults = fault_model()
        self.fault_table = Table(self.faults, "Rows left out", widths=(4, 20, 14, 20))
        self.kept_table = Table(RowModel([]), "Rows as they will be kept")
        self.save = quiet_button("Save these rows…")
        self._counts = label("", "heading")
        self._note = label("", "muted")
        self._left_out = label("", "strong", wrap=False)
        self._kept = label("As they will be kept", "strong", wrap=False)
        self._refused_part, self._kept_part = QWidget(), QWidget()
        self._arrange()

    def _arrange(self) -> None:
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(scrolled(self.columns))
        refused = column(row(self._left_out, None, self.save), self.fault_table, spacing=4)
        self._refused_part.setLayout(refused)
        self._kept_part.setLayout(column(self._kept, self.kept_table, spacing=4))
        right = QWidget()
        rows = QVBoxLayout(right)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GRID)
        rows.addWidget(self._counts)
        rows.addWidget(self._note)
        rows.addWidget(self._refused_part, 1)
        rows.addWidget(self._kept_part, 1)
        rows.addStretch(0)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(2 * GRID)
        split.setStyleSheet("QSplitter::handle { background: transparent; }")
        split.addWidget(card)
        split.addWidget(right)
        split.setSizes([470, 580])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)

    def show_preview(self, previewed: ImportPreview, choices: Sequence[ColumnChoice]) -> None:
        """Show what bringing the list in would do."""
        self.columns.show_choices(choices)
        self._counts.setText(_counts(previewed))
        self._say_note(_note(previewed))
        self.faults.set_rows(previewed.refused)
        self._left_out.setText(f"{_rows_of(previewed.refused_rows)} left out")
        self._refused_part.setVisible(bool(previewed.refused))
        self._kept_part.setVisible(bool(previewed.rows))
        self._show_kept(previewed)

    def _show_kept(self, previewed: ImportPreview) -> None:
        model = kept_model(previewed)
        model.setParent(self)
        shown = model.rowCount()
        every = len(previewed.rows) <= shown
        self._kept.setText("As they will be kept" + ("" if every else f", the first {shown}"))
        old = self.kept_table.model()
        self.kept_table.setModel(model)
        old.deleteLater()
        self.kept_table.resizeColumnsToContents()

    def show_fault(self, choices: Sequence[ColumnChoice]) -> None:
        """Show the columns of a list that cannot be brought in as they stand."""
        self.columns.show_choices(choices)
        self._counts.setText("Nothing can be brought in yet")
        self._say_note("Choose at the left what a column is, or take another sheet or file.")
        self.faults.set_rows([])
        self._refused_part.hide()
        self._kept_part.hide()

    def _say_note(self, text: str) -> None:
        self._note.setText(text)
        self._note.setVisible(bool(text))


def _counts(previewed: ImportPreview) -> str:
    count = len(previewed.rows)
    cases = "1 case" if count == 1 else f"{count:,} cases"
    if not count:
        return "No row can be brought in"
    if not previewed.known:
        return f"{cases}, all new" if count > 1 else "1 case, new"
    if not previewed.new:
        return f"{cases}, all known already" if count > 1 else "1 case, known already"
    return f"{cases}: {previewed.new:,} new, {previewed.known:,} known already"


def _note(previewed: ImportPreview) -> str:
    parts = []
    if previewed.rows and not previewed.refused:
        parts.append("Every row can be brought in.")
    if previewed.known:
        parts.append("Known children keep their reference; what the list says anew is taken over.")
    if previewed.repeated:
        said = "says" if previewed.repeated == 1 else "say"
        parts.append(f"{_rows_of(previewed.repeated)} {said} the same as one before.")
    return " ".join(parts)


def _rows_of(count: int) -> str:
    return "1 row" if count == 1 else f"{count:,} rows"
