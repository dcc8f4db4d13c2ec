"""The sections of a report and their words, for the tests of what it says."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from audit_desk.domain.audit import (
    Absence,
    Answer,
    FullAudit,
)
from audit_desk.domain.findings import Findings
from audit_desk.domain.receipt import Receipt
from audit_desk.reports.blocks import (
    Bullets,
    GradeChart,
    LikenessCharts,
    OverviewChart,
    Pairs,
    Passages,
    ReportContent,
    Section,
    Table,
    Text,
    TrendChart,
)
from tests.reports.example import (
    make_audit,
)
from tests.reports.example_tool import EXAMPLE_TOOL
from tests.services.figures import FRAME, RECEIPTS, compute

__all__ = ["RECEIPTS"]

DRAWN = RECEIPTS[-1].drawn


def findings_of(audits: Sequence[FullAudit], receipts: Sequence[Receipt] = RECEIPTS) -> Findings:
    return compute(audits, receipts, list(FRAME.values()))


def read(number: int) -> list[FullAudit]:
    return [make_audit(ref, FRAME[ref], n) for n, ref in enumerate(DRAWN[:number])]


def not_applicable(full: FullAudit) -> FullAudit:
    answers = {
        each.id: Answer(each.id, absence=Absence.NOT_APPLICABLE)
        for each in EXAMPLE_TOOL.questions()
    }
    return replace(full, answers=answers, judgements={})


def every_section(sections: Sequence[Section]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from every_section(section.sections)


def section_text(section: Section) -> str:
    lines: list[str] = []
    for each in every_section([section]):
        lines.append(each.title)
        for block in each.blocks:
            match block:
                case Text():
                    lines.append(block.text)
                case Bullets():
                    lines += block.items
                case Passages():
                    lines += [block.title, *(f"{item.lead} {item.text}" for item in block.items)]
                case Pairs():
                    lines += [f"{name} {value}" for name, value in block.rows]
                case Table():
                    lines += [" | ".join(row) for row in block.rows]
                case GradeChart() | OverviewChart() | TrendChart():
                    lines.append(block.description)
                case LikenessCharts():
                    lines += [f"{each.label} {each.words}" for each in block.pictures]
    return "\n".join(lines).replace("\N{NO-BREAK SPACE}", " ")


def text_of(content: ReportContent, key: str) -> str:
    return section_text(next(each for each in content.sections if each.key == key))
