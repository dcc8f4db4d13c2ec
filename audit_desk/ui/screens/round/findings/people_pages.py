"""Concerns for children, and judgements that differ from the suggestion."""

from PySide6.QtWidgets import QScrollArea

from audit_desk.domain.findings import Findings
from audit_desk.ui.models.finding_models import (
    DECIDED_COLUMN,
    SUGGESTED_COLUMN,
    concern_model,
    override_model,
)
from audit_desk.ui.screens.round.findings.flat_table import FIT, REST, FlatTable
from audit_desk.ui.screens.round.findings.look import FindingsLook, sheet
from audit_desk.ui.screens.round.mark_delegate import MarkDelegate
from audit_desk.ui.widgets.text import label


def concerns_page(findings: Findings) -> QScrollArea:
    """Return the page of concerns, open ones first."""
    model = concern_model()
    model.set_rows(findings.concerns)
    return sheet(
        label("Concerns", "heading"),
        label(
            "Audit Desk has told nobody. A concern closes when somebody other than the auditor"
            " records that the child was seen or is safe."
        ),
        FlatTable(model, "Concerns", (FIT, REST, FIT, FIT, FIT)),
    )


def overrides_page(findings: Findings, look: FindingsLook) -> QScrollArea:
    """Return the page of judgements that differ from the suggestion."""
    model = override_model()
    model.set_rows(findings.overrides)
    table = FlatTable(model, "Judgements that differ", (FIT, FIT, FIT, FIT, REST))
    suggested = MarkDelegate(look.theme, lambda each: each.suggested, table)
    decided = MarkDelegate(look.theme, lambda each: each.decided, table)
    table.setItemDelegateForColumn(SUGGESTED_COLUMN, suggested)
    table.setItemDelegateForColumn(DECIDED_COLUMN, decided)
    return sheet(
        label("Judgements that differ from the suggestion", "heading"),
        label("The suggestion follows fixed rules; the auditor decides, and says why."),
        table,
    )
