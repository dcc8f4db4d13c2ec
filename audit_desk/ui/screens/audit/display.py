"""Shows the working copy and what the rules say of it, in every part of the page."""

from collections.abc import Mapping

from audit_desk.domain.audit import OVERALL
from audit_desk.domain.event_suggestions import FromLists, Suggestion
from audit_desk.domain.practitioner import PRACTITIONER
from audit_desk.ui.screens.audit.contributions.contributing import Contributing
from audit_desk.ui.screens.audit.follow_up.following import Following
from audit_desk.ui.screens.audit.reading import Reading
from audit_desk.ui.screens.audit.sheet import AuditSheet
from audit_desk.ui.screens.audit.view import AuditView
from audit_desk.ui.screens.audit.way.nav_rows import found_rows, rows_for
from audit_desk.ui.screens.audit.way.places import Place
from audit_desk.ui.screens.audit.way.written import written_at

_JUDGING = {
    False: (
        "Weigh the answers together for this child; a judgement is no average. The suggestion"
        " is the lower median of the graded answers, held down where a ★ question is answered"
        " Inadequate or No. Ask what the practice changed for the child, and name one thing"
        " done well and one that needs to improve."
    ),
    True: (
        "Read the themes again as one story: is this child safer, and is life better? Harm that"
        " nobody saw weighs more than good paperwork. Where you decide otherwise than"
        " suggested, write why, so that another reader could follow you."
    ),
}
_HEARING = (
    "Ask the worker and their manager what they are proud of, what they would do differently, and"
    " what stood in the way. Ask the child, or whoever cares for them, what was good, what was"
    " not, and whether anything is better for it. Where somebody was not asked, say why: that"
    " it would have hurt the child is a reason, that there was no time is a finding."
)


class Display:
    """Keeps the page true to the working copy."""

    def __init__(
        self,
        view: AuditView,
        sheet: AuditSheet,
        reading: Reading,
        lists: FromLists,
        following: Following,
    ) -> None:
        self._view = view
        self._lists = lists
        self._following = following
        self._sheet = sheet
        self._contributing = Contributing(view.contribution, sheet)
        self._reading = reading
        self._unfolded = False
        self._place = Place("")
        titles = {document.id: document.title for document in sheet.tool.documents}
        view.question.head.name_documents(titles)

    def show_place(self, place: Place, drafts: Mapping[str, str]) -> None:
        """Show another question or judgement in the middle."""
        view = self._view
        self._place = place
        if place.is_question:
            question = self._reading.question(place.question_id)
            why_not = self._reading.why_not(question)
            answer = self._sheet.answer(question.id)
            view.question.set_read_only(self._sheet.locked or bool(why_not))
            from_lists = self._suggested(question.id)
            view.question.show_question(question, answer, drafts, from_lists, why_not)
            self._following.show_question(question)
            view.side.show_guidance(question.guidance)
            view.show_question_panel()
        elif not place.is_judgement:
            self._contributing.refresh()
            view.side.show_guidance(_HEARING)
            view.show_contribution_panel()
        else:
            judgement = self._sheet.judgement(place.theme_id)
            view.judgement.show_judgement(judgement, self._reading.title(place.theme_id))
            view.judgement.set_read_only(self._sheet.locked)
            view.side.show_guidance(_JUDGING[place.theme_id == OVERALL])
            self._load_judgement(place)
            view.show_judgement_panel()
        self.show_saving()

    def show_changed(self, place: Place) -> None:
        """Show that the answer or judgement in the middle stands otherwise now."""
        if place.is_question:
            question = self._reading.question(place.question_id)
            self._view.question.load(question, self._sheet.answer(question.id))
            self._following.refresh(question)
        elif not place.is_judgement:
            self._contributing.refresh()
        else:
            self._load_judgement(place)

    def show_overview(self, place: Place) -> None:
        """Show how everything stands: navigator, clocks, gaps and progress."""
        view, reading = self._view, self._reading
        self.show_rows(place)
        view.side.show_facts(self._sheet.audit.facts)
        view.side.show_events(self._lists.events)
        clocks = reading.clocks_of(place.theme_id)
        view.side.show_clocks(clocks)
        view.question.parts.show_clocks(clocks)
        here = tuple(
            (gap, reading.state(Place(gap.theme_id, gap.question_id)).value)
            for gap in reading.gaps
            if gap.theme_id == place.theme_id
        )
        if place.theme_id == PRACTITIONER:
            here = here[:1]  # each card on the page says what it still lacks
        view.side.show_gaps(here, all_done=not reading.gaps)
        view.header.show_progress(*reading.total())

    def show_rows(self, place: Place) -> None:
        """Show the navigator's rows: what was searched for, or where the reading is."""
        query = self._view.navigator.query
        if query:
            rows = found_rows(self._reading, query, self._written)
        else:
            rows = rows_for(self._reading, place.theme_id, unfolded=self._shows_folded(place))
        self._view.navigator.show_rows(rows, place)

    def _written(self, place: Place) -> str:
        return written_at(place, self._sheet, self._reading)

    def toggle_folded(self, place: Place) -> None:
        """Show the questions that do not apply, or fold them away."""
        self._unfolded = not self._unfolded
        self.show_rows(place)

    def show_audit(self, person: str) -> None:
        """Show whose audit of which child this is, and whether it is locked."""
        audit, view = self._sheet.audit, self._view
        view.header.show_audit(audit, self._sheet.tool.title)
        view.header.show_locked(self._sheet.locked, submitted=self._sheet.submitted)
        view.footer.offer_next(offered=not self._sheet.locked)
        view.notices.show_lock(audit, locked=self._sheet.submitted and self._sheet.held is None)
        view.notices.show_reader("" if self._sheet.locked else audit.auditor, person)

    def show_saving(self, why: str = "") -> None:
        """Show what is saved, and what is not and why."""
        unsaved = self._sheet.unsaved()
        waiting = self._sheet.is_waiting()
        self._view.header.show_saved(unsaved=bool(unsaved), waiting=waiting)
        self._view.notices.show_unsaved(len(unsaved), why)
        here = self._sheet.answer(self._place.question_id)
        self._view.question.evidence.unsaved.setVisible(here in unsaved)
        told = self._sheet.follow_up(self._place.question_id)
        self._view.question.action.show_unsaved(unsaved=told in unsaved)

    def _suggested(self, question_id: str) -> dict[str, Suggestion]:
        return {
            part: suggestion
            for (question, part), suggestion in self._lists.suggestions.items()
            if question == question_id
        }

    def _load_judgement(self, place: Place) -> None:
        self._view.judgement.load(
            self._sheet.judgement(place.theme_id),
            self._reading.suggestion(place.theme_id),
            self._reading.graded_so(place.theme_id),
        )

    def _shows_folded(self, place: Place) -> bool:
        if self._unfolded or not place.is_question:
            return self._unfolded
        return not self._reading.applies(self._reading.question(place.question_id))
