"""What is kept beside the register's cases: the rows left out, and the choices as a profile."""

from audit_desk.errors import UserError
from audit_desk.services.case_preview import ImportPreview
from audit_desk.services.fault_file import write_faults
from audit_desk.ui.dialogs.import_cases.draft import Draft
from audit_desk.ui.dialogs.import_cases.ports import ProfilePort
from audit_desk.ui.dialogs.import_cases.view import ImportView
from audit_desk.ui.prompts import Prompts

_CSV = "CSV files (*.csv)"


class Keeping:
    """Saves what a person asks to keep.

    Args:
        view: The window.
        profiles: Where choices are kept.
        prompts: Asks for a file's name.
    """

    def __init__(self, view: ImportView, profiles: ProfilePort, prompts: Prompts) -> None:
        self._view = view
        self._profiles = profiles
        self._prompts = prompts

    def save_faults(self, draft: Draft | None, previewed: ImportPreview | None) -> None:
        """Write the rows that are left out into a file."""
        if draft is None or previewed is None:
            return
        start = draft.file.parent / f"{draft.file.stem} rows left out.csv"
        target = self._prompts.save_file("Save the rows left out", _CSV, start)
        if target is None:
            return
        try:
            count = write_faults(previewed.refused, target)
        except UserError as error:
            self._view.show_error(error)
        else:
            self._view.preview.say_saved(count, target)

    def keep_profile(self, draft: Draft | None, previewed: ImportPreview | None) -> None:
        """Keep what was said of the list under the name that was typed."""
        page = self._view.outcome
        if draft is None or previewed is None:
            return
        try:
            kept = self._profiles.keep(page.profile_name.text(), draft.request, previewed)
        except UserError as error:
            page.say(str(error), wrong=True)
            page.profile_name.setFocus()
            return
        page.say(f"Kept as “{kept.name}”. It is offered with the next edition.")
        self._view.leave.setFocus()
