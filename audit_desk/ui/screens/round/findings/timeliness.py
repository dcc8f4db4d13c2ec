"""Timeliness: every standard with its five outcomes, and who is late by how much."""

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from audit_desk.domain.findings import ClockFindings, Findings
from audit_desk.ui.models.finding_models import clock_model
from audit_desk.ui.screens.round.findings.flat_table import FIT, REST, FlatTable
from audit_desk.ui.screens.round.findings.look import sheet
from audit_desk.ui.widgets.boxes import GRID, column, holder, line
from audit_desk.ui.widgets.text import label

_WIDTHS = (REST, FIT, FIT, FIT, FIT, FIT, FIT)


def late_words(clock: ClockFindings) -> str:
    """Return who was late by how much; empty where nobody was."""
    return "; ".join(f"{each.reference} {each.result}" for each in clock.late)


def timeliness(findings: Findings) -> QWidget:
    """Return the page of standards; the selected one is spelled out below the table."""
    model = clock_model()
    model.set_rows(findings.clocks)
    table = FlatTable(model, "Timeliness", _WIDTHS, rest=16)
    title, rule, late = label("", "strong"), label(""), label("")

    def show(current: QModelIndex, _previous: QModelIndex | None = None) -> None:
        if current.isValid():
            clock = model.row_at(current)
            title.setText(f"{clock.title} · {clock.theme_title}")
            rule.setText(clock.standard)
            late.setText(f"Late: {late_words(clock)}." if clock.late else "Nobody was late.")

    table.selectionModel().currentRowChanged.connect(show)
    table.setCurrentIndex(model.index(0, 0))
    show(table.currentIndex())
    page = column(
        label("Timeliness", "heading"),
        label(
            "Counted from the dates and times that auditors read on file. Where the file does"
            " not prove it, the answer is “cannot confirm” or “no record”, never “in time”."
        ),
        sheet(table),
        line(),
        column(title, rule, late, spacing=2),
        spacing=GRID + 4,
    )
    page.setContentsMargins(2, 2, 0, 0)
    page.setStretch(2, 1)
    return holder(page)
