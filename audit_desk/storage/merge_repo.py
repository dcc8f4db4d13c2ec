"""What a register knows of the returns of its packs ↔ rows."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from audit_desk.domain.pack import PackSlip
from audit_desk.storage.history import now
from audit_desk.storage.pack_repo import PackRepo
from audit_desk.storage.register import Register
from audit_desk.storage.rows import to_json


@dataclass(frozen=True, slots=True)
class Here:
    """An audit as the register has it.

    Attributes:
        case_id: Its case.
        begun: Whether anything is begun in it.
        holder: The pack that has it; empty where it is here.
        ended_how: How this pack's custody of it ended; empty while it has it, or never had.
    """

    case_id: str
    begun: bool
    holder: str
    ended_how: str


@dataclass(frozen=True, slots=True)
class Return:
    """One state of a pack that is taken in.

    Attributes:
        pack_id: The pack.
        head: The last hash of its history.
        lines: How many lines that has.
        file_name: What the file was called.
        by: Who takes it in.
    """

    pack_id: str
    head: str
    lines: int
    file_name: str
    by: str


class MergeRepo:
    """The returns of one register's packs."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._db = register.db

    def knows(self, pack_id: str) -> bool:
        """Whether the register remembers to have given this pack out."""
        return (
            self._db.execute("SELECT 1 FROM packs WHERE id = ?", (pack_id,)).fetchone() is not None
        )

    def here(self, pack_id: str, audit_ids: Collection[str]) -> dict[str, Here]:
        """Return those of a pack's audits that the register has, by id."""
        rows = self._db.execute(
            "SELECT audits.id, case_id, state <> 'not_started' OR EXISTS"
            " (SELECT 1 FROM declarations WHERE audit_id = audits.id),"
            " coalesce((SELECT pack_id FROM pack_audits WHERE audit_id = audits.id"
            " AND ended_at IS NULL), ''),"
            " coalesce((SELECT ended_how FROM pack_audits WHERE audit_id = audits.id"
            " AND pack_id = ?), '')"
            " FROM audits WHERE id IN (SELECT value FROM json_each(?))",
            (pack_id, to_json(list(audit_ids))),
        )
        return {row[0]: Here(row[1], bool(row[2]), row[3], row[4]) for row in rows}

    def bases(self, pack_id: str, places: Mapping[str, int]) -> dict[str, str]:
        """Return what each audit of a pack was when both sides last had it in common.

        That is the last state of this very file that was taken in, else what was handed out: a
        copy of the pack that went its own way has other states.

        Args:
            pack_id: The pack.
            places: The place of each hash in the history that came back.
        """
        found = dict(
            self._db.execute("SELECT audit_id, base FROM pack_audits WHERE pack_id = ?", (pack_id,))
        )
        heads = [
            row[0]
            for row in self._db.execute(
                "SELECT head FROM pack_returns WHERE pack_id = ?", (pack_id,)
            )
            if row[0] in places
        ]
        if heads:
            last = max(heads, key=lambda head: places[head])
            rows = self._db.execute(
                "SELECT audit_id, content FROM pack_return_audits WHERE pack_id = ? AND head = ?",
                (pack_id, last),
            )
            found |= dict(rows)
        return found

    def enter_again(self, slip: PackSlip, file_name: str, bases: Mapping[str, str]) -> None:
        """Enter a pack that the register forgot when it went back to a backup.

        An audit that was handed to somebody else since is not taken from them.
        """
        here = self.here(slip.pack_id, bases)
        free = {key: base for key, base in bases.items() if key in here and not here[key].holder}
        PackRepo(self._register).add(slip, file_name, free)
        at = slip.made_at.isoformat(timespec="microseconds")
        self._db.conn.executemany(
            "INSERT INTO pack_audits (pack_id, audit_id, base, since, ended_at, ended_by,"
            " ended_how, reason) VALUES (?, ?, ?, ?, ?, '', 'taken back', ?)",
            [
                (slip.pack_id, key, base, at, now(), "Handed to somebody else since.")
                for key, base in bases.items()
                if key in here and here[key].holder
            ],
        )

    def add_return(self, made: Return, contents: Mapping[str, str]) -> None:
        """Record that a state of a pack was taken in, with the hash of each of its audits."""
        self._db.execute(
            "INSERT INTO pack_returns (pack_id, head, lines, file_name, merged_by, merged_at)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (made.pack_id, made.head, made.lines, made.file_name, made.by, now()),
        )
        self._db.conn.executemany(
            "INSERT INTO pack_return_audits (pack_id, head, audit_id, content) VALUES (?, ?, ?, ?)",
            [(made.pack_id, made.head, key, content) for key, content in contents.items()],
        )

    def end_custody(self, pack_id: str, audit_ids: Collection[str], by: str) -> None:
        """End a pack's custody of audits that came back submitted."""
        self._db.execute(
            "UPDATE pack_audits SET ended_at = ?, ended_by = ?, ended_how = 'returned'"
            " WHERE pack_id = ? AND ended_at IS NULL"
            " AND audit_id IN (SELECT value FROM json_each(?))",
            (now(), by, pack_id, to_json(list(audit_ids))),
        )

    def begin_custody_again(self, pack_id: str, audit_ids: Collection[str]) -> None:
        """Give a pack audits again that came back submitted and were opened again in it."""
        self._db.execute(
            "UPDATE pack_audits SET ended_at = NULL, ended_by = '', ended_how = NULL"
            " WHERE pack_id = ? AND ended_how = 'returned'"
            " AND audit_id IN (SELECT value FROM json_each(?)) AND NOT EXISTS"
            " (SELECT 1 FROM pack_audits AS other WHERE other.audit_id = pack_audits.audit_id"
            " AND other.ended_at IS NULL)",
            (pack_id, to_json(list(audit_ids))),
        )
