"""What the database itself can say about its soundness, in words."""

import json
from collections.abc import Iterator

from audit_desk.storage.connection import DatabaseFault
from audit_desk.storage.register import Register


def file_faults(register: Register) -> list[str]:
    """Check every page's code and every table's structure."""
    db = register.db
    try:
        pages = [row[0] for row in db.execute("PRAGMA cipher_integrity_check")]
        if pages:
            return [f"{len(pages)} pages of the file were altered or damaged."]
        rows = [row[0] for row in db.execute("PRAGMA integrity_check(5)")]
        if rows != ["ok"]:
            return [f"The file's structure is damaged: {'; '.join(rows)[:300]}"]
        broken = db.execute("PRAGMA foreign_key_check").fetchall()
    except DatabaseFault as fault:
        return [f"The file is damaged: {fault}."]
    return [f"{len(broken)} rows point to something that is not there."] if broken else []


def row_faults(register: Register) -> Iterator[str]:
    """Compare every answer, judgement and contribution with the last thing history says of it."""
    db = register.db
    for table, subject, key, done in _ROWS:
        recorded = dict(
            db.execute(
                "SELECT subject_id, after FROM history WHERE subject = ? AND action = ?"
                " ORDER BY seq",
                (subject, done),
            ).fetchall()
        )
        for audit_id, part_id, value in db.execute(_content(table, key)):
            last = recorded.pop(f"{audit_id}/{part_id}", None)
            if last is None or json.loads(last) != json.loads(value):
                yield f"{subject.capitalize()} {part_id} was changed behind the history's back."
        if recorded:
            yield f"{len(recorded)} rows of {table} that history knows are missing."


def _content(table: str, key: str) -> str:
    return f"SELECT audit_id, {key}, json_object({_CONTENT[table]}) FROM {table}"


_ROWS = (
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
