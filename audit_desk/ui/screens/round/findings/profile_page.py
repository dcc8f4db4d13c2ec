"""The sample beside its frame: does it look like the children it was drawn from?"""

from PySide6.QtWidgets import QScrollArea

from audit_desk.domain.findings import Findings
from audit_desk.domain.representativeness import STRATIFIED, account, drawn_picture
from audit_desk.ui.screens.round.findings.look import FindingsLook, sheet
from audit_desk.ui.widgets.likeness_sheet import likeness_grid
from audit_desk.ui.widgets.text import label


def profile_page(findings: Findings, look: FindingsLook) -> QScrollArea:
    """Return the page that shows the sample beside its frame."""
    pictures = [drawn_picture(profile) for profile in findings.profiles]
    return sheet(
        label("Sample and frame", "heading"),
        label(account(pictures)),
        label(
            "A random sample need not mirror its frame exactly. A large difference says which"
            " children this round can say little about."
            + (f" {STRATIFIED}" if findings.receipts and findings.receipts[-1].by else ""),
            "muted",
        ),
        likeness_grid(look.theme, pictures),
    )
