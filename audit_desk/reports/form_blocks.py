"""The pieces that a form on paper is made of, as plain dataclasses without any layout."""

from dataclasses import dataclass

from audit_desk.domain.audit_tool import PartKind


@dataclass(frozen=True, slots=True)
class Choice:
    """A box to tick.

    Attributes:
        key: The key that gives the same answer on the screen; empty where there is none.
        label: Its words.
        looks_like: What the file looks like that deserves it; may be empty.
        chosen: Whether it is the answer.
    """

    key: str
    label: str
    looks_like: str = ""
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """Something else to fill in, beside a question's answer or of a judgement.

    Attributes:
        label: What is asked.
        kind: What it holds.
        help: A word on what to enter.
        text: What was entered, in words; empty on a blank form.
        choices: The boxes of a choice.
        heads: The columns of a list of events.
        rows: The events that were entered.
        short: Whether a few words are enough.
    """

    label: str
    kind: PartKind
    help: str = ""
    text: str = ""
    choices: tuple[Choice, ...] = ()
    heads: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    short: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """One question.

    Attributes:
        id: Its id.
        critical: Whether it has a star.
        wording: The question.
        note: When it applies, or why it does not; may be empty.
        choices: Its answers.
        absences: The honest absences.
        facts: What else is asked.
        evidence_hint: What the evidence should show.
        evidence: What was written.
        lines: How many lines there are to write on.
    """

    id: str
    critical: bool
    wording: str
    note: str
    choices: tuple[Choice, ...]
    absences: tuple[Choice, ...]
    facts: tuple[Fact, ...]
    evidence_hint: str
    evidence: str
    lines: int


@dataclass(frozen=True, slots=True)
class Group:
    """A theme, or the judgement of the whole.

    Attributes:
        title: Its heading.
        about: What it is about.
        questions: Its questions.
        standards: How long things may take, or what the clocks say.
        judgements: What is judged or told at its end, under small headings.
    """

    title: str
    about: str
    questions: tuple[Asked, ...]
    standards: tuple[tuple[str, str], ...]
    judgements: tuple[tuple[str, tuple[Fact, ...]], ...]


@dataclass(frozen=True, slots=True)
class FormContent:
    """Everything that a form says."""

    title: str
    running_head: str
    organisation: str
    about: tuple[tuple[str, str], ...]
    stops: str
    how_to: tuple[str, ...]
    keeping: str
    groups: tuple[Group, ...]
    filled: bool
