"""An audit tool: themes, their questions and the clocks that the answers feed.

These classes only describe. ``domain.applicability`` decides which question applies,
``domain.grading`` judges, ``domain.clocks`` counts, ``services.tool_files`` reads the file.
"""

from dataclasses import dataclass

from audit_desk.domain.tool_kinds import AnswerKind, ClockUnit, PartKind, ToolStatus

__all__ = [
    "AnswerKind",
    "AuditTool",
    "Clock",
    "ClockUnit",
    "Condition",
    "Descriptors",
    "Document",
    "Option",
    "Part",
    "PartKind",
    "Question",
    "Source",
    "Theme",
    "ToolStatus",
]


@dataclass(frozen=True, slots=True)
class Document:
    """A published document that a question's findings come from."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Source:
    """The finding behind a question: which document, where in it, and what it found."""

    document: str
    place: str
    finding: str


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a part: its stored id and its words."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Condition:
    """One test that decides whether a question applies.

    Exactly one of ``case`` (a case field's key) and ``answer`` (a question's id, or
    ``QUESTION.part``) is set, and exactly one of the tests. An unknown fact or a question not
    yet answered never hides anything: the condition then counts as met.

    Attributes:
        any_of: Met when the value is one of these.
        none_of: Met when the value is none of these.
        at_least: Met when the value is a number of at least this.
    """

    case: str | None = None
    answer: str | None = None
    any_of: tuple[str, ...] = ()
    none_of: tuple[str, ...] = ()
    at_least: int | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One fact that a question asks for beside, or instead of, its main answer.

    Attributes:
        id: Short and stable; unique in its question.
        label: What the auditor reads beside the field.
        kind: What it holds.
        options: The choices of a ``CHOICE`` or ``CHOICES`` part.
        help: A word on what to enter, shown under the field.
        not_before: The id of another date of the same question that this one cannot come
            before: nobody returns before they went missing.
        from_list: Which lists may know the date, the first that does counts: see
            ``domain.list_source``. What they say is shown, and never counts by itself.
        columns: What each row of an ``EVENTS`` part holds: parts of any other kind but
            ``CHOICES``, at least one of them a date. Their ``not_before`` names another column
            of the same row, and their ``from_list`` a field of the events of one list.
    """

    id: str
    label: str
    kind: PartKind
    options: tuple[Option, ...] = ()
    help: str = ""
    not_before: str = ""
    from_list: tuple[str, ...] = ()
    columns: "tuple[Part, ...]" = ()


@dataclass(frozen=True, slots=True)
class Descriptors:
    """What each grade looks like for one question."""

    outstanding: str
    good: str
    requires_improvement: str
    inadequate: str

    def by_grade(self) -> tuple[str, str, str, str]:
        """Return the four texts from Outstanding to Inadequate."""
        return (self.outstanding, self.good, self.requires_improvement, self.inadequate)


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a tool.

    Attributes:
        id: Short and stable, for example ``ST4``; exports are read by it.
        wording: The question itself.
        kind: What its main answer is.
        critical: ★: an Inadequate or a No caps its theme and the overall judgement.
        guidance: How to come to an answer, for the auditor.
        evidence: What the evidence should show, for the auditor.
        descriptors: What each grade looks like; graded questions always have them.
        parts: Further facts asked for.
        applies_when: All of these must be met for the question to apply.
        applies_note: The same in words, shown where the question is folded away.
        evidence_for: Main answers (stored form) that demand evidence text. ``None`` takes the
            rule of its kind: grades 1, 3 and 4; partly and no; unsure and unsafe.
        sources: The findings that it comes from.
        for_moderator: Asked of whoever moderates the audit, not of the auditor.
    """

    id: str
    wording: str
    kind: AnswerKind
    guidance: str
    sources: tuple[Source, ...]
    evidence: str = ""
    critical: bool = False
    descriptors: Descriptors | None = None
    parts: tuple[Part, ...] = ()
    applies_when: tuple[Condition, ...] = ()
    applies_note: str = ""
    evidence_for: tuple[str, ...] | None = None
    for_moderator: bool = False

    def part(self, part_id: str) -> Part:
        """Return the part of that id.

        Raises:
            KeyError: There is none.
        """
        for part in self.parts:
            if part.id == part_id:
                return part
        raise KeyError(part_id)


@dataclass(frozen=True, slots=True)
class Clock:
    """A timeliness standard between two moments that the auditor reads from the file.

    Attributes:
        id: Short and stable.
        title: What is timed, for example "Return home interview held".
        theme: The id of the theme it is shown and reported under.
        start: ``QUESTION.part`` of the trigger, or ``QUESTION.part.column`` where each row of a
            list has one.
        stop: The same of the event. Where start and stop are the same column of a list, each
            gap from one of its dates to the next is timed.
        limit: How many units are allowed.
        unit: What is counted.
        trigger_is_day_one: Whether the trigger's own day counts as day 1; otherwise it is day 0.
            It matters only to calendar and working days.
        standard: The rule in words, printed beside the result.
        source: Where the standard comes from.
        local: Whether the figure is a local setting rather than a national rule.
        not_counted_when: Conditions under each of which the clock does not apply (for example,
            the child declined). A clock of a list may look at the row's own columns.
        not_counted_label: What the result then says, for example "declined".
        until: ``QUESTION.part`` of the day up to which a list is complete, for a clock of its
            gaps: the time from the last date to that day is then read too. Without it, nobody
            can tell how long the last gap is.
    """

    id: str
    title: str
    theme: str
    start: str
    stop: str
    limit: int
    unit: ClockUnit
    standard: str
    source: str
    trigger_is_day_one: bool = False
    local: bool = False
    not_counted_when: tuple[Condition, ...] = ()
    not_counted_label: str = "not applicable"
    until: str = ""

    @property
    def list_place(self) -> str:
        """``QUESTION.part`` of the list whose rows it reads; empty where it reads one event."""
        place = self.start.rpartition(".")[0]
        return place if "." in place else ""

    @property
    def times_gaps(self) -> bool:
        """Whether it reads the gaps from one row of a list to the next."""
        return self.start == self.stop


@dataclass(frozen=True, slots=True)
class Theme:
    """A group of questions that is judged as one."""

    id: str
    title: str
    about: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class AuditTool:
    """One version of an audit tool.

    Attributes:
        id: Short and stable across versions, for example ``complex-safeguarding``.
        version: 1, 2, 3 …
        status: Draft or published; a published version never changes.
        title: What people call it.
        purpose: What it is for, in a sentence or two.
        documents: The documents that its sources name.
        themes: Its themes in reading order.
        clocks: Its timeliness standards.
    """

    id: str
    version: int
    status: ToolStatus
    title: str
    purpose: str
    documents: tuple[Document, ...]
    themes: tuple[Theme, ...]
    clocks: tuple[Clock, ...] = ()

    def questions(self) -> tuple[Question, ...]:
        """Return all questions in reading order."""
        return tuple(question for theme in self.themes for question in theme.questions)

    def question(self, question_id: str) -> Question:
        """Return the question of that id.

        Raises:
            KeyError: There is none.
        """
        for theme in self.themes:
            for question in theme.questions:
                if question.id == question_id:
                    return question
        raise KeyError(question_id)

    def theme(self, theme_id: str) -> Theme:
        """Return the theme of that id.

        Raises:
            KeyError: There is none.
        """
        for theme in self.themes:
            if theme.id == theme_id:
                return theme
        raise KeyError(theme_id)

    def theme_of(self, question_id: str) -> Theme:
        """Return the theme that a question stands in.

        Raises:
            KeyError: There is no such question.
        """
        for theme in self.themes:
            if any(question.id == question_id for question in theme.questions):
                return theme
        raise KeyError(question_id)
