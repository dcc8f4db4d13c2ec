"""Makes lists in memory for the tests of the import, and looks at them beside a register."""

import os
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path

from audit_desk.domain.case import Case
from audit_desk.domain.cells import Cell
from audit_desk.services.case_list_preview import Said, preview_cases
from audit_desk.services.case_preview import ImportPreview
from audit_desk.services.case_table import Progress, Table, no_progress
from audit_desk.storage import connection, migrations
from audit_desk.storage.cipher import RawKey
from audit_desk.storage.register import Register
from audit_desk.storage.rows import new_id
from tests.stored_cases import add_cases

TODAY = date(2026, 6, 1)


def table(headers: Sequence[str], *rows: Sequence[Cell]) -> Table:
    return Table.of_rows("The list", headers, rows)


def memory_register(known: Mapping[str, str]) -> Register:
    """Return a register in memory that knows children by number and reference."""
    key = RawKey(os.urandom(32), os.urandom(16))
    register = Register(Path("memory"), connection.connect(Path(":memory:"), key), key, None)
    connection.prepare(register.db)
    migrations.migrate(register.db)
    add_cases(
        register,
        ((system_id, Case(new_id(), reference, {})) for system_id, reference in known.items()),
    )
    return register


@cache
def _empty_register() -> Register:
    return memory_register({})


def preview(
    list_: Table,
    mapping: Mapping[int, str] | None = None,
    known: Mapping[str, str] | None = None,
    progress: Progress = no_progress,
    today: date = TODAY,
) -> ImportPreview:
    """Look at a list beside a register that knows these children; a look changes nothing."""
    register = memory_register(known) if known else _empty_register()
    return preview_cases(register, list_, Said(mapping), today, progress)


def look(
    headers: Sequence[str],
    *rows: Sequence[Cell],
    mapping: dict[int, str] | None = None,
    known: dict[str, str] | None = None,
) -> ImportPreview:
    return preview(table(headers, *rows), mapping, known)
