"""Kept submissions ↔ rows."""

from collections.abc import Iterator
from dataclasses import dataclass

from audit_desk.storage.register import Register
from audit_desk.storage.written_state import vouched

_COLUMNS = "sequence, seal, content, submitted_by, submitted_at, reopened_by, reopened_at, reason"


@dataclass(frozen=True, slots=True)
class KeptSubmission:
    """One row: a submission with its sealed text.

    Attributes:
        audit_id: The audit.
        sequence: Which of its submissions, from 1.
        seal: SHA-256 over the text.
        content: The text that was sealed.
        submitted_by: Who submitted it.
        submitted_at: When, ISO UTC.
        reopened_by: Who opened the audit again.
        reopened_at: When, ISO UTC.
        reason: Why.
    """

    audit_id: str
    sequence: int
    seal: str
    content: str
    submitted_by: str
    submitted_at: str
    reopened_by: str
    reopened_at: str
    reason: str


class SubmissionRepo:
    """The kept submissions of one register."""

    def __init__(self, register: Register) -> None:
        self._db = register.db

    def of_audit(self, audit_id: str) -> list[KeptSubmission]:
        """Return an audit's kept submissions, oldest first."""
        return list(self._rows(" WHERE audit_id = ?", (audit_id,)))

    def every(self) -> Iterator[KeptSubmission]:
        """Return all kept submissions one by one."""
        return self._rows("", ())

    def seals_on_record(self) -> set[tuple[str, str]]:
        """Return the audits and seals of all submissions that history knows of, packs' too."""
        return set(
            self._db.execute(
                "SELECT subject_id, json_extract(after, '$.seal') FROM (SELECT * FROM history"
                " UNION ALL SELECT seq, at, who, action, subject, subject_id, before, after,"
                " previous, hash FROM pack_history)"
                " WHERE subject = 'audit' AND action = 'submitted'"
            )
        )

    def vouched_audits(self) -> set[str]:
        """Return the audits for whose kept submissions a line of history vouches as a whole."""
        return set(vouched(self._db))

    def kept_on_record(self) -> set[tuple[str, int]]:
        """Return the audits and numbers of all submissions that history says are kept."""
        return set(
            self._db.execute(
                "SELECT subject_id, json_extract(after, '$.submission') FROM history"
                " WHERE subject = 'audit' AND action = 'reopened'"
                " AND json_extract(after, '$.submission') IS NOT NULL"
            )
        )

    def _rows(self, where: str, values: tuple[str, ...]) -> Iterator[KeptSubmission]:
        query = f"SELECT audit_id, {_COLUMNS} FROM submissions{where} ORDER BY audit_id, sequence"
        for row in self._db.execute(query, values):
            yield KeptSubmission(*row)

    def add(self, kept: KeptSubmission) -> None:
        """Keep a submission."""
        self._db.execute(
            f"INSERT INTO submissions (audit_id, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                kept.audit_id,
                kept.sequence,
                kept.seal,
                kept.content,
                kept.submitted_by,
                kept.submitted_at,
                kept.reopened_by,
                kept.reopened_at,
                kept.reason,
            ),
        )
