"""The moderation report, file by file: how each was chosen, what was settled, what is open."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from audit_desk.domain.audit import NO, PARTLY, YES, Audit
from audit_desk.domain.findings_moderation import ModerationFindings
from audit_desk.domain.moderation import Item, Pair, PairState, RoundModeration
from audit_desk.domain.settlement import FEEDBACK_QUESTIONS, Feedback
from audit_desk.domain.standing import standing_words
from audit_desk.reports.blocks import Block, Column, Passage, Passages, Role, Section, Table, Text
from audit_desk.reports.words import date, listed, sentence

_STATES = {
    PairState.WAITING: "Not both submitted",
    PairState.BROKEN: "A seal does not hold",
    PairState.SETTLED: "Settled",
    PairState.ALIKE: "No difference",
}
_NOBODY = "Nobody yet"
_SAID = {YES: "Yes", PARTLY: "Partly", NO: "No", "": "Not said"}
Both = tuple[Item, tuple[Pair, ...]]
"""One thing that was asked in a file, with all pairs in which it stands."""


def chosen_files(pairs: Iterable[Pair]) -> Table:
    """List the further readings with why each was chosen and how far it is."""
    columns = (
        Column("File", 14),
        Column("Why it was chosen", 36),
        Column("First reader", 16),
        Column("Further reader", 16),
        Column("Stands", 18),
    )
    return Table(columns, tuple(map(_chosen, pairs)))


def _chosen(pair: Pair) -> tuple[str, ...]:
    further = pair.further
    return (
        pair.first.reference,
        f"{further.how.label}. {sentence(further.reason)}",
        pair.first.auditor or _NOBODY,
        pair.second.auditor or _NOBODY,
        _STATES.get(pair.state, f"{len(pair.open_items)} to settle"),
    )


def settled_section(pairs: Iterable[Pair]) -> Section:
    """Say what was settled, by whom and why, the readers' own beside it."""
    blocks: list[Block] = []
    for reference, both in _by_file(pairs, lambda item: item.settled is not None):
        passages = tuple(Passage(_named(item), _settled(item, of)) for item, of in both)
        blocks.append(Passages(reference, passages))
    lead = "The two readings stay as they were; what was settled counts in the report of the round."
    nothing = Text("Nothing was settled yet.")
    told = (Text(lead), *blocks) if blocks else (nothing,)
    return Section("settled", "", "What was settled", told)


def _settled(item: Item, pairs: Sequence[Pair]) -> str:
    made = item.settled
    if made is None:
        return ""
    settled = f"Settled as {standing_words(made.standing)} by {made.moderator}"
    return f"{_readers(item, pairs)}. {settled}: {sentence(made.reason)}"


def open_section(pairs: Iterable[Pair]) -> Section:
    """List what somebody has still to settle."""
    rows = [
        (reference, _named(item), _readers(item, of))
        for reference, both in _by_file(pairs, lambda item: item.is_open)
        for item, of in both
    ]
    columns = (Column("File", 16), Column("What", 44), Column("As it was read", 40))
    blocks: tuple[Block, ...] = (Text("Nothing is open between two sealed readings."),)
    if rows:
        lead = "Until it is settled, the first reading counts in the report of the round."
        blocks = (Text(lead), Table(columns, tuple(rows)))
    return Section("open", "", "What is not settled", blocks)


def feedback_section(found: RoundModeration) -> Section:
    """Say what moderators told auditors of the quality of their audits."""
    readings = {each.id: each for pair in found.pairs for each in (pair.first, pair.second)}
    given = [each for each in found.feedback if each.audit_id in readings]
    passages = tuple(_feedback(each, readings[each.audit_id]) for each in given)
    blocks: tuple[Block, ...] = (Text("Nobody was given feedback on an audit yet."),)
    if passages:
        blocks = (_asked(given), Passages("", passages))
    return Section("feedback", "", "Feedback on audits", blocks)


def _asked(given: Sequence[Feedback]) -> Table:
    columns = (
        Column("What the moderator is asked of an audit", 52),
        *(Column(words, 12, is_number=True) for words in _SAID.values()),
    )
    rows = [
        (question, *(str(sum(each.answers[place] == value for each in given)) for value in _SAID))
        for place, question in enumerate(FEEDBACK_QUESTIONS)
    ]
    return Table(columns, tuple(rows))


def _feedback(given: Feedback, audit: Audit) -> Passage:
    said = [
        f"{question} {_SAID[answer]}."
        for question, answer in zip(FEEDBACK_QUESTIONS, given.answers, strict=True)
        if answer
    ]
    which = "first" if audit.reading == 1 else "further"
    lead = f"{audit.reference}, the {which} reading by {audit.auditor}"
    words = " ".join((*said, sentence(given.words))).strip()
    return Passage(lead, f"{words} ({given.moderator}, {date(given.given_at)})")


def calibration_section(found: ModerationFindings) -> Iterator[Section]:
    """Yield the files that everyone read, where there are any."""
    if not found.calibration:
        return
    note = "Read by everyone, to grade alike; in no figure on agreement."
    rows = [
        (
            each.reference,
            listed([f"{name}: {grade}" for name, grade in each.grades]) or "Not read yet",
            str(each.waiting),
        )
        for each in found.calibration
    ]
    columns = (
        Column("File", 18),
        Column("Overall judgement of each reader", 64),
        Column("Still to come", 18, is_number=True),
    )
    blocks = (Text(note, Role.NOTE), Table(columns, tuple(rows)))
    yield Section("calibration", "", "Files that everyone read", blocks)


def _by_file(
    pairs: Iterable[Pair], wanted: Callable[[Item], bool]
) -> Iterator[tuple[str, list[Both]]]:
    """Yield each file with what of it is wanted, once where it has several further readings."""
    files: dict[str, dict[str, list[tuple[Item, Pair]]]] = {}
    for pair in pairs:
        for item in filter(wanted, pair.items):
            of_file = files.setdefault(pair.first.reference, {})
            of_file.setdefault(item.key, []).append((item, pair))
    for reference, things in files.items():
        yield (
            reference,
            [(each[0][0], tuple(pair for _, pair in each)) for each in things.values()],
        )


def _readers(item: Item, pairs: Sequence[Pair]) -> str:
    """Return what each reader gave: the first, then the further ones."""
    given = [f"{pairs[0].first.auditor}: {standing_words(item.first.standing)}"]
    for pair in pairs:
        same = next(each for each in pair.items if each.key == item.key)
        given.append(f"{pair.second.auditor}: {standing_words(same.second.standing)}")
    return "; ".join(given)


def _named(item: Item) -> str:
    return f"★ {item.title}" if item.is_critical else item.title
