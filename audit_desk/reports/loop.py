"""The closing-the-loop pack: a page a theme for a team to talk about, then what was agreed.

A round changes practice only where those whose practice it looked at talk about it. So a page says
in few words what was looked at and found, one thing that went well, one that should go better, and
asks one question. It holds what may be shared with the team and nothing else.
"""

from collections.abc import Iterator

from audit_desk.domain.audit_tool import AnswerKind
from audit_desk.domain.passages import PassageKind
from audit_desk.domain.shareable import Shareable, ShareableQuestion, ShareableTheme
from audit_desk.reports.actions import counted_states
from audit_desk.reports.audience_actions import listed_for
from audit_desk.reports.audience_content import MARKING
from audit_desk.reports.audience_headline import JUDGED
from audit_desk.reports.audience_themes import grades_chart, questions_table
from audit_desk.reports.audience_words import KEY, audience_pairs, share_cell, share_sentence
from audit_desk.reports.blocks import (
    Block,
    Bullets,
    Passage,
    Passages,
    ReportContent,
    Role,
    Section,
    Text,
)
from audit_desk.reports.themes import FAVOURABLE
from audit_desk.reports.words import clipped, date, plural, sentence

_MOST_WORDS = 80
_WELL = 0.5
_ASKING = {
    AnswerKind.GRADE: "What would have to be on every child's file for us to call this good?",
    AnswerKind.YES_PARTLY_NO: "What would it take to answer yes for every child?",
    AnswerKind.SAFETY: "What tells us, and what tells the child, that it is so?",
}
_HOW_TO = (
    "Take one theme to a meeting. Its page stands alone, so it can be handed round.",
    "Begin with what went well, and with what it was like for the child.",
    "Talk about the question in the box. It comes from what was found least often on file.",
    "Agree one thing to do differently, who sees to it and by when, and add it to the actions.",
    "A later sample shows whether it made a difference for children.",
)
_CAUTION = (
    "Counts are of files that were read for this round. They tell of recorded practice, and of no"
    " person."
)


def build_loop(shared: Shareable) -> ReportContent:
    """Return what the pack says; the same figures make the same pack."""
    pages = tuple(_page(theme, shared) for theme in shared.themes if shared.submitted)
    return ReportContent(
        kind="Closing the loop",
        organisation=shared.organisation,
        round_name=shared.round_name,
        marking=MARKING.format(whom=shared.audience.whom),
        about=(
            ("Files read", f"{shared.submitted} of {plural(shared.drawn, 'sampled file')}"),
            ("As recorded on", date(shared.computed_from)),
            ("Actions", _counted(shared)),
            *audience_pairs(shared.audience),
        ),
        sections=(_cover(), *(pages or (_nothing(),)), *_others(shared)),
        subject="What a round of audits found, for a team meeting",
        has_contents=False,
        page_each=True,
    )


def _cover() -> Section:
    return Section("how-to", "", "How to use this pack", (Bullets(_HOW_TO),))


def _nothing() -> Section:
    words = "No audit of this round is submitted yet, so there is nothing to talk about."
    return Section("nothing", "", "Findings", (Text(words),))


def _counted(shared: Shareable) -> str:
    if not shared.actions:
        return "None is recorded for this round."
    counts = counted_states([line.state for line in shared.actions])
    return f"{counts} Those of a theme stand on its page."


def _others(shared: Shareable) -> Iterator[Section]:
    """Yield the actions that are of no theme's page."""
    with_page = {theme.theme_id for theme in shared.themes if shared.submitted}
    others = tuple(each for each in shared.actions if each.theme_id not in with_page)
    if others:
        yield Section("actions", "", "Other actions", tuple(listed_for(others)))


def _page(theme: ShareableTheme, shared: Shareable) -> Section:
    asked = [each for each in theme.questions if each.kind in _ASKING and _decided(each)]
    ranked = sorted(asked, key=_rate)
    blocks: list[Block] = [
        *grades_chart(theme),
        Text(share_sentence(theme.row, JUDGED), Role.LEAD),
    ]
    said = tuple(_examples(theme, shared, ranked))
    if said:
        blocks.append(Passages("", said))
    blocks += [_talk(each) for each in (ranked or _critical_first(theme))[:1]]
    if theme.questions:
        blocks += [Text("What we looked at in each file:"), questions_table(theme.questions)]
    blocks.append(Text(f"{_CAUTION} {KEY}", Role.NOTE))
    agreed = tuple(each for each in shared.actions if each.theme_id == theme.theme_id)
    if agreed:
        blocks += [Passages("What happens now", ()), *listed_for(agreed, is_short=True)]
    return Section(f"theme-{theme.theme_id}", "", theme.title, tuple(blocks))


def _decided(question: ShareableQuestion) -> bool:
    return question.row.share is not None and question.row.share.of > 0


def _rate(question: ShareableQuestion) -> tuple[float, str]:
    share = question.row.share
    return (share.n / share.of if share and share.of else 0.0, question.question_id)


def _examples(
    theme: ShareableTheme, shared: Shareable, ranked: list[ShareableQuestion]
) -> Iterator[Passage]:
    """Yield one thing done well and one to improve: a released passage, else the figures."""
    wanted: tuple[tuple[str, PassageKind, list[ShareableQuestion]], ...] = (
        ("One thing done well", PassageKind.STRENGTH, _well(ranked)),
        ("One thing to improve", PassageKind.IMPROVEMENT, ranked[:1]),
        ("In a child's life", PassageKind.VOICE, []),
    )
    for title, kind, figures in wanted:
        quoted = shared.quoted(kind, theme.title)
        if quoted:
            yield Passage(f"{title}:", clipped(quoted[0].text, _MOST_WORDS))
        elif figures:
            yield Passage(f"{title}:", _figure(figures[0]))


def _well(ranked: list[ShareableQuestion]) -> list[ShareableQuestion]:
    """Return the question that was answered best, where it was so in half of the files or more."""
    return [each for each in ranked[1:][-1:] if _rate(each)[0] >= _WELL]


def _figure(question: ShareableQuestion) -> str:
    name = FAVOURABLE[AnswerKind(question.kind)]
    share = share_cell(question.row).partition("\n")[0]
    return sentence(f"“{question.wording}” was answered {name} in {share}")


def _critical_first(theme: ShareableTheme) -> list[ShareableQuestion]:
    """Return what can be talked about where no figure may be shown: what matters most first."""
    asked = [each for each in theme.questions if each.kind in _ASKING]
    return sorted(asked, key=lambda each: not each.critical)


def _talk(about: ShareableQuestion) -> Block:
    asks = _ASKING[AnswerKind(about.kind)]
    return Text(f"To talk about: {about.wording} {asks}", Role.ACTION)
