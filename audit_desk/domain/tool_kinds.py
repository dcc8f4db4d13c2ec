"""What kinds of thing an audit tool is made of, in the words of its file."""

from enum import StrEnum


class ToolStatus(StrEnum):
    """Whether a tool may still change."""

    DRAFT = "draft"
    PUBLISHED = "published"


class AnswerKind(StrEnum):
    """What a question's main answer is."""

    GRADE = "grade"
    """One of the four grades."""
    YES_PARTLY_NO = "yes_partly_no"
    """Yes, partly or no."""
    SAFETY = "safety"
    """Safe, unsure or unsafe: "Is the child safe now?" A tool has at most one."""
    FACTS = "facts"
    """No main answer, only parts (dates, counts, text)."""


class PartKind(StrEnum):
    """What one part of an answer holds."""

    MOMENT = "moment"
    """A date, with its time where the file has one: ``2026-03-02`` or ``2026-03-02T18:40``."""
    DATE = "date"
    """A date alone."""
    COUNT = "count"
    """A whole number, 0 or more."""
    CHOICE = "choice"
    """One of the part's options."""
    CHOICES = "choices"
    """Any number of the part's options, stored joined by ``|``."""
    TEXT = "text"
    """A short text."""
    EVENTS = "events"
    """A list of dated events, a row an event; stored as ``domain.event_rows`` writes it."""


class ClockUnit(StrEnum):
    """What a clock counts in."""

    HOURS = "hours"
    CALENDAR_DAYS = "calendar_days"
    WEEKS = "weeks"
    MONTHS = "months"
    WORKING_DAYS = "working_days"
