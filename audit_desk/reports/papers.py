"""A document in the form that a file's ending names: PDF, or a word processor's."""

from datetime import datetime

from audit_desk.reports.blocks import ReportContent


def write_paper(content: ReportContent, written: datetime, ending: str) -> bytes:
    """Return a document; the same content gives the same bytes.

    Args:
        content: What it says.
        written: When the last thing was written that it rests on, UTC.
        ending: ``.pdf`` or ``.docx``.
    """
    if ending == ".pdf":
        from audit_desk.reports.pdf_document import render

        return render(content, written, None)
    from audit_desk.reports.word_document import render as render_word

    return render_word(content, written, None)
