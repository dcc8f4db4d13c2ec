"""Pairs of readings, what they differ in, and further readings, as rows for tables."""

from collections.abc import Iterable

from audit_desk.domain.audit import Absence, AuditState, Grade
from audit_desk.domain.moderation import Item, Pair, PairState
from audit_desk.domain.second_reading import Further, How
from audit_desk.domain.settlement import Feedback
from audit_desk.domain.standing import GRADES, standing_words
from audit_desk.ui.models.case_words import day_text
from audit_desk.ui.models.when import day
from audit_desk.ui.widgets.grade_chip import Mark
from audit_desk.ui.widgets.row_model import Column, RowModel

FIRST_COLUMN, SECOND_COLUMN, SETTLED_COLUMN = 1, 2, 3
"""Where the two readers' answers and the settled one stand; delegates paint chips."""
_STATE_WORDS = {
    PairState.WAITING: "Waiting",
    PairState.BROKEN: "Seal broken",
    PairState.SETTLED: "Settled",
    PairState.ALIKE: "No difference",
}


def pair_words(pair: Pair) -> str:
    """Return how far a pair is, in a few words."""
    if pair.state is PairState.DIFFERENT:
        return f"{len(pair.open_items)} to settle"
    return _STATE_WORDS[pair.state]


def pair_model() -> RowModel[Pair]:
    """Return a model of pairs; those with something to settle can be sorted to the top."""
    order = (
        PairState.DIFFERENT,
        PairState.BROKEN,
        PairState.WAITING,
        PairState.SETTLED,
        PairState.ALIKE,
    )
    return RowModel(
        (
            Column(
                "File and readers",
                lambda pair: (
                    f"{pair.first.reference}\n{pair.first.auditor or 'nobody yet'}, "
                    f"{pair.second.auditor or 'nobody yet'}"
                ),
                tip=lambda pair: f"{pair.further.how.label}: {pair.further.reason}",
            ),
            Column("State", pair_words, sort_key=lambda pair: order.index(pair.state)),
        )
    )


def item_model() -> RowModel[Item]:
    """Return a model of what two readers were asked."""
    return RowModel(
        (
            Column(
                "Question",
                lambda item: f"{'★ ' if item.is_critical else ''}{item.title}",
                tip=lambda item: item.title,
            ),
            Column("First", lambda item: standing_words(item.first.standing)),
            Column("Second", lambda item: standing_words(item.second.standing)),
            Column("Settled", settled_words, tip=_settled_tip),
        )
    )


def settled_words(item: Item) -> str:
    """Return what an item was settled as; what is still to do where it differs."""
    if item.settled is not None:
        return standing_words(item.settled.standing)
    return "To settle" if item.differs else "Alike"


def _settled_tip(item: Item) -> str:
    made = item.settled
    if made is None:
        return ""
    return f"{made.reason} · {made.moderator}, {day(made.settled_at)}"


def feedback_lines(pair: Pair, given: Iterable[Feedback]) -> list[str]:
    """Return what moderators said of a pair's audits, a text each."""
    readers = {pair.first.id: pair.first.auditor, pair.second.id: pair.second.auditor}
    return [
        f"Feedback to {readers[each.audit_id]} from {each.moderator}: {_feedback(each)}"
        for each in given
        if each.audit_id in readers
    ]


def _feedback(given: Feedback) -> str:
    named = zip(("judges impact", "names failings", "says what to do"), given.answers, strict=True)
    answers = ", ".join(f"{name}: {answer}" for name, answer in named if answer)
    return ". ".join(part for part in (answers, given.words) if part)


def mark_of(standing: str) -> Mark:
    """Return the chip of an answer; ``None`` where it is no grade and no absence."""
    if standing in GRADES:
        return Grade(int(standing))
    return Absence(standing) if standing in set(Absence) else None


def _further_state(each: Further) -> str:
    """Return how far a further reading is, and below it by when it is to be read."""
    due = f"\ndue {day_text(each.due_on.isoformat())}" if each.due_on else ""
    return f"{each.audit.state.label}{due}"


def _further_why(each: Further) -> str:
    """Return why a file is read again; a reason of the rule speaks for itself."""
    return each.reason if each.how is How.RULE else f"{each.how.label}: {each.reason}"


def further_model() -> RowModel[Further]:
    """Return a model of further readings."""
    return RowModel(
        (
            Column("File", lambda each: each.audit.reference),
            Column(
                "Reader",
                lambda each: each.audit.auditor or "Nobody yet",
                sort_key=lambda each: each.audit.auditor.casefold(),
            ),
            Column(
                "State",
                _further_state,
                sort_key=lambda each: (
                    tuple(AuditState).index(each.audit.state),
                    each.due_on.isoformat() if each.due_on else "",
                ),
            ),
            Column("Why", _further_why),
        )
    )
