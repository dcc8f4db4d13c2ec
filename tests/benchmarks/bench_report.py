"""The PDF of a 60-audit round, against reportlab laying out as many plain pages."""

import io
from pathlib import Path

from pypdf import PdfReader
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate

from audit_desk import app
from audit_desk.domain.findings import Findings
from tests.benchmarks.measure import Row, best

_LINE = "The plan was shared with the child and the people around her, and reviewed on time. "


def findings_of(folder: Path, audits: int) -> Findings:
    """Return the findings of a demo round of that many audits."""
    path = folder / f"demo{audits}.auditdesk"
    app.build_demo(path, "only to measure", cases=audits * 4, audits=audits, seed=1)
    desk = app.open_desk(path, "only to measure")
    lines = max(desk.rounds.lines(), key=lambda line: line.total)
    found = desk.findings.of_round(lines.round)
    desk.register.close()
    return found


def rows(folder: Path) -> list[Row]:
    single, double = findings_of(folder, 60), findings_of(folder, 120)
    pages = len(PdfReader(io.BytesIO(app.write_pdf(single))).pages)
    style = getSampleStyleSheet()["BodyText"]

    def plain() -> None:
        story = []
        for _ in range(pages):
            story += [Paragraph(_LINE * 4, style) for _ in range(11)]
            story.append(PageBreak())
        SimpleDocTemplate(io.BytesIO()).build(story)

    reference = best(plain)
    once = best(lambda: app.write_pdf(single))
    twice = best(lambda: app.write_pdf(double), runs=2)
    return [
        Row(f"PDF of a 60-audit round ({pages} pages)", "as many plain pages", once, reference, 2),
        Row("PDF of twice the audits", "the single run", twice, once, 2.2),
    ]
