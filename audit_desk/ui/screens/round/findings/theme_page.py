"""One theme: its grades, question by question, and what auditors wrote."""

from collections.abc import Sequence

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from audit_desk.domain.findings import Example, ThemeFindings
from audit_desk.ui.models import share_words as words
from audit_desk.ui.models.question_model import ANSWERS_COLUMN, question_model
from audit_desk.ui.screens.round.findings.bar_delegate import BarDelegate
from audit_desk.ui.screens.round.findings.flat_table import FIT, REST, FlatTable
from audit_desk.ui.screens.round.findings.look import FindingsLook, sheet
from audit_desk.ui.widgets.boxes import GRID, column
from audit_desk.ui.widgets.grade_bar import KEY, GradeBar
from audit_desk.ui.widgets.text import label

_WIDTHS = (FIT, REST, 30, FIT, FIT)
_SHOWN = 6


def theme_page(theme: ThemeFindings, look: FindingsLook) -> QScrollArea:
    """Return the page of a theme."""
    parts: list[QWidget | QVBoxLayout] = [
        label(theme.title, "heading"),
        GradeBar(look.theme, theme.title, theme.spread),
        label(theme_sentence(theme)),
    ]
    if theme.questions:
        parts += [_questions(theme, look), label(f"★ critical. {KEY}", "muted")]
    for heading, examples in (
        ("What was done well", theme.strengths),
        ("What needs to improve", theme.improvements),
        ("What it was like for the child", theme.voices),
    ):
        if examples:
            parts.append(_passages(heading, examples))
    return sheet(*parts)


def theme_sentence(theme: ThemeFindings) -> str:
    """Return what the grades of a theme come to."""
    share = theme.good_or_better
    if not share.of:
        return "No file was graded on this theme."
    beyond = words.beyond(share)
    said = f"{share.text} graded files good or better{f' ({beyond})' if beyond else ''}."
    if theme.spread.not_applicable:
        said += f" {theme.spread.not_applicable} to which the theme does not apply are left out."
    if theme.overrides:
        noun = "judgement differs" if theme.overrides == 1 else "judgements differ"
        said += f" {theme.overrides} {noun} from the suggestion."
    return said


def _questions(theme: ThemeFindings, look: FindingsLook) -> FlatTable:
    model = question_model()
    model.set_rows(theme.questions)
    table = FlatTable(model, f"Questions of {theme.title}", _WIDTHS)
    table.setItemDelegateForColumn(ANSWERS_COLUMN, BarDelegate(look.theme, table))
    return table


def _passages(heading: str, examples: Sequence[Example]) -> QVBoxLayout:
    box = column(label(heading, "strong"), spacing=GRID - 2)
    for example in examples[:_SHOWN]:
        box.addWidget(label(f"{example.text}"))
        box.addWidget(label(_origin(example), "muted"))
    if len(examples) > _SHOWN:
        left = len(examples) - _SHOWN
        box.addWidget(label(f"{left} more in the report and in the audits.", "muted"))
    return box


def _origin(example: Example) -> str:
    parts = [example.reference]
    if example.grade is not None:
        parts.append(example.grade.label)
    if example.purposive:
        parts.append("chosen on purpose")
    return " · ".join(parts)
