"""A report that was saved: kept with its round, so that a copy can be told from another."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class KeptReport:
    """One saved report.

    Attributes:
        id: A UUID.
        round_id: The round.
        made_at: When it was saved, UTC.
        made_by: Who saved it.
        audience: For whom; empty for a document that has no audience.
        what: What it is, such as ``Word document``.
        file_name: The file's name, without where it lies.
        file_hash: SHA-256 of the file; of a folder, over its files' names and hashes.
        findings_hash: Of the findings and words that it came from.
    """

    id: str
    round_id: str
    made_at: datetime
    made_by: str
    audience: str
    what: str
    file_name: str
    file_hash: str
    findings_hash: str
