"""Every answer, judgement and contribution against what history last said of it."""

import json
from collections.abc import Iterator
from typing import Any

from audit_desk.storage.database import Database
from audit_desk.storage.register import Register
from audit_desk.storage.written_state import (
    ROWS,
    content_rows,
    digest_of,
    submission_rows,
    vouched,
)


def row_faults(register: Register) -> Iterator[str]:
    """Return what differs from the record, in words.

    Of an audit that came in at once, history has a hash: what stood there at that moment is
    worked out from what stands there now and the changes since, and must fit it.
    """
    db = register.db
    vouchers = vouched(db)
    then: dict[str, dict[str, Any]] = {audit_id: {} for audit_id in vouchers}
    for table, subject, _, done in ROWS:
        first, last = _recorded(db, subject, done, vouchers)
        for audit_id, part, value in content_rows(db, table):
            key, now = f"{audit_id}/{part}", json.loads(value)
            said = last.pop(key, None)
            if (said is None and audit_id not in vouchers) or (
                said is not None and json.loads(said) != now
            ):
                yield f"{subject.capitalize()} {part} was changed behind the history's back."
            elif audit_id in then:
                before = json.loads(first[key] or "null") if key in first else now
                then[audit_id] |= {f"{subject}/{part}": before} if before is not None else {}
        if last:
            yield f"{len(last)} rows of {table} that history knows are missing."
    yield from _unlike(db, vouchers, then)


def _recorded(
    db: Database, subject: str, done: str, vouchers: dict[str, tuple[int, str]]
) -> tuple[dict[str, str | None], dict[str, str | None]]:
    """Return what stood before the first and after the last change since each was vouched for."""
    first: dict[str, str | None] = {}
    last: dict[str, str | None] = {}
    for seq, key, before, after in db.execute(
        "SELECT seq, subject_id, before, after FROM history WHERE subject = ? AND action = ?"
        " ORDER BY seq",
        (subject, done),
    ):
        since = vouchers.get(key.partition("/")[0])
        if since is None or seq > since[0]:
            first.setdefault(key, before)
            last[key] = after
    return first, last


def _unlike(
    db: Database, vouchers: dict[str, tuple[int, str]], then: dict[str, dict[str, Any]]
) -> Iterator[str]:
    kept_since = {
        (audit_id, number)
        for seq, audit_id, number in db.execute(
            "SELECT seq, subject_id, json_extract(after, '$.submission') FROM history"
            " WHERE subject = 'audit' AND action = 'reopened'"
        )
        if audit_id in vouchers and seq > vouchers[audit_id][0]
    }
    for audit_id, sequence, seal in submission_rows(db) if vouchers else ():
        if audit_id in then and (audit_id, sequence) not in kept_since:
            then[audit_id][f"submission/{sequence}"] = seal
    names = dict(
        db.execute("SELECT audits.id, reference FROM audits JOIN cases ON cases.id = case_id")
    )
    for audit_id, (_, digest) in vouchers.items():
        if digest_of(then[audit_id]) != digest:
            named = names.get(audit_id, "an unknown case")
            yield f"The audit of {named} is not what came in with a pack."
