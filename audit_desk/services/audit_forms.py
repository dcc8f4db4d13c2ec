"""Forms of an audit: written to paper or a workbook, and a workbook read back in."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from audit_desk.domain.audit import OVERALL, AuditState, FullAudit
from audit_desk.domain.audit_form import AuditForm
from audit_desk.domain.audit_tool import AuditTool
from audit_desk.domain.clocks import BankHolidays, read_clocks
from audit_desk.domain.contribution import Role
from audit_desk.domain.form_fields import (
    answer_from,
    asked_of_auditor,
    contribution_from,
    judgement_from,
    values_of,
)
from audit_desk.domain.form_follow_ups import follow_up_from, follow_up_owner
from audit_desk.domain.form_stamp import FormStamp
from audit_desk.errors import UserError
from audit_desk.services.actions import ActionService
from audit_desk.services.auditing import AuditingService
from audit_desk.services.form_comparing import compare
from audit_desk.services.form_preview import FormChange, FormPreview
from audit_desk.services.form_reader import read_form
from audit_desk.services.rounds import RoundService
from audit_desk.services.settings import SettingsService
from audit_desk.services.whole_file import write_whole
from audit_desk.storage.register import Register

FormWriter = Callable[[AuditForm], bytes]
"""Returns a form as the content of a file."""

FORM_ENDINGS = (".pdf", ".xlsx")
"""The kinds of form."""


@dataclass(frozen=True, slots=True)
class FormServices:
    """The services that forms are made from."""

    auditing: AuditingService
    actions: ActionService
    rounds: RoundService
    settings: SettingsService


class AuditFormService:
    """The forms of one register's audits.

    Args:
        register: The register.
        services: What forms are made from.
        holidays: The bank holidays, for what the clocks say.
        writers: By ending of the file.
        today: The local date.
    """

    def __init__(
        self,
        register: Register,
        services: FormServices,
        holidays: BankHolidays,
        writers: Mapping[str, FormWriter],
        today: Callable[[], date] = date.today,
    ) -> None:
        self._register = register
        self._by = services
        self._holidays = holidays
        self._writers = writers
        self._today = today

    def of_audit(self, audit_id: str, *, filled: bool) -> AuditForm:
        """Return the form of an audit, with its answers so far or without.

        Raises:
            UserError: The audit is not in the register.
        """
        full = self._by.auditing.open(audit_id)
        tool = self._by.auditing.tool_for(audit_id)
        return AuditForm(
            tool,
            self._by.settings.get().organisation,
            datetime.now(UTC),
            full,
            self._round_name(full),
            filled,
            self._by.actions.follow_ups(audit_id) if filled else {},
            read_clocks(tool, full.answers, full.audit.facts, self._holidays) if filled else (),
        )

    def of_tool(self, tool: AuditTool) -> AuditForm:
        """Return a blank form that any audit with the tool may use."""
        return AuditForm(tool, self._by.settings.get().organisation, datetime.now(UTC))

    def render(self, form: AuditForm, ending: str = ".pdf") -> bytes:
        """Return a form as the content of a file; it takes a second or two.

        Raises:
            UserError: There is no such kind of form.
        """
        writer = self._writers.get(ending.lower())
        if writer is None:
            raise UserError(
                f"A form cannot be written as “{ending}”.",
                f"Give the file one of these endings: {', '.join(FORM_ENDINGS)}.",
            )
        return writer(form)

    def write(self, form: AuditForm, target: Path) -> None:
        """Write a form; the file's ending says in which form.

        Raises:
            UserError: There is no such kind of form, or the file cannot be written.
        """
        write_whole(self.render(form, target.suffix or target.name), target)

    def note(self, form: AuditForm, ending: str, by: str) -> None:
        """Put on record that the answers of an audit left the register as a file."""
        if form.shown is None:
            return
        with self._register.transaction():
            subject = ("audit", form.shown.audit.id)
            self._register.history.append(
                by, "wrote a form", subject, after={"kind": ending.lstrip(".")}
            )

    def read_back(self, path: Path, audit_id: str = "") -> FormPreview:
        """Return what a filled workbook would change; nothing is saved.

        Args:
            path: The workbook.
            audit_id: The audit that it is meant for. It may be left out where the form knows.

        Raises:
            UserError: It is no form, it is another audit's, or its audit is not here or is
                submitted.
        """
        book = read_form(path)
        full = self._audit_of(book.stamp, audit_id)
        tool = self._by.auditing.tool_for(full.audit.id)
        if (tool.id, tool.version) != (book.stamp.tool_id, book.stamp.tool_version):
            raise UserError(
                f"The form asks the questions of {book.stamp.tool_id}, version"
                f" {book.stamp.tool_version}; this audit has {tool.id}, version {tool.version}.",
                "Nothing was read. Save a form of this audit and copy the answers into it.",
            )
        if full.audit.state is AuditState.SUBMITTED:
            raise UserError(
                f"The audit of {full.audit.reference} is submitted and locked.",
                "Nothing was read. Reopen it, with a reason, and read the form then.",
            )
        follow_ups = self._by.actions.follow_ups(full.audit.id)
        return compare(book, tool, full, follow_ups, self._today())

    def apply(self, preview: FormPreview, taken: Collection[str], by: str) -> FullAudit:
        """Save what a form changes, all of it or nothing.

        Args:
            preview: What it changes.
            taken: The keys of the conflicts in which the form's answer counts; in the others
                the register's stays.
            by: Who reads the form in.

        Raises:
            UserError: Something is wrong with the form, the audit changed since it was read,
                or an answer is not possible.
        """
        audit_id = preview.full.audit.id
        if preview.faults:
            raise UserError(
                f"The form has {len(preview.faults)} cells that cannot be taken over.",
                "Nothing was saved. Put them right in the workbook and read it again.",
            )
        follow_ups = self._by.actions.follow_ups(audit_id)
        if values_of(self._by.auditing.open(audit_id), follow_ups) != preview.values:
            raise UserError(
                "The audit changed while the form was looked at.",
                "Nothing was saved. Read the form again.",
            )
        changes = [*preview.changes, *(c for c in preview.conflicts if c.field.key in taken)]
        with self._register.transaction():
            self._note_reading(preview, changes, by)
            return self._fill(audit_id, preview.values, changes, by)

    def _fill(
        self, audit_id: str, held: Mapping[str, str], changes: Iterable[FormChange], by: str
    ) -> FullAudit:
        tool = self._by.auditing.tool_for(audit_id)
        found = {change.field.key: change.after for change in changes}
        owners = {change.field.owner for change in changes}
        values = {**held, **found}
        return self._by.auditing.fill(
            audit_id,
            [answer_from(each, values) for each in asked_of_auditor(tool) if each.id in owners],
            [
                judgement_from(each, values)
                for each in [*(theme.id for theme in tool.themes), OVERALL]
                if each in owners
            ],
            by=by,
            follow_ups=[
                follow_up_from(each, values)
                for each in asked_of_auditor(tool)
                if follow_up_owner(each.id) in owners
            ],
            contributions=[contribution_from(r, values) for r in Role if r.value in owners],
        )

    def _note_reading(self, preview: FormPreview, changes: Iterable[FormChange], by: str) -> None:
        # Not the file's name: people put a child's name there.
        taken = [change.field.key for change in changes]
        kept = [each.field.key for each in preview.conflicts if each.field.key not in taken]
        self._register.history.append(
            by,
            "took over a form",
            ("audit", preview.full.audit.id),
            after={"written_at": preview.written_at, "from_the_form": taken, "kept": kept},
        )

    def _audit_of(self, stamp: FormStamp, audit_id: str) -> FullAudit:
        if not (stamp.audit_id or audit_id):
            raise UserError(
                "This is a blank form that belongs to no audit.",
                "Say which audit it is for: its round and its reference.",
            )
        if audit_id and stamp.audit_id and stamp.audit_id != audit_id:
            wanted = self._by.auditing.open(audit_id).audit.reference
            raise UserError(
                f"This is the form of {stamp.reference} in {stamp.round_name}, not of {wanted}.",
                f"Nothing was read. Open {stamp.reference} and read it there.",
            )
        try:
            return self._by.auditing.open(audit_id or stamp.audit_id)
        except UserError as fault:
            raise UserError(
                f"This register has no such audit: the form is of {stamp.reference} in"
                f" {stamp.round_name}.",
                "Nothing was read. Open the register that the form was saved from.",
            ) from fault

    def _round_name(self, full: FullAudit) -> str:
        return self._by.rounds.by_id(full.audit.round_id).name
