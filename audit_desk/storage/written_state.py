"""What stands in audits, in the form in which history knows it, and its hash.

A line of history with such hashes vouches for everything that came in at once without a line of
its own: an audit that was handed out begun, or one that a pack brought back.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from audit_desk.storage.database import Database
from audit_desk.storage.rows import to_facts, to_json

VOUCHED = "written"
"""Where a line of history keeps the hashes, by the audit's id."""

ROWS = (
    ("answers", "answer", "question_id", "answered"),
    ("judgements", "judgement", "theme_id", "judged"),
    ("contributions", "contribution", "role", "contributed"),
)
"""Each table, what history calls its rows, which column names one, and the verb of a change."""

_TRUTH = "json(CASE {0} WHEN 1 THEN 'true' WHEN 0 THEN 'false' ELSE 'null' END)"
_CONTENT = {
    "answers": "'value', value, 'absence', absence, 'evidence', evidence, 'parts', json(parts)",
    "judgements": (
        "'grade', grade, 'rationale', rationale, 'strengths', strengths, 'improvements',"
        " improvements, 'lived_experience', lived_experience, 'suggested', suggested"
    ),
    "contributions": (
        f"'invited', {_TRUTH.format('invited')}, 'why_not', why_not,"
        f" 'took_part', {_TRUTH.format('took_part')}, 'on', spoken_on, 'said', said,"
        f" 'changed', {_TRUTH.format('changed')}, 'how', how"
    ),
}

State = Mapping[str, Any]
"""What an audit says, by what history calls each thing: ``answer/ST1``, ``submission/1``."""


def content_rows(
    db: Database, table: str, audit_ids: Iterable[str] | None = None
) -> Iterator[tuple[str, str, str]]:
    """Yield rows of a table: the audit's id, what names the row, what it says as JSON.

    Args:
        db: The register.
        table: One of those in ``ROWS``.
        audit_ids: Whose rows; all where it is ``None``.
    """
    key = next(each[2] for each in ROWS if each[0] == table)
    where, values = _of(audit_ids)
    query = f"SELECT audit_id, {key}, json_object({_CONTENT[table]}) FROM {table}{where}"
    yield from db.execute(query, values)


def submission_rows(
    db: Database, audit_ids: Iterable[str] | None = None
) -> Iterator[tuple[str, int, str]]:
    """Yield kept submissions: the audit's id, which one, and its seal."""
    where, values = _of(audit_ids)
    yield from db.execute(f"SELECT audit_id, sequence, seal FROM submissions{where}", values)


def _of(audit_ids: Iterable[str] | None) -> tuple[str, tuple[str, ...]]:
    if audit_ids is None:
        return "", ()
    return " WHERE audit_id IN (SELECT value FROM json_each(?))", (to_json(list(audit_ids)),)


def vouched(db: Database) -> dict[str, tuple[int, str]]:
    """Return the last line that vouches for each audit, and the hash in it."""
    found: dict[str, tuple[int, str]] = {}
    for seq, after in db.execute(
        "SELECT seq, after FROM history WHERE (subject = 'pack' AND after IS NOT NULL)"
        " OR (subject = 'audit' AND action = 'chose') ORDER BY seq"
    ):
        for audit_id, digest in json.loads(after).get(VOUCHED, {}).items():
            found[audit_id] = (seq, digest)
    return found


def digest_of(state: State) -> str:
    """Return the SHA-256 over what an audit says, lower-case hex."""
    return hashlib.sha256(to_json(state).encode("utf-8")).hexdigest()


def digests(db: Database, audit_ids: Iterable[str]) -> dict[str, str]:
    """Return the hash over what each of these audits says now, by the audit's id."""
    states: dict[str, dict[str, Any]] = {audit_id: {} for audit_id in audit_ids}
    for table, subject, _, _ in ROWS:
        for audit_id, part, value in content_rows(db, table, states):
            states[audit_id][f"{subject}/{part}"] = to_facts(value)
    for audit_id, sequence, seal in submission_rows(db, states):
        states[audit_id][f"submission/{sequence}"] = seal
    return {audit_id: digest_of(state) for audit_id, state in states.items()}
