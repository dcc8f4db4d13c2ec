"""What part practitioners, and the child or a carer, had in the audits of a round."""

from PySide6.QtWidgets import QScrollArea, QWidget

from audit_desk.domain.findings_contributions import ContributionFindings, Heard, RoleFindings
from audit_desk.ui.screens.round.findings.flat_table import FIT, REST, FlatTable
from audit_desk.ui.screens.round.findings.look import sheet
from audit_desk.ui.widgets.row_model import Column, RowModel
from audit_desk.ui.widgets.text import label

TITLE = "Practitioners and children"
_ABOUT = (
    "Who was asked, who took part, and what changed because of what they said. Where it is not"
    " said whether somebody was invited, nothing is known of it."
)
_CHOSEN = "Only files chosen on purpose were read; they are in no figure."


def contributions_page(found: ContributionFindings) -> QScrollArea:
    """Return the page of how many were invited, took part and changed something."""
    parts: list[QWidget] = [label(TITLE, "heading"), label(_ABOUT)]
    if found.read:
        model = role_model(found.read)
        model.set_rows(found.roles)
        parts.append(FlatTable(model, TITLE, (FIT, FIT, FIT, FIT, REST)))
    else:
        parts.append(label(_CHOSEN))
    if found.heard:
        changed = heard_model()
        changed.set_rows(found.heard)
        parts.append(label("What changed because of what they said", "strong"))
        parts.append(FlatTable(changed, "What changed because of what they said", (FIT, FIT, REST)))
    return sheet(*parts)


def role_model(read: int) -> RowModel[RoleFindings]:
    """Return a model of roles with their part, as counts of the audits that were read."""
    return RowModel(
        (
            Column("Who", lambda each: each.role.label),
            Column("Invited", lambda each: f"{each.invited} of {read}"),
            Column("Took part", lambda each: f"{each.took_part} of {read}"),
            Column("Changed the audit", lambda each: f"{each.changed} of {read}"),
            Column("Not said", lambda each: f"{read - each.said} of {read}"),
        )
    )


def heard_model() -> RowModel[Heard]:
    """Return a model of what somebody's words changed."""
    return RowModel(
        (
            Column("Reference", _reference),
            Column("Whose words", lambda each: each.role.label),
            Column("What changed", lambda each: each.how),
        )
    )


def _reference(heard: Heard) -> str:
    return f"{heard.reference}\non purpose" if heard.purposive else heard.reference
