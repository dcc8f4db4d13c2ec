"""What a report says, for whichever audience."""

from audit_desk.domain.findings import Findings
from audit_desk.domain.shareable import Shareable
from audit_desk.reports.audience_content import build_audience_content
from audit_desk.reports.blocks import ReportContent
from audit_desk.reports.content import build_content


def content_for(found: Findings | Shareable) -> ReportContent:
    """Return what a report says of all that was found, or of what may be shared of it."""
    if isinstance(found, Shareable):
        return build_audience_content(found)
    return build_content(found)
