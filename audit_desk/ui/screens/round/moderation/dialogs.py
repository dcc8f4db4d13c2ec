"""The dialogs of a pair: settling the rest at once, and feedback to an auditor."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QRadioButton, QWidget

from audit_desk.domain.audit import NO, PARTLY, YES
from audit_desk.domain.moderation import Pair
from audit_desk.domain.people import same_person
from audit_desk.domain.settlement import FEEDBACK_QUESTIONS, Feedback
from audit_desk.errors import UserError
from audit_desk.ui.screens.round.moderation.models import feedback_lines
from audit_desk.ui.widgets.boxes import GRID, row
from audit_desk.ui.widgets.buttons import button, primary_button
from audit_desk.ui.widgets.field import Field
from audit_desk.ui.widgets.roomy_dialog import RoomyDialog
from audit_desk.ui.widgets.text import label

_CHARS, _LINES = 62, 3
_ANSWERS = (("Not said", ""), ("Yes", YES), ("Partly", PARTLY), ("No", NO))


class _PairDialog(RoomyDialog):
    """Asks something about a pair; stays open where it is refused.

    Args:
        title: The window's title and heading.
        about: What it is for.
        action: The verb of its button.
        parent: The window it stands over.
    """

    def __init__(self, title: str, about: str, action: str, parent: QWidget | None) -> None:
        super().__init__(parent, _CHARS)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.fault = label("", "error")
        """What stands in the way."""
        self.text = QPlainTextEdit()
        """What is written."""
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + 2 * GRID)
        self.do_button = primary_button(action, self.accept)
        """Does it."""
        self.body.addWidget(label(title, "heading"))
        self.body.addWidget(label(about))

    def close_with(self) -> None:
        """Put the buttons below."""
        leave = button("Cancel", self.reject)
        leave.setAutoDefault(False)
        self.do_button.setDefault(True)
        self.end_with(row(None, leave, self.do_button), self.fault)

    def do(self) -> None:
        """Do what is asked; raises ``UserError`` where it is refused."""
        raise NotImplementedError

    def accept(self) -> None:
        """Do it; stay where it is refused."""
        try:
            self.do()
        except UserError as refused:
            self.fault.setText(str(refused))
            self.fault.show()
            self.text.setFocus()
            return
        super().accept()


class RestDialog(_PairDialog):
    """Settles all that is open as one of the readers has it.

    Args:
        pair: The pair.
        settle: Settles: whether as the first reader, and the reason.
        parent: The window it stands over.
    """

    def __init__(
        self, pair: Pair, settle: Callable[[bool, str], object], parent: QWidget | None = None
    ) -> None:
        count = len(pair.open_items)
        what = "1 difference" if count == 1 else f"{count} differences"
        super().__init__(
            f"Settle the rest of {pair.first.reference}",
            f"{what} not settled yet. Where the chosen reader gave no answer it stays open.",
            "Settle",
            parent,
        )
        self._settle = settle
        self.first = QRadioButton(f"As the first reader has it: {pair.first.auditor}")
        """As the first reader."""
        self.second = QRadioButton(f"As the second reader has it: {pair.second.auditor}")
        """As the second reader."""
        self.first.setChecked(True)
        for part in (self.first, self.second):
            self.body.addWidget(part)
        self.body.addWidget(Field("One reason for all", self.text, "Kept with each of them."))
        self.close_with()
        self.first.setFocus()

    def do(self) -> None:
        """Settle the rest."""
        self._settle(self.first.isChecked(), self.text.toPlainText())


class FeedbackDialog(_PairDialog):
    """Asks a moderator how good an audit itself is.

    Args:
        pair: Whose audits it may be about.
        moderator: Who says it.
        given: What was said before, by them and by others.
        give: Keeps it; raises ``UserError`` where it cannot.
        parent: The window it stands over.
    """

    def __init__(
        self,
        pair: Pair,
        moderator: str,
        given: Sequence[Feedback],
        give: Callable[[Feedback], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            f"Feedback on the audits of {pair.first.reference}",
            "About the audit, not about practice: the auditor reads it to write the next one"
            " better. It changes no grade.",
            "Keep",
            parent,
        )
        self._moderator = moderator
        self._given = {
            each.audit_id: each for each in given if same_person(each.moderator, moderator)
        }
        self._give = give
        self.who = QComboBox()
        """Whose audit."""
        for audit, words in ((pair.first, "first reading"), (pair.second, "second reading")):
            self.who.addItem(f"{audit.auditor}, {words}", audit.id)
        self.boxes = [QComboBox() for _ in FEEDBACK_QUESTIONS]
        """The three answers."""
        said = "\n".join(feedback_lines(pair, given))
        if said:
            self.body.addWidget(label(f"Said so far\n{said}", "small"))
        self.body.addWidget(Field("Audit", self.who))
        for box, asked in zip(self.boxes, FEEDBACK_QUESTIONS, strict=True):
            for words, value in _ANSWERS:
                box.addItem(words, value)
            self.body.addWidget(Field(asked, box))
        self.body.addWidget(Field("What they can take from it", self.text))
        self.close_with()
        self.who.currentIndexChanged.connect(lambda _place: self._show())
        self._show()
        self.who.setFocus()

    def _show(self) -> None:
        before = self._given.get(self.who.currentData())
        answers = before.answers if before else ("", "", "")
        for box, answer in zip(self.boxes, answers, strict=True):
            box.setCurrentIndex(box.findData(answer))
        self.text.setPlainText(before.words if before else "")

    def do(self) -> None:
        """Keep it."""
        impact, failings, action = (box.currentData() for box in self.boxes)
        words, at = self.text.toPlainText(), datetime.now(UTC)
        audit_id = self.who.currentData()
        self._give(Feedback(audit_id, self._moderator, impact, failings, action, words, at))
