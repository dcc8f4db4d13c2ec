"""The report as a PDF document; the library is heavy, so it is loaded when one is written."""

from collections.abc import Callable

from audit_desk.domain.findings import Findings
from audit_desk.domain.shareable import Shareable
from audit_desk.reports.content_for import content_for

Progress = Callable[[int, int], None]
"""Told how much is done, of how much. It may raise ``Cancelled``."""


def write_pdf(findings: Findings | Shareable, progress: Progress | None = None) -> bytes:
    """Return the report of a round as PDF; the same findings give the same bytes.

    Args:
        findings: What the round found, or what may be shared of it.
        progress: Called every page; whatever it raises ends the work.
    """
    from audit_desk.reports.pdf_document import render

    return render(content_for(findings), findings.computed_from, progress)
