"""The free texts that leave with a report: all of them are looked through before it is saved."""

from collections.abc import Iterable, Iterator

from audit_desk.domain.action import ActionLine
from audit_desk.domain.findings import Findings, ThemeFindings
from audit_desk.domain.moderation import RoundModeration
from audit_desk.domain.receipt import Receipt
from audit_desk.domain.round_words import theme_part
from audit_desk.domain.settlement import Settlement
from audit_desk.domain.written_texts import (
    TextPlace,
    Written,
    texts_of_actions,
    texts_of_concerns,
    texts_of_outcomes,
)

_EXAMPLES = (
    ("strengths", "what was done well"),
    ("improvements", "what needs to improve"),
    ("voices", "what it was like for the child"),
)


def texts_of_findings(found: Findings) -> Iterator[Written]:
    """Yield every text of a round's findings that a person typed."""
    yield TextPlace("Purpose of the round"), found.purpose
    yield from texts_of_receipts(found.receipts)
    yield from texts_of_words(found)
    for theme in (*found.themes, found.overall):
        yield from _of_theme(theme)
    for override in found.overrides:
        words = f"{override.theme_title}, reason of the judgement"
        yield TextPlace(words, override.reference), override.rationale
    yield from texts_of_concerns(found.concerns)
    yield from texts_of_lines((*found.actions, *found.earlier_actions))
    yield from texts_of_moderation(found)
    if found.independence is not None:
        for each in found.independence.exceptions:
            yield TextPlace("why reading was allowed", each.reference), each.reason


def texts_of_words(found: Findings) -> Iterator[Written]:
    """Yield what the lead wrote about the round."""
    words = found.words
    titles = {theme_part(theme.theme_id): theme.title for theme in found.themes}
    for part, written in words.parts.items():
        place = TextPlace(f"The lead's words, {titles.get(part, 'on the round')}")
        yield place, written.text
    for each in words.recommendations:
        for text in (each.text, each.owner):
            if text:
                yield TextPlace("The lead's recommendations"), text


def texts_of_moderation(found: Findings) -> Iterator[Written]:
    """Yield why moderators settled judgements otherwise than the first reader had them."""
    for change in found.moderation.changes if found.moderation else ():
        place = TextPlace(f"{change.title}, why it was settled", change.reference)
        yield place, change.reason


def texts_of_readings(found: RoundModeration) -> Iterator[Written]:
    """Yield why files are read again, why things were settled so, and feedback on audits.

    Args:
        found: All pairs of a round.
    """
    references: dict[str, str] = {}
    for pair in found.pairs:
        reference = pair.first.reference
        references |= {pair.first.id: reference, pair.second.id: reference}
        yield TextPlace("Why it is read again", reference), pair.further.reason
        for item in pair.items:
            if item.settled is not None:
                yield from texts_of_settled([item.settled], reference)
    for given in found.feedback:
        yield TextPlace("Feedback on the audit", references.get(given.audit_id, "")), given.words


def texts_of_settled(settled: Iterable[Settlement], reference: str) -> Iterator[Written]:
    """Yield why things of one file were settled."""
    for each in settled:
        yield TextPlace("Why it was settled", reference), each.reason


def texts_of_lines(lines: Iterable[ActionLine]) -> Iterator[Written]:
    """Yield the texts of a list of actions."""
    for line in lines:
        reference = ", ".join(line.references)
        yield from texts_of_actions([line.action], reference)
        yield from texts_of_outcomes([line.action], reference)


def texts_of_receipts(receipts: Iterable[Receipt]) -> Iterator[Written]:
    """Yield the reasons that were given for changes of a sample."""
    for receipt in receipts:
        for excluded in receipt.exclusions:
            yield TextPlace("Sample, why files were left out"), excluded.reason
        for swap in receipt.swaps:
            yield TextPlace("Sample, why it was swapped", swap.removed), swap.reason
        for added in receipt.purposive:
            yield TextPlace("Sample, why it was chosen", added.reference), added.reason


def _of_theme(theme: ThemeFindings) -> Iterator[Written]:
    for name, words in _EXAMPLES:
        for example in getattr(theme, name):
            yield TextPlace(f"{theme.title}, {words}", example.reference), example.text
