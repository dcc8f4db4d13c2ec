"""What a moderator settled where two readings differ: a third thing, beside both originals."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from audit_desk.domain.audit import Absence

_JUDGEMENT, _ANSWER = "judgement/", "answer/"

Settled = Mapping[str, Mapping[str, str]]
"""What stands after moderation, by the first reading's id and the item: a value or an absence in
its stored form. What was not settled is absent."""


def judgement_item(theme_id: str) -> str:
    """Return the item that stands for a theme's judgement, or for the overall one."""
    return f"{_JUDGEMENT}{theme_id}"


def answer_item(question_id: str) -> str:
    """Return the item that stands for a question's main answer."""
    return f"{_ANSWER}{question_id}"


@dataclass(frozen=True, slots=True)
class Settlement:
    """One thing that was settled.

    Attributes:
        audit_id: The first reading.
        item: ``judgement/THEME``, ``judgement/overall`` or ``answer/QUESTION``.
        value: The main answer in its stored form; empty where it is an absence.
        absence: Set instead of a value.
        reason: Why.
        moderator: Who settled it; never one of the readers.
        settled_at: When, UTC.
        seals: The seals of the readings that were compared. Once one of them is opened again and
            submitted otherwise, what was settled from it no longer stands.
    """

    audit_id: str
    item: str
    value: str
    absence: Absence | None
    reason: str
    moderator: str
    settled_at: datetime
    seals: tuple[str, ...]

    @property
    def standing(self) -> str:
        """The value or the absence, in its stored form."""
        return self.value or str(self.absence)


@dataclass(frozen=True, slots=True)
class Feedback:
    """What a moderator says to an auditor of the audit itself.

    The inspection of 2012 (paragraphs 52 and 115) found case file audits that left failings and
    what would correct them unnamed; the tool's question for the moderator asks for both.

    Attributes:
        audit_id: The audit that it is about, a first or a further reading.
        moderator: Who gives it.
        judges_impact: Whether the audit judges what help did for the child: yes, partly, no, or
            empty where it is not said.
        names_failings: Whether it names what failed.
        specifies_action: Whether it says what will put it right.
        words: What the auditor can take from it.
        given_at: When, UTC.
    """

    audit_id: str
    moderator: str
    judges_impact: str
    names_failings: str
    specifies_action: str
    words: str
    given_at: datetime

    @property
    def answers(self) -> tuple[str, str, str]:
        """The three answers in the order of the questions."""
        return (self.judges_impact, self.names_failings, self.specifies_action)


FEEDBACK_QUESTIONS = (
    "Does the audit judge the impact on the child?",
    "Does it name failings?",
    "Does it specify corrective action?",
)
"""What a moderator is asked of an audit."""
