"""The layout of the audit page: three columns to read in, and the panels that take their place."""

from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from audit_desk.ui.screens.audit.answers.growing_text import GrowingText
from audit_desk.ui.screens.audit.answers.question_panel import QuestionPanel
from audit_desk.ui.screens.audit.check_panel import CheckPanel
from audit_desk.ui.screens.audit.concern.concern_panel import ConcernPanel
from audit_desk.ui.screens.audit.contributions.contribution_panel import ContributionPanel
from audit_desk.ui.screens.audit.declaration_panel import DeclarationPanel
from audit_desk.ui.screens.audit.follow_up.action_card import ActionCard
from audit_desk.ui.screens.audit.footer import Footer
from audit_desk.ui.screens.audit.header import Header
from audit_desk.ui.screens.audit.judgement.judgement_panel import JudgementPanel
from audit_desk.ui.screens.audit.look import Look
from audit_desk.ui.screens.audit.notices import Notices
from audit_desk.ui.screens.audit.ports import Desk
from audit_desk.ui.screens.audit.reopen_panel import ReopenPanel
from audit_desk.ui.screens.audit.side_panel import SidePanel
from audit_desk.ui.screens.audit.way.navigator import Navigator
from audit_desk.ui.widgets.boxes import row, scrolled
from audit_desk.ui.widgets.buttons import quiet_button
from audit_desk.ui.widgets.focus import stop_after

Panel = TypeVar("Panel", bound=QWidget)

_LINE, _PANEL = 100, 136
_MARGIN = 16
_LEFT, _MIDDLE, _RIGHT = 264, 700, 300


class AuditView(QWidget):
    """Everything on the page; it lays out and says nothing of its own.

    Outer frames stand before what is in them: Qt dresses all that is inside a widget again
    whenever it gets another parent, which made most of the time that a page took to open.

    Signals:
        history_asked: The versions of what is read are to be shown.
        panel_made: A panel that is not shown at first was first asked for.
    """

    history_asked = Signal()
    panel_made = Signal(QWidget)

    def __init__(self, look: Look, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = Header()
        self.pages = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.pages, 1)
        self.reading = QWidget()
        self.pages.addWidget(self.reading)
        self._lay_out_reading(look, desk)
        self._look, self._desk = look, desk
        self._overlays: dict[QWidget, QScrollArea] = {}
        self._keep_cursors_in_sight()

    @cached_property
    def concern(self) -> ConcernPanel:
        """The panel of a concern."""
        return self._made(ConcernPanel(self._look, self._desk), _PANEL)

    @cached_property
    def check(self) -> CheckPanel:
        """The panel of what is missing, and of submitting."""
        return self._made(CheckPanel(self._look), _PANEL)

    @cached_property
    def reopen(self) -> ReopenPanel:
        """The panel that asks why an audit is opened again."""
        return self._made(ReopenPanel())

    @cached_property
    def declaration(self) -> DeclarationPanel:
        """The panel that asks whether the reader had a part in the case."""
        return self._made(DeclarationPanel(self._look))

    @cached_property
    def judgement(self) -> JudgementPanel:
        """The panel of a judgement, of a theme or of the whole audit."""
        panel = JudgementPanel(self._look)
        self._inside.insertWidget(self._inside.indexOf(self.question) + 1, panel)
        stop_after(self.question.last_stop, panel)
        for text in panel.texts.fields.values():
            self._keep_cursor_in_sight(text)
        self.panel_made.emit(panel)
        return panel

    def _made(self, panel: Panel, characters: int = _LINE) -> Panel:
        self._overlays[panel] = self._overlay(panel, characters)
        self.panel_made.emit(panel)
        return panel

    def _lay_out_reading(self, look: Look, desk: Desk) -> None:
        self.notices = Notices(look)
        self.columns = QSplitter(Qt.Orientation.Horizontal)
        self.columns.setChildrenCollapsible(False)
        column = QVBoxLayout(self.reading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notices)
        column.addWidget(self.columns, 1)
        self.navigator = Navigator(look)
        self._body = QWidget()
        self.middle = scrolled(self._body)
        self.side = SidePanel(look)
        self._right = scrolled(self.side)
        self.side.width_needed.connect(self._fit_right)
        for number, part in enumerate((self.navigator, self.middle, self._right)):
            self.columns.addWidget(part)
            self.columns.setStretchFactor(number, 1 if part is self.middle else 0)
        self.columns.setSizes([_LEFT, _MIDDLE, _RIGHT])
        self.navigator.setMinimumWidth(_LEFT - 64)
        self._lay_out_middle(look, desk)
        self._body.installEventFilter(self)
        self.footer = Footer()  # last, as Tab goes by the order in which parts are made
        column.addWidget(self.footer)

    def _lay_out_middle(self, look: Look, desk: Desk) -> None:
        both = QWidget()
        _narrow(self._body, both)
        inside = self._inside = QVBoxLayout(both)
        inside.setContentsMargins(0, 0, 0, 0)
        self.question = QuestionPanel(look, desk)
        inside.addWidget(self.question)
        self.contribution = ContributionPanel(look, desk.today)
        inside.addWidget(self.contribution)
        self.history_button = quiet_button("Earlier versions  Ctrl+H", self.history_asked.emit)
        inside.addLayout(row(self.history_button, None))

    def _overlay(self, panel: QWidget, characters: int = _LINE) -> QScrollArea:
        holder = QWidget()
        area = scrolled(holder)
        self.pages.addWidget(area)
        _narrow(holder, panel, characters)
        return area

    def show_question_panel(self) -> None:
        """Show the question in the middle."""
        self._show_in_middle(self.question)

    def show_judgement_panel(self) -> None:
        """Show the judgement in the middle."""
        self._show_in_middle(self.judgement)

    def show_contribution_panel(self) -> None:
        """Show the part of practitioners and the child in the middle."""
        self._show_in_middle(self.contribution)

    def _show_in_middle(self, panel: QWidget) -> None:
        for index in range(self._inside.count()):
            item = self._inside.itemAt(index)
            one = item.widget() if item is not None else None
            if one is not None:  # the last item is the line of buttons
                one.setVisible(one is panel)
        self.middle.verticalScrollBar().setValue(0)

    @property
    def is_reading(self) -> bool:
        """Whether the three columns are shown rather than a panel in their place."""
        return self.pages.currentWidget() is self.reading

    @property
    def is_checking(self) -> bool:
        """Whether what is missing is shown."""
        return isinstance(self._panel, CheckPanel)

    @property
    def _panel(self) -> QWidget | None:
        """The panel that is shown in the place of the three columns."""
        shown = self.pages.currentWidget()
        return next((panel for panel, area in self._overlays.items() if area is shown), None)

    def holds_back(self) -> bool:
        """Tell whether something is written of a concern that is not on record, and say so."""
        panel = self._panel
        return isinstance(panel, ConcernPanel) and panel.holds_back()

    def show_reading(self) -> None:
        """Show the three columns."""
        self.pages.setCurrentWidget(self.reading)

    def start_search(self) -> None:
        """Show the three columns with the focus in the search."""
        self.show_reading()
        self.navigator.start_search()

    def show_panel(self, panel: QWidget) -> None:
        """Show a panel in the place of the three columns."""
        for one in panel.findChildren(QPushButton):
            one.setAutoDefault(True)
        area = self._overlays.get(panel) or self._add_overlay(panel)
        area.verticalScrollBar().setValue(0)
        self.pages.setCurrentWidget(area)

    def is_showing(self, panel: QWidget) -> bool:
        """Whether a panel is shown in the place of the three columns."""
        return self.pages.currentWidget() is self._overlays.get(panel)

    def _add_overlay(self, panel: QWidget) -> QScrollArea:
        """Make room for a panel that is seldom asked for, when it first is."""
        self._overlays[panel] = self._overlay(panel)
        return self._overlays[panel]

    def _fit_right(self, width: int) -> None:
        self._right.setMinimumWidth(width + self._right.verticalScrollBar().sizeHint().width())
        self._fit_middle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice when the middle needs more or less room."""
        if watched is self._body and event.type() == QEvent.Type.LayoutRequest:
            self._fit_middle()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width out."""
        super().resizeEvent(event)
        self._fit_middle()

    def _fit_middle(self) -> None:
        """Let large text take its room from the navigator, and never more than there is."""
        bar = self.middle.verticalScrollBar().sizeHint().width()
        beside = self.navigator.minimumWidth() + self._right.minimumWidth()
        room = self.width() - beside - 2 * self.columns.handleWidth()
        spare = _LEFT - self.navigator.minimumWidth()  # the navigator keeps it where it can
        self.question.action.fit(room - spare - bar - 2 * _MARGIN)
        wanted = self._body.minimumSizeHint().width() + bar
        self.middle.setMinimumWidth(max(_MIDDLE - 280, min(wanted, room)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on to what is read."""
        super().focusInEvent(event)
        self.focus_start()

    def focus_start(self) -> None:
        """Put the focus where work goes on."""
        panel = self._panel
        if isinstance(panel, DeclarationPanel):
            panel.focus_start()
        if not self.is_reading:
            return
        if not self.question.isHidden():
            self.question.focus_start()
        elif not self.contribution.isHidden():
            self.contribution.focus_start()
        else:
            self.judgement.focus_answer()

    def _keep_cursors_in_sight(self) -> None:
        self._keep_cursor_in_sight(self.question.evidence.text)
        self.question.action.made.connect(self._keep_card_in_sight)
        self.question.action.focused.connect(self._show_action)
        self.contribution.card_opened.connect(self._show_card)
        self.contribution.text_made.connect(self._keep_cursor_in_sight)

    def _keep_card_in_sight(self, card: ActionCard) -> None:
        for text in card.texts():
            self._keep_cursor_in_sight(text)

    def _keep_cursor_in_sight(self, text: GrowingText) -> None:
        text.cursorPositionChanged.connect(lambda: self._follow_cursor(text))

    def _show_action(self) -> None:
        self._show_card(self.question.action)

    def _show_card(self, card: QWidget) -> None:
        QTimer.singleShot(0, card, lambda: self.middle.ensureWidgetVisible(card, 0, 24))

    def _follow_cursor(self, text: GrowingText) -> None:
        if not text.hasFocus():
            return
        where = text.mapTo(self._body, text.cursorRect().bottomLeft() + QPoint(0, 12))
        self.middle.ensureVisible(where.x(), where.y(), 0, 24)


def _narrow(holder: QWidget, body: QWidget, characters: int = _LINE) -> None:
    """Put a body that keeps to readable lines into the middle of a wide holder."""
    body.setMaximumWidth(body.fontMetrics().averageCharWidth() * characters)
    line = QHBoxLayout(holder)
    line.setContentsMargins(_MARGIN, 12, _MARGIN, 8)
    line.addStretch(1)
    line.addWidget(body, 100)
    line.addStretch(1)
