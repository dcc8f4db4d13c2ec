"""The strata of a draw, its files and its spares in drawing order, as rows for tables."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from audit_desk.domain.receipt import Purposive, Receipt, Stratum
from audit_desk.domain.sampling import standing
from audit_desk.ui.models.audit_model import AuditRow
from audit_desk.ui.models.when import stored_day_and_time
from audit_desk.ui.widgets.row_model import Column, RowModel

NEXT = "Next to come in"
"""Said of the spare that a swap in its stratum would take."""
STRATUM_COLUMN, SWAP_COLUMN = 2, 5
"""Where a file's stratum stands, and the file that it came in for."""


@dataclass(frozen=True, slots=True)
class SampleRow:
    """One file of the sample.

    Attributes:
        place: Its place among the drawn files of its stratum, from 1.
        of: How many files of that stratum were drawn.
        reference: The file.
        stratum: The stratum's name.
        auditor: Who reads it; empty while nobody is named.
        state: How far the audit is.
        instead_of: The file that it came in for; empty where it was drawn itself.
    """

    place: int
    of: int
    reference: str
    stratum: str
    auditor: str
    state: str
    instead_of: str


@dataclass(frozen=True, slots=True)
class SpareRow:
    """One file of the frame that was not drawn.

    Attributes:
        place: Its place among the spares of its stratum, from 1.
        reference: The file.
        stratum: The stratum's name.
        note: Whether it comes in next, or came in already.
    """

    place: int
    reference: str
    stratum: str
    note: str


def stratum_model(drawn_title: str) -> RowModel[Stratum]:
    """Return a model of strata.

    Args:
        drawn_title: The heading over the number of files: "To read" or "Drawn".
    """
    return RowModel(
        (
            Column("Stratum", lambda stratum: stratum.name, tip=lambda stratum: stratum.name),
            Column(
                "Cases",
                lambda stratum: f"{stratum.frame_size:,}",
                sort_key=lambda stratum: stratum.frame_size,
                numeric=True,
            ),
            Column(
                drawn_title,
                lambda stratum: f"{len(stratum.drawn):,}",
                sort_key=lambda stratum: len(stratum.drawn),
                numeric=True,
            ),
        )
    )


def sample_model() -> RowModel[SampleRow]:
    """Return a model of the drawn files."""
    return RowModel(
        (
            Column(
                "Order",
                lambda row: f"{row.place:,} of {row.of:,}",
                lambda row: row.place,
                numeric=True,
                tip=lambda _row: "Its place in the order of the draw, within its stratum",
            ),
            Column("Reference", lambda row: row.reference),
            Column("Stratum", lambda row: row.stratum, tip=lambda row: row.stratum),
            Column("Auditor", lambda row: row.auditor),
            Column("State", lambda row: row.state),
            Column("Came in for", lambda row: row.instead_of),
        )
    )


def spare_model() -> RowModel[SpareRow]:
    """Return a model of the spares."""
    return RowModel(
        (
            Column("Order", lambda row: f"{row.place:,}", lambda row: row.place, numeric=True),
            Column("Reference", lambda row: row.reference),
            Column("Stratum", lambda row: row.stratum, tip=lambda row: row.stratum),
            Column("What became of it", lambda row: row.note),
        )
    )


def purposive_model() -> RowModel[Purposive]:
    """Return a model of the files added on purpose."""
    return RowModel(
        (
            Column("Reference", lambda each: each.reference),
            Column("Reason", lambda each: each.reason, tip=lambda each: each.reason),
            Column("Added by", lambda each: each.by),
            Column(
                "When",
                lambda each: stored_day_and_time(each.at) if each.at else "",
                sort_key=lambda each: each.at,
            ),
        )
    )


def sample_rows(receipt: Receipt, audits: Iterable[AuditRow]) -> list[SampleRow]:
    """Return the files as they stand after all swaps, stratum by stratum in drawing order."""
    known = {row.audit.reference: row for row in audits}
    now = dict(zip(receipt.drawn, standing(receipt), strict=True))
    return [
        _sample_row(stratum, place, (drawn, now[drawn]), known)
        for stratum in receipt.strata
        for place, drawn in enumerate(stratum.drawn, start=1)
    ]


def spare_rows(receipt: Receipt) -> list[SpareRow]:
    """Return the spares of every stratum, each in its order."""
    came_in = {swap.added: f"Came in for {swap.removed}" for swap in receipt.swaps}
    chosen = {each.reference: "Added on purpose" for each in receipt.purposive}
    known = {**came_in, **chosen}
    return [row for stratum in receipt.strata for row in _spares(stratum, known)]


def _spares(stratum: Stratum, known: Mapping[str, str]) -> Sequence[SpareRow]:
    due = next((spare for spare in stratum.spares if spare not in known), "")
    return [
        SpareRow(place, spare, stratum.name, NEXT if spare == due else known.get(spare, ""))
        for place, spare in enumerate(stratum.spares, start=1)
    ]


def _sample_row(
    stratum: Stratum, place: int, drawn_and_now: tuple[str, str], known: Mapping[str, AuditRow]
) -> SampleRow:
    drawn, now = drawn_and_now
    row = known.get(now)
    return SampleRow(
        place=place,
        of=len(stratum.drawn),
        reference=now,
        stratum=stratum.name,
        auditor=row.audit.auditor if row is not None else "",
        state=row.audit.state.label if row is not None else "",
        instead_of=drawn if drawn != now else "",
    )
