"""The audit page's keys: one table that the page binds and shows."""

from dataclasses import dataclass
from enum import StrEnum

from audit_desk.domain.audit import (
    NO,
    PARTLY,
    SAFE,
    UNSAFE,
    UNSURE,
    YES,
    Absence,
)
from audit_desk.domain.audit_tool import AnswerKind


class Act(StrEnum):
    """What a key does on the audit page."""

    FIRST = "choose the first answer"
    SECOND = "choose the second answer"
    THIRD = "choose the third answer"
    FOURTH = "choose the fourth answer"
    NOT_EVIDENCED = "not evidenced"
    NOT_ACCESSIBLE = "not accessible"
    NOT_APPLICABLE = "not applicable"
    CLEAR = "take the answer back"
    NEXT_OPEN = "next unanswered"
    NEXT_FROM_TEXT = "next unanswered, from a text"
    EVIDENCE = "write evidence"
    ACTION = "say what follows"
    USE_LIST = "take the date from the list"
    WHY = "why this question"
    HISTORY = "earlier versions"
    PREVIOUS = "previous question"
    FOLLOWING = "following question"
    PREVIOUS_THEME = "previous theme"
    FOLLOWING_THEME = "following theme"
    FIND = "find in this audit"
    UNDO = "undo"
    REDO = "redo"
    SAVE = "saved as you go"
    SUBMIT = "check and submit"
    CONCERN = "open the concern"
    CLOSE = "leave the audit"


KEYS: dict[Act, tuple[str, ...]] = {
    Act.FIRST: ("1",),
    Act.SECOND: ("2",),
    Act.THIRD: ("3",),
    Act.FOURTH: ("4",),
    Act.NOT_EVIDENCED: ("0",),
    Act.NOT_ACCESSIBLE: ("A",),
    Act.NOT_APPLICABLE: ("N",),
    Act.CLEAR: ("Del",),
    Act.NEXT_OPEN: ("Return", "Enter"),
    Act.NEXT_FROM_TEXT: ("Ctrl+Return", "Ctrl+Enter"),
    Act.EVIDENCE: ("E",),
    Act.ACTION: ("T",),
    Act.USE_LIST: ("F6",),
    Act.WHY: ("F2",),
    Act.HISTORY: ("Ctrl+H",),
    Act.PREVIOUS: ("Up",),
    Act.FOLLOWING: ("Down",),
    Act.PREVIOUS_THEME: ("Ctrl+Up",),
    Act.FOLLOWING_THEME: ("Ctrl+Down",),
    Act.FIND: ("Ctrl+F",),
    Act.UNDO: ("Ctrl+Z",),
    Act.REDO: ("Ctrl+Shift+Z",),
    Act.SAVE: ("Ctrl+S",),
    Act.SUBMIT: ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"),
    Act.CONCERN: ("F4",),
    Act.CLOSE: ("Ctrl+W",),
}
"""Every key by what it does. A text field keeps the plain keys it can type to itself."""

CHOICE_ACTS = (Act.FIRST, Act.SECOND, Act.THIRD, Act.FOURTH)

ABSENCE_ACTS = {
    Act.NOT_EVIDENCED: Absence.NOT_EVIDENCED,
    Act.NOT_ACCESSIBLE: Absence.NOT_ACCESSIBLE,
    Act.NOT_APPLICABLE: Absence.NOT_APPLICABLE,
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One main answer: the key that gives it, its stored value and its words."""

    key: str
    value: str
    label: str


CHOICES: dict[AnswerKind, tuple[Choice, ...]] = {
    AnswerKind.GRADE: (
        Choice("1", "1", "Outstanding"),
        Choice("2", "2", "Good"),
        Choice("3", "3", "Requires improvement"),
        Choice("4", "4", "Inadequate"),
    ),
    AnswerKind.YES_PARTLY_NO: (
        Choice("1", YES, "Yes"),
        Choice("2", PARTLY, "Partly"),
        Choice("3", NO, "No"),
    ),
    AnswerKind.SAFETY: (
        Choice("1", SAFE, "Safe"),
        Choice("2", UNSURE, "Unsure"),
        Choice("3", UNSAFE, "Unsafe"),
    ),
    AnswerKind.FACTS: (),
}
"""The main answers of each kind, in the order of their keys."""

FOOTER = (
    ("↑ ↓", "question"),
    ("Ctrl ↑ ↓", "theme"),
    ("E", "evidence"),
    ("T", "what follows"),
    ("Esc", "out of a text"),
    ("F2", "why"),
    ("Ctrl+H", "versions"),
    ("Ctrl+F", "find"),
    ("Ctrl+Z", "undo"),
    ("Ctrl+Enter", "next, from a text"),
)
"""The keys printed along the foot of the page; the others stand on their controls."""

WRITING = ("Ctrl+Z", "Ctrl+Enter")
"""Those of them that do nothing where an audit can only be read."""
