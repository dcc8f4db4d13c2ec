"""What the window says of where one is: the steps, what comes next, and where the focus goes."""

from audit_desk.services.list_look import ListLook
from audit_desk.ui.dialogs.import_cases.columns_page import columns_words
from audit_desk.ui.dialogs.import_cases.draft import Draft
from audit_desk.ui.dialogs.import_cases.preview_words import ready_count
from audit_desk.ui.dialogs.import_cases.row_tables import unit
from audit_desk.ui.dialogs.import_cases.state import ImportState
from audit_desk.ui.dialogs.import_cases.steps import Step
from audit_desk.ui.dialogs.import_cases.values_page import values_words
from audit_desk.ui.dialogs.import_cases.view import ImportView
from audit_desk.ui.dialogs.import_cases.work import ImportWork


class Signposts:
    """Keeps steps, buttons and focus true to what is known.

    Args:
        view: The window.
        work: What was read.
        state: What is known of the list.
    """

    def __init__(self, view: ImportView, work: ImportWork, state: ImportState) -> None:
        self._view = view
        self._work = work
        self._state = state

    def arrive(self, step: Step) -> None:
        """Show a step, and let the person begin there."""
        self._view.show_step(step, self._source(step, self._state.draft))
        self.refresh()
        self._take_focus(step, self._state.seen)

    def refresh(self) -> None:
        """Show what is known now, on the page that is shown."""
        step, draft, seen = self._view.step, self._state.draft, self._state.seen
        reachable = self._reachable(draft, seen)
        self._view.steps.show_steps(step, reachable, self._notes(draft, seen))
        self._set_next(step, seen)
        if step is Step.COLUMNS and seen is not None and seen.fault is not None:
            self._view.show_error(seen.fault)

    @staticmethod
    def _reachable(draft: Draft | None, seen: ListLook | None) -> Step:
        if draft is None or seen is None:
            return Step.FILE
        return Step.COLUMNS if seen.fault is not None else Step.PREVIEW

    def _notes(self, draft: Draft | None, seen: ListLook | None) -> dict[Step, str]:
        notes: dict[Step, str] = {}
        if draft is not None:
            notes[Step.FILE] = draft.sheet or draft.file.name
        if seen is not None:
            notes[Step.HEADINGS] = f"Row {seen.header_row}"
            notes[Step.COLUMNS] = columns_words(seen)
        previewed = self._work.previewed
        if draft is not None and previewed is not None:
            notes[Step.VALUES] = values_words(previewed.values)
        return notes

    @staticmethod
    def _source(step: Step, draft: Draft | None) -> str:
        if draft is None or step is Step.FILE:
            return ""
        return f"{draft.file.name} · {draft.sheet}." if draft.sheet else f"{draft.file.name}."

    def _set_next(self, step: Step, seen: ListLook | None) -> None:
        if step is Step.FILE:
            offers = self._view.file_page.offers_sheets
            self._view.set_next("Next", enabled=offers)
            self._view.next.setVisible(offers)
        elif step is Step.COLUMNS:
            self._view.set_next("Next", enabled=seen is not None and seen.fault is None)
        elif step is Step.PREVIEW:
            self._set_bring_in()
        else:
            self._view.set_next("Next", enabled=True)

    def _set_bring_in(self) -> None:
        draft, previewed = self._state.draft, self._work.previewed
        if draft is None or previewed is None or not self._work.has_read(draft.request):
            self._view.set_next("Look again", enabled=True)
            return
        count = ready_count(previewed)
        what = f" {unit(previewed.kind, count)}" if count else ""
        self._view.set_next(f"Bring in{what}", enabled=bool(count))

    def _take_focus(self, step: Step, seen: ListLook | None) -> None:
        view = self._view
        if step is Step.FILE:
            view.file_page.take_focus()
        elif step is Step.HEADINGS:
            view.headings.take_focus()
        elif step is Step.COLUMNS:
            if seen is None or not view.columns.take_focus(seen):
                view.next.setFocus()
        elif step is Step.VALUES:
            view.values.take_focus()
        elif step is Step.PREVIEW:
            (view.next if view.next.isEnabled() else view.preview.tabs).setFocus()
        elif not view.outcome.offer.isHidden():
            view.outcome.profile_name.setFocus()
        else:
            view.leave.setFocus()
