"""What moderators said of the audits that a pack's person made before; the pack carries it."""

from dataclasses import dataclass
from datetime import datetime

from audit_desk.domain.settlement import FEEDBACK_QUESTIONS


@dataclass(frozen=True, slots=True)
class PackFeedback:
    """What a moderator said of one audit, with the audit it is about.

    Attributes:
        reference: The file's reference.
        round_name: The round in which it was read.
        moderator: Who says it.
        answers: Yes, partly, no or empty, in the order of ``FEEDBACK_QUESTIONS``.
        words: What the auditor can take from it.
        given_at: When, UTC.
    """

    reference: str
    round_name: str
    moderator: str
    answers: tuple[str, str, str]
    words: str
    given_at: datetime

    @property
    def answered(self) -> tuple[str, ...]:
        """The questions that were answered, with the answer behind each."""
        pairs = zip(FEEDBACK_QUESTIONS, self.answers, strict=True)
        return tuple(f"{asked} {answer.capitalize()}." for asked, answer in pairs if answer)
