"""The end of a reading: what is missing, submitting, and opening again with a reason."""

from audit_desk.errors import AuditDeskError
from audit_desk.ui.error_presenter import ShowsErrors
from audit_desk.ui.screens.audit.concern.concerning import Concerning
from audit_desk.ui.screens.audit.declaring import Declaring
from audit_desk.ui.screens.audit.judgement.judgement_card import Judged
from audit_desk.ui.screens.audit.reading import Reading
from audit_desk.ui.screens.audit.sheet import AuditSheet
from audit_desk.ui.screens.audit.view import AuditView


class Submitting:
    """Shows the check, submits, and opens again."""

    def __init__(
        self,
        errors: ShowsErrors,
        view: AuditView,
        concerning: Concerning,
        declaring: Declaring,
        sheet: AuditSheet,
        reading: Reading,
    ) -> None:
        self._errors = errors
        self._view = view
        self._concerning = concerning
        self._declaring = declaring
        self._sheet = sheet
        self._reading = reading

    def check(self, undrafted: list[str]) -> None:
        """Show what is missing, or ask once whether to submit.

        Args:
            undrafted: The questions in which something typed is not understood yet.
        """
        if self._sheet.locked or not self._sheet.flush():
            return
        self._reading.refresh()
        gaps = [(gap, self._reading.title(gap.theme_id)) for gap in self._reading.gaps]
        warnings = []
        if self._concerning.open_concerns:
            warnings.append(
                "A concern for this child is open. It stays open, and on top of Home, when the"
                " audit is submitted."
            )
        done, of = self._reading.total()
        answered = f"{done} of {of} questions answered."
        undeclared = self._declaring.is_due
        self._view.check.show_check(
            gaps,
            answered,
            self._judged(),
            warnings,
            undeclared=undeclared,
            unsaved=[each for each in self._reading.places if each.question_id in undrafted],
        )
        self._view.show_panel(self._view.check)
        self._view.check.focus_start()

    def submit(self) -> None:
        """Lock the audit; what is missing after all is said and nothing changes."""
        try:
            self._sheet.submit()
        except AuditDeskError as error:
            self._errors.show(error)

    def ask_reopen(self) -> None:
        """Ask why the submitted audit is opened again."""
        self._view.show_panel(self._view.reopen)
        self._view.reopen.start()

    def reopen(self, reason: str) -> None:
        """Open the submitted audit again."""
        try:
            self._sheet.reopen(reason)
        except AuditDeskError as error:
            self._errors.show(error)

    def _judged(self) -> list[Judged]:
        places = [place for place in self._reading.places if place.is_judgement]
        return [
            Judged(
                self._reading.title(place.theme_id),
                self._reading.judgement(place.theme_id),
                self._reading.suggestion(place.theme_id).grade,
            )
            for place in places
        ]
