"""Before the first question: whether the reader has had a part in this child's case."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from audit_desk.ui.screens.audit.look import Look
from audit_desk.ui.widgets.banner import Banner
from audit_desk.ui.widgets.buttons import button, primary_button
from audit_desk.ui.widgets.flow import flow_row
from audit_desk.ui.widgets.text import label

_WHY = (
    "Whoever worked with a child, or led or reviewed that work, would be judging their own"
    " practice. So each auditor says before reading whether they had a part in it. What you say"
    " goes on record with your name, and the report counts it."
)
_GIVES_BACK = (
    "If you had a part in it, the file goes back, and whoever leads the round finds another reader."
)
_ELSE = (
    "If the list is wrong, or there is a good reason why you should read this file all the same,"
    " somebody else can put that on record in the register: on the round's Audits tab, with Assign."
)


class DeclarationPanel(QWidget):
    """One question with two answers.

    Signals:
        independent: The reader had no part in the case.
        involved: The reader had a part in it.
        left: Not answered now.
    """

    independent = Signal()
    involved = Signal()
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.title = label("", "heading")
        self.found = Banner(look.icons, "", tone="info")
        self.conflict = Banner(look.icons, "", tone="warning")
        self._after = label("")
        self.begin_button = primary_button("", self.independent.emit)
        self.involved_button = button(
            "I have had a part in it: give the file back", self.involved.emit
        )
        self.leave_button = button("Not now  (Esc)", self.left.emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(12)
        for part in (self.title, self.found, self.conflict, label(_WHY), self._after):
            column.addWidget(part)
        column.addWidget(flow_row(self.begin_button, self.involved_button, self.leave_button))
        column.addStretch(1)

    def ask(self, reference: str, person: str, conflict: str, *, begun: bool) -> None:
        """Ask about one file.

        Args:
            reference: The case.
            person: Who is to read it.
            conflict: What stands against it, in sentences; empty where nothing does.
            begun: Whether some of it is read already.
        """
        self.title.setText(f"{person}, have you had a part in the case of {reference}?")
        self.found.set_message(
            f"Nobody called {person} stands as worker, manager or chair in the case list."
        )
        self.conflict.set_message(
            conflict, heading="As it stands, somebody else has to read this file"
        )
        self.found.setVisible(not conflict)
        self.conflict.setVisible(bool(conflict))
        self._after.setText(_ELSE if conflict else _GIVES_BACK)
        ending = "go on" if begun else "begin"
        self.begin_button.setText(f"I have had no part in this child's case: {ending}  (Enter)")
        self.begin_button.setAccessibleName(f"I have had no part in this child's case: {ending}")
        self.begin_button.setVisible(not conflict)

    def focus_start(self) -> None:
        """Put the focus on the usual answer; with a conflict, where Enter changes nothing."""
        hidden = self.begin_button.isHidden()
        start = self.leave_button if hidden else self.begin_button
        start.setFocus(Qt.FocusReason.ShortcutFocusReason)
