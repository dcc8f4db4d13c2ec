"""What was found, theme by theme and standard by standard, for one audience."""

from audit_desk.domain.audit import Grade
from audit_desk.domain.audit_tool import AnswerKind
from audit_desk.domain.clocks import Outcome
from audit_desk.domain.findings import Spread
from audit_desk.domain.passages import HEARD, THE_ROUND, PassageKind
from audit_desk.domain.round_words import theme_part
from audit_desk.domain.shareable import Shareable, ShareableClock, ShareableQuestion, ShareableTheme
from audit_desk.domain.shareable_rows import GRADES, NO_ACCESS, NO_ANSWER, NO_RECORD
from audit_desk.domain.shown_rows import NOT_APPLICABLE
from audit_desk.reports.audience_headline import JUDGED, quotes
from audit_desk.reports.audience_words import KEY, number, row_words, share_cell, share_sentence
from audit_desk.reports.blocks import (
    Block,
    Column,
    GradeChart,
    Passage,
    Passages,
    Role,
    Section,
    Table,
    Text,
)
from audit_desk.reports.themes import FAVOURABLE
from audit_desk.reports.words import NBSP, STAR, counts, grades_in_words, listed, sentence

_QUOTED = (PassageKind.STRENGTH, PassageKind.IMPROVEMENT, PassageKind.VOICE, PassageKind.RATIONALE)
_OUTCOMES = (
    Outcome.IN_TIME,
    Outcome.LATE,
    Outcome.CANNOT_CONFIRM,
    Outcome.NO_RECORD,
    Outcome.NOT_APPLICABLE,
)
_ALL_WITHHELD = (
    "So few files were read that every count is withheld: it, or what it leaves, is one to four."
)
_NONE_READ = "No audit of a sampled file was submitted, so there are no figures."


def themes_section(place: str, shared: Shareable) -> Section:
    """Say theme by theme what was found."""
    about = (
        "Passages are people's own words, released for this report one by one."
        if shared.passages
        else "No passage from the files was released, so this report has figures alone."
    )
    blocks: list[Block] = [Text(about)]
    if shared.submitted:
        blocks.append(Text(f"{STAR} marks a critical question. {KEY}", Role.NOTE))
    else:
        blocks.insert(0, Text(_NONE_READ))
    with_words = [(theme, _words(theme, shared)) for theme in shared.themes]
    sections = tuple(
        _theme(f"{place}.{position}", theme, shared, words)
        for position, (theme, words) in enumerate(
            (each for each in with_words if shared.submitted or each[1]), start=1
        )
    )
    for kind in _QUOTED:
        blocks += quotes(shared, kind, THE_ROUND)
    return Section("themes", place, "Findings by theme", tuple(blocks), sections)


def _theme(place: str, theme: ShareableTheme, shared: Shareable, words: list[Block]) -> Section:
    blocks = words
    if shared.submitted:
        judged = Text(share_sentence(theme.row, JUDGED))
        blocks = [*grades_chart(theme), judged, *words, *_questions(theme)]
    return Section(f"theme-{theme.theme_id}", place, theme.title, tuple(blocks))


def _words(theme: ShareableTheme, shared: Shareable) -> list[Block]:
    """Return what the lead wrote of a theme, and what may be quoted."""
    blocks: list[Block] = []
    words = shared.lead(theme_part(theme.theme_id))
    if words:
        blocks.append(Passages("", (Passage("The lead writes:", words),)))
    for kind in _QUOTED:
        blocks += quotes(shared, kind, theme.title)
    return blocks


def _questions(theme: ShareableTheme) -> list[Block]:
    if any(each.row.groups for each in theme.questions):
        return [questions_table(theme.questions)]
    if theme.questions:
        return [Text("So few files were read that each of its questions is withheld.")]
    return []


def grades_chart(theme: ShareableTheme) -> list[Block]:
    """Draw the grades where every part of the bar may be shown."""
    absences = (NO_RECORD, NO_ACCESS, NOT_APPLICABLE, NO_ANSWER)
    found = theme.row.counts((*GRADES, *absences))
    if not found or not any(found[name] for name in GRADES):
        return []
    grades = {grade: found[str(grade.value)] for grade in Grade}
    spread = Spread(grades, *(found[name] for name in absences))
    return [GradeChart(spread, f"{theme.title}: {grades_in_words(spread)}.")]


def questions_table(questions: tuple[ShareableQuestion, ...]) -> Table:
    """List questions with the share of files in which each was answered well."""
    return Table(
        (
            Column("Question", 8),
            Column("", 52),
            Column("Answered well", 30),
            Column("No record", 10, is_number=True),
        ),
        tuple(
            (
                _name(question),
                question.wording,
                _answered_well(question),
                number(question.row.count(NO_RECORD)),
            )
            for question in questions
        ),
    )


def _name(question: ShareableQuestion) -> str:
    return f"{question.question_id}{NBSP}{STAR}" if question.critical else question.question_id


def _answered_well(question: ShareableQuestion) -> str:
    if question.row.share is None or not question.row.share.of:
        return share_cell(question.row)
    return f"{FAVOURABLE[AnswerKind(question.kind)]} in {share_cell(question.row)}"


def questions_section(place: str, shared: Shareable) -> Section:
    """List every question with the counts that may be shown."""
    title = "Every question with its counts"
    if not shared.submitted:
        return Section("questions", place, title, (Text(_NONE_READ),))
    themes = [theme for theme in shared.themes if any(each.row.groups for each in theme.questions)]
    if not themes:
        return Section("questions", place, title, (Text(_ALL_WITHHELD),))
    columns = (Column("Question", 8), Column("", 52), Column("Answers", 40))
    sections = tuple(
        Section(
            f"questions-{theme.theme_id}",
            f"{place}.{position}",
            theme.title,
            (
                Table(
                    columns,
                    tuple(
                        (_name(each), each.wording, row_words(each.row)) for each in theme.questions
                    ),
                ),
            ),
        )
        for position, theme in enumerate(themes, start=1)
    )
    note = (
        f"Each row that is shown adds up to {shared.submitted}. Answers with few files are joined"
        f" to others. {STAR} marks a critical question. {KEY}"
    )
    return Section("questions", place, title, (Text(note, Role.NOTE),), sections)


def timeliness_section(place: str, shared: Shareable) -> Section:
    """Say how often each standard was met."""
    title = "Timeliness"
    if not shared.clocks:
        return Section("timeliness", place, title, (Text("Nothing was timed in this round."),))
    blocks: list[Block] = [
        Text(
            "Auditors read two moments from each file; the application counts between them. A date"
            " that is missing is never taken as in time."
        ),
        *_timed(shared),
    ]
    events = [
        Passage(clock.title, f"{counts(clock.events)} events in time.")
        for clock in shared.clocks
        if clock.events is not None and clock.events.of
    ]
    if events:
        blocks.append(Passages("Event by event", tuple(events)))
    blocks.append(Passages("The standards", tuple(_standard(clock) for clock in shared.clocks)))
    return Section("timeliness", place, title, tuple(blocks))


def _timed(shared: Shareable) -> list[Block]:
    if not any(clock.row.groups for clock in shared.clocks):
        return [Text(_ALL_WITHHELD)]
    columns = (
        Column("What is timed", 26),
        *(Column(outcome.label, 12, is_number=True) for outcome in _OUTCOMES),
        Column("In time, of how many", 19, is_number=True),
    )
    return [
        Text(KEY, Role.NOTE),
        Table(columns, tuple(_clock(clock) for clock in shared.clocks)),
    ]


def _clock(clock: ShareableClock) -> tuple[str, ...]:
    row = clock.row
    return (
        clock.title,
        *(number(row.count(_cell(outcome))) for outcome in _OUTCOMES),
        share_cell(row).partition("\n")[0],
    )


def _cell(outcome: Outcome) -> str:
    return NOT_APPLICABLE if outcome is Outcome.NOT_APPLICABLE else outcome.value


def _standard(clock: ShareableClock) -> Passage:
    local = " A local figure, not a national rule." if clock.local else ""
    return Passage(clock.title, f"{clock.standard}{local}")


def grades_section(place: str, shared: Shareable) -> Section:
    """Say how judgements were made, and what practitioners and children had to do with them."""
    blocks: list[Block] = [
        Text(
            "For each theme the tool suggests a grade from the answers. A critical question"
            " answered No or Inadequate caps it at Requires improvement, and a child judged unsafe"
            " makes the overall suggestion Inadequate. The auditor decides, and gives a reason for"
            " deciding otherwise."
        ),
    ]
    if shared.submitted:
        said = [text for text in map(sentence, _heard(shared)) if text]
        blocks += [Text(_overridden(shared)), *map(Text, said)]
    else:
        blocks.append(Text(_NONE_READ))
    blocks += quotes(shared, PassageKind.HEARD, HEARD)
    return Section("grades", place, "How judgements were made", tuple(blocks))


def _overridden(shared: Shareable) -> str:
    share = shared.overridden
    if share is None:
        return "In how many files the auditor decided otherwise than suggested is withheld."
    if not share.n:
        return "In no file did an auditor decide otherwise than suggested."
    return f"In {counts(share)} files an auditor decided otherwise than suggested at least once."


def _heard(shared: Shareable) -> list[str]:
    known = [
        f"{role.role.words} took part in {counts(role.took_part)}"
        for role in shared.roles
        if role.took_part is not None
    ]
    hidden = [role.role.words for role in shared.roles if role.took_part is None]
    lines = [f"{listed(known)} audits"] if known else []
    if hidden:
        lines.append(f"in how many audits {listed(hidden)} took part is withheld")
    return lines
