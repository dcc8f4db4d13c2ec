"""Making a report of a round; the writer is handed in, so that services know no paper."""

from collections.abc import Callable
from pathlib import Path

from audit_desk.domain.audience import Audience
from audit_desk.domain.findings import Findings
from audit_desk.domain.round import Round
from audit_desk.domain.shareable import Shareable
from audit_desk.domain.written_texts import texts_of_actions, texts_of_outcomes
from audit_desk.errors import UserError
from audit_desk.services.audience_texts import texts_of_shareable
from audit_desk.services.identifier_scan import FoundIdentifier, IdentifierScanService
from audit_desk.services.releases import ReleaseService
from audit_desk.services.report_exports import ENDINGS, ExportService
from audit_desk.services.report_texts import (
    texts_of_findings,
    texts_of_moderation,
    texts_of_words,
)
from audit_desk.services.round_findings import FindingsService
from audit_desk.services.whole_file import refuse_impossible, write_whole

Progress = Callable[[int, int], None]
"""Told how far the work is: done, of how much. It may raise ``Cancelled``."""


ReportWriter = Callable[[Findings | Shareable, Progress | None], bytes]
"""Returns findings as the content of a file; the same findings give the same bytes."""


class ReportService:
    """The reports of one register's rounds."""

    def __init__(
        self,
        findings: FindingsService,
        writers: dict[str, ReportWriter],
        scanner: IdentifierScanService,
        releases: ReleaseService,
        exports: ExportService | None = None,
    ) -> None:
        self._findings = findings
        self._writers = writers
        self._scanner = scanner
        self._releases = releases
        self._exports = exports

    def identifiers(
        self, round_: Round, audience: Audience = Audience.FULL, *, holds_all: bool = False
    ) -> tuple[FoundIdentifier, ...]:
        """Return what looks like an identifier in the free texts that would leave.

        Args:
            round_: The round.
            audience: For whom the report is.
            holds_all: Whether every text of the round would leave, as with a workbook or CSV
                files, and not those of its findings alone.
        """
        if not audience.is_full:
            shared = self._releases.shareable(round_, audience)
            return self._scanner.in_texts(texts_of_shareable(shared))
        if self._exports is not None and holds_all:
            record = self._exports.record(round_)
            actions = [line.action for line in record.findings.earlier_actions]
            earlier = (
                *texts_of_actions(actions),
                *texts_of_outcomes(actions),
                *texts_of_words(record.findings),
                *texts_of_moderation(record.findings),
            )
            every = self._scanner.of_round(round_, record.tool, record.audits)
            return tuple(dict.fromkeys((*every, *self._scanner.in_texts(earlier))))
        found = self._findings.of_round(round_)
        return self._scanner.in_texts(texts_of_findings(found))

    def write(
        self,
        round_: Round,
        target: Path,
        audience: Audience = Audience.FULL,
        progress: Progress | None = None,
    ) -> None:
        """Write the report or the data of a round; the file's ending says in which form.

        A target without an ending is a folder of CSV files.

        Raises:
            UserError: No such form, the file cannot be written, or nothing was drawn yet.
            Cancelled: A person cancelled; no file was left behind.
        """
        if self._exports is not None and self._exports.takes(target):
            self._exports.write(round_, target, audience, progress)
            return
        writer = self._writers.get(target.suffix.lower())
        if writer is None:
            known = ", ".join((*self._writers, *(ENDINGS if self._exports else ())))
            raise UserError(
                f"A report cannot be written as “{target.suffix or target.name}”.",
                f"Give the file one of these endings: {known}; without one, a folder of CSV files"
                " is written.",
            )
        refuse_impossible(target)
        write_whole(writer(self._found(round_, audience), progress), target)

    def preview(
        self,
        round_: Round,
        audience: Audience = Audience.FULL,
        progress: Progress | None = None,
    ) -> bytes:
        """Return the report of a round as PDF, in memory: no plain text touches the disk.

        Raises:
            Cancelled: A person cancelled.
        """
        return self._writers[".pdf"](self._found(round_, audience), progress)

    def _found(self, round_: Round, audience: Audience) -> Findings | Shareable:
        if audience.is_full:
            return self._findings.of_round(round_)
        return self._releases.shareable(round_, audience)
