"""Bringing a list of events into the register beside the case list: shown, and only then saved.

What such a list says stands beside the audit's questions and never counts as an answer. Children
are recognised by the council's number, or by the audit reference; nobody is added by such a list.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date

from audit_desk.domain.case_event import CaseEvent, ListKind
from audit_desk.domain.event_fields import beginning, catalogue
from audit_desk.domain.event_matching import merged, pair
from audit_desk.services.case_columns import plan_columns
from audit_desk.services.case_preview import ImportPreview
from audit_desk.services.case_table import Progress, Table, no_progress
from audit_desk.services.event_preparation import EventPreparation, PreparedEvent
from audit_desk.services.event_preview import (
    DROPPED,
    KEPT,
    UNKNOWN,
    Compared,
    Translations,
    changes,
    coded_values,
    listed,
)
from audit_desk.storage.case_repo import CaseRepo, ImportRecord
from audit_desk.storage.event_repo import EventRepo
from audit_desk.storage.register import Register
from audit_desk.storage.rows import new_ids, to_json


class EventImport:
    """The way of event lists into one register."""

    def __init__(self, register: Register, today: Callable[[], date]) -> None:
        self._register = register
        self._today = today
        self._events = EventRepo(register)
        self._imports = CaseRepo(register)

    def preview(
        self,
        table: Table,
        kind: ListKind,
        mapping: Mapping[int, str] | None = None,
        translations: Translations | None = None,
        progress: Progress = no_progress,
    ) -> ImportPreview:
        """Return what importing a list of events would do; nothing is saved.

        Args:
            table: The list.
            kind: What a row stands for; never ``CASES``.
            mapping: By column index what a person chose; see ``case_columns.plan_columns``.
            translations: What a person said of the list's own values.
            progress: Told about rows done of all; it may raise ``Cancelled``.

        Raises:
            UserError: The columns do not make such a list.
            Cancelled: A person cancelled.
        """
        fields = catalogue(kind)
        columns = plan_columns(table, mapping, fields)
        work = EventPreparation(table, columns, kind, self._today(), self._events.children())
        events = tuple(work.prepare(translations or {}, progress))
        compared = self._compare(kind, events)
        return ImportPreview(
            source=table.source,
            kind=kind,
            kept=listed(columns, KEPT, fields),
            dropped=listed(columns, DROPPED, fields),
            unknown=listed(columns, UNKNOWN, fields),
            refused=work.faults.in_order(),
            refused_rows=len(work.faults.by_row),
            repeated=work.repeated,
            new=len(compared.new),
            changed=len(compared.changed),
            unchanged=compared.unchanged,
            changes=tuple(changes(kind, compared, events)),
            values=coded_values(table, columns, fields, self._today(), translations or {}),
            staged=events,
        )

    def apply(
        self, previewed: ImportPreview, by: str, progress: Progress = no_progress
    ) -> ImportRecord:
        """Save what a preview showed, as one transaction with one line of history.

        The same event again is said anew and never doubled; what a list does not bring is kept.

        Raises:
            Cancelled: A person cancelled; nothing was saved.
        """
        events: Sequence[PreparedEvent] = previewed.staged
        kind = previewed.kind
        with self._register.transaction():
            compared = self._compare(kind, events)
            self._events.add_many(
                CaseEvent(id_, event.case_id, kind, event.happened, event.facts)
                for id_, event in zip(new_ids(len(compared.new)), compared.new, strict=True)
            )
            self._events.update_many(after for _, after in compared.changed)
            record = ImportRecord(
                f"{kind.label}: {previewed.source}",
                len(compared.new),
                len(compared.changed),
                compared.unchanged,
                previewed.refused_rows,
                digest=_digest(events),
            )
            progress(len(events), len(events))
            self._imports.record_import(record, by)
            self._register.history.append(
                by, "imported", (f"{kind.value} events", record.digest), after=asdict(record)
            )
        return record

    def _compare(self, kind: ListKind, events: Iterable[PreparedEvent]) -> Compared:
        known: dict[str, dict[str, CaseEvent]] = {}
        for held in self._events.of_kind(kind):
            known.setdefault(held.case_id, {})[held.happened] = held
        by_child: dict[str, list[PreparedEvent]] = {}
        for event in events:
            by_child.setdefault(event.case_id, []).append(event)
        new: list[PreparedEvent] = []
        changed: list[tuple[CaseEvent, CaseEvent]] = []
        unchanged = 0
        for case_id, brought in by_child.items():
            of_child = known.get(case_id, {})
            same = pair([event.happened for event in brought], of_child)
            for event in brought:
                if event.happened not in same:
                    new.append(event)
                    continue
                before = of_child[same[event.happened]]
                after = _said_anew(before, event)
                if after == before:
                    unchanged += 1
                else:
                    changed.append((before, after))
        return Compared(tuple(new), tuple(changed), unchanged)


def _said_anew(before: CaseEvent, event: PreparedEvent) -> CaseEvent:
    facts = merged(before.facts, event.facts)
    return replace(before, happened=str(facts[beginning(before.kind).key]), facts=facts)


def _digest(events: Sequence[PreparedEvent]) -> str:
    text = to_json([(event.reference, event.happened, event.facts) for event in events])
    return hashlib.sha256(text.encode()).hexdigest()
