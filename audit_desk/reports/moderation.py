"""How far two readers agreed and what moderation changed, as a report says it.

No reader is named: how each one's grades lie to the settled ones is for them to learn from and is
shown in the window, not to a board.
"""

from collections.abc import Iterable, Sequence

from audit_desk.domain.agreement import KAPPA_METHOD
from audit_desk.domain.findings_moderation import (
    KAPPA_STAR,
    Change,
    ModerationFindings,
    NamedAgreement,
)
from audit_desk.domain.inference import LEAST_FOR_PERCENT
from audit_desk.domain.second_reading import How
from audit_desk.reports.blocks import Block, Column, Passage, Passages, Role, Table, Text
from audit_desk.reports.words import counted, listed, opening, plural

_NONE = (
    "No second readings were made in this round, so there is no measure of how far two readers "
    "would agree, and no grade was settled between them."
)
AGREEMENT_KEY = (
    "Within one: the same grade or the next. Better: the better grade of the two. One only: just "
    "one reader gave a grade, so that there is no pair."
)
"""How to read figures on agreement."""
NO_PAIR = "No pair of readings counts yet."
"""Said where there is nothing to count agreement over."""


def moderation_blocks(found: ModerationFindings | None) -> tuple[Block, ...]:
    """Say who was read twice, how far the readers agreed, and what was settled."""
    if found is None or not found.files:
        return (Text(_NONE),)
    return (Text(read_twice(found)), *_agreement(found), *_settled(found), *_calibration(found))


def read_twice(found: ModerationFindings) -> str:
    """Say how many files were read twice, by which rule, and how far that is."""
    how = [
        f"{count} {how.label.lower()}" if how is not How.CALIBRATION else f"{count} for calibration"
        for how, count in found.chosen.items()
        if count
    ]
    was = "was" if found.files == 1 else "were"
    chosen = f"{opening(found.files, 'file')} {was} chosen to be read again by somebody else"
    further = sum(found.chosen.values())
    more = f", in {further} further readings" if further > found.files else ""
    words = [f"{chosen}{more}: {listed(how)}."]
    if found.rule:
        words.append(f"The rule: {found.rule[0].lower()}{found.rule[1:]}")
    words.append(
        f"{opening(found.sealed, 'pair')} of readings {'is' if found.sealed == 1 else 'are'} "
        "sealed on both sides" + (f", {found.waiting} still to come." if found.waiting else ".")
    )
    if found.broken:
        words.append(f"A seal does not hold in {listed(found.broken)}, which is left out.")
    if found.opened_late:
        words.append(
            f"In {listed(found.opened_late)} a reading was opened again after both had been "
            "sealed; its reader may have known the other, so it is left out of agreement."
        )
    return " ".join(words)


def _agreement(found: ModerationFindings) -> Iterable[Block]:
    if not found.counted:
        yield Text(NO_PAIR)
        return
    yield Text(found.basis.words)
    yield Text(AGREEMENT_KEY, Role.NOTE)
    yield agreement_table((found.overall, *found.themes))
    if found.counted >= LEAST_FOR_PERCENT:
        yield Text(
            f"Kappa: {KAPPA_METHOD}. 0 is what chance would give, 1 is no difference.", Role.NOTE
        )
    yield from agreement_notes(found)


def agreement_notes(found: ModerationFindings) -> Iterable[Block]:
    """Yield what to bear in mind of kappa, where there are enough pairs for it."""
    notes = [
        Passage(each.title, note)
        for each in (found.overall, *found.themes)
        for note in each.agreement.notes
        if each.agreement.n >= LEAST_FOR_PERCENT
    ]
    if notes:
        yield Passages("What to bear in mind", tuple(notes))


def starred(rows: Sequence[NamedAgreement]) -> Iterable[Block]:
    """Yield what the star means where a table has one."""
    if any(each.kappa_words.endswith("*") for each in rows):
        yield Text(KAPPA_STAR, Role.NOTE)


def agreement_table(
    rows: Sequence[NamedAgreement],
    title: str = "Judgement",
    whose: tuple[str, str] = ("First", "Second"),
    share: int = 24,
) -> Table:
    """Set agreement in a table.

    Args:
        rows: What was compared.
        title: What stands in its first column.
        whose: Whose grade was better in the two columns that say so.
        share: How wide the first column is.
    """
    columns = (
        Column(title, share),
        Column("Pairs", 7, is_number=True),
        Column("Same grade", 15, is_number=True),
        Column("Within one", 15, is_number=True),
        Column(f"{whose[0]} better", 9, is_number=True),
        Column(f"{whose[1]} better", 10, is_number=True),
        Column("One only", 8, is_number=True),
        Column("Kappa (95 %)", 20),
    )
    told = (
        len(columns)
        if any(
            each.agreement.notes or each.agreement.kappa
            for each in rows
            if each.agreement.n >= LEAST_FOR_PERCENT
        )
        else len(columns) - 1
    )
    return Table(columns[:told], tuple(_row(each)[:told] for each in rows))


def _row(named: NamedAgreement) -> tuple[str, ...]:
    found = named.agreement
    return (
        named.title,
        str(found.n),
        counted(found.exact) if found.n else "\N{EN DASH}",
        counted(found.within_one) if found.n else "\N{EN DASH}",
        str(found.first_better),
        str(found.second_better),
        str(named.apart),
        named.kappa_words,
    )


def _settled(found: ModerationFindings) -> Iterable[Block]:
    words = []
    if found.settled:
        differ = "differs" if found.changed == 1 else "differ"
        words.append(
            f"Moderators, who read the file for neither reading, settled "
            f"{plural(found.settled, 'answer or judgement', 'answers and judgements')}; "
            f"{found.changed} {differ} from what the first reader gave. Where something was "
            "settled, it is counted in this report; the two readings stay as they were."
        )
    if found.unresolved:
        words.append(
            f"{opening(found.unresolved, 'difference')} {'is' if found.unresolved == 1 else 'are'} "
            "not settled yet; there the first reading is counted."
        )
    if words:
        yield Text(" ".join(words))
    judgements = [each for each in found.changes if each.is_judgement]
    if judgements:
        yield Passages("Judgements that moderation changed", tuple(map(_change, judgements)))


def _change(change: Change) -> Passage:
    purposive = ", chosen on purpose" if change.purposive else ""
    return Passage(
        f"{change.reference}{purposive}, {change.title}",
        f"First reader {change.first}, second reader {change.second}, settled {change.settled}. "
        f"{change.reason}",
    )


def _calibration(found: ModerationFindings) -> Iterable[Block]:
    if found.calibration:
        yield Passages(
            "Files that everyone read, to grade alike; counted in no figure on agreement",
            tuple(
                Passage(
                    each.reference,
                    listed(sorted(grade for _, grade in each.grades)) or "Not read yet",
                )
                for each in found.calibration
            ),
        )
