"""What is said of the part that practitioners and the child had, taken into the working copy."""

from audit_desk.domain.contribution import Contribution
from audit_desk.ui.screens.audit.contributions.contribution_panel import ContributionPanel
from audit_desk.ui.screens.audit.sheet import AuditSheet


class Contributing:
    """Shows the contributions of the working copy and takes what is said of them."""

    def __init__(self, panel: ContributionPanel, sheet: AuditSheet) -> None:
        self._panel = panel
        self._sheet = sheet

    def refresh(self) -> None:
        """Show what the working copy says."""
        self._panel.show_contributions(self._sheet.contributions, read_only=self._sheet.locked)

    def take(self, made: Contribution, typed: bool) -> None:
        """Take what the auditor says of one of them."""
        if typed:
            self._sheet.write_contribution(made)
        else:
            self._sheet.choose_contribution(made)
