"""The invented round with everything that was written in it."""

from functools import cache

from audit_desk.domain.audit import AuditState, FullAudit
from audit_desk.domain.audit_tool import AuditTool
from audit_desk.domain.clocks import read_clocks
from audit_desk.domain.round import Round
from audit_desk.domain.round_record import RoundRecord
from tests.reports.example import (
    START,
    NoHolidays,
    make_audit,
    make_findings,
    make_frame,
    make_receipts,
    on_purpose,
    unread,
)
from tests.reports.example_tool import EXAMPLE_TOOL


def make_record(tool: AuditTool = EXAMPLE_TOOL) -> RoundRecord:
    """The round of ``make_findings``, with the audits that its findings rest on."""
    return _made_once() if tool is EXAMPLE_TOOL else _make(tool)


@cache
def _made_once() -> RoundRecord:
    return _make(EXAMPLE_TOOL)


def _make(tool: AuditTool) -> RoundRecord:
    audits = tuple(sorted(_audits(tool), key=lambda full: full.audit.reference))
    return RoundRecord(
        Round("round-1", "Spring 2026", "", tool.id, tool.version, START),
        tool,
        make_findings(tool=tool),
        audits,
        {
            full.audit.id: read_clocks(tool, full.answers, full.audit.facts, NoHolidays())
            for full in audits
        },
    )


def _audits(tool: AuditTool) -> list[FullAudit]:
    frame = make_frame()
    receipt = make_receipts(frame)[-1]
    swaps = {each.removed: each.added for each in receipt.swaps}
    drawn = [swaps.get(reference, reference) for reference in receipt.drawn]
    audits = [make_audit(ref, frame[ref], number, tool) for number, ref in enumerate(drawn)]
    audits[-2] = unread(audits[-2], AuditState.IN_PROGRESS)
    audits[-1] = unread(audits[-1], AuditState.NOT_STARTED)
    spares = [reference for reference in frame if reference not in {*drawn, *swaps}]
    chosen = [
        make_audit(ref, frame[ref], 40 + number, tool) for number, ref in enumerate(spares[:2])
    ]
    return [*map(on_purpose, chosen), *audits]
