"""The list of actions for a meeting: what is overdue, what is open, what became of the others."""

from collections.abc import Iterator

from audit_desk.domain.action import ActionLine, ActionState, overdue
from audit_desk.domain.action_sheet import ActionSheet
from audit_desk.domain.due_dates import short_day
from audit_desk.reports.actions import came_from, listed_actions
from audit_desk.reports.blocks import ReportContent, Section, Text
from audit_desk.reports.words import listed

MARKING = "About children: for those who work on these actions. Do not forward."
"""How the list has to be handled; it stands on every page."""


def build_action_list(sheet: ActionSheet) -> ReportContent:
    """Return what the list says; the same actions on the same day make the same list."""
    return ReportContent(
        kind="Actions",
        organisation=sheet.organisation,
        round_name=sheet.title,
        marking=MARKING,
        about=(("As on", short_day(sheet.today)), ("Actions", _counts(sheet))),
        sections=tuple(_sections(sheet)),
        subject="Actions from audits of children's files",
        has_contents=False,
    )


def _counts(sheet: ActionSheet) -> str:
    states = [line.action.state for line in sheet.lines]
    late = sum(overdue(line.action, sheet.today) for line in sheet.lines)
    counts = [f"{states.count(state)} {state.value}" for state in ActionState if state in states]
    return (listed(counts) or "none") + (f"; {late} overdue" if late else "")


def _sections(sheet: ActionSheet) -> Iterator[Section]:
    rounds = {line.round_name for line in sheet.lines}

    def origin(line: ActionLine) -> str:
        files = came_from(line)
        return f"{files} [{line.round_name}]".strip() if len(rounds) > 1 else files

    late = [line for line in sheet.lines if overdue(line.action, sheet.today)]
    still_open = [line for line in sheet.lines if line.action.is_open and line not in late]
    ended = [line for line in sheet.lines if not line.action.is_open]
    parts = (("Overdue", late), ("Open", still_open), ("Done or dropped", ended))
    for number, (title, lines) in enumerate(parts):
        if lines:
            yield Section(f"actions-{number}", "", title, tuple(listed_actions(lines, origin)))
    if not sheet.lines:
        yield Section("actions", "", "Actions", (Text("No action is recorded."),))
