"""The tables that may leave the house: figures by theme, question and standard, no single file."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from audit_desk.domain.action import ActionState
from audit_desk.domain.audit import NO, PARTLY, SAFE, UNSAFE, UNSURE, YES, Grade
from audit_desk.domain.clocks import Outcome
from audit_desk.domain.findings import RECORDED
from audit_desk.domain.shareable import (
    Shareable,
    ShareableAction,
    ShareableClock,
    ShareableQuestion,
    ShareableTheme,
)
from audit_desk.domain.shareable_rows import NO_ACCESS, NO_ANSWER, NO_RECORD
from audit_desk.domain.shown_rows import NOT_APPLICABLE, Base, ShownRow
from audit_desk.domain.small_numbers import WITHHELD
from audit_desk.reports.tables.model import YES_NO, Column, DataTable, Kind, table, yes_no

if TYPE_CHECKING:
    from audit_desk.domain.passages import Passage

Item = TypeVar("Item")
_Row = tuple[ShareableTheme, ShareableQuestion]
_MAIN = (YES, PARTLY, NO, SAFE, UNSURE, UNSAFE, RECORDED)
_ABSENT = (
    (NO_RECORD, "Not evidenced", "In how many no record was found."),
    (NO_ACCESS, "Not accessible", "In how many the record could not be opened."),
    (NO_ANSWER, "Unanswered", "How many have no answer."),
)
_UNFIT = (NOT_APPLICABLE, "Not applicable", "How many are left out, because it does not fit.")
_SIGN = f"a number, or {WITHHELD}: withheld"
_BASES = {
    Base.DECIDED: "files with an answer",
    Base.FITTING: "files that it fits",
    Base.READ: "files read",
}


def build_audience_tables(shared: Shareable) -> tuple[DataTable, ...]:
    """Return all tables of a report for one audience."""
    files = (_files(shared),) if shared.files else ()
    return (
        _themes(shared),
        _questions(shared),
        _clocks(shared),
        _actions(shared),
        _passages(shared),
        *files,
    )


def _themes(shared: Shareable) -> DataTable:
    columns: tuple[Column[ShareableTheme], ...] = (
        Column("theme_id", "Theme ID", "Its stable id.", lambda row: row.theme_id, width=24),
        Column("theme", "Theme", "What is judged.", lambda row: row.title, width=34),
        *(_cell(str(grade.value), grade.name.lower(), grade.label, _of_theme) for grade in Grade),
        *(_cell(key, key, title, _of_theme, about) for key, title, about in (*_ABSENT, _UNFIT)),
        *_share(_of_theme, "good or better"),
    )
    about = "One row a theme, and one for the overall judgement."
    return table("themes", "Themes", about, columns, (*shared.themes, shared.overall))


def _of_theme(row: ShareableTheme) -> ShownRow:
    return row.row


def _questions(shared: Shareable) -> DataTable:
    columns: tuple[Column[_Row], ...] = (
        Column("theme", "Theme", "Its theme.", lambda row: row[0].title, width=26),
        Column("question_id", "Question", "Its id.", lambda row: row[1].question_id, width=10),
        Column("wording", "Wording", "Its words.", lambda row: row[1].wording, width=60),
        Column(
            "critical",
            "Critical",
            "Whether it is a ★ question.",
            lambda row: yes_no(row[1].critical),
            values=YES_NO,
            width=10,
        ),
        *(_cell(str(grade.value), grade.name.lower(), grade.label, _of_pair) for grade in Grade),
        *(_cell(value, value, value.capitalize(), _of_pair) for value in _MAIN),
        *(_cell(key, key, title, _of_pair, about) for key, title, about in (*_ABSENT, _UNFIT)),
        *_share(_of_pair, "favourable (good or better, yes, safe, recorded)"),
    )
    rows = [(theme, question) for theme in shared.themes for question in theme.questions]
    return table("questions", "Questions", "One row a question.", columns, rows)


def _of_pair(row: _Row) -> ShownRow:
    return row[1].row


def _clocks(shared: Shareable) -> DataTable:
    columns: tuple[Column[ShareableClock], ...] = (
        Column("clock_id", "Clock ID", "Its stable id.", lambda row: row.clock_id, width=24),
        Column("clock", "Clock", "What is timed.", lambda row: row.title, width=34),
        Column("theme", "Theme", "Its theme.", lambda row: row.theme_title, width=26),
        *(
            _cell(
                NOT_APPLICABLE if outcome is Outcome.NOT_APPLICABLE else outcome.value,
                outcome.value,
                outcome.label,
                _of_clock,
            )
            for outcome in Outcome
        ),
        *_share(_of_clock, "in time"),
        Column("standard", "Standard", "The standard.", lambda row: row.standard, width=60),
    )
    return table("clocks", "Clocks", "One row a standard.", columns, shared.clocks)


def _of_clock(row: ShareableClock) -> ShownRow:
    return row.row


def _cell(
    name: str, key: str, title: str, row_of: Callable[[Item], ShownRow], about: str = ""
) -> Column[Item]:
    """Return a column of counts: the sign where one is withheld, nothing where there is none."""

    def value(item: Item) -> int | str | None:
        row = row_of(item)
        if name not in row.cells:
            return None
        count = row.count(name)
        return WITHHELD if count is None else count

    meaning = about or f"How many are {title}; empty where that is no answer to it."
    return Column(key, title, meaning, value, Kind.NUMBER, values=_SIGN, unit="audits", width=13)


def _share(row_of: Callable[[Item], ShownRow], what: str) -> tuple[Column[Item], ...]:
    def n(item: Item) -> int | str:
        share = row_of(item).share
        return share.n if share else WITHHELD

    def of(item: Item) -> int | str:
        share = row_of(item).share
        return share.of if share else WITHHELD

    def base(item: Item) -> str:
        row = row_of(item)
        return _BASES[row.base] if row.share else ""

    def percent(item: Item) -> int | None:
        row = row_of(item)
        return row.share.percent if row.share and row.base is not Base.READ else None

    def interval(item: Item) -> str:
        row = row_of(item)
        return row.share.interval_text if row.share and row.base is Base.DECIDED else ""

    about = "n of N as a percentage; empty where N is below 10 or is of all files read."
    bounds = "What the share of all eligible children may be; empty where none can be defended."
    return (
        Column("n", "n", f"How many were {what}.", n, Kind.NUMBER, _SIGN, "audits", 10),
        Column("of", "of N", "Of how many.", of, Kind.NUMBER, _SIGN, "audits", 10),
        Column("of_what", "N is", "What N counts.", base, values=", ".join(_BASES.values())),
        Column("percent", "Percent", about, percent, Kind.NUMBER, unit="%", width=10),
        Column("interval", "95 % interval", bounds, interval, width=16),
    )


def _actions(shared: Shareable) -> DataTable:
    columns: tuple[Column[ShareableAction], ...] = (
        Column("round", "Round", "Its round.", lambda row: row.round_name, width=22),
        Column(
            "change",
            "What will change",
            "What will change for the child; empty where the wording is not released.",
            lambda row: row.change,
            width=60,
        ),
        Column(
            "owner",
            "Owner",
            "The role that sees to it; empty where a name stands there.",
            lambda row: row.owner,
            width=24,
        ),
        Column("due_on", "Due", "By when.", lambda row: row.due_on, Kind.DATE),
        Column(
            "state",
            "State",
            "How it stands.",
            lambda row: row.state.label,
            values=", ".join(state.label for state in ActionState),
            width=10,
        ),
        Column(
            "outcome",
            "Outcome",
            "What became of it; empty where the wording is not released.",
            lambda row: row.outcome,
            width=50,
        ),
    )
    if shared.audience.lists_children:
        files: Column[ShareableAction] = Column(
            "references",
            "References",
            "The files that it comes from.",
            lambda row: ", ".join(row.references),
            width=40,
        )
        columns = (*columns, files)
    rows = (*shared.actions, *shared.earlier_actions)
    about = "One row an action of this round, and of the rounds before it."
    return table("actions", "Actions", about, columns, rows)


def _passages(shared: Shareable) -> DataTable:
    columns: Sequence[Column[Passage]] = (
        Column("theme", "Theme", "Its theme, or what else.", lambda row: row.group, width=34),
        Column("kind", "Kind", "What it says.", lambda row: row.kind.label, width=34),
        Column("text", "Text", "The released words.", lambda row: row.text, width=90),
    )
    if shared.audience.lists_files:
        columns = (
            Column("reference", "Reference", "The file.", lambda row: row.reference),
            *columns,
        )
    about = "One row a passage that the lead released."
    return table("passages", "Passages", about, columns, shared.passages)


def _files(shared: Shareable) -> DataTable:
    columns: Sequence[Column[tuple[str, str]]] = (
        Column("reference", "Reference", "The file.", lambda row: row[0], width=16),
        Column("selection", "Selection", "How it came into the round.", lambda row: row[1]),
    )
    return table("files", "Files", "One row a file of the round.", columns, shared.files)
