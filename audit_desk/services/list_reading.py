"""Reads a list of cases into the scratch database, block by block, and checks it as a whole."""

import hashlib
from collections.abc import Mapping
from datetime import date
from operator import lt
from typing import TYPE_CHECKING, Any

from audit_desk.domain.case_fields import CASES
from audit_desk.domain.column_recognition import ColumnMatch, ColumnRole
from audit_desk.services.case_checks import check_list
from audit_desk.services.case_preparation import KEPT_ROLES, CaseReader
from audit_desk.services.case_preview import FieldValues
from audit_desk.services.case_rows import cells_of
from audit_desk.services.case_table import Progress, Table
from audit_desk.services.list_values import field_values
from audit_desk.services.translations import by_key, is_translatable, translating_reader
from audit_desk.storage import staged_list
from audit_desk.storage.rows import new_ids

if TYPE_CHECKING:
    from audit_desk.domain.case_values import Reader
    from audit_desk.services.value_counter import ValueCounter

_PER_ROW, _PER_FACT = 60, 6
"""Bytes beside the values themselves: ids and signs of JSON."""


class ListReading:
    """One list on its way into a scratch file.

    Args:
        table: The list.
        columns: What becomes of its columns.
        today: The day of the import.
        translations: By field key what the council's own values are read as.
    """

    def __init__(
        self,
        table: Table,
        columns: tuple[ColumnMatch, ...],
        today: date,
        translations: Mapping[str, Mapping[str, str]],
    ) -> None:
        self._table = table
        self._columns = columns
        self._today = today
        self._fields = {c.field_key: c for c in columns if c.role is ColumnRole.FIELD}
        translatable = [key for key in self._fields if is_translatable(CASES.field(key))]
        self._translated = {key: by_key(translations.get(key, {})) for key in translatable}
        self._readers: dict[str, Reader] = {
            key: translating_reader(CASES.field(key), today, self._translated[key])
            for key in translatable
        }
        self._counters: Mapping[str, ValueCounter] = {}
        self._in_order = True

    @property
    def size(self) -> int:
        """About how many bytes the list takes once it is read, judged by a sample."""
        kept = [column.index for column in self._columns if column.role in KEPT_ROLES]
        keys = sum(len(key) + _PER_FACT for key in self._fields)
        sample = self._table.sample
        cells = sum(len(str(cell)) for index in kept for cell in cells_of(sample, index))
        return self._table.row_count * (_PER_ROW + keys + cells // max(1, len(sample)))

    def stage(self, raw: Any, progress: Progress) -> tuple[str, int]:
        """Read the list into the scratch file that is joined to a connection.

        Returns:
            The digest of its rows' facts, and how many rows only repeat another.

        Raises:
            Cancelled: A person cancelled.
        """
        reader = self._reader(frozenset())
        digest = self._pass(raw, reader, progress)
        if reader.american:
            # Only the whole column tells that its dates are American; then all of it is read anew.
            reader = self._reader(reader.american)
            digest = self._pass(raw, reader, progress)
        headers = {key: column.header for key, column in self._fields.items()}
        id_header = next(c.header for c in self._columns if c.role is ColumnRole.SYSTEM_ID)
        repeated = check_list(
            raw,
            id_header,
            headers,
            has_references=reader.has_references,
            all_differ=self._in_order,
        )
        return digest, repeated

    def values(self) -> tuple[FieldValues, ...]:
        """Return the values of the columns that have few, once the list is staged."""
        return tuple(
            field_values(
                CASES.field(key), counter.texts(), self._readers[key], self._translated[key]
            )
            for key, counter in self._counters.items()
        )

    def _reader(self, american: frozenset[str]) -> CaseReader:
        table = self._table
        return CaseReader(
            self._columns,
            len(table.headers),
            table.first_row_number,
            self._today,
            self._readers,
            american,
        )

    def _pass(self, raw: Any, reader: CaseReader, progress: Progress) -> str:
        staged_list.make_tables(raw)
        self._counters = reader.counters
        self._in_order, last = True, ""
        digest = hashlib.sha256()
        for start, rows in self._table.blocks(progress):
            total = self._table.row_count
            after = start / total if total > len(rows) else None
            block = reader.read(start, rows, new_ids(len(rows), after))
            staged_list.add_rows(raw, block.rows)
            staged_list.add_faults(raw, block.faults)
            ids = [last, *(row[1] for row in block.rows)]
            self._in_order = self._in_order and all(map(lt, ids, ids[1:]))
            last = ids[-1]
            staged_list.leave_out(raw, block.left_out)
            digest.update("".join([row[3] for row in block.rows]).encode())
        return digest.hexdigest()
