"""The moderation report: who was read twice, how far the readers agreed, what came of it.

It is for the lead, the moderators and the auditors themselves, and it names auditors, because
nobody learns from a figure that might be anybody's. So it says of itself that it goes no further,
sorts by name and never by size, and shows how much each figure rests on.
"""

from collections.abc import Iterator

from audit_desk.domain.agreement import KAPPA_METHOD
from audit_desk.domain.drift import DRIFT_METHOD, LEAST_FOR_DRIFT, Drift
from audit_desk.domain.inference import LEAST_FOR_PERCENT
from audit_desk.domain.moderation_sheet import ModerationSheet
from audit_desk.reports.blocks import Block, Column, ReportContent, Role, Section, Table, Text
from audit_desk.reports.moderation import (
    AGREEMENT_KEY,
    NO_PAIR,
    agreement_notes,
    agreement_table,
    read_twice,
    starred,
)
from audit_desk.reports.moderation_files import (
    calibration_section,
    chosen_files,
    feedback_section,
    open_section,
    settled_section,
)
from audit_desk.reports.words import date, opening, plural

MARKING = "Names auditors: for the lead, the moderators and these auditors. Do not pass on."
"""How the report has to be handled; it stands on every page."""
_FOR_WHOM = (
    "This report names auditors, so it is for the audit team alone: the lead, the moderators and"
    " the auditors themselves, to learn to read alike. It is no measure of a person: where two"
    " readers differ, the file, the question or the guidance may be unclear. What a board, a team"
    " or a peer needs of it stands, without a name, in the report of the round."
)
_FOR_QUESTIONS = 44
"""The width of a column that holds whole questions, beside 84 of figures."""
_LEARNING = "Sorted by name, for learning and never for ranking: who read which file differs."


def build_moderation_report(sheet: ModerationSheet) -> ReportContent:
    """Return what the moderation report says; the same readings make the same report."""
    sections = (
        _in_short(sheet),
        _chosen(sheet),
        _agreement(sheet),
        settled_section(sheet.found.pairs),
        open_section(sheet.found.pairs),
        feedback_section(sheet.found),
        *calibration_section(sheet.counted),
    )
    return ReportContent(
        kind="Moderation report",
        organisation=sheet.organisation,
        round_name=sheet.round_name,
        marking=MARKING,
        about=(
            ("Audit tool", f"{sheet.tool_title}, version {sheet.tool_version}"),
            ("As recorded on", date(sheet.written)),
        ),
        sections=sections,
        subject="Second readings and moderation of a dip sample",
        has_contents=False,
    )


def _in_short(sheet: ModerationSheet) -> Section:
    found = sheet.counted
    pairs = f"{opening(found.sealed, 'pair')} of readings {_was(found.sealed)} compared"
    things = plural(found.settled, "answer or judgement", "answers and judgements")
    still = f"{found.unresolved} {'is' if found.unresolved == 1 else 'are'} still to settle"
    blocks: list[Block] = [
        Text(f"{pairs}; {things} {_was(found.settled)} settled, {still}.", Role.LEAD),
        Text(_FOR_WHOM),
    ]
    return Section("in-short", "", "In short", tuple(blocks))


def _was(number: int) -> str:
    return "was" if number == 1 else "were"


def _chosen(sheet: ModerationSheet) -> Section:
    blocks = (Text(read_twice(sheet.counted)), chosen_files(sheet.found.pairs))
    return Section("chosen", "", "How files were chosen for a second reading", blocks)


def _agreement(sheet: ModerationSheet) -> Section:
    found = sheet.counted
    title = "How far two readers agree"
    if not found.counted:
        return Section("agreement", "", title, (Text(NO_PAIR),))
    few = f"Below {LEAST_FOR_PERCENT} pairs there are counts alone."
    blocks: list[Block] = [
        Text(f"{found.basis.words} {few}"),
        Text(AGREEMENT_KEY, Role.NOTE),
        agreement_table((found.overall, *found.themes)),
    ]
    if found.counted >= LEAST_FOR_PERCENT:
        blocks.append(Text(f"Kappa: {KAPPA_METHOD}. 0 is what chance would give.", Role.NOTE))
    blocks += agreement_notes(found)
    return Section("agreement", "", title, tuple(blocks), tuple(_parts(sheet)))


def _parts(sheet: ModerationSheet) -> Iterator[Section]:
    found = sheet.counted
    asked = tuple(each for each in found.questions if each.agreement.n or each.apart)
    if asked:
        table = agreement_table(asked, "Question", share=_FOR_QUESTIONS)
        yield Section("questions", "", "Question by question", (table, *starred(asked)))
    if found.auditors:
        words = Text(
            f"{_LEARNING} Each reader's overall judgements beside those of whoever read the same"
            " files."
        )
        table = agreement_table(found.auditors, "Auditor", ("Own", "Other's"))
        yield Section(
            "auditors", "", "Auditor by auditor", (words, table, *starred(found.auditors))
        )
    if found.drift:
        drift = _drift(found.drift, found.basis.drift_words)
        yield Section("drift", "", "Beside what was settled", drift)


def _drift(found: tuple[Drift, ...], basis: str) -> tuple[Block, ...]:
    columns = (
        Column("Auditor", 24),
        Column("Files", 8, is_number=True),
        Column("As settled", 10, is_number=True),
        Column("Graded better", 10, is_number=True),
        Column("Graded less well", 11, is_number=True),
        Column("What it says", 37),
    )
    rows = tuple(
        (
            each.auditor,
            str(each.n),
            str(each.same),
            str(each.better),
            str(each.worse),
            _distance(each),
        )
        for each in found
    )
    method = f"Own grade less the settled one: {DRIFT_METHOD}, from {LEAST_FOR_DRIFT} files on."
    return (
        Text(f"{_LEARNING} Each auditor's own overall judgement beside the settled one. {basis}"),
        Table(columns, rows),
        Text(f"{method} A minus: better than was settled.", Role.NOTE),
    )


def _distance(each: Drift) -> str:
    if each.mean is None or each.low is None or each.high is None:
        return each.words
    return f"{each.words} {each.mean:+.2f} ({each.low:+.2f} to {each.high:+.2f})"
