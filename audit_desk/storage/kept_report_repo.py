"""Saved reports ↔ rows."""

from datetime import datetime

from audit_desk.domain.kept_report import KeptReport
from audit_desk.storage.register import Register


class KeptReportRepo:
    """The reports that were saved of each round."""

    def __init__(self, register: Register) -> None:
        self._db = register.db

    def of_round(self, round_id: str) -> tuple[KeptReport, ...]:
        """Return the saved reports of a round, newest first."""
        rows = self._db.execute(
            "SELECT id, round_id, made_at, made_by, audience, what, file_name, file_hash,"
            " findings_hash FROM round_reports WHERE round_id = ? ORDER BY made_at DESC, id",
            (round_id,),
        )
        return tuple(
            KeptReport(row[0], row[1], datetime.fromisoformat(row[2]), *row[3:]) for row in rows
        )

    def add(self, kept: KeptReport) -> None:
        """Add a saved report."""
        self._db.execute(
            "INSERT INTO round_reports (id, round_id, made_at, made_by, audience, what, file_name,"
            " file_hash, findings_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                kept.id,
                kept.round_id,
                kept.made_at.isoformat(timespec="microseconds"),
                kept.made_by,
                kept.audience,
                kept.what,
                kept.file_name,
                kept.file_hash,
                kept.findings_hash,
            ),
        )
