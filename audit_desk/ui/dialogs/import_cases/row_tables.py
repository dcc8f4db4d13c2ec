"""The two tables of the preview: rows left out, and the first rows as they will be kept."""

from audit_desk.domain.case_field import CaseField, FieldKind
from audit_desk.domain.case_fields import field
from audit_desk.services.case_preparation import PreparedCase
from audit_desk.services.case_preview import ImportPreview
from audit_desk.services.case_rows import RowFault
from audit_desk.ui.dialogs.import_cases.choices import FIELD_KEYS
from audit_desk.ui.models.case_words import fact_text
from audit_desk.ui.widgets.row_model import Column, RowModel

_FIRST = 100
_NUMBERS = frozenset({FieldKind.AGE, FieldKind.COUNT})


def fault_model() -> RowModel[RowFault]:
    """Return an empty table of refused rows."""
    return RowModel(
        [
            Column("Row", lambda fault: str(fault.row), lambda fault: fault.row, numeric=True),
            Column("Column", lambda fault: fault.column, tip=lambda fault: fault.column),
            Column("Value", lambda fault: fault.value, tip=lambda fault: fault.value),
            Column("Reason", _reason, tip=_reason),
        ]
    )


def kept_model(previewed: ImportPreview) -> RowModel[PreparedCase]:
    """Return the first rows as they will be kept: no identifier is among them."""
    keys = [column.target for column in previewed.kept if column.target in FIELD_KEYS]
    if any(row.facts.get("age") is not None for row in previewed.rows[:_FIRST]):
        keys += [] if "age" in keys else ["age"]  # counted from a date of birth
    model = RowModel(
        [
            Column("Row", lambda row: str(row.row_number), _row_number, numeric=True),
            Column("Reference", lambda row: row.reference or "new"),
            *(_fact_column(field(key)) for key in keys),
        ]
    )
    model.set_rows(previewed.rows[:_FIRST])
    return model


def _fact_column(known: CaseField) -> Column[PreparedCase]:
    def text(row: PreparedCase) -> str:
        return fact_text(known, row.facts.get(known.key))

    def rank(row: PreparedCase) -> str:
        value = row.facts.get(known.key, "")
        return f"{value:010}" if isinstance(value, int) else value.casefold()

    return Column(known.label, text, rank, numeric=known.kind in _NUMBERS, tip=text)


def _row_number(row: PreparedCase) -> int:
    return row.row_number


def _reason(fault: RowFault) -> str:
    return fault.reason[:1].upper() + fault.reason[1:]
