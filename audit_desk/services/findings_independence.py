"""How independent the auditors of a round were: declarations, exceptions, and what is neither."""

from collections.abc import Mapping, Sequence

from audit_desk.domain.audit import FullAudit
from audit_desk.domain.findings_readers import IndependenceFindings, ReaderException
from audit_desk.domain.independence import Record, Standing


def independence_findings(
    read: Sequence[FullAudit], records: Mapping[str, Record]
) -> IndependenceFindings:
    """Return how the auditors of submitted audits stand to the cases that they read.

    Args:
        read: The submitted audits, drawn and chosen on purpose.
        records: What is known about who may read each file, by the audit's id.
    """
    audits = sorted((full.audit for full in read), key=lambda audit: audit.reference)
    standing = {audit.id: records[audit.id].standing(audit.auditor) for audit in audits}
    exceptions = (
        (audit, override)
        for audit in audits
        if standing[audit.id] is Standing.ALLOWED
        and (override := records[audit.id].override(audit.auditor)) is not None
    )
    return IndependenceFindings(
        read=len(audits),
        declared=sum(how is Standing.DECLARED for how in standing.values()),
        exceptions=tuple(
            ReaderException(
                audit.reference, audit.auditor, override.conflict, override.reason, override.by
            )
            for audit, override in exceptions
        ),
        conflicts=tuple(
            audit.reference for audit in audits if standing[audit.id] is Standing.CONFLICT
        ),
    )
