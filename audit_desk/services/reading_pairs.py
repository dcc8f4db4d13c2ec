"""Two readings of one file side by side: only where both are submitted and both seals hold."""

from collections.abc import Iterable, Mapping, Sequence

from audit_desk.domain.audit import Audit, FullAudit
from audit_desk.domain.audit_tool import AuditTool
from audit_desk.domain.comparison import compare, items
from audit_desk.domain.moderation import Pair, PairState, opened_late, stands
from audit_desk.domain.second_reading import Further
from audit_desk.domain.settlement import Settlement
from audit_desk.services.seal import seal_of


def side_by_side(
    tool: AuditTool,
    first: Audit,
    further: Further,
    full: Mapping[str, FullAudit],
    standing: Mapping[str, Settlement],
) -> Pair:
    """Return a pair of readings.

    Args:
        tool: The round's tool.
        first: The first reading.
        further: The further reading of the same case.
        full: The submitted readings with all that was written, by their ids.
        standing: What was settled of the file and stands, by item.
    """
    one, other = full.get(first.id), full.get(further.audit.id)
    if one is None or other is None:
        return Pair(first, further, PairState.WAITING)
    trouble = _trouble((one, other))
    if trouble:
        return compare(first, further, (), trouble)
    return compare(first, further, items(tool, one, other, standing))


def what_stands(
    full: Mapping[str, FullAudit], settled: Mapping[str, Mapping[str, Settlement]]
) -> dict[str, dict[str, Settlement]]:
    """Return what was settled of each file and still rests on its readings, by the first's id."""
    seals: dict[str, set[str]] = {}
    for each in full.values():
        seals.setdefault(each.audit.case_id, set()).add(each.audit.seal)
    return {
        first_id: {
            key: made
            for key, made in of_file.items()
            if stands(made, seals[full[first_id].audit.case_id])
        }
        for first_id, of_file in settled.items()
        if first_id in full
    }


def is_late(pair: Pair, reopened: Mapping[str, Sequence[tuple[str, str]]]) -> bool:
    """Return whether a reading was opened again after both were sealed."""
    audits = (pair.first, pair.second)
    sealed_at = [audit.submitted_at for audit in audits if audit.submitted_at is not None]
    return pair.is_sealed and opened_late(sealed_at, [reopened.get(each.id, ()) for each in audits])


def _trouble(readings: Iterable[FullAudit]) -> str:
    """Return what is wrong with the seals, in sentences; empty where both hold."""
    broken = [full.audit for full in readings if seal_of(full) != full.audit.seal]
    return " ".join(
        f"The {'first' if audit.reading == 1 else 'further'} reading of {audit.reference} by "
        f"{audit.auditor} is not as it was sealed when it was submitted, so the two are not "
        "compared."
        for audit in broken
    )
