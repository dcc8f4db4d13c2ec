"""What changes for the auditor in the clocks of an audit tool, in sentences."""

from collections.abc import Iterator

from audit_desk.domain.audit_tool import AuditTool, Clock
from audit_desk.domain.clock_words import rule
from audit_desk.domain.tool_question_changes import other_fields
from audit_desk.domain.tool_words import clock_words, condition_words, quoted, reference_words

_SAID = frozenset(
    {"id", "title", "theme", "start", "stop", "until", "limit", "unit", "trigger_is_day_one"}
    | {"standard", "source", "local", "not_counted_when", "not_counted_label"}
)


def clock_changes(before: AuditTool, after: AuditTool) -> Iterator[str]:
    """Yield what changed in the clocks: those gone, those new, and those that count otherwise."""
    old = {clock.id: clock for clock in before.clocks}
    new = {clock.id: clock for clock in after.clocks}
    for clock in before.clocks:
        if clock.id not in new:
            yield f"The clock {quoted(clock.title)} is gone: nothing is counted by it any more."
    for clock in after.clocks:
        if clock.id not in old:
            yield f"The clock {quoted(clock.title)} is new: {clock_words(clock, after)}."
        else:
            yield from _clock(old[clock.id], clock, after)
    kept = [key for key in new if key in old]
    if kept != [key for key in old if key in new]:
        yield "The clocks stand in another order."


def _clock(before: Clock, after: Clock, tool: AuditTool) -> Iterator[str]:
    what = f"The clock {quoted(after.title)}"
    if before.title != after.title:
        yield f"{what} was called {quoted(before.title)}"
    if rule(before) != rule(after):
        yield f"{what} now allows {rule(after)}; it allowed {rule(before)}."
    if before.start != after.start:
        yield f"{what} now starts from {reference_words(after.start, tool)}."
    if before.stop != after.stop:
        yield f"{what} now stops at {reference_words(after.stop, tool)}."
    if before.until != after.until:
        until = f"up to {reference_words(after.until, tool)}" if after.until else "up to no day"
        yield f"{what} now takes the list as complete {until}."
    if before.theme != after.theme:
        titles = {theme.id: theme.title for theme in tool.themes}
        yield f"{what} is now shown under {quoted(titles.get(after.theme, after.theme))}."
    yield from _words(before, after, tool, what)
    yield from other_fields(before, after, _SAID, what)


def _words(before: Clock, after: Clock, tool: AuditTool, what: str) -> Iterator[str]:
    if before.standard != after.standard:
        yield f"{what} states its standard so: {quoted(after.standard)}"
    if before.source != after.source:
        yield f"{what} names another source: {quoted(after.source)}"
    if before.local != after.local:
        yield f"{what} is now {'a local setting' if after.local else 'a national rule'}."
    if before.not_counted_when != after.not_counted_when:
        words = [condition_words(each, tool) for each in after.not_counted_when]
        when = f"does not count where {' or '.join(words)}" if words else "always counts"
        yield f"{what} now {when}."
    if before.not_counted_label != after.not_counted_label:
        yield f"{what} then says {quoted(after.not_counted_label)}"
