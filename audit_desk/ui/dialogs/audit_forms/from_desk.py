"""The forms of the open register."""

from collections.abc import Collection
from pathlib import Path

from audit_desk.domain.audit import AuditState
from audit_desk.domain.audit_form import AuditForm
from audit_desk.domain.audit_report import AuditReport
from audit_desk.domain.audit_tool import AuditTool
from audit_desk.services.desk import Desk
from audit_desk.services.form_preview import FormPreview


class DeskForm:
    """The form of one audit, or the blank one of a tool.

    Args:
        desk: The services of the register.
        audit_id: The audit; empty for a tool's form.
        tool: The tool; ``None`` for an audit's form.
    """

    def __init__(self, desk: Desk, audit_id: str = "", tool: AuditTool | None = None) -> None:
        self._desk = desk
        self._audit_id = audit_id
        self._tool = tool

    @property
    def title(self) -> str:
        """What the form is of."""
        if self._tool is not None:
            return f"{self._tool.title}, version {self._tool.version}"
        return self._desk.auditing.open(self._audit_id).audit.reference

    @property
    def is_audit(self) -> bool:
        """Whether it is an audit's."""
        return self._tool is None

    @property
    def is_locked(self) -> bool:
        """Whether the audit is submitted."""
        if not self.is_audit:
            return False
        return self._desk.auditing.open(self._audit_id).audit.state is AuditState.SUBMITTED

    def make(self, *, filled: bool) -> AuditForm:
        """Return the form."""
        if self._tool is not None:
            return self._desk.forms.of_tool(self._tool)
        return self._desk.forms.of_audit(self._audit_id, filled=filled)

    def render(self, form: AuditForm, ending: str) -> bytes:
        """Return a form as the content of a file."""
        return self._desk.forms.render(form, ending)

    def write(self, form: AuditForm, target: Path) -> None:
        """Write a form into a file."""
        self._desk.forms.write(form, target)

    def note(self, form: AuditForm, ending: str) -> None:
        """Put on record that a form with answers left the register."""
        self._desk.forms.note(form, ending, self._desk.settings.person())

    def identifiers(self, report: AuditReport | None = None) -> tuple[str, ...]:
        """Return what in the answers or the report looks as if it names somebody."""
        if not self.is_audit:
            return ()
        scanner = self._desk.identifiers
        if report is not None:
            return tuple(each.sentence for each in scanner.of_report(report))
        auditing = self._desk.auditing
        tool, full = auditing.tool_for(self._audit_id), auditing.open(self._audit_id)
        return tuple(each.sentence for each in scanner.of_audit(tool, full))

    def make_report(self) -> AuditReport:
        """Return what the audit found, for the child's worker and manager."""
        return self._desk.documents.of_audit(self._audit_id)

    def write_report(self, report: AuditReport, target: Path) -> None:
        """Write that report into a file."""
        self._desk.documents.write_audit(report, target)

    def note_report(self, report: AuditReport, ending: str) -> None:
        """Put on record that the report left the register."""
        self._desk.documents.note_audit(report, ending, self._desk.settings.person())

    def read_back(self, path: Path) -> FormPreview:
        """Return what a filled workbook would change."""
        return self._desk.forms.read_back(path, self._audit_id)

    def apply(self, preview: FormPreview, taken: Collection[str]) -> None:
        """Save what a form changes."""
        self._desk.forms.apply(preview, taken, self._desk.settings.person())
