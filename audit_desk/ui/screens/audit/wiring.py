"""Who hears whom on the audit page."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from audit_desk.domain.audit import Answer
from audit_desk.domain.contribution import Role
from audit_desk.domain.follow_up import missing
from audit_desk.domain.practitioner import PRACTITIONER
from audit_desk.domain.practitioner import missing as missing_of
from audit_desk.ui.screens.audit.check_panel import CheckPanel
from audit_desk.ui.screens.audit.concern.concern_panel import ConcernPanel
from audit_desk.ui.screens.audit.declaration_panel import DeclarationPanel
from audit_desk.ui.screens.audit.judgement.judgement_panel import JudgementPanel
from audit_desk.ui.screens.audit.keys import escape
from audit_desk.ui.screens.audit.reopen_panel import ReopenPanel
from audit_desk.ui.screens.audit.way.places import Place

if TYPE_CHECKING:
    from audit_desk.ui.screens.audit.screen import AuditScreen


def connect(screen: "AuditScreen") -> None:
    """Connect the page's parts with what the screen does."""
    _connect_sheet(screen)
    _connect_reading(screen)
    _connect_panels(screen)


def _connect_sheet(screen: "AuditScreen") -> None:
    sheet = screen.sheet
    shapes = _Shapes(screen)
    sheet.answer_changed.connect(shapes.on_answer)
    sheet.judgement_changed.connect(shapes.on_judgement)
    sheet.follow_up_changed.connect(shapes.on_follow_up)
    sheet.contribution_changed.connect(shapes.on_contribution)
    sheet.saving_changed.connect(screen.on_saving_changed)
    sheet.save_failed.connect(screen.on_save_failed)
    sheet.replaced.connect(screen.on_replaced)


def _connect_reading(screen: "AuditScreen") -> None:
    view, answering = screen.view, screen.answering
    view.question.value_chosen.connect(screen.choose)
    view.question.absence_chosen.connect(screen.choose_absence)
    view.question.cleared.connect(answering.clear)
    view.question.evidence_edited.connect(answering.write_evidence)
    view.question.part_changed.connect(answering.set_part)
    view.question.part_drafted.connect(answering.draft_part)
    view.question.part_drafted.connect(screen.drafting.wait)
    view.question.text_left.connect(screen.on_text_left)
    view.question.finished.connect(screen.moving.next_open)
    view.question.stepped.connect(screen.moving.by)
    view.question.head.why_asked.connect(screen.toggle_why)
    view.question.action.told.connect(screen.following.take)
    view.contribution.told.connect(screen.contributing.take)
    view.contribution.left.connect(screen.sheet.flush)
    view.navigator.chosen.connect(screen.moving.go_to)
    view.navigator.fold_toggled.connect(lambda: screen.display.toggle_folded(screen.moving.here))
    view.navigator.searched.connect(lambda _query: screen.display.show_rows(screen.moving.here))
    view.navigator.search_left.connect(screen.back_to_reading)
    view.side.gap_chosen.connect(screen.moving.go_to)
    view.footer.next_asked.connect(screen.moving.next_open)
    view.header.check_asked.connect(screen.check)
    view.notices.concern_asked.connect(screen.concerning.show_open)
    view.notices.reopen_asked.connect(screen.submitting.ask_reopen)
    view.notices.retry_asked.connect(screen.sheet.flush)


def _connect_panels(screen: "AuditScreen") -> None:
    screen.view.pages.currentChanged.connect(screen.on_page_changed)
    screen.view.panel_made.connect(lambda panel: _connect_panel(screen, panel))


def _connect_panel(screen: "AuditScreen", panel: QWidget) -> None:
    """Connect a panel when it is first asked for."""
    if isinstance(panel, ConcernPanel):
        panel.went_on.connect(screen.back_to_reading)
        panel.next_asked.connect(screen.concerning.show_next)
        panel.form.recorded.connect(screen.concerning.record)
        panel.closing.closed.connect(screen.concerning.close)
    elif isinstance(panel, CheckPanel):
        panel.gap_chosen.connect(screen.moving.go_to)
        panel.submitted.connect(screen.submitting.submit)
        panel.went_back.connect(screen.back_to_reading)
        panel.declaration_asked.connect(screen.declare)
        escape(panel, screen.back_to_reading)
    elif isinstance(panel, JudgementPanel):
        panel.grade_chosen.connect(screen.answering.decide)
        panel.text_edited.connect(screen.answering.write_judgement)
        panel.text_left.connect(screen.sheet.flush)
    elif isinstance(panel, ReopenPanel):
        panel.reopened.connect(screen.submitting.reopen)
        panel.went_back.connect(screen.back_to_reading)
        escape(panel, screen.back_to_reading)
    elif isinstance(panel, DeclarationPanel):
        panel.independent.connect(screen.declaring.independent)
        panel.involved.connect(screen.declaring.involved)
        panel.left.connect(screen.leave_declaration)
        escape(panel, screen.leave_declaration)


class _Shapes(QObject):
    """Passes on what changes how anything stands; more words of a text do not."""

    def __init__(self, screen: "AuditScreen") -> None:
        super().__init__(screen)
        self._screen = screen
        self._shapes: dict[Place | str, object] = {}

    def on_answer(self, question_id: str) -> None:
        answer = self._screen.sheet.answer(question_id)
        theme = self._screen.reading.tool.theme_of(question_id)
        self._pass_on(Place(theme.id, question_id), _shape(answer))

    def on_judgement(self, theme_id: str) -> None:
        judgement = self._screen.sheet.judgement(theme_id)
        given = bool(judgement.rationale.strip())
        self._pass_on(Place(theme_id), (judgement.grade, judgement.suggested, given))

    def on_follow_up(self, question_id: str) -> None:
        told = self._screen.sheet.follow_up(question_id)
        theme = self._screen.reading.tool.theme_of(question_id)
        shape = (missing(told), told.action_id)
        self._pass_on(Place(theme.id, question_id), shape, f"{question_id} follow-up")

    def on_contribution(self, role: str) -> None:
        made = self._screen.sheet.contribution(Role(role))
        chosen = (made.invited, made.took_part, made.changed, missing_of(made))
        self._pass_on(Place(PRACTITIONER), chosen, f"{role} contribution")

    def _pass_on(self, place: Place, shape: object, kept_as: str = "") -> None:
        if self._shapes.get(kept_as or place) != shape:
            self._shapes[kept_as or place] = shape
            self._screen.on_changed(place)


def _shape(answer: Answer) -> object:
    parts = dict(answer.parts)
    return (answer.value, answer.absence, parts, bool(answer.evidence.strip()))
