"""The strata of a draw and the references in drawing order, as rows for tables."""

from dataclasses import dataclass

from audit_desk.domain.receipt import Receipt, Stratum
from audit_desk.ui.widgets.row_model import Column, RowModel


@dataclass(frozen=True, slots=True)
class OrderRow:
    """One reference in the order of its draw.

    Attributes:
        place: Its place in its stratum, from 1; the spares' places follow those of the drawn.
        reference: The file.
        stratum: The stratum's name.
        is_drawn: Whether it was drawn; otherwise it is a spare.
    """

    place: int
    reference: str
    stratum: str
    is_drawn: bool


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


def order_model() -> RowModel[OrderRow]:
    """Return a model of references in drawing order."""
    return RowModel(
        (
            Column("Order", lambda row: f"{row.place:,}", lambda row: row.place, numeric=True),
            Column("Reference", lambda row: row.reference),
            Column("Drawn or spare", lambda row: "Drawn" if row.is_drawn else "Spare"),
            Column("Stratum", lambda row: row.stratum, tip=lambda row: row.stratum),
        )
    )


def order_rows(receipt: Receipt) -> list[OrderRow]:
    """Return the drawn files of every stratum, then the spares, each in order."""
    drawn = [
        OrderRow(place, reference, stratum.name, is_drawn=True)
        for stratum in receipt.strata
        for place, reference in enumerate(stratum.drawn, start=1)
    ]
    spares = [
        OrderRow(place, reference, stratum.name, is_drawn=False)
        for stratum in receipt.strata
        for place, reference in enumerate(stratum.spares, start=1 + len(stratum.drawn))
    ]
    return [*drawn, *spares]
