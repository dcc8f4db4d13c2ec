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
    """Compare every answer and judgement with the last thing history says of it."""
    db = register.db
    for table, subject, key in (
        ("answers", "answer", "question_id"),
        ("judgements", "judgement", "theme_id"),
    ):
        recorded = dict(
            db.execute(
                "SELECT subject_id, after FROM history WHERE subject = ? ORDER BY seq", (subject,)
            ).fetchall()
        )
        for audit_id, part_id, value in db.execute(_content(table, key)):
            last = recorded.pop(f"{audit_id}/{part_id}", None)
            if last is None or json.loads(last) != json.loads(value):
                yield f"{subject.capitalize()} {part_id} was changed behind the history's back."
        if recorded:
            yield f"{len(recorded)} rows of {table} that history knows are missing."


def _content(table: str, key: str) -> str:
    if table == "answers":
        columns = "'value', value, 'absence', absence, 'evidence', evidence, 'parts', json(parts)"
    else:
        columns = (
            "'grade', grade, 'rationale', rationale, 'strengths', strengths, 'improvements',"
            " improvements, 'lived_experience', lived_experience, 'suggested', suggested"
        )
    return f"SELECT audit_id, {key}, json_object({columns}) FROM {table}"
