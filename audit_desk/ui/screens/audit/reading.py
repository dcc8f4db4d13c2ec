"""What the rules say about the working copy: states, gaps, suggestions and clocks."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from audit_desk.domain import (
    applicability,
    clock_waiting,
    clocks,
    completeness,
    concern,
    follow_up,
    grading,
)
from audit_desk.domain.audit import OVERALL, Answer, Answers, Grade, Judgement
from audit_desk.domain.audit_tool import Clock, Question, Theme
from audit_desk.domain.practitioner import PRACTITIONER, TITLE, contribution_gaps
from audit_desk.ui.screens.audit.sheet import AuditSheet
from audit_desk.ui.screens.audit.way.places import Place, places_of


class PlaceState(StrEnum):
    """How a question or a judgement stands; the words are read out and shown as a tip."""

    OPEN = "not answered yet"
    DONE = "answered"
    IN_PART = "answered in part"
    NEEDS_EVIDENCE = "needs evidence"
    NEEDS_ACTION = "needs an action"
    NEEDS_MORE = "not complete"
    NOT_SAVED = "holds something not understood, and not saved"
    CONCERN = "concern for the child"
    FOLDED = "does not apply"


@dataclass(frozen=True, slots=True)
class ClockLine:
    """A clock with what it says now, and what it waits for before "no record" can be believed."""

    clock: Clock
    reading: clocks.ClockReading
    waits_for: tuple[str, ...] = ()


class Reading:
    """The rules of one tool, asked about one sheet.

    Args:
        sheet: The working copy.
        holidays: The bank holidays.
        drafts: What is typed in a question's parts and not understood yet, by question; read
            anew each time that it is asked about.
    """

    def __init__(
        self,
        sheet: AuditSheet,
        holidays: clocks.BankHolidays,
        drafts: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
    ) -> None:
        self._sheet = sheet
        self._drafts = drafts
        self._holidays = holidays
        self.tool = sheet.tool
        self.places = places_of(sheet.tool)
        self._questions = {question.id: question for question in sheet.tool.questions()}
        self._gaps: frozenset[Place] = frozenset()
        self._relevant: Answers = {}
        self._progress: dict[str, tuple[int, int]] = {}
        self._applies: dict[str, bool] = {}
        self._clocks: dict[str, clocks.ClockReading] = {}
        self.refresh()

    def refresh(self) -> None:
        """Read the rules anew after an answer or judgement changed."""
        sheet = self._sheet
        self._progress, self._applies, self._clocks = {}, {}, {}
        self._relevant = applicability.relevant_answers(
            sheet.tool, sheet.answers, sheet.audit.facts
        )
        asked = follow_up.submit_gaps(
            sheet.tool, sheet.answers, sheet.judgements, sheet.audit.facts, sheet.follow_ups
        )
        # What was submitted without it, from a file or years ago, is not asked any more.
        said = () if sheet.locked else contribution_gaps(sheet.contributions)
        self.gaps = (*asked, *said)
        self._gaps = frozenset(Place(gap.theme_id, gap.question_id) for gap in self.gaps)

    def question(self, question_id: str) -> Question:
        """Return the question of that id."""
        return self._questions[question_id]

    def applies(self, question: Question) -> bool:
        """Whether the question fits this child, as far as is known."""
        known = self._applies.get(question.id)
        if known is None:
            facts = self._sheet.audit.facts
            known = applicability.applies(question, self._relevant, facts)
            self._applies[question.id] = known
        return known

    def why_not(self, question: Question) -> str:
        """Return why the question does not apply; empty where it does."""
        return applicability.why_not(question, self._relevant, self._sheet.audit.facts)

    def visible(self) -> tuple[Place, ...]:
        """Return the places that the arrow keys visit: all but folded questions."""
        return tuple(
            place
            for place in self.places
            if not place.is_question or self.applies(self.question(place.question_id))
        )

    def is_open(self, place: Place) -> bool:
        """Whether something is left to do at a place."""
        return place in self._gaps

    def state(self, place: Place) -> PlaceState:
        """Return how a place stands."""
        if place.theme_id == PRACTITIONER:
            return self._contributions_state(place)
        if not place.is_question:
            return self._judgement_state(place)
        question = self.question(place.question_id)
        answer = self._sheet.answer(question.id)
        if not self.applies(question):
            return PlaceState.FOLDED
        if concern.concern_cause(question, answer):
            return PlaceState.CONCERN
        if self._drafts.get(question.id):
            return PlaceState.NOT_SAVED
        return self._given_state(place, question, answer) if answer.is_given else PlaceState.OPEN

    def _given_state(self, place: Place, question: Question, answer: Answer) -> PlaceState:
        if grading.needs_evidence(question, answer) and not answer.evidence.strip():
            return PlaceState.NEEDS_EVIDENCE
        unsaid = self.asks_action(question) and not self._sheet.locked
        if unsaid and follow_up.missing(self._sheet.follow_up(question.id)):
            return PlaceState.NEEDS_ACTION
        if self.is_open(place):
            return PlaceState.NEEDS_MORE
        facts = self._sheet.audit.facts
        in_part = completeness.is_in_part(self.tool, question, self._relevant, facts)
        return PlaceState.IN_PART if in_part else PlaceState.DONE

    def asks_action(self, question: Question) -> bool:
        """Whether the answer to a question asks what follows from it."""
        answer = self._sheet.answer(question.id)
        return self.applies(question) and follow_up.is_adverse(question, answer)

    def _contributions_state(self, place: Place) -> PlaceState:
        if all(made.is_empty for made in self._sheet.contributions.values()):
            return PlaceState.OPEN
        return PlaceState.NEEDS_MORE if self.is_open(place) else PlaceState.DONE

    def _judgement_state(self, place: Place) -> PlaceState:
        if self._sheet.judgement(place.theme_id).grade is None:
            return PlaceState.OPEN if self.is_open(place) else PlaceState.FOLDED
        return PlaceState.NEEDS_MORE if self.is_open(place) else PlaceState.DONE

    def progress(self, theme: Theme) -> tuple[int, int]:
        """Return how many of a theme's questions are answered, and how many apply."""
        if theme.id not in self._progress:
            facts = self._sheet.audit.facts
            self._progress[theme.id] = completeness.progress(theme, self._relevant, facts)
        return self._progress[theme.id]

    def total(self) -> tuple[int, int]:
        """Return how many questions are answered in all, and how many apply."""
        counts = [self.progress(theme) for theme in self.tool.themes]
        return sum(done for done, _ in counts), sum(of for _, of in counts)

    def suggestion(self, theme_id: str) -> grading.Suggestion:
        """Return what the rules suggest for a theme, or for the whole audit (``OVERALL``)."""
        facts = self._sheet.audit.facts
        if theme_id == OVERALL:
            return grading.suggest_overall(self.tool, self._relevant, self._sheet.judgements, facts)
        return grading.suggest_theme(self.tool.theme(theme_id), self._relevant, facts)

    def judgement(self, theme_id: str) -> Judgement:
        """Return a judgement as it stands."""
        return self._sheet.judgement(theme_id)

    def clocks_of(self, theme_id: str) -> tuple[ClockLine, ...]:
        """Return a theme's clocks with what they say now; all of them for ``OVERALL``."""
        wanted = [clock for clock in self.tool.clocks if theme_id in {clock.theme, OVERALL}]
        if not wanted:
            return ()
        if not self._clocks:
            sheet = self._sheet
            readings = clocks.read_clocks(
                self.tool, sheet.answers, sheet.audit.facts, self._holidays
            )
            self._clocks = {reading.clock_id: reading for reading in readings}
        return tuple(
            ClockLine(clock, self._clocks[clock.id], self._waits_for(clock)) for clock in wanted
        )

    def _waits_for(self, clock: Clock) -> tuple[str, ...]:
        reading, sheet = self._clocks[clock.id], self._sheet
        unread = reading.outcome is clocks.Outcome.NO_RECORD and reading.events is None
        if sheet.locked or not unread:
            return ()
        return clock_waiting.waits_for(self.tool, clock, self._relevant, sheet.audit.facts)

    def graded_so(self, theme_id: str) -> dict[Grade, str]:
        """Return what was graded so, by grade: question ids of a theme, or theme titles."""
        found: dict[Grade, list[str]] = {grade: [] for grade in Grade}
        if theme_id == OVERALL:
            for theme in self.tool.themes:
                decided = self.judgement(theme.id).grade
                if decided is not None:
                    found[decided].append(theme.title)
        else:
            for question in self.tool.theme(theme_id).questions:
                answer = self._relevant.get(question.id)
                if answer is not None and answer.grade is not None:
                    found[answer.grade].append(question.id)
        return {grade: ", ".join(names) for grade, names in found.items() if names}

    def title(self, theme_id: str) -> str:
        """Return a theme's title, or what the parts of an audit beside the themes are called."""
        return _BESIDE.get(theme_id) or self.tool.theme(theme_id).title


_BESIDE = {OVERALL: "Overall judgement", PRACTITIONER: TITLE}
