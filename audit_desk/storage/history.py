"""The append-only record of who changed what: every line's hash covers the line before it."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from audit_desk.storage.database import Database
from audit_desk.storage.rows import to_json

FIRST = "0" * 64
"""What stands for the previous hash in the first line."""


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One change.

    Attributes:
        seq: Its place in the record, from 1.
        at: When, ISO UTC.
        who: The person, as they call themselves.
        action: What was done, for example ``answered``.
        subject: The kind of thing, for example ``answer``.
        subject_id: Which one.
        before: What stood there before, as JSON text with sorted keys, or ``None``.
        after: What stands there since, as JSON text, or ``None``.
        previous: The hash of the line before.
        hash: SHA-256 over all of the above.
    """

    seq: int
    at: str
    who: str
    action: str
    subject: str
    subject_id: str
    before: str | None
    after: str | None
    previous: str
    hash: str

    def expected_hash(self) -> str:
        """Return the hash that this line must have."""
        return _hash(
            self.previous,
            (self.at, self.who, self.action, self.subject, self.subject_id),
            (self.before, self.after),
        )


def _hash(previous: str, facts: tuple[str, ...], states: tuple[str | None, str | None]) -> str:
    return hashlib.sha256(to_json([previous, *facts, *states]).encode("utf-8")).hexdigest()


def now() -> str:
    """Return the present moment as the register stores it: ISO, UTC, microseconds."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


class History:
    """The record of one register, on one connection."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._held: str | None = None

    def hold(self) -> None:
        """Keep the last line's hash in mind, until ``let_go``: nobody else may write meanwhile."""
        self._held = self.head()

    def let_go(self) -> None:
        """Forget the last line's hash: the next transaction may begin with another."""
        self._held = None

    def append(
        self,
        who: str,
        action: str,
        subject: tuple[str, str],
        *,
        before: Mapping[str, Any] | None = None,
        after: Mapping[str, Any] | None = None,
    ) -> None:
        """Add a line. Call it inside the transaction that makes the change.

        Args:
            who: The person who changed it.
            action: What was done, a verb in the past tense.
            subject: The kind of thing and its id.
            before: What stood there before.
            after: What stands there since.
        """
        previous = self.head()
        facts = (now(), who, action, *subject)
        states = (
            None if before is None else to_json(before),
            None if after is None else to_json(after),
        )
        made = _hash(previous, facts, states)
        self._db.conn.execute(
            "INSERT INTO history"
            " (at, who, action, subject, subject_id, before, after, previous, hash)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*facts, *states, previous, made),
        )
        if self._held is not None:
            self._held = made

    def head(self) -> str:
        """Return the hash of the last line: it differs as soon as anything was written."""
        if self._held is not None:
            return self._held
        newest = "SELECT hash FROM history ORDER BY seq DESC LIMIT 1"
        last = self._db.conn.execute(newest).fetchone()
        return last[0] if last else FIRST

    def lines(self, subject: str | None = None, subject_id: str | None = None) -> list[HistoryLine]:
        """Return lines, oldest first: all, or those of one thing."""
        return list(self._iterate(subject, subject_id))

    def _iterate(self, subject: str | None, subject_id: str | None) -> Iterator[HistoryLine]:
        where = ""
        values: tuple[str | None, ...] = ()
        if subject is not None:
            where, values = " WHERE subject = ? AND subject_id = ?", (subject, subject_id)
        query = (
            "SELECT seq, at, who, action, subject, subject_id, before, after, previous, hash"
            f" FROM history{where} ORDER BY seq"
        )
        for row in self._db.execute(query, values):
            yield HistoryLine(*row)

    def count(self) -> int:
        """Return how many lines there are."""
        number: int = self._db.execute("SELECT count(*) FROM history").fetchone()[0]
        return number

    def last_change(self) -> datetime | None:
        """Return when the last line was written, or ``None`` in an empty record."""
        row = self._db.execute("SELECT at FROM history ORDER BY seq DESC LIMIT 1").fetchone()
        return datetime.fromisoformat(row[0]) if row else None

    def faults(self) -> list[str]:
        """Walk the chain and return what is wrong with it, in words; empty when it is sound."""
        previous, expected_seq = FIRST, 1
        for line in self._iterate(None, None):
            if line.seq != expected_seq:
                return [f"History line {expected_seq} is missing."]
            if line.previous != previous or line.hash != line.expected_hash():
                return [f"History line {line.seq} ({line.at}) was altered."]
            previous, expected_seq = line.hash, expected_seq + 1
        counted = self._db.execute(
            "SELECT seq FROM sqlite_sequence WHERE name = 'history'"
        ).fetchone()
        if counted and counted[0] != expected_seq - 1:
            return [f"History lines after {expected_seq - 1} are missing."]
        return []
