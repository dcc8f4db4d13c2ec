"""The lead's words about the invented round, in step with what it found."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from audit_desk.domain.action import ActionDraft
from audit_desk.domain.findings import Findings, ThemeFindings
from audit_desk.domain.passages import Passage, PassageKind, passages_of
from audit_desk.domain.round import Round
from audit_desk.domain.round_words import HEADLINE, Recommendation, theme_part
from audit_desk.services.demo.chance import chance
from audit_desk.services.demo.making import Making
from audit_desk.services.demo.texts import Library, expand

_RECOMMENDED = 3
_DUE_DAYS = (28, 56, 84)
_EARLIER_DUE_DAYS = (-42, -28, 21)


def write_words(making: Making, round_: Round) -> None:
    """Write the headline, what is said of two themes, and three recommendations; release some.

    Args:
        making: The register.
        round_: A finished round; of one in which hardly a theme was graded nothing is written.
    """
    desk, person, library = making.desk, making.person, making.library
    findings = desk.findings.of_round(round_)
    figures = findings.words.figures
    themes = sorted((one for one in findings.themes if one.good_or_better.of), key=_weak)
    if len(themes) < _RECOMMENDED:
        return
    best, worst = themes[0], themes[-1]
    line = library.lines("words", "headline")[0]
    words = {**_counts("best", best), **_counts("worst", worst)}
    desk.words.write(round_, HEADLINE, expand(line, words, chance()), figures, person)
    for name, theme in (("best", best), ("worst", worst)):
        line = library.lines("words", name, theme.theme_id)[0]
        text = expand(line, _counts("theme", theme), chance())
        desk.words.write(round_, theme_part(theme.theme_id), text, figures, person)
    weakest = themes[: -_RECOMMENDED - 1 : -1]
    desk.words.recommend(round_, _recommendations(library, weakest, making.today), figures, person)
    _release(making, round_, findings)


def _release(making: Making, round_: Round, findings: Findings) -> None:
    """Release for others' reports what is recommended, and what it was like for a child by theme.

    What the lead wrote beside that names small numbers, so it stays.
    """
    desk = making.desk
    found = replace(findings, words=desk.words.of_round(round_.id))
    chosen: dict[tuple[str, str], Passage] = {}
    for passage in passages_of(found):
        if passage.kind is PassageKind.RECOMMENDATION:
            chosen[passage.kind, passage.item] = passage
        elif passage.kind is PassageKind.VOICE:
            chosen.setdefault((passage.kind, passage.group), passage)
    safe = [passage for passage in chosen.values() if not desk.identifiers.marks(passage.text)]
    desk.releases.release(round_, safe, (), making.person)


def plan_earlier(making: Making, round_: Round) -> None:
    """Record what an earlier round led to: all but one of it was shown to have changed."""
    desk, person = making.desk, making.person
    said = (making.library.lines("earlier", name) for name in ("changes", "owners", "shown"))
    for change, owner, shown, days in zip(*said, _EARLIER_DUE_DAYS, strict=True):
        draft = ActionDraft(change, owner, making.today + timedelta(days))
        action = desk.actions.create(round_.id, draft, person)
        if shown:
            desk.actions.done(action.id, shown, person)


def _weak(theme: ThemeFindings) -> tuple[float, str]:
    share = theme.good_or_better
    return (1 - share.n / share.of, theme.theme_id)


def _counts(name: str, theme: ThemeFindings) -> dict[str, str]:
    share = theme.good_or_better
    return {name: theme.title, f"{name}_good": str(share.n), f"{name}_of": str(share.of)}


def _recommendations(
    library: Library, themes: Sequence[ThemeFindings], today: date
) -> tuple[Recommendation, ...]:
    """Return what is recommended on themes, the most urgent first."""
    said = [library.lines("words", "recommend", theme.theme_id) for theme in themes]
    return tuple(
        Recommendation(text, owner, today + timedelta(days))
        for (text, owner), days in zip(said, _DUE_DAYS, strict=True)
    )
