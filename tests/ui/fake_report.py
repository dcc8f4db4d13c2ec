"""The lead's words, saved reports and other documents of a round, in memory."""

# ruff: noqa: ARG002 - a fake takes what the service takes

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Protocol

from audit_desk.domain.action import Action, ActionDraft, ActionState
from audit_desk.domain.audit_tool import AuditTool
from audit_desk.domain.findings import Findings
from audit_desk.domain.kept_report import KeptReport
from audit_desk.domain.passages import Passage
from audit_desk.domain.round import Round
from audit_desk.domain.round_words import (
    RECOMMENDATIONS,
    DraftWords,
    Recommendation,
    RoundWords,
    WrittenPart,
)
from audit_desk.domain.trend_rules import RoundFigures, build_trend
from audit_desk.errors import UserError
from audit_desk.reports.drafts import draft_words
from audit_desk.services.releases import Quotable
from audit_desk.services.report_shelf import ShelfLine
from audit_desk.ui.screens.round.report.ports import OtherDocument, ReportPorts

AT = datetime(2026, 3, 12, 15, 20, tzinfo=UTC)
FIGURES, OLD = "a" * 64, "b" * 64


class Reads(Protocol):
    """What findings come from."""

    def found(self, round_: Round) -> Findings:
        """Return what a round found."""

    def tool_of(self, round_: Round) -> AuditTool:
        """Return its tool."""


@dataclass
class FakeReport:
    """What the Report tab works with."""

    register: Reads
    words: RoundWords = field(default_factory=RoundWords)
    before: Round | None = None
    shelf: tuple[ShelfLine, ...] = ()
    documents: tuple[OtherDocument, ...] = ()
    writes: list[tuple[str, str]] = field(default_factory=list)
    actions: list[ActionDraft] = field(default_factory=list)
    refuses: str = ""
    quotable: tuple[Quotable, ...] = ()
    released: list[tuple[tuple[str, ...], tuple[str, ...], str]] = field(default_factory=list)

    def complete(self, round_: Round, found: Findings) -> Findings:
        """Return the findings with words, and beside the round before."""
        words = replace(self.words, figures=FIGURES)
        if self.before is None or self.before.id == round_.id or not found.submitted:
            return replace(found, words=words)
        tool = self.register.tool_of(round_)
        earlier = self.register.found(self.before)
        figures = [
            RoundFigures(each.round_name, date(2026, 3, 2), tool, each.overall, each.themes, clocks)
            for each, clocks in ((earlier, earlier.clocks), (found, found.clocks))
        ]
        return replace(found, words=words, trend=build_trend(figures[:1], figures[1]))

    def write(self, round_: Round, part: str, text: str, figures: str, by: str) -> None:
        if self.refuses:
            raise UserError(self.refuses)
        self.writes.append((part, text))
        parts = dict(self.words.parts) | {part: WrittenPart(text, figures, by, AT)}
        self.words = replace(self.words, parts={k: v for k, v in parts.items() if v.text})

    def recommend(
        self, round_: Round, listed: tuple[Recommendation, ...], figures: str, by: str
    ) -> None:
        self.writes.append((RECOMMENDATIONS, str(len(listed))))
        said = tuple(each for each in listed if not each.is_empty)
        parts = dict(self.words.parts) | {RECOMMENDATIONS: WrittenPart("", figures, by, AT)}
        self.words = replace(self.words, parts=parts, recommendations=said)

    def draft(self, round_: Round) -> tuple[Findings, DraftWords]:
        found = self.register.found(round_)
        return found, draft_words(found)

    def make_action(self, round_id: str, draft: ActionDraft, by: str) -> Action:
        if not draft.is_complete:
            raise UserError("The action has no owner.", "Name the role that sees to it.")
        self.actions.append(draft)
        return Action("action-9", round_id, draft, ActionState.OPEN, "", "", "", by, AT, AT)

    def release(
        self, round_: Round, add: Sequence[Passage], gone: Sequence[Passage], by: str
    ) -> None:
        """Keep what was released and what was taken back."""
        texts = (tuple(each.text for each in add), tuple(each.text for each in gone))
        self.released.append((*texts, by))

    def ports(self) -> ReportPorts:
        return ReportPorts(
            words=self,
            draft=self.draft,
            owners=lambda: ("Team manager", "Head of service"),
            make_action=self.make_action,
            shelf=lambda _round: self.shelf,
            quotable=lambda _round: self.quotable,
            release=self.release,
            documents=self.documents,
        )


def shelf_line(name: str, what: str, audience: str, *, behind: bool) -> ShelfLine:
    """Return a saved report."""
    kept = KeptReport(
        f"id-{name}", "round-1", AT, "R. Achterberg", audience, what, name, "c0ffee12" * 8, FIGURES
    )
    return ShelfLine(kept, behind)


def document(title: str, about: str, written: Callable[[Path], object]) -> OtherDocument:
    """Return another document that says where it was written."""

    def write(_round: Round, path: Path, _progress: object) -> None:
        written(path)

    return OtherDocument(
        title,
        about,
        title.lower(),
        "pdf",
        "PDF (*.pdf)",
        write,
    )


def small_pdf(pages: int = 3, above: int = 760) -> bytes:
    """Return a PDF whose pages each say "Page N of the report", points above their foot."""
    from io import BytesIO

    from reportlab.pdfgen.canvas import Canvas

    target = BytesIO()
    canvas = Canvas(target, invariant=True)
    for number in range(1, pages + 1):
        canvas.drawString(72, above, f"Page {number} of the report")
        canvas.showPage()
    canvas.save()
    return target.getvalue()
