"""The composition root: builds everything and hands it in; nothing else reaches for anything."""

import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from audit_desk.cli.context import Doors
    from audit_desk.desktop import WhenShown
    from audit_desk.domain.action_sheet import ActionSheet
    from audit_desk.domain.audit_form import AuditForm
    from audit_desk.domain.audit_report import AuditReport
    from audit_desk.domain.findings import Findings
    from audit_desk.domain.moderation_sheet import ModerationSheet
    from audit_desk.domain.round_record import RoundRecord
    from audit_desk.domain.shareable import Shareable
    from audit_desk.services.desk import Desk
    from audit_desk.services.report_exports import ExportWriters
    from audit_desk.services.reporting import Progress
    from audit_desk.services.unlocking import EarlyKey

PASSPHRASE = "AUDIT_DESK_PASSPHRASE"  # noqa: S105 - the variable's name, not a passphrase
NO_SCREEN = (
    "There is no screen here, so the window cannot open. Without one, use the commands:"
    " audit-desk rounds REGISTER, audit-desk findings REGISTER --round NAME,"
    " audit-desk report REGISTER --round NAME -o FILE.pdf; audit-desk --help lists them all."
)


def run(arguments: list[str]) -> int:
    """Run Audit Desk: a command, or the window on a register.

    Returns:
        The process's exit status: 0 done, 1 could not be done, 2 wrong usage.
    """
    first = arguments[0] if arguments else ""
    if not arguments or (arguments == [first] and _is_file_name(first)):
        return open_window(Path(first) if first else None)
    from audit_desk.cli import commands, run_command

    is_there = os.path.exists(first)  # noqa: PTH110 - Path raises where a name is too long
    if len(arguments) == 1 and first not in commands.commands and is_there:
        return open_window(Path(first))
    return run_command(arguments, doors())


def _is_file_name(word: str) -> bool:
    # No command has a dot in its name: the window opens without loading the commands.
    return "." in word and not word.startswith("-")


def doors() -> "Doors":
    """Return what the command line works with."""
    from audit_desk.cli.context import Doors

    return Doors(
        open_desk=open_desk,
        create_desk=create_desk,
        build_demo=build_demo,
        open_window=open_window,
    )


def open_desk(path: Path, passphrase: str, early_key: "EarlyKey | None" = None) -> "Desk":
    """Open a register with all its services.

    Raises:
        UserError: It cannot be opened; see ``Register.open``.
    """
    from audit_desk.services.registers import open_register

    return _wired()(open_register(path, passphrase, early_key))


def create_desk(path: Path, passphrase: str, organisation: str, by: str) -> "Desk":
    """Create a register with all its services.

    Raises:
        UserError: It cannot be created; see ``Register.create``.
    """
    from audit_desk.services.registers import create_register

    return _wired()(create_register(path, passphrase, organisation, by))


def _wired() -> "Callable[..., Desk]":
    """Return what makes a desk of a register, with all that writes files."""
    from audit_desk.services.desk import Desk

    return partial(
        Desk,
        writers={".pdf": write_pdf},
        form_writers=FORM_WRITERS,
        export_writers=export_writers,
    )


def build_demo(
    path: Path,
    passphrase: str,
    *,
    cases: int = 133,
    audits: int = 12,
    seed: int = 1,
    progress: "Progress | None" = None,
) -> None:
    """Build an invented register; see ``services.demo``.

    Raises:
        UserError: The file exists, or the folder cannot be written to.
        Cancelled: A person cancelled.
    """
    from audit_desk.services.demo.build import build_demo as build

    build(path, passphrase, cases=cases, audits=audits, seed=seed, progress=progress)


def write_pdf(findings: "Findings | Shareable", progress: "Progress | None" = None) -> bytes:
    """Return the report as PDF; reportlab is loaded only now.

    Raises:
        Cancelled: A person cancelled.
    """
    from audit_desk.reports.pdf import write_pdf as write

    return write(findings, progress)


def export_writers() -> "ExportWriters":
    """Return what writes a round for other programs; their libraries are loaded when used."""
    from audit_desk.services.documents import DocumentWriters
    from audit_desk.services.report_exports import ExportWriters

    documents = DocumentWriters(write_audit_report, write_action_list, write_loop, write_moderation)
    return ExportWriters(write_word, write_workbook, write_answers, write_csv_files, documents)


def write_word(findings: "Findings | Shareable", progress: "Progress | None" = None) -> bytes:
    """Return the report for a word processor."""
    from audit_desk.reports.word import write_word as write

    return write(findings, progress)


def write_workbook(record: "RoundRecord | Shareable", progress: "Progress | None" = None) -> bytes:
    """Return all tables of a round in a workbook."""
    from audit_desk.reports.workbook import write_workbook as write

    return write(record, progress)


def write_answers(record: "RoundRecord") -> bytes:
    """Return the answers of a round as CSV."""
    from audit_desk.reports.csv_files import answers_csv as write

    return write(record)


def write_csv_files(record: "RoundRecord | Shareable") -> "Mapping[str, bytes]":
    """Return all tables of a round as CSV, by the files' names."""
    from audit_desk.reports.csv_files import csv_files as write

    return write(record)


def write_audit_report(report: "AuditReport", ending: str) -> bytes:
    """Return the report of one audit, as PDF or for a word processor."""
    from audit_desk.reports.papers import write_paper
    from audit_desk.reports.single_audit import build_single_audit

    return write_paper(build_single_audit(report), report.written, ending)


def write_action_list(sheet: "ActionSheet", ending: str) -> bytes:
    """Return a list of actions, as PDF or for a word processor."""
    from audit_desk.reports.action_list import build_action_list
    from audit_desk.reports.papers import write_paper

    return write_paper(build_action_list(sheet), sheet.written, ending)


def write_loop(shared: "Shareable", ending: str) -> bytes:
    """Return the pack for a team's meeting, as PDF or for a word processor."""
    from audit_desk.reports.loop import build_loop
    from audit_desk.reports.papers import write_paper

    return write_paper(build_loop(shared), shared.computed_from, ending)


def write_moderation(sheet: "ModerationSheet", ending: str) -> bytes:
    """Return the moderation report, as PDF or for a word processor."""
    from audit_desk.reports.moderation_report import build_moderation_report
    from audit_desk.reports.papers import write_paper

    return write_paper(build_moderation_report(sheet), sheet.written, ending)


def write_form_pdf(form: "AuditForm") -> bytes:
    """Return a form as PDF; reportlab is loaded only now."""
    from audit_desk.reports.form_pdf import write_form_pdf as write

    return write(form)


def write_form_workbook(form: "AuditForm") -> bytes:
    """Return a form as a workbook."""
    from audit_desk.reports.form_workbook import write_form_workbook as write

    return write(form)


FORM_WRITERS = {".pdf": write_form_pdf, ".xlsx": write_form_workbook}
"""How a form of an audit is written, by the file's ending."""


def open_window(register: Path | None, when_shown: "WhenShown | None" = None) -> int:
    """Open the window on a register, or on the page where one is chosen or created.

    Args:
        register: The register.
        when_shown: Called with each window that is shown: what measures the start needs it.

    Returns:
        0 when it was closed, 1 where there is no screen.
    """
    if not _has_screen():
        sys.stderr.write(f"{NO_SCREEN}\n")
        return 1
    passphrase = os.environ.get(PASSPHRASE, "")
    opens = open_desk
    if register is not None and passphrase:
        from audit_desk.services.unlocking import begin_unlocking

        # Before Qt is loaded: a third of a second that nobody then waits for.
        opens = partial(open_desk, early_key=begin_unlocking(register, passphrase))
    from audit_desk.desktop import First, Registers, run_desktop

    return run_desktop(
        Registers(opens, create_desk, build_demo),
        First(register, passphrase),
        when_shown,
    )


def _has_screen() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
