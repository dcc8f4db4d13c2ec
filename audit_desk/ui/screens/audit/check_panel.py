"""Before an audit is submitted: what is missing, one step from each; then the confirmation."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QVBoxLayout, QWidget

from audit_desk.domain.completeness import Gap
from audit_desk.ui.screens.audit.deliberate import Deliberate
from audit_desk.ui.screens.audit.identifiers.identifier_card import IdentifierCard
from audit_desk.ui.screens.audit.judgement.judgement_card import Judged, JudgementCard
from audit_desk.ui.screens.audit.look import Look
from audit_desk.ui.screens.audit.way.places import Place
from audit_desk.ui.widgets.banner import Banner
from audit_desk.ui.widgets.boxes import clear, column, frame, row
from audit_desk.ui.widgets.buttons import button, primary_button
from audit_desk.ui.widgets.focus import Head
from audit_desk.ui.widgets.text import label

_CHOOSE = "Choose one to go there."
_READY = (
    "Submitting locks the audit and seals what you wrote. It can be opened again with a"
    " reason, which stays on record. Tab, then Enter, submits."
)

_GAP = 12
_AROUND = 48  # the panel's own margins and the bar that scrolls it

_UNDECLARED = "Say whether you have had a part in this child's case."


class CheckPanel(QWidget):
    """What is left to do, or the one question whether to submit.

    Signals:
        gap_chosen: The place where something is missing.
        declaration_asked: The declaration that is missing is to be made.
        submitted: Yes, submit.
        went_back: Back to the reading.
    """

    gap_chosen = Signal(Place)
    declaration_asked = Signal()
    submitted = Signal()
    went_back = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.gap_buttons: list[QPushButton] = []
        self.head = Head(look.theme)
        self.title = label("", "heading")
        self.about = label("", "body")
        self.notes = QVBoxLayout()
        self._columns = (column(spacing=12), column(spacing=12))
        self.judgements = JudgementCard(look)
        self.identifiers = IdentifierCard()
        self.identifiers.chosen.connect(self.gap_chosen)
        self.submit_button = primary_button("Submit this audit", self.submitted.emit)
        Deliberate(self.submit_button)
        self.back_button = button("Go on reading  (Esc)", self.went_back.emit)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 4, 0, 4)
        page.setSpacing(12)
        heading = QVBoxLayout(self.head)
        heading.setContentsMargins(8, 4, 8, 4)
        heading.addWidget(self.title)
        heading.addWidget(self.about)
        page.addWidget(self.head)
        page.addLayout(self.notes)
        page.addLayout(row(self.submit_button, self.back_button, None))
        page.addWidget(self.identifiers)
        page.addWidget(self.judgements)
        self._beside = row(*self._columns, spacing=_GAP)
        page.addLayout(self._beside)
        page.addStretch(1)

    def show_check(
        self,
        gaps: Sequence[tuple[Gap, str]],
        answered: str,
        judged: Sequence[Judged],
        warnings: Sequence[str],
        *,
        undeclared: bool = False,
        unsaved: Sequence[Place] = (),
    ) -> None:
        """Show what is missing, or that nothing is.

        Args:
            gaps: What is missing, each with its theme's title.
            answered: How many questions are answered, in a sentence.
            judged: The judgements that will be submitted.
            warnings: What must be known although it holds nothing up.
            undeclared: Whether the reader has yet to say if they had a part in the case.
            unsaved: Where something typed is not understood, and so not saved.
        """
        self._list_gaps(gaps, undeclared=undeclared)
        missing = len(gaps) + undeclared
        clear(self.notes)
        noted = [(_not_saved(place), place) for place in unsaved]
        for sentence, place in noted:
            self.notes.addWidget(self._unsaved_note(sentence, place))
        for warning in warnings:
            self.notes.addWidget(Banner(self._look.icons, warning, tone="warning"))
        if missing:
            count = "1 thing is" if missing == 1 else f"{missing} things are"
            self.title.setText(f"{count} missing before this audit can be submitted")
            self.about.setText(_CHOOSE if unsaved else f"{_CHOOSE} All that you wrote is saved.")
        else:
            self.title.setText("Everything is answered: submit this audit?")
            self.about.setText(f"{answered} {_READY}")
        heard = (self.title.text(), *(said for said, _ in noted), *warnings, self.about.text())
        self.head.setAccessibleName(" ".join(heard))
        self.judgements.show_judgements(judged)
        self.judgements.setVisible(not missing)
        self.submit_button.setVisible(not missing)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the two columns below each other where large text leaves no room beside."""
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        wanted = sum(lines.minimumSize().width() for lines in self._columns) + _GAP + _AROUND
        fits = wanted <= self.window().width()
        self._beside.setDirection(
            QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        )

    def focus_start(self) -> None:
        """Put the focus on the first thing that is missing, or on the question whether to submit.

        Never on submitting itself: whoever comes here with Enter may have pressed it twice.
        """
        start = self.gap_buttons[0] if self.gap_buttons else self.head
        start.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _list_gaps(self, gaps: Sequence[tuple[Gap, str]], *, undeclared: bool) -> None:
        self.gap_buttons = []
        heights = [0, 0]
        for lines in self._columns:
            clear(lines)
        if undeclared:
            made = self._row(_UNDECLARED, self.declaration_asked.emit)
            card = frame(label("Independence", "strong"), made, spacing=2, margin=12)
            self._columns[0].addWidget(card)
            heights[0] = 3
        for title in dict.fromkeys(title for _, title in gaps):
            rows = [self._gap_button(gap) for gap, its in gaps if its == title]
            shorter = heights.index(min(heights))
            heights[shorter] += len(rows) + 2
            card = frame(label(title, "strong"), *rows, spacing=2, margin=12)
            self._columns[shorter].addWidget(card)
        for lines in self._columns:
            lines.addStretch(1)
        self._fit_columns()

    def _unsaved_note(self, sentence: str, place: Place) -> Banner:
        return Banner(
            self._look.icons,
            sentence,
            tone="warning",
            action=f"Go to {place.question_id}",
            on_action=partial(self.gap_chosen.emit, place),
        )

    def _gap_button(self, gap: Gap) -> QPushButton:
        place = Place(gap.theme_id, gap.question_id)
        return self._row(gap.sentence, partial(self.gap_chosen.emit, place))

    def _row(self, sentence: str, on_click: Callable[[], object]) -> QPushButton:
        made = button(sentence, on_click, kind="row")
        made.setAutoDefault(True)
        self.gap_buttons.append(made)
        return made


def _not_saved(place: Place) -> str:
    what = "something that you typed there is not understood, and not saved."
    return f"{place.question_id}: {what}"
