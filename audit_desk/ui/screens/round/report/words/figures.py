"""The figures beside what the lead writes, under the sentences that rules make of them."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

from audit_desk.domain.audit import OVERALL
from audit_desk.domain.audit_tool import AnswerKind
from audit_desk.domain.findings import Example, Findings, QuestionFindings, ThemeFindings
from audit_desk.domain.round_words import HEADLINE, RECOMMENDATIONS, theme_part
from audit_desk.ui.models import share_words
from audit_desk.ui.models.trend_words import since
from audit_desk.ui.screens.round.findings.look import sheet
from audit_desk.ui.screens.round.findings.theme_page import theme_sentence
from audit_desk.ui.theme import Theme
from audit_desk.ui.widgets.boxes import GRID, column, frame
from audit_desk.ui.widgets.buttons import button
from audit_desk.ui.widgets.grade_bar import GradeBar
from audit_desk.ui.widgets.text import label

_MOST = 4
Use = Callable[[str], object]


def figures_beside(
    part: str, findings: Findings, drafted: Sequence[str], theme: Theme, use: Use
) -> QScrollArea:
    """Return what stands beside a part while it is written.

    Args:
        part: The part.
        findings: What the round found.
        drafted: The sentences that rules make of the figures; each can be taken over.
        theme: The colours in use.
        use: Called with a draft that is taken over.
    """
    parts: list[QWidget | QLayout] = [_draft(drafted, use, single=part != RECOMMENDATIONS)]
    if part in {HEADLINE, RECOMMENDATIONS, theme_part(OVERALL)}:
        parts += _of_round(findings, theme)
    else:
        found = next((each for each in findings.themes if theme_part(each.theme_id) == part), None)
        if found is not None:
            parts += _of_theme(findings, found, theme)
    area = sheet(*parts)
    area.setProperty("role", "reading")
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # arrows and Page Down scroll it
    area.setAccessibleName("Figures beside the text")
    return area


def _draft(drafted: Sequence[str], use: Use, *, single: bool) -> QWidget:
    about = label("Made from the figures by fixed rules", "muted")
    if not drafted:
        return frame(about, label("Nothing in the figures calls for one by these rules."))
    if single:
        take = button("Use this &draft", lambda: use(drafted[0]))
        return frame(about, label(drafted[0]), take, role="card", margin=GRID + 4)
    pieces: list[QWidget | QLayout] = [about]
    for number, text in enumerate(drafted, start=1):
        take = button("Use it", partial(use, text))
        take.setAccessibleName(f"Use draft {number}")
        pieces += [label(text), take]
    return frame(*pieces, role="card", margin=GRID + 4)


def _of_round(findings: Findings, theme: Theme) -> list[QWidget | QLayout]:
    parts: list[QWidget | QLayout] = [label(share_words.basis(findings))]
    parts += [
        _bar(each, theme, findings)
        for each in (findings.overall, *findings.themes)
        if each.spread.graded
    ]
    return parts


def _bar(found: ThemeFindings, theme: Theme, findings: Findings) -> QLayout:
    said = f"{found.good_or_better.text} good or better"
    beyond = share_words.beyond(found.good_or_better)
    words = f"{said} ({beyond})" if beyond else said
    lines = [label(words.replace(" %", "\N{NO-BREAK SPACE}%"), "muted")]
    trend = _since(findings, found.theme_id)
    if trend:
        lines.append(label(trend, "muted"))
    bar = GradeBar(theme, found.title, found.spread)
    return column(label(found.title, "strong"), bar, *lines, spacing=4)


def _of_theme(findings: Findings, found: ThemeFindings, theme: Theme) -> list[QWidget | QLayout]:
    lines = [label(theme_sentence(found))]
    trend = _since(findings, found.theme_id)
    if trend:
        lines.append(label(trend))
    parts: list[QWidget | QLayout] = [GradeBar(theme, found.title, found.spread), *lines]
    asked = [each for each in found.questions if each.kind != AnswerKind.FACTS]
    if asked:
        parts.append(column(*(_question(each) for each in asked), spacing=GRID))
    for heading, examples in (
        ("What was done well", found.strengths),
        ("What needs to improve", found.improvements),
        ("What it was like for the child", found.voices),
    ):
        if examples:
            parts.append(_passages(heading, examples))
    return parts


def _since(findings: Findings, theme_id: str) -> str:
    lines = findings.trend.lines if findings.trend else ()
    line = next((each for each in lines if each.key == theme_id), None)
    return since(line) if line else ""


def _question(question: QuestionFindings) -> QLayout:
    share = question.favourable
    star = " ★" if question.critical else ""
    said = f"answered well in {share.text}" if share.of else "answered in no file"
    none = f", no record in {question.not_evidenced}" if question.not_evidenced else ""
    head = label(f"{question.question_id}{star}  {said}{none}", "strong")
    return column(head, label(question.wording, "muted"), spacing=0)


def _passages(heading: str, examples: Sequence[Example]) -> QLayout:
    lines: list[QWidget] = [label(heading, "strong")]
    for example in examples[:_MOST]:
        lines += [label(example.text), label(example.reference, "muted")]
    if len(examples) > _MOST:
        lines.append(label(f"{len(examples) - _MOST} more under Findings.", "muted"))
    return column(*lines, spacing=4)
