"""Compares a form with its audit, field by field, and checks what it says."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from audit_desk.domain import answer_check
from audit_desk.domain.applicability import CHOICES_SEPARATOR
from audit_desk.domain.audit import FullAudit
from audit_desk.domain.audit_tool import AuditTool, PartKind
from audit_desk.domain.concern import concern_cause
from audit_desk.domain.contribution import Role
from audit_desk.domain.event_rows import write_rows
from audit_desk.domain.follow_up import FollowUps
from audit_desk.domain.form_field import FormField
from audit_desk.domain.form_fields import (
    answer_from,
    asked_of_auditor,
    contribution_from,
    fields_of,
    values_of,
)
from audit_desk.domain.form_follow_ups import follow_up_faults, follow_up_owner
from audit_desk.domain.form_sheets import OPTION
from audit_desk.domain.form_stamp import digest
from audit_desk.domain.form_words import normal, read, read_tick
from audit_desk.domain.practitioner import contribution_faults
from audit_desk.errors import UserError
from audit_desk.services.form_preview import ChangeKind, FormChange, FormFault, FormPreview
from audit_desk.services.form_reader import FormBook, FormRow, Place, Placed

_EVIDENCE = " evidence"
_NO_ROW = "Save a new form and copy the answers into it."


def compare(
    book: FormBook, tool: AuditTool, full: FullAudit, follow_ups: FollowUps, today: date
) -> FormPreview:
    """Return what a form would change in an audit, and what is wrong with it.

    A field that the form left as it was written changes nothing, whatever the register has
    said since.

    Args:
        book: The form.
        tool: The audit's tool.
        full: The audit.
        follow_ups: What follows from its answers.
        today: The local date; what an auditor reads on a file lies in the past.
    """
    reading = _Reading(book, today)
    held = values_of(full, follow_ups)
    found: list[FormChange] = []
    for one in fields_of(tool):
        if one.key in book.stamp.left_out:
            continue
        value = reading.value(one)
        if value is not None:
            found += _changes(one, book.stamp.base.get(one.key, ""), held.get(one.key, ""), value)
    found_keys = {change.field.key for change in found}
    merged = {**held, **{change.field.key: change.after for change in found}}
    reading.check_together(tool, merged, found)
    conflicts = tuple(each for each in found if each.kind is ChangeKind.CONFLICT)
    return FormPreview(
        full,
        book.stamp.written_at,
        held,
        tuple(each for each in found if each.kind is not ChangeKind.CONFLICT),
        conflicts,
        tuple(reading.faults),
        tuple(_concerns(tool, merged, found_keys)),
    )


def _changes(one: FormField, base: str, held: str, value: str) -> Iterator[FormChange]:
    now, then = digest(normal(one.part, held)), digest(normal(one.part, value))
    if then in (now, base):
        return
    if now != base:
        kind = ChangeKind.CONFLICT
    elif not held:
        kind = ChangeKind.NEW
    else:
        kind = ChangeKind.CHANGED if value else ChangeKind.TAKEN_OUT
    yield FormChange(one, kind, held, value)


def _concerns(tool: AuditTool, values: Mapping[str, str], changed: set[str]) -> Iterator[str]:
    for question in asked_of_auditor(tool):
        if question.id in changed:
            cause = concern_cause(question, answer_from(question, values))
            if cause:
                yield cause


@dataclass(slots=True)
class _Reading:
    """A form while it is read: its cells one by one, and what is wrong with them."""

    book: FormBook
    today: date
    faults: list[FormFault] = field(default_factory=list)

    def value(self, one: FormField) -> str | None:
        """Return what a field's cells say; ``None`` where they cannot be understood."""
        if one.part.kind is PartKind.EVENTS:
            return self._events(one)
        if one.part.kind is PartKind.CHOICES:
            return self._choices(one)
        placed = self._placed(one)
        return None if placed is None else self._read(one, placed)

    def _placed(self, one: FormField) -> Placed | None:
        is_evidence = one.key == f"{one.owner}{_EVIDENCE}"
        row = self._row(one.owner if is_evidence else one.key, one)
        if row is None:
            return None
        return row.words if one.part.kind is PartKind.TEXT else row.answer

    def _row(self, key: str, one: FormField) -> FormRow | None:
        if key in self.book.twice:
            self._fault(self.book.twice[key], f"{one.named} stands on the form twice. {_NO_ROW}")
            return None
        row = self.book.rows.get(key)
        if row is None:
            self._fault(None, f"The form has no row for {one.named} any more. {_NO_ROW}")
        return row

    def _read(self, one: FormField, placed: Placed) -> str | None:
        try:
            value = read(one, placed.cell, self.today)
        except UserError as error:
            self._fault(placed.place, str(error))
            return None
        known = not value or one.lies_ahead
        wrong = () if known else answer_check.part_faults(one.part, value, self.today)
        for sentence in wrong:
            self._fault(placed.place, sentence)
        return None if wrong else value

    def _choices(self, one: FormField) -> str | None:
        chosen = []
        for option in one.part.options:
            row = self._row(f"{one.key}{OPTION}{option.id}", one)
            if row is None:
                return None
            try:
                ticked = read_tick(row.answer.cell)
            except UserError as error:
                self._fault(row.answer.place, str(error))
                return None
            chosen += [option.id] * ticked
        return CHOICES_SEPARATOR.join(chosen)

    def _events(self, one: FormField) -> str | None:
        events = self.book.lists.get(one.key)
        if events is None:
            self._fault(None, f"The form has no page for {one.named} any more. {_NO_ROW}")
            return None
        before = len(self.faults)
        rows = [self._event(one, event) for event in events]
        return write_rows(one.part, rows) if len(self.faults) == before else None

    def _event(self, one: FormField, event: Mapping[str, Placed]) -> dict[str, str]:
        cells: dict[str, str] = {}
        for column in one.part.columns:
            placed = event.get(column.id)
            if placed is None:
                self._fault(None, f"{one.named} has no column “{column.label}” any more. {_NO_ROW}")
                continue
            inner = FormField(one.key, one.owner, column, one.named)
            cells[column.id] = self._read(inner, placed) or ""
        for sentence in answer_check.order_faults(one.part.columns, cells):
            self._fault(next(iter(event.values())).place, sentence)
        return cells

    def check_together(
        self, tool: AuditTool, values: Mapping[str, str], changes: Sequence[FormChange]
    ) -> None:
        """Check what only the fields of a question or a role together can show."""
        if self.faults:
            return
        owners = {change.field.owner for change in changes}
        for question in asked_of_auditor(tool):
            if question.id in owners:
                answer = answer_from(question, values)
                for sentence in answer_check.faults(question, answer, self.today):
                    self._fault(self.book.rows[question.id].answer.place, sentence)
            if follow_up_owner(question.id) in owners:
                for sentence in follow_up_faults(question, values, self.today):
                    self._fault(self.book.rows[f"{question.id} change"].answer.place, sentence)
        for role in Role:
            if role.value in owners:
                for sentence in contribution_faults(contribution_from(role, values), self.today):
                    self._fault(self.book.rows[f"{role.value} invited"].answer.place, sentence)

    def _fault(self, place: Place | None, message: str) -> None:
        self.faults.append(FormFault(place, message))
