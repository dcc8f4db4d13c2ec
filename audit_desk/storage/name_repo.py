"""The names of people who work with the register's children, by bulk query."""

from collections.abc import Sequence

from audit_desk.storage.register import Register


class NameRepo:
    """Where the register has names of staff and auditors."""

    def __init__(self, register: Register) -> None:
        self._db = register.db

    def edition(self) -> tuple[int, ...]:
        """Return figures that change whenever a list or a draw may have brought new names."""
        row = self._db.execute(
            "SELECT (SELECT count(*) FROM imports), (SELECT count(*) FROM cases),"
            " (SELECT count(*) FROM draws)"
        ).fetchone()
        return tuple(row)

    def staff(self, keys: Sequence[str]) -> set[str]:
        """Return the distinct values of these facts, now and when files were drawn.

        Those who left the cases are among them.
        """
        facts = ", ".join("json_extract(facts, ?)" for _ in keys)
        paths = [f"$.{key}" for key in keys]
        rows = self._db.execute(
            f"SELECT {facts} FROM cases UNION SELECT {facts} FROM audits",
            [*paths, *paths],
        )
        found = {str(value) for row in rows for value in row if value}
        former = self._db.execute("SELECT DISTINCT name FROM former_staff")
        return found | {row[0] for row in former}

    def auditors(self) -> set[str]:
        """Return who reads, or was given, files."""
        rows = self._db.execute(
            "SELECT auditor FROM audits WHERE auditor <> '' UNION SELECT auditor FROM declarations"
        )
        return {row[0] for row in rows}
