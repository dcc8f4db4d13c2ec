"""The headline: plain sentences made from the figures by fixed rules, nothing invented."""

from collections.abc import Sequence

from audit_desk.domain.audit import SAFE, UNSAFE, UNSURE, Grade
from audit_desk.domain.findings import Findings, Spread
from audit_desk.domain.trend_words import trend_sentence
from audit_desk.reports.blocks import Block, Bullets, OverviewChart, Role, Section, Text
from audit_desk.reports.children import waiting
from audit_desk.reports.lead_words import lead_headline
from audit_desk.reports.rankings import (
    alike,
    clearly_differ,
    clocks_worst_first,
    comparable_themes,
    counted_files,
    figures_of,
    is_or_are,
    questions_weakest_first,
    ratio,
    unproven,
)
from audit_desk.reports.words import (
    FEWEST_TO_COMPARE,
    counted,
    in_full,
    listed,
    opening,
    plural,
    proportion,
)

_KEY = (
    "Files by grade: O outstanding, G good, RI requires improvement, I inadequate.{white} "
    "Files that a theme does not fit are left out."
)
_WHITE = " White parts could not be graded: {reasons}."


def headline_section(number: str, findings: Findings) -> Section:
    """Say in a few sentences what the round found, children first."""
    lead = lead_headline(findings)
    blocks: list[Block] = [
        *lead,
        Text(_overall(findings), Role.BODY if lead else Role.LEAD),
        Text(_children(findings), Role.ACTION if waiting(findings) else Role.BODY),
    ]
    rows: tuple[tuple[str, Spread], ...] = ()
    rows += (("Overall", findings.overall.spread),) if findings.overall.spread.graded else ()
    rows += tuple((theme.title, theme.spread) for theme in findings.themes if theme.spread.graded)
    if rows:
        description = f"Grades overall and by theme, of {plural(findings.submitted, 'file')}."
        blocks.append(OverviewChart(rows, description, _key([spread for _, spread in rows])))
    lines = (
        what_was_read(findings),
        _safety(findings),
        _themes(findings),
        _question(findings),
        _timeliness(findings),
        trend_sentence(findings.trend) if findings.trend else "",
    )
    blocks.append(Bullets(tuple(line for line in lines if line)))
    return Section("headline", number, "What the round found", tuple(blocks))


def drafted_headline(findings: Findings) -> str:
    """Return the sentences that a lead's headline may begin with."""
    said = [_overall(findings)]
    if waiting(findings):
        said.append(f"{_in_need(findings)}.")
    said += [_themes(findings), trend_sentence(findings.trend) if findings.trend else ""]
    return " ".join(sentence for sentence in said if sentence)


def drafted_overview(findings: Findings) -> str:
    """Return the sentences that a lead's words on the round may begin with."""
    said = (
        what_was_read(findings),
        _safety(findings),
        _question(findings),
        _timeliness(findings),
    )
    return " ".join(sentence for sentence in said if sentence)


def _key(spreads: Sequence[Spread]) -> str:
    """Explain the letters of the chart; those of absences only where there are any."""
    found = {
        "NE not evidenced": any(spread.not_evidenced for spread in spreads),
        "NA not accessible": any(spread.not_accessible for spread in spreads),
        "NJ not judged": any(spread.unanswered for spread in spreads),
    }
    reasons = ", ".join(name for name, is_there in found.items() if is_there)
    return _KEY.format(white=_WHITE.format(reasons=reasons) if reasons else "")


def what_was_read(findings: Findings) -> str:
    """Say how many files were drawn, from how many, and how many were read."""
    chosen = findings.purposive
    on_purpose = ""
    if chosen:
        verb, them = ("was", "it") if chosen == 1 else ("were", "them")
        on_purpose = (
            f" {opening(chosen, 'further file')} {verb} chosen on purpose and read; "
            f"no figure in this report counts {them}."
        )
    if not findings.drawn:
        return f"No sample was drawn at random in this round.{on_purpose}"
    frame = ""
    if findings.population is not None:
        children = plural(findings.population, "child", "children")
        frame = f", drawn at random from the files of {children}"
    read = f"{findings.submitted:,} of {plural(findings.drawn, 'sampled file')} "
    read += "has been read" if findings.submitted == 1 else "have been read"
    return f"{read}{frame}.{on_purpose}"


def _overall(findings: Findings) -> str:
    if not findings.submitted:
        if findings.purposive:
            return (
                "Only files chosen on purpose were read. They show what happened for those "
                "children; they cannot say how often it happens, so there are no proportions."
            )
        return "No audit of a sampled file has been submitted yet, so there is nothing to report."
    share = findings.overall.good_or_better
    if not share.of:
        return "No file that was read has an overall judgement."
    inadequate = findings.overall.spread.grades[Grade.INADEQUATE]
    judged = "was" if inadequate == 1 else "were"
    tail = (
        f"{opening(inadequate, 'file')} {judged} judged inadequate."
        if inadequate
        else "None was judged inadequate."
    )
    verb = "was" if share.n == 1 else "were"
    too_few = (
        ""
        if share.percent is not None
        else " That is too few files to say more than what each of them shows."
    )
    return f"{proportion(share, 'files')} {verb} judged good or better overall. {tail}{too_few}"


def _children(findings: Findings) -> str:
    references = waiting(findings)
    if not references:
        return "No child is waiting for action on a concern."
    return f"{_in_need(findings)}: {listed(references)}. See section 2."


def _in_need(findings: Findings) -> str:
    number = len(waiting(findings))
    verb = "needs" if number == 1 else "need"
    return f"{opening(number, 'child', 'children')} {verb} action now"


def _safety(findings: Findings) -> str:
    answered = sum(findings.safety.values())
    if not answered:
        return ""
    parts = [
        f"{findings.safety[value]} {value}"
        for value in (SAFE, UNSURE, UNSAFE)
        if findings.safety[value]
    ]
    return (
        f"Asked whether the child is safe now, auditors answered {listed(parts)} "
        f"in {plural(answered, 'file')}."
    )


def _themes(findings: Findings) -> str:
    if not findings.submitted:
        return ""
    themes = comparable_themes(findings)
    if len(themes) < 2:  # noqa: PLR2004 - it takes two to compare
        return (
            f"Too few files were graded (fewer than {FEWEST_TO_COMPARE} in most themes) "
            "to say which theme is strongest."
        )
    best, worst = themes[0].good_or_better, themes[-1].good_or_better
    if ratio(best) == ratio(worst):
        return f"All themes stand alike: {counted(best)} good or better."
    shares = [(theme.title, theme.good_or_better) for theme in themes]
    high, low = alike(shares, best), alike(shares, worst)
    line = (
        f"Highest of the themes {is_or_are(high)}: good or better in {figures_of(high, in_full)}. "
        f"Lowest {is_or_are(low)}: {figures_of(low, in_full)}."
    )
    if clearly_differ(best, worst):
        return f"{line} Their intervals lie apart, so this is hardly chance alone."
    return f"{line} The sample is too small to say that they differ among all children's files."


def _question(findings: Findings) -> str:
    weakest = questions_weakest_first(findings)
    if not weakest:
        return ""
    theme, question = weakest[0]
    lowest = ratio(question.favourable)
    others = any(ratio(each.favourable) == lowest for _, each in weakest[1:])
    which = "One of the questions" if others else "The question"
    return (
        f"{which} answered well least often is {question.question_id} in {theme.title}, "
        f"“{question.wording}”: {counted(question.favourable)}."
    )


def _timeliness(findings: Findings) -> str:
    if not findings.submitted or not findings.clocks:
        return ""
    worst = clocks_worst_first(findings)
    if worst:
        clock = worst[0]
        line = f"Timeliness is weakest for “{clock.title}”: in time in {counted(clock.in_time)}."
        unknown = unproven(clock)
        return (
            f"{line} In {unknown} of {counted_files(clock)} files the record does not show it."
            if unknown
            else line
        )
    if any(clock.in_time.of >= FEWEST_TO_COMPARE for clock in findings.clocks):
        return "Wherever enough dates are on file to tell, every standard was met in time."
    return "Too few dates are on file to say whether the standards for timeliness were met."
