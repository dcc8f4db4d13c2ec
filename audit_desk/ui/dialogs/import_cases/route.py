"""The way through an import: what comes next, what has to be read for it, and the way back."""

from pathlib import Path

from audit_desk.domain.column_recognition import count_recognised
from audit_desk.services.case_import import ImportResult
from audit_desk.services.case_preview import ImportPreview
from audit_desk.services.case_table import SheetInfo
from audit_desk.services.list_look import ListLook
from audit_desk.ui.dialogs.import_cases.draft import Draft
from audit_desk.ui.dialogs.import_cases.ports import ProfilePort
from audit_desk.ui.dialogs.import_cases.signposts import Signposts
from audit_desk.ui.dialogs.import_cases.state import ImportState
from audit_desk.ui.dialogs.import_cases.steps import Step
from audit_desk.ui.dialogs.import_cases.view import ImportView
from audit_desk.ui.dialogs.import_cases.work import ImportWork, Looked

_SURE = 2
"""So many known headings leave no doubt of where the headings are."""


class Route:
    """Where one is in an import, and where one goes.

    Args:
        view: The window.
        work: Reads and saves in the background.
        profiles: What was said of earlier editions.
        state: What is known of the list.
    """

    def __init__(
        self, view: ImportView, work: ImportWork, profiles: ProfilePort, state: ImportState
    ) -> None:
        self._view = view
        self._work = work
        self._profiles = profiles
        self._state = state
        self._signs = Signposts(view, work, state)
        self._then: Step | None = None
        self._passed: list[Step] = []

    def start(self) -> None:
        """Begin with a file."""
        self._work.forget()
        self._state.clear()
        self._passed = []
        self._view.file_page.show_empty()
        self._signs.arrive(Step.FILE)

    # Choosing a list

    def take_file(self, file: Path) -> None:
        """Read which lists a file holds; the only one is taken at once."""
        self.start()
        self._state.file = file
        self._work.open(file)

    def take_sheets(self, sheets: tuple[SheetInfo, ...]) -> None:
        """Offer the lists of the file."""
        if self._state.file is None:
            return
        self._state.sheets = sheets
        self._view.file_page.show_sheets(self._state.file.name, sheets, "")
        if len(sheets) == 1:
            self.take_sheet(sheets[0].name)
        else:
            self._signs.arrive(Step.FILE)

    def take_sheet(self, name: str) -> None:
        """Look at one list; what was said of another does not count."""
        if self._state.file is None:
            return
        sheet = name if len(self._state.sheets) > 1 else None
        draft = self._state.draft
        if draft is not None and draft.sheet == sheet and self._state.seen is not None:
            self.go(Step.COLUMNS)
            return
        self._state.draft = Draft(self._state.file, sheet)
        self._state.seen = None
        self.look()

    def look(self) -> None:
        """Look at the list anew, by what was said of it."""
        if self._state.draft is not None:
            self._work.look(self._state.draft.request)

    def take_look(self, looked: Looked) -> None:
        """Show what was seen of a list, with what a profile says of it."""
        if self._state.draft is None:
            return
        first = self._state.seen is None
        self._state.seen = looked.look
        if first and self._find_profile(looked.look):
            self.look()
            return
        self._view.headings.show_head(looked.head)
        self._view.columns.show_look(looked.look, self._state.draft.profile, anew=True)
        sure = self._state.draft.header_row is not None or self._state.draft.profile is not None
        self.go(Step.COLUMNS if sure or self._found_surely(looked) else Step.HEADINGS)

    def _find_profile(self, look: ListLook) -> bool:
        profile = self._profiles.matching(column.header for column in look.columns)
        if profile is None or self._state.draft is None:
            return False
        self._state.draft.use(profile)
        return True

    @staticmethod
    def _found_surely(looked: Looked) -> bool:
        head = looked.head
        place = head.header_row - head.first_number
        headings = head.rows[place] if place < len(head.rows) else ()
        return count_recognised(headings) >= _SURE

    # Moving

    def forward(self) -> None:
        """Do what the present step leads to."""
        step = self._view.step
        if step is Step.FILE:
            self.take_sheet(self._view.file_page.sheets.current)
        elif step is Step.HEADINGS:
            self._take_headings()
        elif step is Step.COLUMNS:
            self.read(None)
        elif step is Step.VALUES:
            self.read(Step.PREVIEW)
        elif step is Step.PREVIEW and self._is_read():
            self._work.bring_in()
        elif step is Step.PREVIEW:
            self.read(Step.PREVIEW)

    def backward(self) -> None:
        """Go back to the step that one came from."""
        if self._passed and self._view.step is not Step.RESULT and not self._work.is_saving:
            self._signs.arrive(self._passed.pop())

    def go(self, step: Step) -> None:
        """Go to a step, reading first what it shows."""
        if step in {Step.VALUES, Step.PREVIEW}:
            self.read(step)
            return
        if step is not self._view.step:
            self._pass()
        self._signs.arrive(step)

    def _take_headings(self) -> None:
        if self._state.draft is None:
            return
        row = self._view.headings.header_row
        if self._state.seen is not None and row == self._state.seen.header_row:
            self._state.draft.header_row = row
            self.go(Step.COLUMNS)
            return
        self._state.draft.forget()
        self._state.draft.header_row, self._state.draft.by_hand = row, True
        self._state.seen = None
        self.look()

    def read(self, then: Step | None) -> None:
        """Read the whole list, unless it was read just so, and go to a step.

        Args:
            then: The step; ``None`` goes on to the values if any is not known.
        """
        if self._state.draft is None:
            return
        self._then = then
        previewed = self._work.previewed
        if previewed is not None and self._is_read():
            self._arrive(previewed)
        else:
            self._work.read_list(self._state.draft.request)

    def _is_read(self) -> bool:
        draft = self._state.draft
        return draft is not None and self._work.has_read(draft.request)

    def take_preview(self, previewed: ImportPreview) -> None:
        """Show what was read of the whole list."""
        if self._state.draft is None:
            return
        self._view.values.show_values(previewed.values)
        self._view.preview.show_preview(previewed, whole=self._state.draft.whole)
        self._arrive(previewed)

    def _arrive(self, previewed: ImportPreview) -> None:
        unknown = any(not value.known for field in previewed.values for value in field.values)
        step = self._then or (Step.VALUES if unknown else Step.PREVIEW)
        if step is not self._view.step:
            self._pass()
            self._signs.arrive(step)
        else:
            self._signs.refresh()

    def take_result(self, result: ImportResult) -> None:
        """Show what was brought in."""
        previewed = self._work.previewed
        if self._state.draft is None or previewed is None:
            return
        name = previewed.list_name or previewed.kind.label
        used = self._state.draft.profile
        worth = self._state.draft.says_something and (used is None or self._state.draft.by_hand)
        offered = (used.name if used is not None else name) if worth else None
        self._view.outcome.show_result(result, previewed.kind, offered)
        self._signs.arrive(Step.RESULT)

    def refuse(self, error: Exception) -> None:
        """Say what could not be done, where it was asked for."""
        if self._view.step is Step.FILE and len(self._state.sheets) <= 1:
            self.start()  # nothing in this file can be taken
        self._signs.refresh()
        self._view.show_error(error)

    def stay(self) -> None:
        """Stay where one is: the person cancelled."""
        self._signs.refresh()

    def _pass(self) -> None:
        step = self._view.step
        if step in self._passed:
            del self._passed[self._passed.index(step) :]
        self._passed.append(step)

    def refresh(self) -> None:
        """Show what is known now, on the page that is shown."""
        self._signs.refresh()
