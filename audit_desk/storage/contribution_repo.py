"""The part that practitioners and the child had in an audit ↔ rows."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from audit_desk.domain.contribution import Contribution, Role
from audit_desk.storage.register import Register

_COLUMNS = "audit_id, role, invited, why_not, took_part, spoken_on, said, changed, how"
_AT_ONCE = 500


class ContributionRepo:
    """The contributions of one register."""

    def __init__(self, register: Register) -> None:
        self._db = register.db

    def of_audits(self, ids: Sequence[str]) -> dict[str, dict[Role, Contribution]]:
        """Return what was said of each role, by the audit's id."""
        found: dict[str, dict[Role, Contribution]] = {}
        for start in range(0, len(ids), _AT_ONCE):
            part = ids[start : start + _AT_ONCE]
            marks = ", ".join("?" * len(part))
            for row in self._db.execute(
                f"SELECT {_COLUMNS} FROM contributions WHERE audit_id IN ({marks})", part
            ):
                made = _contribution(row)
                found.setdefault(row[0], {})[made.role] = made
        return found

    def put(self, audit_id: str, made: Contribution) -> None:
        """Write one contribution, new or changed."""
        self._db.execute(
            f"INSERT INTO contributions ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (audit_id, role) DO UPDATE SET invited = excluded.invited,"
            " why_not = excluded.why_not, took_part = excluded.took_part,"
            " spoken_on = excluded.spoken_on, said = excluded.said,"
            " changed = excluded.changed, how = excluded.how",
            (
                audit_id,
                made.role.value,
                made.invited,
                made.why_not,
                made.took_part,
                made.on.isoformat() if made.on else None,
                made.said,
                made.changed,
                made.how,
            ),
        )


def _contribution(row: tuple[Any, ...]) -> Contribution:
    return Contribution(
        role=Role(row[1]),
        invited=_truth(row[2]),
        why_not=row[3],
        took_part=_truth(row[4]),
        on=date.fromisoformat(row[5]) if row[5] else None,
        said=row[6],
        changed=_truth(row[7]),
        how=row[8],
    )


def _truth(value: int | None) -> bool | None:
    return None if value is None else bool(value)
