"""The dialogs of a pair: settling the rest at once, and feedback to an auditor."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from PySide6.QtWidgets import QComboBox, QRadioButton, QWidget

from audit_desk.domain.audit import NO, PARTLY, YES
from audit_desk.domain.moderation import Pair
from audit_desk.domain.people import same_person
from audit_desk.domain.settlement import FEEDBACK_QUESTIONS, Feedback
from audit_desk.ui.screens.round.moderation.models import feedback_lines
from audit_desk.ui.widgets.asking_dialog import AskingDialog
from audit_desk.ui.widgets.field import Field
from audit_desk.ui.widgets.text import label

_ANSWERS = (("Not said", ""), ("Yes", YES), ("Partly", PARTLY), ("No", NO))


class RestDialog(AskingDialog):
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
        self.body.addWidget(Field("One reason for all", self.reason, "Kept with each of them."))
        self.close_with(self.first)

    def do(self) -> None:
        """Settle the rest."""
        self._settle(self.first.isChecked(), self.reason.toPlainText())


class FeedbackDialog(AskingDialog):
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
        self.body.addWidget(Field("What they can take from it", self.reason))
        self.close_with(self.who)
        self.who.currentIndexChanged.connect(lambda _place: self._show())
        self._show()

    def _show(self) -> None:
        before = self._given.get(self.who.currentData())
        answers = before.answers if before else ("", "", "")
        for box, answer in zip(self.boxes, answers, strict=True):
            box.setCurrentIndex(box.findData(answer))
        self.reason.setPlainText(before.words if before else "")

    def do(self) -> None:
        """Keep it."""
        impact, failings, action = (box.currentData() for box in self.boxes)
        words, at = self.reason.toPlainText(), datetime.now(UTC)
        audit_id = self.who.currentData()
        self._give(Feedback(audit_id, self._moderator, impact, failings, action, words, at))
