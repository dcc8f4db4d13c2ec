"""The lead's words about a round: part by part, each change with its line in the history."""

from datetime import UTC, datetime

from audit_desk.domain.answer_check import text_faults
from audit_desk.domain.audit import OVERALL
from audit_desk.domain.round import Round
from audit_desk.domain.round_words import (
    HEADLINE,
    RECOMMENDATIONS,
    Recommendation,
    RoundWords,
    WrittenPart,
    theme_part,
)
from audit_desk.errors import UserError
from audit_desk.services.rounds import RoundService
from audit_desk.storage.register import Register
from audit_desk.storage.words_repo import WordsRepo, recommendations_text


class RoundWordsService:
    """The lead's words in one register."""

    def __init__(self, register: Register, rounds: RoundService) -> None:
        self._register = register
        self._rounds = rounds
        self._repo = WordsRepo(register)

    def of_round(self, round_id: str) -> RoundWords:
        """Return all that is written about a round."""
        return self._repo.of_round(round_id)

    def parts(self, round_: Round) -> tuple[str, ...]:
        """Return the names of the parts that can be written, in reading order."""
        themes = (theme_part(theme.id) for theme in self._rounds.tool_of(round_).themes)
        return (HEADLINE, theme_part(OVERALL), *themes, RECOMMENDATIONS)

    def write(self, round_: Round, part: str, text: str, figures: str, by: str) -> None:
        """Keep a part as it now reads; an empty text takes it back.

        The same text against other figures says that it still holds.

        Args:
            round_: The round.
            part: The headline, or what is said on a theme.
            text: The lead's words.
            figures: The hash of the figures that they are written against.
            by: Who writes.

        Raises:
            UserError: The round has no such part, or the text cannot be kept.
        """
        if part == RECOMMENDATIONS or part not in self.parts(round_):
            raise UserError(f"There is no part “{part}” that words can be written in.")
        self._put(round_.id, part, text if text.strip() else "", figures, by)

    def recommend(
        self, round_: Round, listed: tuple[Recommendation, ...], figures: str, by: str
    ) -> None:
        """Keep the list of recommendations as it now stands; empty ones are left out.

        Raises:
            UserError: A text cannot be kept.
        """
        said = tuple(each for each in listed if not each.is_empty)
        self._put(round_.id, RECOMMENDATIONS, recommendations_text(said), figures, by)

    def _put(self, round_id: str, part: str, text: str, figures: str, by: str) -> None:
        wrong = next(iter(text_faults(text)), "")
        if wrong:
            raise UserError(f"{wrong[0].upper()}{wrong[1:]}", "What was there before is saved.")
        with self._register.transaction():
            before, against = self._repo.stored(round_id, part)
            if before == text and (against == figures or not text):
                return
            self._repo.put(round_id, part, WrittenPart(text, figures, by, datetime.now(UTC)))
            self._register.history.append(
                by,
                _verb(before, text),
                ("words", f"{round_id}/{part}"),
                before={"text": before} if before else None,
                after={"text": text, "figures": figures} if text else None,
            )


def _verb(before: str, after: str) -> str:
    if not after:
        return "took back"
    return "confirmed" if before == after else "wrote"
