"""The first page of the findings: children first, then the grades of every theme."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from audit_desk.domain.audit import SAFE, UNSAFE, UNSURE
from audit_desk.domain.findings import Findings, ThemeFindings
from audit_desk.ui.icons import Ink
from audit_desk.ui.models import share_words as words
from audit_desk.ui.screens.round.findings.look import FindingsLook, sheet
from audit_desk.ui.widgets.banner import Banner
from audit_desk.ui.widgets.boxes import GRID, line
from audit_desk.ui.widgets.buttons import quiet_button
from audit_desk.ui.widgets.empty_state import EmptyState
from audit_desk.ui.widgets.grade_bar import KEY, GradeBar
from audit_desk.ui.widgets.grade_chip import NOTHING
from audit_desk.ui.widgets.text import label

CONCERNS = "Concerns"
"""The title of the page of concerns."""
_TITLE_CHARS, _MANY = 34, 4
_WIDEST_REST = 200  # pixels: large text takes two lines, so that the bar keeps its room


def overview(findings: Findings, look: FindingsLook) -> QScrollArea:
    """Return the first page."""
    parts: list[QWidget | QGridLayout | None] = []
    waiting = _waiting(findings, look)
    if waiting is not None:
        parts.append(waiting)
    if not findings.submitted:
        return sheet(*parts, _nothing_yet(findings, look), fills=True)
    parts += [
        label(words.headline(findings), "title", wrap=True),
        label(words.basis(findings)),
        _bars(findings, look),
        label(KEY, "muted"),
        line(),
        label(_safety(findings)),
        label(_overrides(findings)),
        label(words.limits(findings), "muted"),
    ]
    return sheet(*parts)


def _waiting(findings: Findings, look: FindingsLook) -> Banner | None:
    children = sorted({each.reference for each in findings.concerns if each.is_open})
    if not children:
        return None
    who = ", ".join(children[:_MANY])
    more = f" and {len(children) - _MANY} more" if len(children) > _MANY else ""
    number = "1 child has" if len(children) == 1 else f"{len(children)} children have"
    return Banner(
        look.icons,
        f"{who}{more}. It stays open until somebody other than the auditor records that the"
        " child was seen or is safe.",
        heading=f"{number} an open concern.",
        tone="danger",
        action="See the concerns",
        on_action=lambda: look.go(CONCERNS),
    )


def _nothing_yet(findings: Findings, look: FindingsLook) -> EmptyState:
    also = " Files chosen on purpose count in no figure." if findings.purposive else ""
    return EmptyState(
        look.icons.icon("chart-bar", Ink.MUTED),
        "No drawn file has been submitted yet",
        "Findings are counted from submitted audits of drawn files alone:"
        f" 0 of {findings.drawn} so far.{also}",
        "Go to Audits",
        look.open_audits,
    )


def _bars(findings: Findings, look: FindingsLook) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(2 * GRID)
    grid.setVerticalSpacing(2)
    grid.setColumnStretch(1, 1)
    for place, theme in enumerate((findings.overall, *findings.themes)):
        _bar_row(grid, place, theme, look)
    return grid


def _bar_row(grid: QGridLayout, place: int, theme: ThemeFindings, look: FindingsLook) -> None:
    middle = Qt.AlignmentFlag.AlignVCenter
    name: QWidget
    if theme.questions:
        name = quiet_button(theme.title, lambda: look.go(theme.title))
    else:
        name = label("Overall", "strong", wrap=False)
        name.setContentsMargins(GRID + 1, 0, 0, 0)
    share = theme.good_or_better
    said = label(share.text if share.of else NOTHING, "strong", wrap=False)
    rest = label(words.beyond(share), "muted")
    rest.ensurePolished()
    rest.setMinimumWidth(min(_WIDEST_REST, rest.fontMetrics().horizontalAdvance(rest.text()) + 1))
    height = quiet_button("").sizeHint().height()
    grid.setRowMinimumHeight(place, height)
    grid.addWidget(name, place, 0, Qt.AlignmentFlag.AlignLeft | middle)
    grid.addWidget(GradeBar(look.theme, theme.title, theme.spread), place, 1, middle)
    grid.addWidget(said, place, 2, Qt.AlignmentFlag.AlignRight | middle)
    grid.addWidget(rest, place, 3, middle)


def _safety(findings: Findings) -> str:
    parts = [
        f"{findings.safety.get(value, 0)} {value}"
        for value in (SAFE, UNSURE, UNSAFE)
        if findings.safety.get(value, 0)
    ]
    if not parts:
        return "Whether the child is safe now is not answered in any submitted audit."
    return f"Is the child safe now? Auditors answered: {', '.join(parts)}."


def _overrides(findings: Findings) -> str:
    if not findings.overridden:
        return "No auditor judged otherwise than the answers suggest."
    verb = "holds" if findings.overridden == 1 else "hold"
    return (
        f"{findings.overridden} of {findings.submitted} audits {verb} a judgement that differs"
        " from what the answers suggest; each has its reason."
    )
