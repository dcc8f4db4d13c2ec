"""Handing a pack back: what is not submitted yet, and closing the file."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from audit_desk.domain.pack import PackSlip
from audit_desk.ui.screens.home.ports import AuditLine
from audit_desk.ui.screens.pack_home.ports import PackAudit
from audit_desk.ui.widgets.boxes import column, holder, row
from audit_desk.ui.widgets.buttons import button, primary_button
from audit_desk.ui.widgets.roomy_dialog import RoomyDialog
from audit_desk.ui.widgets.text import label

_CHARS, _NAMED = 66, 12


class HandBackDialog(RoomyDialog):
    """Asks whether the pack is to be closed and given back now.

    Args:
        slip: What lies on top of the pack.
        audits: The pack's audits.
        parent: The window it stands over.
    """

    def __init__(
        self,
        slip: PackSlip,
        audits: Sequence[PackAudit],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, _CHARS)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Hand back")
        left = [each.line for each in audits if each.left]
        back = sum(each.given_back for each in audits)
        done = sum(each.submitted for each in audits)
        self.body.addWidget(label(f"Hand this pack back to {slip.made_by}", "heading"))
        said = f"{done} of {len(audits)} audits {'is' if done == 1 else 'are'} submitted."
        if back:
            said += " 1 was given back." if back == 1 else f" {back} were given back."
        self.body.addWidget(label(said, "strong"))
        if left:
            lines = [label(f"• {_words(line)}") for line in left[:_NAMED]]
            if len(left) > _NAMED:
                lines.append(label(f"And {len(left) - _NAMED} more."))
            self.body.addWidget(holder(column(label("Not submitted yet:"), *lines, spacing=2)))
        self.body.addWidget(
            label(
                "What is not submitted stays yours: you can hand back what is done, go on in this"
                " same file, and hand it back again."
                if left
                else "All is done. The file stays here as well, until you delete it."
            )
        )
        self.close_button = primary_button("Close the pack", self.accept)
        """Closes the pack."""
        leave = button("Cancel", self.reject)
        leave.setAutoDefault(False)
        self.close_button.setDefault(True)
        self.end_with(row(None, leave, self.close_button))
        self.close_button.setFocus()


def _words(line: AuditLine) -> str:
    if not line.started:
        return f"{line.reference}: not begun"
    return f"{line.reference}: {line.answered} of {line.asked} answered"
