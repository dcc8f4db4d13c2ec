"""The audit page: reading one child's file by keyboard, saved as it is read."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QHideEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from audit_desk.domain.audit import Absence, Answer
from audit_desk.ui.screens.audit.answers.answering import Answering
from audit_desk.ui.screens.audit.concern.concerning import Concerning
from audit_desk.ui.screens.audit.contributions.contributing import Contributing
from audit_desk.ui.screens.audit.declaring import Declaring
from audit_desk.ui.screens.audit.display import Display
from audit_desk.ui.screens.audit.drafting import Drafting
from audit_desk.ui.screens.audit.follow_up.following import Following
from audit_desk.ui.screens.audit.history.history_looking import Looking
from audit_desk.ui.screens.audit.holding import Holding
from audit_desk.ui.screens.audit.identifiers.identifying import Identifying
from audit_desk.ui.screens.audit.keymap import ABSENCE_ACTS, CHOICE_ACTS, Act
from audit_desk.ui.screens.audit.keys import PageKeys
from audit_desk.ui.screens.audit.look import Look
from audit_desk.ui.screens.audit.ports import AuditPorts, Desk
from audit_desk.ui.screens.audit.reading import Reading
from audit_desk.ui.screens.audit.sheet import AuditSheet
from audit_desk.ui.screens.audit.submitting import Submitting
from audit_desk.ui.screens.audit.view import AuditView
from audit_desk.ui.screens.audit.way.moving import Moving
from audit_desk.ui.screens.audit.way.places import Place
from audit_desk.ui.screens.audit.way.stepping import Stepping
from audit_desk.ui.screens.audit.wiring import connect


class AuditScreen(QWidget):
    """One audit, from the first question to submitting.

    The page is built before it is known which audit it will show: ``open`` shows one, once.

    Args:
        ports: The audits, the concerns, and where errors are shown.
        desk: Who reads, and what the reading needs from around it.
        look: Theme and icons.
        on_close: Called when the reader leaves the page and everything is saved.
        parent: What the page will stand in; given now, nothing is dressed twice.
    """

    def __init__(
        self,
        ports: AuditPorts,
        desk: Desk,
        look: Look,
        on_close: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ports = ports
        self._desk = desk
        self._errors = ports.errors
        self._on_close = on_close
        self._failure = ""
        self._is_open = False
        self.view = AuditView(look, desk, self)
        self.identifying = Identifying(
            ports.identifiers, self.view, look.theme, ports.errors, desk.person
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # not a stop for Tab: it hands on

    def open(self, audit_id: str) -> None:
        """Show an audit.

        Raises:
            UserError: It cannot be opened.
        """
        ports, desk = self._ports, self._desk
        self.sheet = AuditSheet(
            ports.auditing, ports.actions, audit_id, desk.person, self, ports.custody
        )
        self.identifying.open(self.sheet)
        self._is_open = True
        self.drafting = Drafting(ports.drafts, desk.person, self.sheet)
        drafts = self.drafting.drafts
        self.reading = Reading(self.sheet, desk.holidays, drafts)
        lists = ports.lists.for_audit(audit_id)
        self.following = Following(
            ports.actions, self.view.question.action, self.sheet, self.reading
        )
        self.display = Display(self.view, self.sheet, self.reading, lists, self.following)
        self.contributing = Contributing(self.view.contribution, self.sheet)
        self.moving = Moving(self.view, self.display, self.sheet, self.reading, drafts, self.check)
        self.answering = Answering(self.sheet, self.reading, lambda: self.moving.here, drafts)
        restored = partial(self._after_choice, came_back=True)
        self.looking = Looking(
            ports, desk, self.view, self.sheet, self.reading, self.moving, restored
        )
        self.stepping = Stepping(self.sheet, self.reading, self.moving, self.following, restored)
        self.concerning = Concerning(ports, desk, self.view, self.sheet, self.reading)
        self.holding = Holding(ports, desk.person, self.view, self.sheet)
        self.declaring = Declaring(ports, desk.person, self.view, self.sheet, self._on_close)
        self.submitting = Submitting(
            ports.errors, self.view, self.concerning, self.declaring, self.sheet, self.reading
        )
        self._keys = PageKeys(self, self._acts())
        connect(self)
        self._show_all()
        self.looking.resuming.say()
        if self.declaring.holds_back:
            self.declaring.ask(self.back_to_reading)

    # Opening and leaving

    def refresh(self) -> None:
        """Read the concerns anew: somebody else may have closed one."""
        self.concerning.refresh()

    def leave(self) -> bool:
        """Save what is not saved yet; tell whether everything is.

        Who was told about a concern is recorded by a button: until it is, nobody leaves.
        """
        self.looking.resuming.keep()
        held = self.view.holds_back()
        return self.sheet.flush() and not held

    def close_page(self) -> None:
        """Leave the page, unless something could not be saved."""
        if self.leave():
            self._on_close()

    def hideEvent(self, event: QHideEvent) -> None:
        """Save whatever a pause was still waited for."""
        if self._is_open:
            self.sheet.flush()
            self.looking.resuming.keep()
        super().hideEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on to where work goes on."""
        super().focusInEvent(event)
        self.view.focus_start()

    # Answering

    def choose_number(self, number: int) -> None:
        """Choose the answer of that number, counted from 0."""
        self._choosing(partial(self.answering.choose_number, number))

    def choose(self, value: str) -> None:
        """Give a main answer."""
        self._choosing(partial(self.answering.choose, value))

    def choose_absence(self, value: str) -> None:
        """Give an absence instead of an answer."""
        self._choosing(partial(self.answering.choose_absence, Absence(value)))

    def _choosing(self, choose: Callable[[], bool]) -> None:
        before = self.sheet.answer(self.moving.here.question_id)
        if choose():
            self._after_choice(before)

    def _after_choice(self, before: Answer, *, came_back: bool = False) -> None:
        if before.question_id:
            after = self.sheet.answer(before.question_id)
            self.concerning.after_choice(before, after, came_back=came_back)

    def focus_evidence(self) -> None:
        """Put the focus into the text that belongs to what is read."""
        if self.moving.here.is_question:
            self.view.question.focus_evidence()
        elif not self.moving.here.is_judgement:
            self.view.contribution.focus_start()
        else:
            self.view.judgement.focus_evidence()

    def toggle_why(self) -> None:
        """Show why a question is asked, or how a suggestion comes about; or hide it."""
        if self.moving.here.is_question:
            self.view.question.head.toggle_why()
        elif self.moving.here.is_judgement:
            self.view.judgement.suggestion.toggle_working()

    # Submitting

    def check(self) -> None:
        """Show what is missing, or ask once whether to submit."""
        if not self.declaring.holds_back:
            self.submitting.check(self.answering.undrafted())
            self.identifying.show(self.sheet)

    def declare(self) -> None:
        """Ask for the declaration that is still missing, and come back to what is missing."""
        self.declaring.ask(self.check)

    def leave_declaration(self) -> None:
        """Leave the question open: a file that nobody has begun is left with it."""
        if self.declaring.holds_back:
            self.close_page()
        else:
            self.back_to_reading()

    def back_to_reading(self) -> None:
        """Leave a panel for the three columns."""
        self.view.show_reading()
        self.view.focus_start()

    # What the working copy tells

    def on_changed(self, place: Place) -> None:
        """Show what an answer or a judgement changed, here and everywhere else."""
        self.reading.refresh()
        if place == self.moving.here:
            self.display.show_changed(place)
        self.display.show_overview(self.moving.here)

    def on_text_left(self) -> None:
        """Save a text that is left, and mark its question where it was not understood."""
        self.sheet.flush()
        self.drafting.keep()
        self.display.show_rows(self.moving.here)

    def on_saving_changed(self) -> None:
        """Show what is saved and what is not."""
        if not self.sheet.unsaved():
            self._failure = ""
        self.display.show_saving(self._failure)

    def on_save_failed(self, error: Exception) -> None:
        """Say once what a save failed on; its words stay in sight until it is put right."""
        again = str(error) == self._failure
        self._failure = str(error)
        self.display.show_saving(self._failure)
        if not again:
            self._errors.show(error)

    def on_replaced(self) -> None:
        """Show the audit anew after it was submitted or opened again."""
        self.reading.refresh()
        self._show_all()

    def _show_all(self) -> None:
        self.display.show_audit(self._desk.person)
        self.concerning.refresh()
        self.holding.refresh()
        self.looking.refresh()
        self.moving.go_to(self.moving.here)

    def on_page_changed(self) -> None:
        """Let the reading's keys work only while the reading is shown."""
        self._keys.set_reading(reading=self.view.is_reading, checking=self.view.is_checking)

    # Keys

    def _enter(self) -> None:
        focused = QApplication.focusWidget()
        if isinstance(focused, QPushButton) and focused.isVisible():
            focused.click()
        else:
            self.moving.next_open()

    def _acts(self) -> dict[Act, Callable[[], object]]:
        choices = {act: partial(self.choose_number, n) for n, act in enumerate(CHOICE_ACTS)}
        absences = {act: partial(self.choose_absence, a) for act, a in ABSENCE_ACTS.items()}
        return {
            **choices,
            **absences,
            Act.CLEAR: self.answering.clear,
            Act.NEXT_OPEN: self._enter,
            Act.NEXT_FROM_TEXT: self.moving.next_open,
            Act.EVIDENCE: self.focus_evidence,
            Act.ACTION: self.following.focus,
            Act.USE_LIST: self.view.question.parts.take_from_list,
            Act.WHY: self.toggle_why,
            Act.HISTORY: self.looking.show_versions,
            Act.PREVIOUS: partial(self.moving.by, -1),
            Act.FOLLOWING: partial(self.moving.by, 1),
            Act.PREVIOUS_THEME: partial(self.moving.by_theme, -1),
            Act.FOLLOWING_THEME: partial(self.moving.by_theme, 1),
            Act.FIND: self.view.start_search,
            Act.UNDO: self.stepping.back,
            Act.REDO: self.stepping.forward,
            Act.SAVE: self.sheet.flush,
            Act.SUBMIT: self.check,
            Act.CONCERN: self.concerning.show_open,
            Act.CLOSE: self.close_page,
        }
