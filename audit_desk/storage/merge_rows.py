"""Writing what a pack brought into the register's own rows; its caller holds the transaction.

Rows come as they stood in the pack. A submitted audit is locked by the database, so it is opened
for the moment and closed by the state that comes in.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from audit_desk.storage.pack_reading import LINKED
from audit_desk.storage.pack_share import put_rows
from audit_desk.storage.register import Register
from audit_desk.storage.rows import to_json
from audit_desk.storage.travelling import Content, Row

_REPLACED = (
    "answers",
    "judgements",
    "contributions",
    "declarations",
    "independence_overrides",
    "drafts",
    "not_identifiers",
)
_THEIRS = " WHERE audit_id IN (SELECT value FROM json_each(?))"


class MergeRows:
    """The rows of one register."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._db = register.db

    def take(self, contents: Mapping[str, Content]) -> None:
        """Put these contents in the place of what stands in the audits, by the audit's id."""
        ids = to_json(list(contents))
        every = list(contents.values())
        self._db.execute(
            "UPDATE audits SET state = 'in_progress', submitted_at = NULL, seal = ''"
            " WHERE id IN (SELECT value FROM json_each(?))",
            (ids,),
        )
        for table in _REPLACED:
            self._db.execute(f"DELETE FROM {table}{_THEIRS}", (ids,))
            self._put(table, _all(every, table))
        self._take_actions(ids, every)
        self._add_submissions(_all(every, "submissions"))
        for audit_id, content in contents.items():
            row = content["audits"][0]
            marks = ", ".join(f"{name} = ?" for name in row)
            self._db.execute(f"UPDATE audits SET {marks} WHERE id = ?", (*row.values(), audit_id))

    def add_actions(self, rows: Sequence[Row]) -> None:
        """Add actions that are not there yet."""
        self._put("actions", rows, "INSERT OR IGNORE")

    def join_concerns(self, concerns: Sequence[Row], contacts: Sequence[Row]) -> None:
        """Add concerns and who was told where they are not there; a closing comes along."""
        self._put("concerns", concerns, "INSERT OR IGNORE")
        self._put("concern_contacts", contacts, "INSERT OR IGNORE")
        self._db.conn.executemany(
            "UPDATE concerns SET closed_by = ?, closed_at = ?, closing_note = ?"
            " WHERE id = ? AND closed_at IS NULL",
            [
                (row["closed_by"], row["closed_at"], row["closing_note"], row["id"])
                for row in concerns
                if row["closed_at"] is not None
            ],
        )

    def known_concerns(self) -> dict[str, bool]:
        """Return the register's concerns: whether each is open, by its id."""
        return {
            row[0]: bool(row[1])
            for row in self._db.execute("SELECT id, closed_at IS NULL FROM concerns")
        }

    def _take_actions(self, ids: str, every: Sequence[Content]) -> None:
        """Put actions and links; an action stays that another audit's answer is linked to.

        What was done with an action since is newer than what the pack knew of it, and stays.
        """
        self._db.execute(f"DELETE FROM action_links{_THEIRS}", (ids,))
        actions = _all(every, "actions")
        columns = [name for name in (actions[0] if actions else ()) if name != "id"]
        if actions:
            newer = "excluded.changed_at >= actions.changed_at"
            sets = ", ".join(
                f"{name} = excluded.{name}"
                if name in {"audit_id", "question_id"}
                else f"{name} = CASE WHEN {newer} THEN excluded.{name} ELSE {name} END"
                for name in columns
            )
            self._put("actions", actions, after=f" ON CONFLICT (id) DO UPDATE SET {sets}")
        self.add_actions(_all(every, LINKED))
        self._put("action_links", _all(every, "action_links"))
        gone = f"{_THEIRS} AND id NOT IN (SELECT value FROM json_each(?))"
        values = (ids, to_json([row["id"] for row in actions]))
        self._db.execute(
            f"DELETE FROM actions{gone} AND id NOT IN"
            " (SELECT action_id FROM action_links WHERE action_id IS NOT NULL)",
            values,
        )
        self._db.execute(f"UPDATE actions SET audit_id = NULL, question_id = ''{gone}", values)

    def _add_submissions(self, rows: Iterable[Row]) -> None:
        """Keep submissions that are not kept yet; a number that is taken is counted on."""
        for row in rows:
            key = (row["audit_id"], row["seal"], row["submitted_at"], row["reopened_at"])
            known = self._db.execute(
                "SELECT 1 FROM submissions WHERE audit_id = ? AND seal = ? AND submitted_at = ?"
                " AND reopened_at = ?",
                key,
            ).fetchone()
            if known is None:
                taken = self._db.execute(
                    "SELECT sequence FROM submissions WHERE audit_id = ?", key[:1]
                ).fetchall()
                numbers = {each[0] for each in taken}
                free = row["sequence"] not in numbers
                number = row["sequence"] if free else max(numbers) + 1
                put_rows(self._register, "submissions", [{**row, "sequence": number}])

    def _put(self, table: str, rows: Sequence[Row], verb: str = "INSERT", after: str = "") -> None:
        if not rows:
            return
        columns = list(rows[0])
        marks = ", ".join("?" * len(columns))
        values: list[tuple[Any, ...]] = [tuple(row.values()) for row in rows]
        self._db.conn.executemany(
            f"{verb} INTO {table} ({', '.join(columns)}) VALUES ({marks}){after}", values
        )


def _all(contents: Iterable[Content], table: str) -> list[Row]:
    return [row for content in contents for row in content.get(table, ())]
