"""The packs' own records as they came back, beside the register's ↔ rows."""

import json
from collections.abc import Iterable
from dataclasses import replace
from operator import attrgetter

from audit_desk.storage.history import FIRST, HistoryLine
from audit_desk.storage.register import Register

_COLUMNS = "seq, at, who, action, subject, subject_id, before, after, previous, hash"
_values = attrgetter(*_COLUMNS.split(", "))


class PackHistoryRepo:
    """What the packs of one register did, line by line, each chain as it was."""

    def __init__(self, register: Register) -> None:
        self._db = register.db
        self._own = register.history

    def lines(self, subject: str, subject_id: str) -> list[HistoryLine]:
        """Return what the register and its packs did with one thing, oldest first.

        Where packs did something, the lines are counted anew: each record has its own numbers.
        """
        own = self._own.lines(subject, subject_id)
        rows = self._db.execute(
            f"SELECT {_COLUMNS} FROM pack_history WHERE subject = ? AND subject_id = ?"
            " ORDER BY seq",
            (subject, subject_id),
        )
        packs = [HistoryLine(*row) for row in rows]
        if not packs:
            return own
        every = sorted([*own, *packs], key=lambda line: line.at)
        return [replace(line, seq=number) for number, line in enumerate(every, 1)]

    def keep(self, pack_id: str, lines: Iterable[HistoryLine]) -> None:
        """Keep a pack's lines; those that another return brought already are kept once."""
        marks = ", ".join("?" * 11)
        self._db.conn.executemany(
            f"INSERT OR IGNORE INTO pack_history (pack_id, {_COLUMNS}) VALUES ({marks})",
            ((pack_id, *_values(line)) for line in lines),
        )

    def has(self, pack_id: str, head: str) -> bool:
        """Whether a pack's record is known up to this line."""
        row = self._db.execute(
            "SELECT 1 FROM pack_history WHERE pack_id = ? AND hash = ?", (pack_id, head)
        ).fetchone()
        return row is not None

    def faults(self) -> list[str]:
        """Walk the chain of every return and say what is wrong, in words; empty when sound."""
        merged = {
            (pack_id, json.loads(after)["head"])
            for pack_id, after in self._db.execute(
                "SELECT subject_id, after FROM history WHERE subject = 'pack' AND action = 'merged'"
            )
        }
        returns = {
            (pack_id, head): (lines, person)
            for pack_id, head, lines, person in self._db.execute(
                "SELECT pack_id, head, lines, person FROM pack_returns"
                " JOIN packs ON packs.id = pack_id"
            )
        }
        found = [] if merged == set(returns) else ["A return of a pack is not on record."]
        for pack_id in sorted({pack_id for pack_id, _ in returns}):
            heads = {head: told for (each, head), told in returns.items() if each == pack_id}
            found += self._pack_faults(pack_id, heads)
        return found

    def _pack_faults(self, pack_id: str, heads: dict[str, tuple[int, str]]) -> list[str]:
        rows = self._db.execute(
            f"SELECT {_COLUMNS} FROM pack_history WHERE pack_id = ?", (pack_id,)
        )
        lines = {line.hash: line for line in (HistoryLine(*row) for row in rows)}
        person = next(iter(heads.values()))[1]
        for line in lines.values():
            if line.hash != line.expected_hash():
                return [f"Line {line.seq} of the history of {person}'s pack was altered."]
        seen: set[str] = set()
        for head, (number, _) in heads.items():
            place, left = head, number
            while place != FIRST and place not in seen:
                line_or_none = lines.get(place)
                if line_or_none is None or line_or_none.seq != left:
                    return [f"Line {left} of the history of {person}'s pack is missing."]
                seen.add(place)
                place, left = line_or_none.previous, left - 1
        if len(seen) != len(lines):
            return [f"The history of {person}'s pack has lines that no return brought."]
        return []
