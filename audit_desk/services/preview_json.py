"""A preview as plain JSON, for programs; the council's own numbers are not in it."""

from dataclasses import asdict
from typing import Any

from audit_desk.services.case_preview import ImportPreview


def preview_to_dict(previewed: ImportPreview, *, saved: bool) -> dict[str, Any]:
    """Return a preview as plain JSON types."""
    earlier = previewed.earlier
    return {
        "source": previewed.source,
        "saved": saved,
        "kind": previewed.kind.value,
        "list": previewed.list_name,
        "last_edition": None
        if earlier is None
        else {"imported_at": earlier.imported_at.isoformat(), "children": earlier.children},
        "new": previewed.new,
        "known": previewed.known,
        "changed": previewed.changed,
        "unchanged": previewed.unchanged,
        "gone": previewed.gone,
        "reopened": previewed.reopened,
        "repeated": previewed.repeated,
        "refused_rows": previewed.refused_rows,
        "kept": [asdict(column) for column in previewed.kept],
        "dropped": [asdict(column) for column in previewed.dropped],
        "unknown": [asdict(column) for column in previewed.unknown],
        "refused": [asdict(fault) for fault in previewed.refused],
        "changes": [asdict(change) for change in previewed.changes],
        "leaving": [asdict(leaving) for leaving in previewed.leaving],
        "values": [asdict(values) for values in previewed.values],
    }
