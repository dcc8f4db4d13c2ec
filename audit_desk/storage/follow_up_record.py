"""What history, the register's and its packs', says of the actions of one audit."""

from audit_desk.storage.history import HistoryLine
from audit_desk.storage.register import Register

_COLUMNS = "seq, at, who, action, subject, subject_id, before, after, previous, hash"
_OF_AUDIT = """
SELECT {columns} FROM {table} WHERE subject = 'action' AND subject_id IN (
    SELECT subject_id FROM {table} WHERE subject = 'action' AND action = 'planned'
    AND json_extract(after, '$.audit') = :audit
) UNION ALL
SELECT {columns} FROM {table} WHERE subject = 'answer' AND action = 'followed up'
AND subject_id > :audit || '/' AND subject_id < :audit || '0'
"""  # after the slash comes the figure 0


class FollowUpRecord:
    """The lines of what followed from the answers of one register's audits."""

    def __init__(self, register: Register) -> None:
        self._db = register.db

    def of_audit(self, audit_id: str) -> list[HistoryLine]:
        """Return the lines of an audit, those of actions that are gone too, oldest first."""
        found = [
            HistoryLine(*row)
            for table in ("history", "pack_history")
            for row in self._db.execute(
                _OF_AUDIT.format(columns=_COLUMNS, table=table), {"audit": audit_id}
            )
        ]
        return sorted(found, key=lambda line: (line.at, line.seq))
