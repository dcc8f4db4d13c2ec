"""Which children cannot wait for the rest of a report."""

from audit_desk.domain.audit import UNSAFE, UNSURE
from audit_desk.domain.findings import Findings


def waiting(findings: Findings) -> tuple[str, ...]:
    """Return the references of children for whom a concern is open, or none was recorded.

    A child who was judged unsafe, or not surely safe, and has no concern on record waits too.
    """
    with_concern = {concern.reference for concern in findings.concerns}
    open_ = {concern.reference for concern in findings.concerns if concern.is_open}
    silent = {
        line.reference
        for line in findings.audits
        if line.safety in {UNSAFE, UNSURE} and line.reference not in with_concern
    }
    return tuple(sorted(open_ | silent))
