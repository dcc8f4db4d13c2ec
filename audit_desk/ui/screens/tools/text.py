"""An audit tool as text to read."""

from html import escape

from audit_desk.domain.audit import Grade
from audit_desk.domain.audit_tool import (
    AnswerKind,
    AuditTool,
    Clock,
    ClockUnit,
    Part,
    PartKind,
    Question,
    Theme,
    ToolStatus,
)
from audit_desk.ui.tokens import Colours

STAR = "★"

_KINDS = {
    AnswerKind.GRADE: "Graded",
    AnswerKind.YES_PARTLY_NO: "Yes, partly or no",
    AnswerKind.SAFETY: "Safe, unsure or unsafe",
    AnswerKind.FACTS: "Facts from the file",
}
_PARTS = {
    PartKind.MOMENT: "date and time",
    PartKind.DATE: "date",
    PartKind.COUNT: "number",
    PartKind.CHOICE: "one of",
    PartKind.CHOICES: "any of",
    PartKind.TEXT: "words",
    PartKind.EVENTS: "list of events",
}
_UNITS = {
    ClockUnit.HOURS: "hours",
    ClockUnit.CALENDAR_DAYS: "calendar days",
    ClockUnit.WEEKS: "weeks",
    ClockUnit.MONTHS: "months",
    ClockUnit.WORKING_DAYS: "working days",
}


def kind_text(question: Question) -> str:
    """Return what is answered, and that it is critical or the moderator's."""
    notes = [_KINDS[question.kind]]
    if question.critical:
        notes.append("critical: Inadequate or No caps the judgement at Requires improvement")
    if question.for_moderator:
        notes.append("asked of the moderator")
    return " · ".join(notes)


def about_html(tool: AuditTool) -> str:
    """Return what the tool is, its standards and its documents."""
    state = "Published" if tool.status is ToolStatus.PUBLISHED else "Draft"
    counts = f"{len(tool.themes)} themes, {len(tool.questions())} questions"
    parts = [
        f"<h1>{escape(tool.title)}</h1>",
        f"<p class='muted'>Version {tool.version} · {state} · {counts}</p>",
        f"<p>{escape(tool.purpose)}</p>",
        "<h2>Themes</h2>",
        *(_theme_line(theme) for theme in tool.themes),
    ]
    if tool.clocks:
        parts.append("<h2>Timeliness standards</h2>")
        parts += [_clock_line(clock) for clock in tool.clocks]
    parts.append("<h2>Documents that its findings come from</h2><ul>")
    parts += [f"<li>{escape(document.title)}</li>" for document in tool.documents]
    return "".join([*parts, "</ul>"])


def theme_html(tool: AuditTool, theme: Theme, colours: Colours) -> str:
    """Return a theme with all its questions; each is an anchor named after its id."""
    parts = [f"<h1>{escape(theme.title)}</h1>", f"<p>{escape(theme.about)}</p>"]
    parts += [_question(tool, question, colours) for question in theme.questions]
    return "".join(parts)


def _theme_line(theme: Theme) -> str:
    link = f"<a href='{escape(theme.id)}'>{escape(theme.title)}</a>"
    return f"<p>{link}<br>{escape(theme.about)}</p>"


def local_words(clock: Clock) -> str:
    """Return that a clock is a local setting; nothing where its source begins so already."""
    told = clock.source.casefold().startswith("local setting")
    return " · local setting" if clock.local and not told else ""


def _clock_line(clock: Clock) -> str:
    unit = _UNITS[clock.unit]
    limit = f"{clock.limit} {unit.removesuffix('s') if clock.limit == 1 else unit}"
    return (
        f"<p><b>{escape(clock.title)}</b>: {escape(clock.standard)}"
        f"<br><span class='muted'>{limit}{local_words(clock)} · {escape(clock.source)}</span></p>"
    )


def _question(tool: AuditTool, question: Question, colours: Colours) -> str:
    star = f" <span class='star'>{STAR}</span>" if question.critical else ""
    anchor = f"<a name='{escape(question.id)}'></a>{escape(question.id)}"
    parts = [
        f"<h2>{anchor}{star} {escape(question.wording)}</h2>",
        f"<p class='muted'>{escape(kind_text(question))}</p>",
        _paragraph("", question.guidance),
        _paragraph("Applies", question.applies_note),
        _descriptors(question, colours),
        _parts(question.parts),
        _paragraph("Evidence", question.evidence),
        _clocks(tool, question),
        _sources(tool, question),
    ]
    return "".join(parts)


def _paragraph(name: str, text: str) -> str:
    if not text:
        return ""
    lead = f"<b>{name}:</b> " if name else ""
    return f"<p>{lead}{escape(text)}</p>"


def _descriptors(question: Question, colours: Colours) -> str:
    if question.descriptors is None:
        return ""
    rows = []
    for grade, text in zip(Grade, question.descriptors.by_grade(), strict=True):
        pair = colours.grade(grade)
        style = f"background-color: {pair.fill}; color: {pair.text};"
        name = grade.label.replace(" ", "&nbsp;")
        chip = f"<span style='{style}'>&nbsp;<b>{name}</b>&nbsp;</span>"
        rows.append(
            f"<tr><td class='muted' style='padding: 4px 14px 4px 0;'>{chip}</td>"
            f"<td style='padding: 3px 0;'>{escape(text)}</td></tr>"
        )
    look = "cellspacing='0' cellpadding='0' width='100%' style='margin: 2px 0 8px 0;'"
    return f"<table {look}>{''.join(rows)}</table>"


def _parts(parts: tuple[Part, ...]) -> str:
    if not parts:
        return ""
    return f"<p><b>Asks for:</b> {escape('; '.join(map(_part, parts)))}.</p>"


def _part(part: Part) -> str:
    options = ", ".join(option.label for option in part.options)
    what = f"{_PARTS[part.kind]} {options}".strip()
    return f"{part.label} ({what})"


def _clocks(tool: AuditTool, question: Question) -> str:
    fed = [
        clock
        for clock in tool.clocks
        if question.id in {end.partition(".")[0] for end in (clock.start, clock.stop)}
    ]
    if not fed:
        return ""
    lines = "; ".join(f"{clock.title}: {clock.standard.rstrip('.')}" for clock in fed)
    return f"<p><b>Clocks:</b> {escape(lines)}.</p>"


def _sources(tool: AuditTool, question: Question) -> str:
    titles = _titles(tool)
    lines = [
        f"{escape(source.finding)} <i>{escape(titles.get(source.document, source.document))},"
        f" {escape(source.place)}</i>"
        for source in question.sources
    ]
    if not lines:
        return ""
    return f"<p class='muted'><b>Where it comes from:</b> {'<br>'.join(lines)}</p>"


def _titles(tool: AuditTool) -> dict[str, str]:
    return {document.id: document.title for document in tool.documents}


def searchable(tool: AuditTool, question: Question) -> str:
    """Return all words of a question, for finding."""
    titles = _titles(tool)
    words = [
        question.id,
        question.wording,
        question.guidance,
        question.evidence,
        question.applies_note,
        *(question.descriptors.by_grade() if question.descriptors else ()),
        *(part.label for part in question.parts),
        *(
            f"{source.finding} {titles.get(source.document, '')} {source.place}"
            for source in question.sources
        ),
    ]
    return " ".join(words).casefold()
