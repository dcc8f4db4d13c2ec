"""A form that needs no register: what it would change is made up."""

import threading
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from audit_desk.domain.audit import FullAudit
from audit_desk.domain.audit_form import AuditForm
from audit_desk.domain.audit_report import AuditReport
from audit_desk.domain.audit_tool import AuditTool
from audit_desk.domain.form_field import FormField
from audit_desk.domain.form_fields import fields_of
from audit_desk.errors import UserError
from audit_desk.services.form_preview import ChangeKind, FormChange, FormFault, FormPreview
from audit_desk.services.form_reader import Place
from audit_desk.services.tool_files import bundled_tools
from tests.reports.example_form import WRITTEN_AT, an_audit

_TOOL = bundled_tools()[-1]
_STEPS = (
    "The placement agreed to ring the duty worker at 22:00 each night, and did so on 2 and 3"
    " March; nothing is noted from the 4th on. She said that nobody asked whether she'd stay in."
)


def a_field(key: str) -> FormField:
    return next(each for each in fields_of(_TOOL) if each.key == key)


CHANGES = (
    FormChange(a_field("ST3"), ChangeKind.NEW, "", "2"),
    FormChange(a_field("ST4"), ChangeKind.CHANGED, "2", "3"),
    FormChange(a_field("ST4 evidence"), ChangeKind.NEW, "", _STEPS),
    FormChange(a_field("ST1.held"), ChangeKind.CHANGED, "2026-03-02", "2026-03-02T10:00"),
    FormChange(a_field("WI7"), ChangeKind.TAKEN_OUT, "yes", ""),
)
CONFLICTS = (
    FormChange(a_field("ST2"), ChangeKind.CONFLICT, "partly", "no"),
    FormChange(
        a_field("ST2 evidence"),
        ChangeKind.CONFLICT,
        "Health sent a letter.",
        "Health was not asked, and the pastoral lead whom she trusts was not either.",
    ),
)
FAULTS = (
    FormFault(Place("1 Strategy meetings", "D7"), "“3/5” depends on the day on which it is read."),
    FormFault(Place("3 Return home interviews", "D9"), "“2.5” is not a whole number."),
)


def a_preview(
    *, faults: tuple[FormFault, ...] = (), concerns: tuple[str, ...] = (), empty: bool = False
) -> FormPreview:
    """Return what a form would change."""
    full = FullAudit(an_audit(), {}, {})
    changes, conflicts = ((), ()) if empty else (CHANGES, CONFLICTS)
    return FormPreview(full, "", {}, changes, conflicts, faults, concerns)


@dataclass
class FakeForm:
    """A form whose preview and refusal a test sets."""

    found: FormPreview = field(default_factory=a_preview)
    refusal: UserError | None = None
    names: tuple[str, ...] = ()
    is_audit: bool = True
    is_locked: bool = False
    title: str = "CST-0142"
    applied: list[set[str]] = field(default_factory=list)
    noted: list[tuple[bool, str]] = field(default_factory=list)
    tool: AuditTool = _TOOL

    def make(self, *, filled: bool) -> AuditForm:
        full = FullAudit(an_audit(), {}, {})
        return AuditForm(self.tool, "Northshire", WRITTEN_AT, full, "Spring 2026", filled)

    def render(self, form: AuditForm, ending: str) -> bytes:
        _refuse_window_thread()
        return f"{ending} {form.filled}".encode()

    def write(self, form: AuditForm, target: Path) -> None:
        target.write_bytes(self.render(form, target.suffix))

    def note(self, form: AuditForm, ending: str) -> None:
        self.noted.append((form.filled, ending))

    def identifiers(self, report: AuditReport | None = None) -> tuple[str, ...]:  # noqa: ARG002
        return self.names

    def make_report(self) -> AuditReport:
        if self.refusal:
            raise self.refusal
        full = FullAudit(an_audit(), {}, {})
        return AuditReport(self.tool, "Northshire", "Spring 2026", full, (), (), ())

    def write_report(self, report: AuditReport, target: Path) -> None:
        _refuse_window_thread()
        target.write_text(report.full.audit.reference)

    def note_report(self, report: AuditReport, ending: str) -> None:
        self.noted.append((bool(report), ending))

    def read_back(self, _path: Path) -> FormPreview:
        if self.refusal:
            raise self.refusal
        return self.found

    def apply(self, _preview: FormPreview, taken: Collection[str]) -> None:
        self.applied.append(set(taken))


def _refuse_window_thread() -> None:
    assert threading.current_thread() is not threading.main_thread(), "the window would wait"
