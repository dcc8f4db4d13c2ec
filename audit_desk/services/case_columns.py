"""Decides what becomes of each column of a list: by heading, by hand and by content.

Content has the last word. A column that identifies children is dropped whatever its heading
says, and nobody can map it to a fact by hand.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from audit_desk.domain.case_dates import read_date
from audit_desk.domain.case_field import CaseField, Catalogue, FieldKind
from audit_desk.domain.case_fields import CASES
from audit_desk.domain.case_values import read_age
from audit_desk.domain.cells import Cell, cell_text, number_text
from audit_desk.domain.column_recognition import (
    SYSTEM_ID_HEADERS,
    ColumnMatch,
    ColumnRole,
    adults_listed,
    recognise,
)
from audit_desk.domain.identifiers import identifier_in_column, is_birth_column
from audit_desk.errors import UserError
from audit_desk.services.case_table import Row, Table

SYSTEM_ID = ColumnRole.SYSTEM_ID.value
REFERENCE = ColumnRole.REFERENCE.value
BIRTH_DATE = ColumnRole.BIRTH_DATE.value
LEAVE_OUT = "skip"
"""What a column may be mapped to by hand besides a field's key."""

_FAR_OFF = date(2199, 12, 31)
_DAYS = frozenset({FieldKind.DATE, FieldKind.MOMENT})
_SHAPES_OF_AN_ID = ("telephone numbers", "placement numbers")
"""What the council's own numbers of children may look like by chance."""
_TRUSTED = 5
"""Distinct names that make a column with a known heading one of names: a team may sound so."""


def plan_columns(
    table: Table, mapping: Mapping[int, str] | None, catalogue: Catalogue = CASES
) -> tuple[ColumnMatch, ...]:
    """Return what becomes of each column; wholly empty ones without a heading are left away.

    Args:
        table: The list.
        mapping: By column index what a person chose: a field's key, ``SYSTEM_ID``,
            ``REFERENCE``, ``BIRTH_DATE`` or ``LEAVE_OUT``. Others are as recognised.
        catalogue: The fields that this kind of list may bring.

    Raises:
        UserError: No column has the child's ID, two were chosen for the same, or a column that
            identifies children was chosen.
    """
    checked = judge_columns(table, mapping or {}, catalogue)
    missing = missing_id(table, checked, catalogue)
    if missing is not None:
        raise missing
    return checked


def judge_columns(
    table: Table, mapping: Mapping[int, str], catalogue: Catalogue
) -> tuple[ColumnMatch, ...]:
    """Return what becomes of each column, whether or not they make a list that can be used.

    Args:
        table: The list.
        mapping: By column index what a person chose, as for ``plan_columns``.
        catalogue: The fields that this kind of list may bring.

    Raises:
        UserError: Two columns were chosen for the same, or one that identifies children was.
    """
    by_hand = dict(mapping)
    matches = _name_all(
        _apply(list(recognise(table.headers, catalogue)), by_hand, catalogue), table
    )
    sample = table.sample
    ages = _ages(matches, sample)
    return tuple(
        _check(
            match,
            _known(match, catalogue),
            _column(sample, match.index),
            ages,
            by_hand=match.index in by_hand,
        )
        for match in matches
    )


def missing_id(
    table: Table, columns: Sequence[ColumnMatch], catalogue: Catalogue
) -> UserError | None:
    """Return why nobody can tell whom the rows are about; ``None`` where a column tells."""
    roles = {match.role for match in columns}
    known_children = catalogue is not CASES and ColumnRole.REFERENCE in roles
    if ColumnRole.SYSTEM_ID in roles or known_children:
        return None
    return _no_system_id(table)


def _known(match: ColumnMatch, catalogue: Catalogue) -> CaseField | None:
    return catalogue.field(match.field_key) if match.role is ColumnRole.FIELD else None


def _apply(
    matches: list[ColumnMatch], by_hand: Mapping[int, str], catalogue: Catalogue
) -> list[ColumnMatch]:
    taken: dict[str, str] = {}
    for index, target in by_hand.items():
        if not 0 <= index < len(matches):
            raise UserError(
                f"There is no column {index + 1} in this list.", "Map its columns again."
            )
        matches[index] = _mapped(matches[index], target, catalogue)
        if target != LEAVE_OUT and target in taken:
            raise UserError(
                f"The columns “{taken[target]}” and “{matches[index].header}” are both mapped to "
                f"“{_target_label(target, catalogue)}”.",
                "Keep one of them and leave the other out.",
            )
        taken[target] = matches[index].header
    return [_make_room(match, taken) if match.index not in by_hand else match for match in matches]


def _mapped(match: ColumnMatch, target: str, catalogue: Catalogue) -> ColumnMatch:
    if target == LEAVE_OUT:
        return replace(match, role=ColumnRole.IDENTIFIER, field_key="", reason="Left out by hand.")
    if match.role is ColumnRole.IDENTIFIER:
        raise UserError(
            f"The column “{match.header}” cannot be kept. {match.reason}",
            "Leave it out. If its heading misleads, change the heading in the file.",
        )
    if match.role is ColumnRole.BIRTH_DATE and target != BIRTH_DATE:
        raise _refusal(match, "dates of birth")
    if target in {SYSTEM_ID, REFERENCE, BIRTH_DATE}:
        return replace(match, role=ColumnRole(target), field_key="", reason="")
    _target_label(target, catalogue)
    return replace(match, role=ColumnRole.FIELD, field_key=target, reason="")


def _target_label(target: str, catalogue: Catalogue) -> str:
    labels = {
        SYSTEM_ID: "the child's ID",
        REFERENCE: "the audit reference",
        BIRTH_DATE: "the date of birth",
    }
    if target in labels:
        return labels[target]
    try:
        return catalogue.field(target).label
    except KeyError:
        raise UserError(f"There is no case field “{target}”.", "Map the columns again.") from None


def _make_room(match: ColumnMatch, taken: Mapping[str, str]) -> ColumnMatch:
    """Give way where another column was chosen by hand for what a heading means."""
    target = match.field_key or match.role.value
    if match.role in {ColumnRole.IDENTIFIER, ColumnRole.UNKNOWN} or target not in taken:
        return match
    reason = f"The column “{taken[target]}” was chosen for this."
    return replace(match, role=ColumnRole.UNKNOWN, field_key="", reason=reason)


def _name_all(matches: list[ColumnMatch], table: Table) -> list[ColumnMatch]:
    """Give columns without a heading their letter; leave away those without content too."""
    named = []
    for match in matches:
        if match.header:
            named.append(match)
        elif any(map(cell_text, _column(table.sample, match.index))):
            named.append(replace(match, header=column_name("", match.index)))
    return named


def column_name(header: str, index: int) -> str:
    """Return what a column is called on screen: its heading, else its letters."""
    return header or f"Column {_letters(index)}"


def _letters(index: int) -> str:
    """Return a column's letters as a spreadsheet shows them."""
    before, last = divmod(index, 26)
    return (_letters(before - 1) if before else "") + chr(ord("A") + last)


def _column(rows: Sequence[Row], index: int) -> list[Cell]:
    return [row[index] if index < len(row) else None for row in rows]


def _ages(matches: Sequence[ColumnMatch], sample: Sequence[Row]) -> list[int | None]:
    index = next((match.index for match in matches if match.field_key == "age"), None)
    if index is None:
        return []
    ages = map(read_age, _column(sample, index))
    return [age if isinstance(age, int) else None for age in ages]


def _check(
    match: ColumnMatch,
    known: CaseField | None,
    cells: list[Cell],
    ages: list[int | None],
    *,
    by_hand: bool,
) -> ColumnMatch:
    """Look at a column's content and drop it, or refuse, where it identifies children."""
    what = _identifying(match, known, cells, ages, by_hand=by_hand)
    if what is None:
        return match
    if by_hand or match.role is ColumnRole.SYSTEM_ID:
        raise _refusal(match, what)
    reason = f"Its values look like {what}, which Audit Desk never keeps."
    return replace(match, role=ColumnRole.IDENTIFIER, field_key="", reason=reason)


def _identifying(
    match: ColumnMatch,
    known: CaseField | None,
    cells: list[Cell],
    ages: list[int | None],
    *,
    by_hand: bool,
) -> str | None:
    if match.role in {ColumnRole.IDENTIFIER, ColumnRole.BIRTH_DATE}:
        return None
    if known is None or known.kind in _DAYS:
        days = [None if cell is None else read_date(cell, _FAR_OFF) for cell in cells]
        if is_birth_column([day if isinstance(day, date) else None for day in days], ages):
            return "dates of birth"
    if known is not None and known.kind not in {FieldKind.TEXT, FieldKind.CODE}:
        return None
    fewest = _TRUSTED if known is not None and not by_hand else 1
    what = identifier_in_column(map(number_text, cells), fewest_names=fewest)
    may_stand = (known is not None and known.names_staff and what == "names") or (
        match.role is ColumnRole.SYSTEM_ID and what in _SHAPES_OF_AN_ID
    )
    return None if may_stand else what


def _refusal(match: ColumnMatch, what: str) -> UserError:
    return UserError(
        f"The column “{match.header}” holds {what}, which Audit Desk never keeps; "
        "nothing was imported.",
        "Choose another column for it, or leave it out.",
    )


def _no_system_id(table: Table) -> UserError:
    adults = adults_listed(table.headers)
    if adults:
        return UserError(
            f"{table.source} is a list of {adults}, not of children: it has no column with the"
            " child's ID in the council's system.",
            "Choose a list of children, such as Annex A's lists 1 to 10.",
        )
    return UserError(
        f"{table.source} has no column with the child's ID in the council's system.",
        f"It is looked for under {', '.join(SYSTEM_ID_HEADERS)}. If it has another heading, "
        "choose the column by hand, or rename it in the file.",
    )
