"""What the reader's choices and texts become: answers and judgements on the working copy."""

from collections.abc import Callable
from dataclasses import replace

from audit_desk.domain.answer_check import possible_absences
from audit_desk.domain.audit import Absence, Answer, Grade, Judgement
from audit_desk.domain.audit_tool import AnswerKind
from audit_desk.ui.screens.audit.draft_ports import Drafts
from audit_desk.ui.screens.audit.keymap import CHOICES
from audit_desk.ui.screens.audit.reading import Reading
from audit_desk.ui.screens.audit.sheet import AuditSheet
from audit_desk.ui.screens.audit.way.places import Place


class Answering:
    """Turns choices and texts at the place that is read into saved answers."""

    def __init__(
        self, sheet: AuditSheet, reading: Reading, here: Callable[[], Place], drafts: Drafts
    ) -> None:
        self._sheet = sheet
        self._reading = reading
        self._here = here
        self._drafts = drafts

    def choose_number(self, number: int) -> bool:
        """Choose the answer of that number, counted from 0; tell whether there is one."""
        place = self._here()
        if not place.is_question:
            return self.decide(str(number + 1))
        choices = CHOICES[self._reading.question(place.question_id).kind]
        if number >= len(choices):
            return False
        return self.choose(choices[number].value)

    def choose(self, value: str) -> bool:
        """Give the main answer; tell whether it could be given here."""
        if not self._answerable():
            return False
        self._sheet.choose(replace(self._answer(), value=value, absence=None))
        return True

    def choose_absence(self, absence: Absence) -> bool:
        """Give an absence instead of an answer; tell whether it could be given here."""
        if not self._answerable() or not self._can_be(absence):
            return False
        self._sheet.choose(replace(self._answer(), value="", absence=absence))
        return True

    def clear(self) -> None:
        """Take the answer back; texts and facts stay."""
        if self._answerable():
            self._sheet.choose(replace(self._answer(), value="", absence=None))

    def decide(self, value: str) -> bool:
        """Decide a judgement's grade; tell whether one is decided here."""
        place = self._here()
        if not place.is_judgement or self._sheet.locked:
            return False
        suggestion = self._reading.suggestion(place.theme_id)
        judgement = self._sheet.judgement(place.theme_id)
        grade = Grade(int(value))
        self._sheet.decide(replace(judgement, grade=grade, suggested=suggestion.grade))
        return True

    def write_evidence(self, text: str) -> None:
        """Take the evidence text."""
        if self._here().is_question:
            self._sheet.write(replace(self._answer(), evidence=text))

    def set_part(self, part_id: str, stored: str, typed: bool) -> None:
        """Take one part of the answer; an empty one is taken out."""
        answer = self._answer()
        parts = {key: value for key, value in answer.parts.items() if key != part_id}
        if stored:
            parts[part_id] = stored
        changed = replace(answer, parts=parts, absence=self._absence_beside(answer, parts))
        if typed:
            self._sheet.write(changed)
        else:
            self._sheet.choose(changed)

    def draft_part(self, part_id: str, text: str) -> None:
        """Keep what is typed but not understood; an empty text means it is."""
        drafts = self._drafts.setdefault(self._here().question_id, {})
        drafts.pop(part_id, None)
        if text:
            drafts[part_id] = text

    def write_judgement(self, name: str, text: str) -> None:
        """Take one text of a judgement."""
        place = self._here()
        if place.is_judgement:
            judgement = self._sheet.judgement(place.theme_id)
            self._sheet.write_judgement(_TEXTS[name](judgement, text))

    def undrafted(self) -> list[str]:
        """Return the questions in which something typed is not understood yet."""
        return [question for question, drafts in self._drafts.items() if drafts]

    def _answerable(self) -> bool:
        place = self._here()
        if self._sheet.locked or not place.is_question:
            return False
        return self._reading.applies(self._reading.question(place.question_id))

    def _can_be(self, absence: Absence) -> bool:
        kind = self._reading.question(self._here().question_id).kind
        return absence in possible_absences(kind)

    def _answer(self) -> Answer:
        return self._sheet.answer(self._here().question_id)

    def _absence_beside(self, answer: Answer, parts: dict[str, str]) -> Absence | None:
        # Facts found after all take the place of "nothing found".
        kind = self._reading.question(answer.question_id).kind
        return None if parts and kind is AnswerKind.FACTS else answer.absence


_TEXTS: dict[str, Callable[[Judgement, str], Judgement]] = {
    "rationale": lambda judgement, text: replace(judgement, rationale=text),
    "strengths": lambda judgement, text: replace(judgement, strengths=text),
    "improvements": lambda judgement, text: replace(judgement, improvements=text),
    "lived_experience": lambda judgement, text: replace(judgement, lived_experience=text),
}
