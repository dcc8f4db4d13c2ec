"""The packs that a register gave out, and who has which audit ↔ rows."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from audit_desk.domain.pack import PackSlip
from audit_desk.storage.register import Register
from audit_desk.storage.rows import to_json


class PackRepo:
    """The packs of one register."""

    def __init__(self, register: Register) -> None:
        self._db = register.db

    def out(self, audit_ids: Sequence[str]) -> dict[str, tuple[str, datetime]]:
        """Return who has which of these audits and since when, by the audit's id."""
        rows = self._db.execute(
            "SELECT audit_id, person, since FROM pack_audits JOIN packs ON packs.id = pack_id"
            " WHERE ended_at IS NULL AND audit_id IN (SELECT value FROM json_each(?))",
            (to_json(list(audit_ids)),),
        )
        return {row[0]: (row[1], datetime.fromisoformat(row[2])) for row in rows}

    def add(self, slip: PackSlip, file_name: str, bases: Mapping[str, str]) -> None:
        """Put on record that a pack was handed out.

        Args:
            slip: What lies on top of it.
            file_name: What its file is called.
            bases: The hash of each audit as it was handed out, by the audit's id.
        """
        at = slip.made_at.isoformat(timespec="microseconds")
        self._db.execute(
            "INSERT INTO packs (id, round_id, person, kind, made_by, made_at, due_on, note,"
            " file_name) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                slip.pack_id,
                slip.round_id,
                slip.person,
                slip.kind.value,
                slip.made_by,
                at,
                slip.due_on.isoformat() if slip.due_on else None,
                slip.note,
                file_name,
            ),
        )
        self._db.conn.executemany(
            "INSERT INTO pack_audits (pack_id, audit_id, base, since) VALUES (?, ?, ?, ?)",
            [(slip.pack_id, audit_id, base, at) for audit_id, base in bases.items()],
        )
