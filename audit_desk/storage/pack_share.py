"""One person's share of a round as rows: read from the register, written into a new pack.

A pack is filled row by row, never thinned out of a copy: what was not put in cannot be found in
it, not even in a page that is free.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from audit_desk.domain.pack import PackKind, PackSlip
from audit_desk.storage.register import Register
from audit_desk.storage.rows import to_json
from audit_desk.storage.settings_repo import SettingsRepo
from audit_desk.storage.travelling import Content, Row, contents_of
from audit_desk.storage.written_state import digests

Rows = tuple[str, Sequence[Row]]
"""A table's name and some of its rows."""

_SETTINGS = ("organisation", "reference_prefix", "escalation_contacts", "text_scale", "appearance")
_SHARE = "IN (SELECT value FROM json_each(?))"
_CASES = f"(SELECT case_id FROM audits WHERE id {_SHARE})"
_OF_AUDITS = (
    ("cases", f"id IN {_CASES}"),
    ("case_events", f"case_id IN {_CASES}"),
    ("former_staff", f"case_id IN {_CASES}"),
    ("audits", f"id {_SHARE}"),
    ("concerns", f"audit_id {_SHARE}"),
    (
        "concern_contacts",
        f"concern_id IN (SELECT id FROM concerns WHERE audit_id {_SHARE})",
    ),
)
"""What goes along beside what travels both ways, by table. Never ``case_lookup``."""

_OUTSIDE = f"""
    SELECT DISTINCT actions.* FROM action_links JOIN actions ON actions.id = action_id
    WHERE action_links.audit_id {_SHARE}
    AND (actions.audit_id IS NULL OR actions.audit_id NOT {_SHARE})
"""
_HIDDEN = {
    "change": "An action that stands in the register.",
    "owner": "",
    "due_on": None,
    "state": "open",
    "outcome": "",
    "created_by": "",
    "ended_by": "",
    "ended_at": None,
}
"""What a second reader is told of an action of another audit."""


@dataclass(frozen=True, slots=True)
class ShareCounts:
    """What goes along with audits, in figures.

    Attributes:
        facts: The keys of the facts that the cases have.
        former_roles: The roles of staff who left these cases.
        events: How many events of lists there are, by their kind.
    """

    facts: frozenset[str]
    former_roles: frozenset[str]
    events: Mapping[str, int]


class PackShare:
    """The rows of one person's share, in the register that hands it out."""

    def __init__(self, register: Register, round_id: str, audit_ids: Sequence[str]) -> None:
        self._db = register.db
        self._settings = SettingsRepo(register)
        self._round_id = round_id
        self._audit_ids = list(audit_ids)
        self._share = to_json(self._audit_ids)

    def contents(self) -> dict[str, Content]:
        """Return what was written in each audit, by its id."""
        return contents_of(self._db, self._audit_ids)

    def written(self) -> dict[str, str]:
        """Return the hash over what each audit says, for the record to vouch for it."""
        return digests(self._db, self._audit_ids)

    def rows(self, slip: PackSlip, contents: Mapping[str, Content]) -> Iterator[Rows]:
        """Yield every row that the pack gets, table by table; keys between them hold at the end.

        Args:
            slip: What lies on top.
            contents: What was written in the audits.
        """
        yield "settings", self._kept_settings(slip)
        yield "tools", self._tool()
        yield "rounds", self._rows("SELECT * FROM rounds WHERE id = ?", self._round_id)
        for table, where in _OF_AUDITS:
            yield table, self._rows(f"SELECT * FROM {table} WHERE {where}", self._share)
        yield "actions", self._outside(slip)
        written: dict[str, list[Row]] = {}
        for content in contents.values():
            for table, rows in content.items():
                written.setdefault(table, []).extend(rows)
        written.pop("audits", None)  # a part of the rows that stand there already
        yield from written.items()

    def counts(self) -> ShareCounts:
        """Return what goes along, in figures."""
        facts = self._db.execute(
            "SELECT DISTINCT key FROM (SELECT facts FROM cases WHERE id IN"
            f" {_CASES} UNION ALL SELECT facts FROM audits WHERE id {_SHARE}) AS held,"
            " json_each(held.facts)",
            (self._share, self._share),
        )
        former = f"SELECT DISTINCT role FROM former_staff WHERE case_id IN {_CASES}"
        events = f"SELECT kind, count(*) FROM case_events WHERE case_id IN {_CASES} GROUP BY kind"
        return ShareCounts(
            frozenset(row[0] for row in facts),
            frozenset(row[0] for row in self._db.execute(former, (self._share,))),
            {row[0]: row[1] for row in self._db.execute(events, (self._share,))},
        )

    def _kept_settings(self, slip: PackSlip) -> list[Row]:
        held = self._settings.all()
        kept = {key: held[key] for key in _SETTINGS if key in held}
        kept["person_name"] = slip.person
        return [{"key": key, "value": to_json(value)} for key, value in kept.items()]

    def _tool(self) -> list[Row]:
        return self._rows(
            "SELECT tools.* FROM tools JOIN rounds"
            " ON rounds.tool_id = tools.tool_id AND tool_version = version WHERE rounds.id = ?",
            self._round_id,
        )

    def _outside(self, slip: PackSlip) -> Sequence[Row]:
        """Return the actions of other audits that these are linked to, without their audits.

        Of them a second reader is told nothing: what they say may come from the first reading.
        """
        rows = self._rows(_OUTSIDE, self._share, self._share)
        alone = [{**row, "audit_id": None, "question_id": ""} for row in rows]
        if slip.kind is PackKind.FIRST:
            return alone
        at = slip.made_at.isoformat(timespec="microseconds")
        return [{**row, **_HIDDEN, "created_at": at, "changed_at": at} for row in alone]

    def _rows(self, query: str, *values: str) -> list[Row]:
        cursor = self._db.execute(query, values)
        names = [each[0] for each in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor]


def put_rows(register: Register, table: str, rows: Sequence[Row]) -> None:
    """Write rows as they are into a register; call it in a transaction."""
    if not rows:
        return
    columns = list(rows[0])
    marks = ", ".join("?" * len(columns))
    register.db.conn.executemany(
        f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})",
        [_values(row, columns) for row in rows],
    )


def check_keys_at_the_end(register: Register) -> None:
    """Let the keys between tables be checked when the transaction ends, not row by row."""
    register.db.execute("PRAGMA defer_foreign_keys = ON")


def _values(row: Row, columns: Sequence[str]) -> list[Any]:
    return [row[column] for column in columns]
