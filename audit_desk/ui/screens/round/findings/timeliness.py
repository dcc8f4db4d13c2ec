"""Timeliness: every standard with its five outcomes, and who is late by how much."""

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from audit_desk.domain.findings import Findings
from audit_desk.domain.findings_clocks import ClockFindings
from audit_desk.ui.models.finding_models import clock_model
from audit_desk.ui.screens.round.findings.flat_table import FIT, REST, FlatTable
from audit_desk.ui.screens.round.findings.look import sheet
from audit_desk.ui.widgets.boxes import GRID, column, holder, line
from audit_desk.ui.widgets.text import label

_WIDTHS = (REST, FIT, FIT, FIT, FIT, FIT, FIT)
_LEAST_LINES = 7


def late_words(clock: ClockFindings) -> str:
    """Return who was late by how much; empty where nobody was."""
    return "; ".join(f"{each.reference} {each.result}" for each in clock.late)


def event_words(clock: ClockFindings) -> str:
    """Return how many of all listed events were in time; empty where the clock reads no list."""
    found = clock.events
    if found is None:
        return ""
    known = f"{found.in_time.text} in time" if found.in_time.of else "none with both dates"
    longest = f"; {found.longest} ({found.longest_in})" if found.longest else ""
    return f"Event by event: {known}{longest}. A file counts above by its worst event."


def timeliness(findings: Findings) -> QWidget:
    """Return the page of standards; the selected one is spelled out below the table."""
    model = clock_model()
    model.set_rows(tuple(clock for clock in findings.clocks if clock.is_used))
    table = FlatTable(model, "Timeliness", _WIDTHS, rest=16)
    title, rule, late = label("", "strong"), label(""), label("")
    events = label("")

    def show(current: QModelIndex, _previous: QModelIndex | None = None) -> None:
        if current.isValid():
            clock = model.row_at(current)
            title.setText(f"{clock.title} · {clock.theme_title}")
            rule.setText(clock.standard)
            events.setText(event_words(clock))
            events.setVisible(clock.events is not None)
            late.setText(f"Late: {late_words(clock)}." if clock.late else "Nobody was late.")

    table.selectionModel().currentRowChanged.connect(show)
    table.setCurrentIndex(model.index(0, 0))
    show(table.currentIndex())
    standards = sheet(table)
    standards.setMinimumHeight(table.fontMetrics().lineSpacing() * _LEAST_LINES)
    page = column(
        label("Timeliness", "heading"),
        label(
            "Counted from the dates and times that auditors read on file. Where the file does"
            " not prove it, the answer is “cannot confirm” or “no record”, never “in time”."
        ),
        standards,
        line(),
        column(title, rule, events, late, spacing=2),
        spacing=GRID + 4,
    )
    page.setContentsMargins(2, 2, 0, 0)
    page.setStretch(2, 1)
    return holder(page)
