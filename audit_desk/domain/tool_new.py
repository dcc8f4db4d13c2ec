"""What a new item of an audit tool begins with: as little as makes it understood."""

from audit_desk.domain.audit_tool import (
    AnswerKind,
    AuditTool,
    Clock,
    ClockUnit,
    Document,
    Option,
    Part,
    PartKind,
    Question,
    Theme,
)
from audit_desk.domain.tool_edit import all_ids, fresh_id

_DATES = (PartKind.MOMENT, PartKind.DATE)


def new_theme(tool: AuditTool) -> Theme:
    """Return a theme without questions."""
    return Theme(_free("theme", all_ids(tool)), "", "", ())


def new_question(tool: AuditTool, theme: Theme) -> Question:
    """Return a question; its id goes on from the last of its theme."""
    ids = all_ids(tool)
    like = theme.questions[-1].id if theme.questions else _letters(theme)
    name = like if like not in ids and theme.questions else fresh_id(like, ids)
    return Question(name, "", AnswerKind.YES_PARTLY_NO, "", ())


def new_part(question: Question) -> Part:
    """Return a part that asks for a date."""
    return Part(_free("fact", {part.id for part in question.parts}, "_"), "", PartKind.DATE)


def new_column(part: Part) -> Part:
    """Return a column of a list of events: a date."""
    return Part(_free("column", {each.id for each in part.columns}, "_"), "", PartKind.DATE)


def new_document(tool: AuditTool) -> Document:
    """Return a document."""
    return Document(_free("document", all_ids(tool)), "")


def new_clock(tool: AuditTool) -> Clock:
    """Return a clock between the first two dates of the tool."""
    ends = [
        f"{question.id}.{part.id}"
        for question in tool.questions()
        for part in question.parts
        if part.kind in _DATES
    ]
    start, stop = (*ends, "", "")[:2]
    theme = tool.themes[0].id if tool.themes else ""
    unit = ClockUnit.WORKING_DAYS
    name = _free("clock", all_ids(tool))
    return Clock(name, "", theme, start, stop, 1, unit, "", "Local setting", local=True)


def new_option(options: tuple[Option, ...]) -> Option:
    """Return a choice that has no words yet."""
    return Option(_free("option", {option.id for option in options}, "_"), "")


def _free(stem: str, taken: set[str], joint: str = "-") -> str:
    return fresh_id(f"{stem}{joint}0", taken)


def _letters(theme: Theme) -> str:
    """Return a question's first id in a theme: ``SM0`` of ``seeing-mothers``; never kept."""
    letters = "".join(word[0] for word in theme.id.split("-") if word)[:2].upper()
    return f"{letters if letters.isalpha() else 'Q'}0"
