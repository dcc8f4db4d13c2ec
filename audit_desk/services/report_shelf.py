"""The reports that were saved of a round: who, when, for whom, and from which findings."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from audit_desk.domain.kept_report import KeptReport
from audit_desk.domain.round import Round
from audit_desk.errors import UserError
from audit_desk.services.findings_hash import findings_hash
from audit_desk.services.round_findings import FindingsService
from audit_desk.storage.kept_report_repo import KeptReportRepo
from audit_desk.storage.register import Register
from audit_desk.storage.rows import new_id

FORMS = {
    ".pdf": "PDF",
    ".docx": "Word document",
    ".xlsx": "Workbook",
    ".csv": "Answers as CSV",
    "": "Folder of CSV files",
}
"""What a saved file is called, by its ending."""


@dataclass(frozen=True, slots=True)
class ShelfLine:
    """A saved report, and whether what it came from has changed since."""

    report: KeptReport
    is_behind: bool


class ReportShelf:
    """The saved reports of one register's rounds."""

    def __init__(self, register: Register, findings: FindingsService) -> None:
        self._register = register
        self._findings = findings
        self._repo = KeptReportRepo(register)

    def of_round(self, round_: Round) -> tuple[ShelfLine, ...]:
        """Return the saved reports of a round, newest first."""
        kept = self._repo.of_round(round_.id)
        now = findings_hash(self._findings.of_round(round_)) if kept else ""
        return tuple(ShelfLine(each, each.findings_hash != now) for each in kept)

    def keep(
        self, round_: Round, target: Path, by: str, audience: str = "", what: str = ""
    ) -> None:
        """Note that a file was saved.

        Args:
            round_: The round that it is about.
            target: The file or folder, written whole.
            by: Who saved it.
            audience: For whom it is.
            what: What it is, where the file's ending does not say so.

        Raises:
            UserError: The file cannot be read again.
        """
        folder = target.is_dir()
        kept = KeptReport(
            id=new_id(),
            round_id=round_.id,
            made_at=datetime.now(UTC),
            made_by=by,
            audience=audience,
            what=what or FORMS.get("" if folder else target.suffix.lower(), "File"),
            file_name=target.name,
            file_hash=_of_folder(target) if folder else _of_file(target),
            findings_hash=findings_hash(self._findings.of_round(round_)),
        )
        with self._register.transaction():
            self._repo.add(kept)
            self._register.history.append(
                by,
                "saved",
                ("report", kept.id),
                after={
                    "round": round_.id,
                    "what": kept.what,
                    "audience": audience,
                    "file": kept.file_name,
                    "sha256": kept.file_hash,
                },
            )


def _of_file(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as fault:
        raise UserError(
            f"{path} is saved, but could not be read again, so it is not on the list of reports.",
        ) from fault


def _of_folder(folder: Path) -> str:
    """Return one hash for a folder: over a line a file, its hash and its name, sorted by name."""
    files = sorted(path for path in folder.iterdir() if path.suffix in {".csv", ".json"})
    lines = "".join(f"{_of_file(path)}  {path.name}\n" for path in files)
    return hashlib.sha256(lines.encode()).hexdigest()
