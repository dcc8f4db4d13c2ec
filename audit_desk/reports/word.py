"""The report as a document for a word processor, because leads edit.

It holds the same pieces as the report on paper. The same findings give the same bytes. The
library is heavy, so it is loaded when a report is written.
"""

from collections.abc import Callable

from audit_desk.domain.findings import Findings
from audit_desk.domain.shareable import Shareable
from audit_desk.reports.content_for import content_for

Progress = Callable[[int, int], None]
"""Told how far the work is: done, of how much. It may raise ``Cancelled``."""


def write_word(findings: Findings | Shareable, progress: Progress | None = None) -> bytes:
    """Return the report of a round as a Word document.

    Args:
        findings: What the round found, or what may be shared of it.
        progress: Called after each section; whatever it raises ends the work.
    """
    from audit_desk.reports.word_document import render

    return render(content_for(findings), findings.computed_from, progress)
